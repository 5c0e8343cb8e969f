package kiro.code;

import java.util.ArrayList;
import java.util.List;

/// Where an import goes, and what is written there.
record ImportPlace(int offset, String text) {
    static ImportPlace of(JavaFile file, String name, boolean isStatic) {
        String end = JavaEditor.lineEnd(file.text());
        String line = "import " + (isStatic ? "static " : "") + name + ";";
        List<List<JavaImport>> groups = groups(file, isStatic);
        if (groups.isEmpty()) {
            return first(file, line, isStatic, end);
        }
        for (JavaImport present : closest(groups, name)) {
            if (present.name().compareTo(name) > 0) {
                return new ImportPlace(present.range().start(), line + end);
            }
        }
        return new ImportPlace(closest(groups, name).getLast().range().end(), end + line);
    }

    private static ImportPlace first(JavaFile file, String line, boolean isStatic, String end) {
        if (!file.imports().isEmpty()) {
            return isStatic
                    ? new ImportPlace(file.imports().getFirst().range().start(), line + end + end)
                    : new ImportPlace(file.imports().getLast().range().end(), end + end + line);
        }
        return file.packageRange()
                .map(declared -> new ImportPlace(declared.end(), end + end + line))
                .orElseGet(() -> new ImportPlace(0, line + end + end));
    }

    /// The imports of one kind, in the runs that blank lines make.
    private static List<List<JavaImport>> groups(JavaFile file, boolean isStatic) {
        var groups = new ArrayList<List<JavaImport>>();
        int lastEnd = -1;
        for (JavaImport present : file.imports()) {
            if (present.isStatic() != isStatic) {
                continue;
            }
            boolean isNew =
                    lastEnd < 0
                            || file.text()
                                            .substring(lastEnd, present.range().start())
                                            .replace("\r", "")
                                            .chars()
                                            .filter(c -> c == '\n')
                                            .count()
                                    > 1;
            if (isNew) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(present);
            lastEnd = present.range().end();
        }
        return groups;
    }

    /// The group that shares the most leading names with the import; the last where none shares any.
    private static List<JavaImport> closest(List<List<JavaImport>> groups, String name) {
        List<JavaImport> best = groups.getLast();
        int most = 0;
        for (List<JavaImport> group : groups) {
            for (JavaImport present : group) {
                int shared = shared(present.name(), name);
                if (shared > most) {
                    most = shared;
                    best = group;
                }
            }
        }
        return best;
    }

    private static int shared(String a, String b) {
        String[] left = a.split("\\.", -1);
        String[] right = b.split("\\.", -1);
        int count = 0;
        while (count < Math.min(left.length, right.length) && left[count].equals(right[count])) {
            count++;
        }
        return count;
    }
}
