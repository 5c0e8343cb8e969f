package kiro.infer;

/// What a test does, in its order.
sealed interface TestEvent {
    int position();

    /// It sends a request.
    record Asked(int position, String method, String path) implements TestEvent {}

    /// It names the status that it expects.
    record Asserted(int position, int status) implements TestEvent {}
}
