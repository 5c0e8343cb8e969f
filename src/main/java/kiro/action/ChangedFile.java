package kiro.action;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A file that differs between two states of a project.
///
/// @param path from the workspace's root; of a removed file, where it was
/// @param before where it was before; the same as `path` but for one that was moved
/// @param texts of both sides
/// @param added the lines that only the later text has, in its order
/// @param removed the lines that only the earlier text has
/// @param isText whether its content is known
record ChangedFile(
        Kind kind,
        String path,
        String before,
        Texts texts,
        List<String> added,
        List<String> removed,
        boolean isText) {
    private static final Pattern START_OF_COMMENT = Pattern.compile("^\\s*(?:///?|#|\\*)\\s");

    enum Kind {
        ADDED,
        CHANGED,
        REMOVED,
        MOVED
    }

    /// @param old the text before; empty for one that is new, and for one that was moved as it is
    /// @param now the text after; empty for one that is gone, and for one that was moved as it is
    record Texts(String old, String now) {}

    ChangedFile {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    String old() {
        return texts.old();
    }

    String now() {
        return texts.now();
    }

    /// How many lines differ.
    int weight() {
        return added.size() + removed.size();
    }

    /// The last name of its path.
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    FileRole role() {
        return FileRole.of(path);
    }

    /// Whether nothing but white space differs.
    boolean isSpacing() {
        return isText
                && kind == Kind.CHANGED
                && weight() > 0
                && squeezed(added).equals(squeezed(removed));
    }

    /// What the lines say, wherever they are broken; the order of imports says nothing.
    private static String squeezed(List<String> lines) {
        return lines.stream()
                .sorted(
                        Comparator.comparing(
                                (String line) -> line.startsWith("import ") ? line : ""))
                .map(line -> START_OF_COMMENT.matcher(line).replaceFirst(""))
                .collect(Collectors.joining())
                .replaceAll("\\s+", "");
    }
}
