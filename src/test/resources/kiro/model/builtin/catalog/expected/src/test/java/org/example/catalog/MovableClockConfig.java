package org.example.catalog;

import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Gives every test of the whole application the same clock, so that all share one context. */
@Configuration(proxyBeanMethods = false)
class MovableClockConfig {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock(Instant.parse("2026-03-01T12:00:00Z"));
    }
}
