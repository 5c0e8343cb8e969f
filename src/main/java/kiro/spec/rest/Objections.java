package kiro.spec.rest;

import java.util.Optional;

/// Keeps why a sentence cannot be right, although each of its words was understood. The first reason counts.
final class Objections {
    private Optional<String> first = Optional.empty();

    void add(String reason) {
        if (first.isEmpty()) {
            first = Optional.of(reason);
        }
    }

    Optional<String> first() {
        return first;
    }
}
