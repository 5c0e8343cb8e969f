package org.example.notes.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts the requests of {@link RateLimited} methods, for each address, before they are read. */
class RateLimitInterceptor implements HandlerInterceptor {

  private final Clock clock;
  private final Map<Method, RequestCounter> counters = new ConcurrentHashMap<>();

  RateLimitInterceptor(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (handler instanceof HandlerMethod method) {
      RateLimited limit = method.getMethodAnnotation(RateLimited.class);
      if (limit != null) {
        Optional<Duration> wait =
            key(request).flatMap(key -> counter(method, limit).count(key));
        if (wait.isPresent()) {
          response.setHeader(
              HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds()));
          response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
          return false;
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

  /** The address that sends the request. */
  private static Optional<?> key(HttpServletRequest request) {
    return Optional.of(request.getRemoteAddr());
  }
}
