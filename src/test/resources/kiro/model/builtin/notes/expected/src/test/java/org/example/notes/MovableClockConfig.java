package org.example.notes;

import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock for the tests that import it; all others keep the application's own. */
@TestConfiguration(proxyBeanMethods = false)
public class MovableClockConfig {

  @Bean
  @Primary
  MovableClock movableClock() {
    return new MovableClock(Instant.parse("2026-03-01T12:00:00Z"));
  }
}
