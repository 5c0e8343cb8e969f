package kiro.cli.run;

import java.util.Optional;
import kiro.session.Event;

/// What a person is told of an agent to which a piece of the work was given: that it begins and ends, and what it does,
/// not what it says.
final class ChildWords {
    private ChildWords() {}

    static Optional<String> of(Event.OfChild event) {
        return switch (event) {
            case Event.ChildStarted started ->
                    Optional.of(
                            "child %s%s: %s"
                                    .formatted(
                                            started.child(),
                                            started.agent().isEmpty()
                                                    ? ""
                                                    : " (" + started.agent() + ")",
                                            started.task().lines().findFirst().orElse("")));
            case Event.ChildDid did ->
                    doing(did.event()).map(words -> "child %s: %s".formatted(did.child(), words));
            case Event.ChildEnded ended ->
                    Optional.of("child %s ends: %s".formatted(ended.child(), ended.end()));
        };
    }

    /// Whoever waits is told why.
    private static Optional<String> doing(Event event) {
        if (event instanceof Event.ModelFailed failed) {
            return Optional.of("model: " + failed.message() + RunWords.nextTry(failed));
        }
        return event instanceof Event.ToolIntended intended
                ? Optional.of(intended.summary())
                : Optional.empty();
    }
}
