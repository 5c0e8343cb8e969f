package kiro.hook.run;

import java.util.List;
import kiro.hook.EventKind;

/// Something that happened, as hooks are told of it.
///
/// @param cause who brought it about, and which hooks before
/// @param session the id of the session in which it happened; empty where there is none
public record HookEvent(EventKind kind, Subject subject, Cause cause, String session) {
    /// One that a person brought about, outside of a session.
    public static HookEvent of(EventKind kind, Subject subject) {
        return new HookEvent(kind, subject, Cause.PERSON, "");
    }

    public HookEvent with(Cause other) {
        return new HookEvent(kind, subject, other, session);
    }

    HookEvent with(Subject other) {
        return new HookEvent(kind, other, cause, session);
    }

    /// The same about other files; one that is not about files stays as it is.
    public HookEvent about(List<String> files) {
        return new HookEvent(kind, subject.about(files), cause, session);
    }

    /// The paths that it is about, from the workspace's root.
    public List<String> files() {
        return subject.files();
    }

    /// The names of tests that it is about.
    public List<String> tests() {
        return subject instanceof Subject.FailedTests failed ? failed.tests() : List.of();
    }

    /// The names of dependencies that it is about.
    public List<String> dependencies() {
        return subject instanceof Subject.Dependencies(List<Subject.Dependency> changed)
                ? changed.stream().map(Subject.Dependency::name).distinct().toList()
                : List.of();
    }
}
