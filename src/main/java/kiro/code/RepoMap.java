package kiro.code;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A map of a repository for a model: the files that matter most to a task, with what they declare, within a budget.
///
/// What matters is found out by who uses what. In a large repository only the files nearest to the task are looked at, so
/// that the map costs the same however large it is.
public final class RepoMap {
    private static final Set<String> SOURCES =
            Set.of(
                    "java", "kt", "ts", "tsx", "js", "jsx", "mjs", "py", "go", "rs", "rb", "cs",
                    "scala", "swift", "php");
    private static final int MOST_FILES = 300;
    private static final int DEEPEST = 1_000;
    private static final PathWords TEST_FOLDERS =
            new PathWords(
                    Set.of("test", "tests", "spec", "specs", "__tests__", "e2e", "fixtures"), "/");
    private static final List<String> TEST_NAMES = List.of(".test", ".spec", "_test", "_spec");
    private static final int LARGEST = 200_000;
    private static final int LONGEST = 160;

    /// The most declarations of one file.
    private static final int DECLARED = 12;

    private RepoMap() {}

    /// @param root the workspace's folder
    /// @param paths the project's files, from there, sorted
    /// @param mayShow whether a model may see a file; asked about those alone that come into question
    /// @param task what the map is for
    /// @param characters the most that the map may have
    /// @return empty where there is nothing to show, or the thread was interrupted
    public static Optional<String> of(
            Path root, List<String> paths, Predicate<String> mayShow, String task, int characters) {
        Set<String> words = OutlineScan.names(task);
        List<String> sources =
                paths.stream().filter(RepoMap::isSource).filter(path -> !isTest(path)).toList();
        boolean isSmall = sources.size() <= MOST_FILES;
        List<String> nearest =
                isSmall
                        ? sources.stream().filter(mayShow).toList()
                        : nearest(sources, mayShow, words);
        int others = isSmall ? 0 : sources.size() - nearest.size();
        var outlines = new ArrayList<FileOutline>();
        for (String path : nearest) {
            if (Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            text(root.resolve(path))
                    .map(text -> OutlineScan.of(path, text))
                    .ifPresent(outlines::add);
        }
        return outlines.isEmpty()
                ? Optional.empty()
                : Optional.of(drawn(outlines, words, characters, others));
    }

    static boolean isSource(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.contains(".")
                && SOURCES.contains(
                        name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /// Read off by hand: an expression would be tried on every file of the repository.
    static boolean isTest(String path) {
        int name = path.lastIndexOf('/') + 1;
        int end = Math.max(name, path.lastIndexOf('.'));
        for (String test : TEST_NAMES) {
            if (isBefore(path, name, end, test)) {
                return true;
            }
        }
        return TEST_FOLDERS.areIn(path, Math.max(0, name - 1));
    }

    private static boolean isBefore(String path, int from, int end, String wanted) {
        int start = end - wanted.length();
        return start >= from && path.regionMatches(true, start, wanted, 0, wanted.length());
    }

    /// Those whose paths speak of what the task speaks of come first, then those nearest to the root. They are put into
    /// lots and not sorted, as there may be very many of them.
    private static List<String> nearest(
            List<String> sources, Predicate<String> mayShow, Set<String> words) {
        var task = new PathWords(words, "/._-");
        var lots = new TreeMap<Integer, List<String>>();
        for (String path : sources) {
            int far = depth(path) + (task.areIn(path, path.length()) ? 0 : DEEPEST);
            lots.computeIfAbsent(far, _ -> new ArrayList<>()).add(path);
        }
        return lots.values().stream()
                .flatMap(List::stream)
                .filter(mayShow)
                .limit(MOST_FILES)
                .sorted()
                .toList();
    }

    /// How many folders a file lies in.
    private static int depth(String path) {
        int depth = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            depth++;
        }
        return Math.min(depth, DEEPEST - 1);
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Files.size(file) <= LARGEST
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String drawn(
            List<FileOutline> files, Set<String> words, int characters, int others) {
        var ranking = new FileRanking(files, words);
        double[] ranks = ranking.ranks();
        List<Integer> order =
                IntStream.range(0, files.size())
                        .boxed()
                        .sorted(
                                Comparator.comparingInt(
                                                (Integer i) -> ranking.isSpokenOf(i) ? 0 : 1)
                                        .thenComparingDouble(i -> -ranks[i])
                                        .thenComparing(i -> files.get(i).path()))
                        .toList();
        var map = new StringBuilder();
        int shown = 0;
        for (int i : order) {
            String part = part(files.get(i), words);
            if (map.length() + part.length() > characters) {
                break;
            }
            map.append(part);
            shown++;
        }
        int left = files.size() - shown + others;
        return left == 0 ? map.toString() : map + "(%,d other source files)\n".formatted(left);
    }

    private static String part(FileOutline file, Set<String> words) {
        var part = new StringBuilder(file.path()).append('\n');
        List<FileOutline.Declared> declared = file.declared();
        List<FileOutline.Declared> chosen =
                declared.size() <= DECLARED
                        ? declared
                        : IntStream.range(0, declared.size())
                                .boxed()
                                .sorted(
                                        Comparator.comparingInt(i ->
                                                words.contains(declared.get(i).name()) ? 0 : 1))
                                .limit(DECLARED)
                                .sorted()
                                .map(declared::get)
                                .toList();
        for (FileOutline.Declared each : chosen) {
            String text =
                    each.text().length() <= LONGEST
                            ? each.text()
                            : each.text().substring(0, LONGEST) + " ...";
            part.append("  ").append(each.line()).append(": ").append(text).append('\n');
        }
        if (declared.size() > chosen.size()) {
            part.append("  ... ").append(declared.size() - chosen.size()).append(" more\n");
        }
        return part.toString();
    }
}
