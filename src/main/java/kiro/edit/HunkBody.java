package kiro.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.edit.Hunk.HunkLine;

/// The lines of a hunk as they are read one by one. An empty line is one that stays; empty ones at its end
/// are only space between the parts of the patch.
final class HunkBody {
    private static final Pattern NUMBERED = Pattern.compile("@@ -[\\d,]+ \\+[\\d,]+ @@(.*)");

    private final List<HunkLine> lines = new ArrayList<>();
    private int blanks;

    /// The line of the file that a line `@@ ...` names; blank when it names none. Line numbers are not
    /// believed.
    static String context(String header) {
        Matcher numbered = NUMBERED.matcher(header);
        String context = numbered.matches() ? numbered.group(1) : header.substring(2);
        String bare = context.strip();
        return bare.equals("@@") ? "" : bare;
    }

    /// Takes a line of the patch; false when it is none of a hunk.
    boolean add(String line) {
        if (line.isEmpty()) {
            blanks++;
            return true;
        }
        String text = line.substring(1);
        return switch (line.charAt(0)) {
            case ' ' -> append(new Hunk.Kept(text));
            case '-' -> append(new Hunk.Removed(text));
            case '+' -> append(new Hunk.Added(text));
            case '\\' -> line.startsWith("\\ No newline");
            default -> false;
        };
    }

    private boolean append(HunkLine line) {
        for (; blanks > 0; blanks--) {
            lines.add(new Hunk.Kept(""));
        }
        return lines.add(line);
    }

    boolean hasChange() {
        return lines.stream().anyMatch(line -> !(line instanceof Hunk.Kept));
    }

    List<HunkLine> lines() {
        return lines;
    }
}
