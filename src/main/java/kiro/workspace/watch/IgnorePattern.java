package kiro.workspace.watch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// A line of an ignore file, read as git reads it. A match takes at most as many steps as the pattern has letters times the
/// path's, whatever stars are in it.
///
/// @param isKept whether it takes back what a line before has ignored
/// @param isOfFolders whether it is about folders alone
/// @param isOfNames whether it is about the last name, in any folder
/// @param parts what it is made of
record IgnorePattern(boolean isKept, boolean isOfFolders, boolean isOfNames, List<Part> parts) {
    IgnorePattern {
        parts = List.copyOf(parts);
    }

    /// A piece of a pattern.
    sealed interface Part {
        record Letter(char letter) implements Part {}

        record OneOf(boolean isNegated, List<Range> ranges) implements Part {}

        /// Any letter but a slash.
        record Any() implements Part {}

        /// Letters without a slash.
        record Letters() implements Part {}

        /// Whole folders, or none.
        record Folders() implements Part {}

        /// All that lies within.
        record Within() implements Part {}
    }

    record Range(char from, char to) {}

    /// Empty for an empty line, a comment, and what git would never match either.
    static Optional<IgnorePattern> parse(String line) {
        String text = withoutTrailingSpaces(line);
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        boolean isKept = text.startsWith("!");
        text = isKept ? text.substring(1) : text;
        boolean isOfFolders = text.endsWith("/");
        text = isOfFolders ? text.substring(0, text.length() - 1) : text;
        boolean isOfNames = text.indexOf('/') < 0;
        text = text.startsWith("/") ? text.substring(1) : text;
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return new IgnorePatternReader(text, isOfNames)
                .read()
                .map(parts -> new IgnorePattern(isKept, isOfFolders, isOfNames, parts));
    }

    /// One that a backslash stands before belongs to the pattern.
    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        int at = 0;
        int kept = 0;
        while (at < line.length()) {
            char letter = line.charAt(at);
            at += letter == '\\' && at + 1 < line.length() ? 2 : 1;
            kept = letter == ' ' ? kept : at;
        }
        return line.substring(0, Math.min(kept, end));
    }

    static List<IgnorePattern> all(String text) {
        var patterns = new ArrayList<IgnorePattern>();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String line : plain.split("\n", -1)) {
            parse(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                    .ifPresent(patterns::add);
        }
        return patterns;
    }

    /// @param path from the folder of the ignore file
    boolean matches(String path, boolean isFolder) {
        if (isOfFolders && !isFolder) {
            return false;
        }
        String text = isOfNames ? path.substring(path.lastIndexOf('/') + 1) : path;
        return new Match(parts, text).from(0, 0);
    }

    /// A try of one text.
    private static final class Match {
        private final List<Part> parts;
        private final String text;
        private final BitSet failed = new BitSet();

        Match(List<Part> parts, String text) {
            this.parts = parts;
            this.text = text;
        }

        boolean from(int part, int at) {
            if (part == parts.size()) {
                return at == text.length();
            }
            int place = part * (text.length() + 1) + at;
            if (failed.get(place)) {
                return false;
            }
            boolean fits =
                    switch (parts.get(part)) {
                        case Part.Letter(char letter) -> isAt(letter, at) && from(part + 1, at + 1);
                        case Part.OneOf oneOf -> isOneOf(oneOf, at) && from(part + 1, at + 1);
                        case Part.Any _ -> isNoSlash(at) && from(part + 1, at + 1);
                        case Part.Letters _ ->
                                from(part + 1, at) || (isNoSlash(at) && from(part, at + 1));
                        case Part.Folders _ -> from(part + 1, at) || behindSlash(part, at);
                        case Part.Within _ -> true;
                    };
            if (!fits) {
                failed.set(place);
            }
            return fits;
        }

        private boolean behindSlash(int part, int at) {
            int slash = text.indexOf('/', at);
            return slash >= 0 && from(part, slash + 1);
        }

        private boolean isAt(char letter, int at) {
            return at < text.length() && text.charAt(at) == letter;
        }

        private boolean isNoSlash(int at) {
            return at < text.length() && text.charAt(at) != '/';
        }

        private boolean isOneOf(Part.OneOf oneOf, int at) {
            if (!isNoSlash(at)) {
                return false;
            }
            char letter = text.charAt(at);
            boolean isIn =
                    oneOf.ranges().stream()
                            .anyMatch(range -> range.from() <= letter && letter <= range.to());
            return isIn != oneOf.isNegated();
        }
    }
}
