package org.example.catalog.ratelimit;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class RateLimitConfig implements WebMvcConfigurer {

    private final RateLimitInterceptor interceptor;

    RateLimitConfig(ObjectProvider<Clock> clock) {
        this.interceptor = new RateLimitInterceptor(clock.getIfAvailable(Clock::systemUTC));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(interceptor).order(Ordered.LOWEST_PRECEDENCE);
    }
}
