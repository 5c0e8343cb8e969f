package kiro.workspace.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.workspace.watch.IgnorePattern.Part;
import kiro.workspace.watch.IgnorePattern.Range;

/// Takes a pattern of an ignore file apart.
final class IgnorePatternReader {
    private static final Map<String, List<Range>> CLASSES =
            Map.of(
                    "alpha", List.of(new Range('a', 'z'), new Range('A', 'Z')),
                    "digit", List.of(new Range('0', '9')),
                    "alnum", List.of(new Range('a', 'z'), new Range('A', 'Z'), new Range('0', '9')),
                    "upper", List.of(new Range('A', 'Z')),
                    "lower", List.of(new Range('a', 'z')),
                    "xdigit",
                            List.of(new Range('a', 'f'), new Range('A', 'F'), new Range('0', '9')),
                    "space", List.of(new Range(' ', ' '), new Range('\t', '\r')),
                    "blank", List.of(new Range(' ', ' '), new Range('\t', '\t')),
                    "punct",
                            List.of(
                                    new Range('!', '/'),
                                    new Range(':', '@'),
                                    new Range('[', '`'),
                                    new Range('{', '~')));

    private final String text;
    private final int plain;
    private final List<Part> parts = new ArrayList<>();
    private int at;

    /// @param isOfNames whether it is about the last name alone
    IgnorePatternReader(String text, boolean isOfNames) {
        this.text = text;
        this.plain = isOfNames ? 0 : plain(text);
    }

    /// How long the beginning is that stands for itself. Git compares it first, and what follows is to it a whole pattern:
    /// two stars right behind it mean folders, though no slash stands before them.
    private static int plain(String text) {
        int end = 0;
        while (end < text.length() && "*?[\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /// Empty where a bracket is not closed, or a backslash has nothing behind it: such a pattern fits nothing.
    Optional<List<Part>> read() {
        while (at < text.length()) {
            char letter = text.charAt(at);
            boolean isRead =
                    switch (letter) {
                        case '*' -> stars();
                        case '?' -> added(new Part.Any());
                        case '[' -> brackets();
                        case '\\' -> escaped();
                        default -> added(new Part.Letter(letter));
                    };
            if (!isRead) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }

    private boolean added(Part part) {
        parts.add(part);
        at++;
        return true;
    }

    private boolean escaped() {
        at++;
        return at < text.length() && added(new Part.Letter(text.charAt(at)));
    }

    /// Two stars mean folders only between slashes or ends.
    private boolean stars() {
        int end = at;
        while (end < text.length() && text.charAt(end) == '*') {
            end++;
        }
        boolean isFolders =
                end - at >= 2
                        && (at == plain || text.charAt(at - 1) == '/')
                        && (end == text.length() || text.charAt(end) == '/');
        if (!isFolders) {
            parts.add(new Part.Letters());
            at = end;
        } else if (end < text.length()) {
            parts.add(new Part.Folders());
            at = end + 1;
        } else {
            parts.add(new Part.Within());
            at = end;
        }
        return true;
    }

    private boolean brackets() {
        at++;
        boolean isNegated =
                at < text.length() && (text.charAt(at) == '!' || text.charAt(at) == '^');
        at += isNegated ? 1 : 0;
        var ranges = new ArrayList<Range>();
        boolean isFirst = true;
        while (at < text.length()) {
            if (text.charAt(at) == ']' && !isFirst) {
                return added(new Part.OneOf(isNegated, List.copyOf(ranges)));
            }
            isFirst = false;
            if (!member(ranges)) {
                return false;
            }
        }
        return false;
    }

    private boolean member(List<Range> ranges) {
        int close = text.startsWith("[:", at) ? text.indexOf(":]", at + 2) : -1;
        if (close > 0) {
            List<Range> known = CLASSES.get(text.substring(at + 2, close));
            at = close + 2;
            return known != null && ranges.addAll(known);
        }
        Optional<Character> from = letter();
        if (from.isEmpty()) {
            return false;
        }
        boolean isRange =
                at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
        if (!isRange) {
            return ranges.add(new Range(from.get(), from.get()));
        }
        at++;
        Optional<Character> to = letter();
        return to.isPresent() && ranges.add(new Range(from.get(), to.get()));
    }

    private Optional<Character> letter() {
        at += text.charAt(at) == '\\' ? 1 : 0;
        return at < text.length() ? Optional.of(text.charAt(at++)) : Optional.empty();
    }
}
