package kiro.hook.run;

import java.util.List;

/// What came of a built-in.
///
/// @param text for people
/// @param written files that it wrote, from the workspace's root, so that nothing takes them for a person's
public record BuiltInOutcome(Answer answer, String text, List<String> written) {
    /// What it says to the event.
    public enum Answer {
        /// It did its work, and has nothing against what is about to happen.
        DONE,
        /// It did its work and says no: something is to be mended first. Where nothing can be stopped, it is a failure.
        OBJECTS,
        /// It could not do its work.
        FAILED
    }

    public BuiltInOutcome {
        written = List.copyOf(written);
    }

    public static BuiltInOutcome done(String text, List<String> written) {
        return new BuiltInOutcome(Answer.DONE, text, written);
    }

    public static BuiltInOutcome objects(String text) {
        return new BuiltInOutcome(Answer.OBJECTS, text, List.of());
    }

    public static BuiltInOutcome failed(String text) {
        return new BuiltInOutcome(Answer.FAILED, text, List.of());
    }
}
