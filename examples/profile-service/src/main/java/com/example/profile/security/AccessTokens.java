package com.example.profile.security;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The bearer tokens that are valid, each with the id of its user. */
@ConfigurationProperties("profile-service")
record AccessTokens(Map<String, Long> accessTokens) {

    AccessTokens {
        accessTokens = accessTokens == null ? Map.of() : Map.copyOf(accessTokens);
    }

    Optional<Caller> caller(String token) {
        return Optional.ofNullable(accessTokens.get(token)).map(Caller::new);
    }
}
