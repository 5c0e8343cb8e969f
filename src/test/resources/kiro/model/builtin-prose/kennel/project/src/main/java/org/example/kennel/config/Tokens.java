package org.example.kennel.config;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** kennel.tokens.TOKEN = user:ROLE */
@ConfigurationProperties("kennel")
public record Tokens(Map<String, String> tokens) {}
