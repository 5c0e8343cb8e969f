package kiro.memory;

/// Where a fact comes from.
public sealed interface Source {
    /// @param path of the spec's file
    /// @param section its heading
    record OfSpec(String path, String section, int line) implements Source {}

    /// @param line counts from 1; 0 where the file as a whole is meant
    record OfFile(String path, int line) implements Source {}

    record OfCommit(String id) implements Source {}

    /// @param id of the session in which it came up
    record OfSession(String id) implements Source {}

    record OfPerson(String name) implements Source {}

    /// A source of another version, or none.
    record Unknown() implements Source {}

    /// The source as people know it.
    default String words() {
        return switch (this) {
            case OfSpec spec -> "%s:%d (%s)".formatted(spec.path(), spec.line(), spec.section());
            case OfFile file -> file.line() == 0 ? file.path() : file.path() + ":" + file.line();
            case OfCommit commit -> "commit " + commit.id();
            case OfSession session -> "session " + session.id();
            case OfPerson person -> person.name();
            case Unknown _ -> "not known";
        };
    }
}
