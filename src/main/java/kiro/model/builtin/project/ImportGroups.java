package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kiro.code.JavaFile;
import kiro.code.JavaImport;

/// How a project orders its imports where it parts them by blank lines: the groups, each with what its imports begin
/// with. None where it writes them in one run.
///
/// @param own what the names of the project's own types begin with
public record ImportGroups(List<List<String>> groups, String own) {
    private static final String OWN = "own";

    public ImportGroups {
        groups = groups.stream().map(List::copyOf).toList();
    }

    static ImportGroups of(List<JavaFile> files) {
        String own = own(files);
        int parted = 0;
        int whole = 0;
        List<List<String>> fullest = List.of();
        for (JavaFile file : files) {
            List<List<String>> found = groups(file, own);
            boolean isMixed = found.stream().flatMap(List::stream).distinct().count() > 1;
            if (!isMixed) {
                continue;
            }
            if (found.size() > 1) {
                parted++;
            } else {
                whole++;
            }
            fullest = size(found) > size(fullest) && isClear(found) ? found : fullest;
        }
        return new ImportGroups(parted > whole ? fullest : List.of(), own);
    }

    private static int size(List<List<String>> groups) {
        return groups.stream().mapToInt(List::size).sum();
    }

    /// Whether nothing stands in two groups.
    private static boolean isClear(List<List<String>> groups) {
        List<String> all = groups.stream().flatMap(List::stream).toList();
        return all.stream().distinct().count() == all.size();
    }

    /// The first two names of the package that is above all others.
    private static String own(List<JavaFile> files) {
        return files.stream()
                .map(JavaFile::packageName)
                .min(Comparator.comparingInt(String::length))
                .map(name -> name.replaceFirst("^([^.]+\\.[^.]+)\\..*", "$1"))
                .orElse("");
    }

    private static List<List<String>> groups(JavaFile file, String own) {
        var groups = new ArrayList<LinkedHashSet<String>>();
        int end = -1;
        for (JavaImport present : file.imports()) {
            if (present.isStatic()) {
                continue;
            }
            String between = end < 0 ? "\n\n" : file.text().substring(end, present.range().start());
            if (between.chars().filter(c -> c == '\n').count() > 1) {
                groups.add(new LinkedHashSet<>());
            }
            groups.getLast().add(key(present.name(), own));
            end = present.range().end();
        }
        return groups.stream().map(List::copyOf).toList();
    }

    private static String key(String name, String own) {
        return !own.isEmpty() && name.startsWith(own + ".") ? OWN : name.replaceFirst("\\..*", "");
    }

    /// A new class with its imports in these groups.
    String apply(String code) {
        List<String> lines =
                code.lines()
                        .filter(line ->
                                line.startsWith("import ") && !line.startsWith("import static"))
                        .toList();
        Optional<String> first = lines.stream().findFirst();
        if (groups.isEmpty() || lines.size() < 2) {
            return code;
        }
        var sorted = new ArrayList<TreeSet<String>>();
        for (int i = 0; i <= groups.size(); i++) {
            sorted.add(new TreeSet<>());
        }
        lines.forEach(line -> sorted.get(group(line)).add(line));
        var block = new ArrayList<String>();
        sorted.stream()
                .filter(group -> !group.isEmpty())
                .forEach(group -> block.add(String.join("\n", group)));
        int start = code.indexOf(first.orElseThrow());
        int end = code.indexOf(lines.getLast()) + lines.getLast().length();
        boolean isOneRun =
                code.substring(start, end)
                        .lines()
                        .allMatch(line -> line.isEmpty() || lines.contains(line));
        return isOneRun
                ? code.substring(0, start) + String.join("\n\n", block) + code.substring(end)
                : code;
    }

    /// The group of an import; behind all others where the project has none for it.
    private int group(String line) {
        String key = key(line.replaceFirst("^import ", ""), own);
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).contains(key)) {
                return i;
            }
        }
        return groups.size();
    }
}
