package kiro.model.builtin.write;

/// Whether an endpoint has a place in a project.
sealed interface Placing {
    record Found(Place place) implements Placing {}

    record Missing(String reason) implements Placing {}
}
