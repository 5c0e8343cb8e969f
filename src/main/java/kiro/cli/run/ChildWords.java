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
                    did.event() instanceof Event.ToolIntended intended
                            ? Optional.of("child %s: %s".formatted(did.child(), intended.summary()))
                            : Optional.empty();
            case Event.ChildEnded ended ->
                    Optional.of("child %s ends: %s".formatted(ended.child(), ended.end()));
        };
    }
}
