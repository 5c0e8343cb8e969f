package org.example.harbour.adapter.web;

import java.util.List;
import java.util.Optional;
import org.example.harbour.domain.Agent;
import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("harbour")
public record Agents(List<Entry> agents) {

    public record Entry(String id, String role, String token) {}

    Optional<Agent> byToken(String token) {
        return agents.stream()
                .filter(entry -> entry.token().equals(token))
                .findFirst()
                .map(entry -> new Agent(entry.id(), entry.role()));
    }
}
