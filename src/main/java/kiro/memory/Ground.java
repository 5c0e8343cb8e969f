package kiro.memory;

import kiro.text.Hash;

/// Something in a file that a fact rests on. When it is not there any more as it was, the fact is stale.
///
/// @param path from the workspace's root
/// @param part which part of the file has the digest
public record Ground(String path, Part part, Hash hash) {
    /// A part of a file.
    public sealed interface Part {
        /// All of it.
        record Whole() implements Part {}

        /// What stands below a heading, up to the next of its rank.
        record Section(String heading) implements Part {}

        /// One line, wherever it stands, without the white space around it.
        record Line() implements Part {}
    }

    /// The part and its file, for people.
    public String words() {
        return switch (part) {
            case Part.Whole _ -> path;
            case Part.Section section -> "'%s' in %s".formatted(section.heading(), path);
            case Part.Line _ -> "a line of " + path;
        };
    }

    public static Ground whole(String path, String content) {
        return new Ground(path, new Part.Whole(), Hash.of(content));
    }

    public static Ground section(String path, String heading, String content) {
        return new Ground(path, new Part.Section(heading), Hash.of(content.strip()));
    }

    public static Ground line(String path, String line) {
        return new Ground(path, new Part.Line(), Hash.of(line.strip()));
    }
}
