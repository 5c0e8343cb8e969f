package org.example.notes.ratelimit;

import java.time.Clock;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class RateLimitConfig implements WebMvcConfigurer {

  private final RateLimitInterceptor interceptor;

  RateLimitConfig(Clock clock) {
    this.interceptor = new RateLimitInterceptor(clock);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(interceptor).order(Ordered.LOWEST_PRECEDENCE);
  }
}
