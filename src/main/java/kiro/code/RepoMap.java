package kiro.code;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A map of a repository for a model: the files that matter most to a task, with what they declare, within a budget.
///
/// What matters is found out by who uses what. In a large repository only the files nearest to the task are looked at, so
/// that the map costs the same however large it is.
public final class RepoMap {
    private static final int MOST_FILES = 300;
    private static final int LARGEST = 200_000;
    private static final int LONGEST = 160;
    private static final int THOUSAND = 1_000;

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
        NearSources.Choice choice = new NearSources(words, MOST_FILES).of(paths, mayShow);
        var outlines = new ArrayList<FileOutline>();
        for (String path : choice.nearest()) {
            if (Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            text(root.resolve(path))
                    .map(text -> OutlineScan.of(path, text))
                    .ifPresent(outlines::add);
        }
        return outlines.isEmpty()
                ? Optional.empty()
                : Optional.of(drawn(outlines, words, characters, choice.others()));
    }

    private static Optional<String> text(Path file) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isRegularFile() && found.size() <= LARGEST
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
        boolean[] spokenOf = ranking.spokenOf();
        List<Integer> order =
                IntStream.range(0, files.size())
                        .boxed()
                        .sorted((one, other) -> order(spokenOf, ranks, files, one, other))
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
        return left == 0 ? map.toString() : map + "(" + grouped(left) + " other source files)\n";
    }

    /// By hand: the first formatted text takes the platform as long as the ranking of all files.
    private static String grouped(int number) {
        return number < THOUSAND
                ? String.valueOf(number)
                : grouped(number / THOUSAND)
                        + ","
                        + String.valueOf(THOUSAND + number % THOUSAND).substring(1);
    }

    /// Those that the task speaks of, then the first others.
    private static List<FileOutline.Declared> chosen(
            List<FileOutline.Declared> declared, Set<String> words) {
        long spokenOf =
                declared.stream()
                        .filter(each -> words.contains(each.name()))
                        .limit(DECLARED)
                        .count();
        long left = DECLARED - spokenOf;
        var chosen = new ArrayList<FileOutline.Declared>();
        for (FileOutline.Declared each : declared) {
            if (words.contains(each.name()) ? spokenOf-- > 0 : left-- > 0) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    private static int order(
            boolean[] spokenOf, double[] ranks, List<FileOutline> files, int one, int other) {
        int order = Boolean.compare(spokenOf[other], spokenOf[one]);
        order = order != 0 ? order : Double.compare(ranks[other], ranks[one]);
        return order != 0 ? order : files.get(one).path().compareTo(files.get(other).path());
    }

    private static String part(FileOutline file, Set<String> words) {
        var part = new StringBuilder(file.path()).append('\n');
        List<FileOutline.Declared> declared = file.declared();
        List<FileOutline.Declared> chosen =
                declared.size() <= DECLARED ? declared : chosen(declared, words);
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
