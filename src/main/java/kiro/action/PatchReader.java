package kiro.action;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Reads what `git diff --raw -p -z` prints with all of each file as context.
final class PatchReader {
    private static final String SECTION = "diff --git ";

    /// @param status as git has it, such as `M` or `R095`
    private record Entry(String status, String before, String path) {}

    private PatchReader() {}

    static List<ChangedFile> read(String answer) {
        var entries = new ArrayDeque<Entry>();
        int at = 0;
        while (at < answer.length() && answer.charAt(at) == ':') {
            int head = answer.indexOf('\0', at);
            String status = answer.substring(answer.lastIndexOf(' ', head) + 1, head);
            int first = answer.indexOf('\0', head + 1);
            String before = answer.substring(head + 1, first);
            int end = first;
            if (status.startsWith("R") || status.startsWith("C")) {
                end = answer.indexOf('\0', first + 1);
            }
            String path = end == first ? before : answer.substring(first + 1, end);
            entries.add(new Entry(status, before, path));
            at = end + 1;
        }
        return files(entries, sections(answer.substring(Math.min(answer.length(), at))));
    }

    private static List<ChangedFile> files(Deque<Entry> entries, Deque<List<String>> sections) {
        var files = new ArrayList<ChangedFile>();
        for (Entry entry : entries) {
            List<String> section = sections.isEmpty() ? List.of() : sections.pop();
            if (entry.status().startsWith("T") && !sections.isEmpty()) {
                sections.pop();
                section = List.of();
            }
            files.add(file(entry, section));
        }
        return List.copyOf(files);
    }

    private static Deque<List<String>> sections(String patch) {
        var sections = new ArrayDeque<List<String>>();
        for (String line : patch.split("\n", -1)) {
            String start = line.startsWith("\0") ? line.substring(1) : line;
            if (start.startsWith(SECTION)) {
                sections.add(new ArrayList<>());
            } else if (!sections.isEmpty()) {
                sections.getLast().add(line);
            }
        }
        return sections;
    }

    private static ChangedFile file(Entry entry, List<String> section) {
        var old = new StringBuilder();
        var now = new StringBuilder();
        var added = new ArrayList<String>();
        var removed = new ArrayList<String>();
        boolean isWithin = false;
        boolean isText = true;
        for (String line : section) {
            if (line.startsWith("@@ ")) {
                isWithin = true;
            } else if (!isWithin) {
                isText &= !line.startsWith("Binary files ");
            } else if (line.startsWith("+")) {
                added.add(line.substring(1));
                now.append(line, 1, line.length()).append('\n');
            } else if (line.startsWith("-")) {
                removed.add(line.substring(1));
                old.append(line, 1, line.length()).append('\n');
            } else if (line.startsWith(" ")) {
                now.append(line, 1, line.length()).append('\n');
                old.append(line, 1, line.length()).append('\n');
            }
        }
        return new ChangedFile(
                kind(entry.status()),
                entry.path(),
                entry.before(),
                new ChangedFile.Texts(old.toString(), now.toString()),
                added,
                removed,
                isText);
    }

    private static ChangedFile.Kind kind(String status) {
        return switch (status.charAt(0)) {
            case 'A', 'C' -> ChangedFile.Kind.ADDED;
            case 'D' -> ChangedFile.Kind.REMOVED;
            case 'R' -> ChangedFile.Kind.MOVED;
            default -> ChangedFile.Kind.CHANGED;
        };
    }
}
