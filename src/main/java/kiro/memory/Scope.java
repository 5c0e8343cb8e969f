package kiro.memory;

import java.util.List;

/// What a fact is about.
///
/// @param paths patterns of files; none where it is about the whole project
/// @param topics words such as `logging`
public record Scope(List<String> paths, List<String> topics) {
    public static final Scope WHOLE = new Scope(List.of(), List.of());

    public Scope {
        paths = List.copyOf(paths);
        topics = List.copyOf(topics);
    }

    public static Scope of(String... topics) {
        return new Scope(List.of(), List.of(topics));
    }
}
