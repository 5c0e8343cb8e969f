package kiro.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A change as a person reads it, and as `git apply` takes it.
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    /// The unified diff of a change, with three lines of context. A file that is not text is said to
    /// differ, no more. A file that becomes a link, or the other way, goes and comes.
    public static String of(FileChange change) {
        boolean isOther =
                !change.isCreation()
                        && !change.isDeletion()
                        && (change.before() instanceof FileState.Link)
                                != (change.after() instanceof FileState.Link);
        var nothing = new FileState.Absent();
        return isOther
                ? alike(new FileChange(change.path(), change.before(), nothing))
                        + alike(new FileChange(change.path(), nothing, change.after()))
                : alike(change);
    }

    private static String alike(FileChange change) {
        String old = GitQuoting.of("a/" + change.path());
        String now = GitQuoting.of("b/" + change.path());
        var text = new StringBuilder("diff --git " + old + " " + now + "\n");
        text.append(modes(change));
        String from = change.isCreation() ? "/dev/null" : old;
        String to = change.isDeletion() ? "/dev/null" : now;
        if (hasSameContent(change)) {
            return text.toString();
        }
        Optional<DiffedText> diffed = DiffedText.of(change);
        if (diffed.isEmpty()) {
            return text + "Binary files " + from + " and " + to + " differ\n";
        }
        if (!diffed.get().edits().isEmpty()) {
            text.append("--- ").append(GitQuoting.closed(from)).append('\n');
            text.append("+++ ").append(GitQuoting.closed(to)).append('\n');
        }
        for (List<LineEdit> hunk : hunks(diffed.get().edits())) {
            hunk(text, hunk, diffed.get());
        }
        return text.toString();
    }

    /// Lines added and removed, such as `+12 -3`.
    public static String stat(FileChange change) {
        int added = 0;
        int removed = 0;
        for (LineEdit edit : DiffedText.of(change).map(DiffedText::edits).orElse(List.of())) {
            added += edit.newTo() - edit.newFrom();
            removed += edit.to() - edit.from();
        }
        return "+" + added + " -" + removed;
    }

    private static String modes(FileChange change) {
        String old = mode(change.before());
        String now = mode(change.after());
        if (old.equals(now)) {
            return "";
        }
        if (change.isCreation()) {
            return "new file mode " + now + "\n";
        }
        return change.isDeletion()
                ? "deleted file mode " + old + "\n"
                : "old mode " + old + "\nnew mode " + now + "\n";
    }

    private static String mode(FileState state) {
        return switch (state) {
            case FileState.Absent _ -> "";
            case FileState.Present file -> file.isExecutable() ? "100755" : "100644";
            case FileState.Link _ -> "120000";
            case FileState.EmptyFolder _ -> "040000";
        };
    }

    private static boolean hasSameContent(FileChange change) {
        return change.before() instanceof FileState.Present before
                && change.after() instanceof FileState.Present after
                && before.hash().equals(after.hash());
    }

    /// Edits whose contexts touch stand in one hunk.
    private static List<List<LineEdit>> hunks(List<LineEdit> edits) {
        var hunks = new ArrayList<List<LineEdit>>();
        for (LineEdit edit : edits) {
            boolean isNear =
                    !hunks.isEmpty() && edit.from() - hunks.getLast().getLast().to() <= 2 * CONTEXT;
            if (!isNear) {
                hunks.add(new ArrayList<>());
            }
            hunks.getLast().add(edit);
        }
        return hunks;
    }

    private static void hunk(StringBuilder text, List<LineEdit> edits, DiffedText diffed) {
        List<String> before = diffed.before();
        List<String> after = diffed.after();
        LineEdit first = edits.getFirst();
        LineEdit last = edits.getLast();
        int above = Math.min(first.from(), CONTEXT);
        int below = Math.min(before.size() - last.to(), CONTEXT);
        text.append("@@ -")
                .append(range(first.from() - above, last.to() + below))
                .append(" +")
                .append(range(first.newFrom() - above, last.newTo() + below))
                .append(" @@\n");
        int at = first.from() - above;
        for (LineEdit edit : edits) {
            lines(text, ' ', before.subList(at, edit.from()));
            lines(text, '-', before.subList(edit.from(), edit.to()));
            lines(text, '+', after.subList(edit.newFrom(), edit.newTo()));
            at = edit.to();
        }
        lines(text, ' ', before.subList(at, last.to() + below));
    }

    private static String range(int from, int to) {
        int length = to - from;
        int first = length == 0 ? from : from + 1;
        return length == 1 ? String.valueOf(first) : first + "," + length;
    }

    private static void lines(StringBuilder text, char sign, List<String> lines) {
        for (String line : lines) {
            text.append(sign).append(line);
            if (!line.endsWith("\n")) {
                text.append("\n\\ No newline at end of file\n");
            }
        }
    }
}
