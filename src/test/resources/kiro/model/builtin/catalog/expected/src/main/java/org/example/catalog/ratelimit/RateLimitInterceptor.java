package org.example.catalog.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Counts the requests of {@link RateLimited} methods, of all callers together, before they are
 * read.
 */
class RateLimitInterceptor implements HandlerInterceptor {

    private final Clock clock;
    private final Map<Method, RequestCounter> counters = new ConcurrentHashMap<>();

    RateLimitInterceptor(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            RateLimited limit = method.getMethodAnnotation(RateLimited.class);
            if (limit != null) {
                Optional<Duration> wait =
                        key(request).flatMap(key -> counter(method, limit).count(key));
                if (wait.isPresent()) {
                    throw new RateLimitExceededException(wait.get());
                }
            }
        }
        return true;
    }

    private RequestCounter counter(HandlerMethod method, RateLimited limit) {
        return counters.computeIfAbsent(
                method.getMethod(),
                unused ->
                        new RequestCounter(
                                clock, limit.requests(), Duration.ofSeconds(limit.seconds())));
    }

    /** The same for all requests. */
    private static Optional<?> key(HttpServletRequest request) {
        return Optional.of("everyone");
    }
}
