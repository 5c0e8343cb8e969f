package kiro.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.Grammar;

/// Knows where a project keeps the tests of a source, by the pairs that there are.
final class TestPlaces {
    private static final Pattern JAVA_NAME =
            Pattern.compile("(?<stem>.+?)(?<end>Tests?|IT|Spec|TestCase)");
    private static final Pattern SCRIPT_NAME =
            Pattern.compile("(?<stem>.+?)(?<end>[._-](?:test|spec))");
    private static final Pattern PYTHON_NAME =
            Pattern.compile("test_(?<stem>.+)|(?<other>.+)_test");
    private static final Pattern GO_NAME = Pattern.compile("(?<stem>.+)_test");

    private final List<String> files;
    private final Set<String> sources;

    /// @param files of the project, from its root
    TestPlaces(List<String> files) {
        this.files = List.copyOf(files);
        this.sources =
                new HashSet<>(
                        files.stream()
                                .filter(file -> FileRole.of(file) == FileRole.SOURCE)
                                .toList());
    }

    /// The tests of the same language, those nearest to a source first.
    List<String> samples(String source) {
        Optional<Grammar> language = Grammar.of(source);
        return files.stream()
                .filter(file -> isTest(file) && isSameLanguage(language, Grammar.of(file)))
                .sorted(
                        Comparator.comparingInt(
                                        (String file) -> -shared(within(source), within(file)))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static boolean isSameLanguage(Optional<Grammar> one, Optional<Grammar> other) {
        return one.isPresent()
                && other.isPresent()
                && (one.equals(other) || (one.get().isScript() && other.get().isScript()));
    }

    private static boolean isTest(String file) {
        return FileRole.of(file) == FileRole.TEST && stem(file).isPresent();
    }

    /// Tests of a source that are there already.
    List<String> existing(String source) {
        String stem = Words.stem(source);
        return samples(source).stream()
                .filter(file -> stem(file).filter(stem::equals).isPresent())
                .filter(file -> folderless(source, file))
                .toList();
    }

    /// A name such as `index` says nothing of where its tests are; others do.
    private static boolean folderless(String source, String test) {
        return !Set.of("index", "main", "mod", "utils", "__init__").contains(Words.stem(source))
                || shared(within(source), within(test)) > 0;
    }

    /// Which source a test is about, by its name.
    private static Optional<String> stem(String test) {
        String name = Words.stem(test);
        Pattern form =
                switch (Grammar.of(test).orElse(Grammar.RUST)) {
                    case JAVA -> JAVA_NAME;
                    case JAVASCRIPT, TYPESCRIPT, TSX -> SCRIPT_NAME;
                    case PYTHON -> PYTHON_NAME;
                    case GO -> GO_NAME;
                    case RUST -> Pattern.compile("(?!)(?<stem>)");
                };
        Matcher matcher = form.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String stem = matcher.group("stem");
        return Optional.of(stem == null ? name.replaceFirst("_test$", "") : stem);
    }

    /// Where the test of a source belongs, as most pairs of the project have it; empty for a language whose tests stand in the
    /// source.
    Optional<String> place(String source) {
        Grammar language = Grammar.of(source).orElse(Grammar.RUST);
        return switch (language) {
            case GO -> Optional.of(source.replaceFirst("\\.go$", "_test.go"));
            case JAVA -> Optional.of(javaPlace(source));
            case PYTHON, JAVASCRIPT, TYPESCRIPT, TSX ->
                    Optional.of(learned(source).orElseGet(() -> usual(source, language)));
            case RUST -> Optional.empty();
        };
    }

    private String javaPlace(String source) {
        String end =
                most(samples(source).stream()
                                .limit(200)
                                .map(file -> JAVA_NAME.matcher(Words.stem(file)))
                                .filter(Matcher::matches)
                                .map(name -> name.group("end"))
                                .filter(each -> !each.equals("IT"))
                                .toList())
                        .orElse("Test");
        String place = source.replaceFirst("(^|/)src/main/", "$1src/test/");
        return place.replaceFirst("\\.java$", end + ".java");
    }

    private static String usual(String source, Grammar language) {
        if (language == Grammar.PYTHON) {
            return "tests/test_" + name(source);
        }
        int dot = source.lastIndexOf('.');
        return source.substring(0, dot) + ".test" + source.substring(dot);
    }

    /// How the path of a test is made from that of its source.
    ///
    /// @param cut the folder that is taken off the source
    /// @param root the folder that is put before it
    /// @param inner a folder put before the name, such as `__tests__`
    private record Way(
            String cut, String root, String inner, String before, String after, boolean isFlat) {
        String of(String source) {
            String folder = folder(source);
            String rest = folder.startsWith(cut) ? folder.substring(cut.length()) : folder;
            String name = name(source);
            int dot = name.lastIndexOf('.');
            return root
                    + (isFlat ? "" : rest)
                    + inner
                    + before
                    + name.substring(0, dot)
                    + after
                    + name.substring(dot);
        }
    }

    private Optional<String> learned(String source) {
        var ways = new ArrayList<Way>();
        Map<String, List<String>> byStem = new HashMap<>();
        sources.forEach(
                file -> byStem.computeIfAbsent(Words.stem(file), _ -> new ArrayList<>()).add(file));
        for (String test : samples(source).stream().limit(300).toList()) {
            for (String of : byStem.getOrDefault(stem(test).orElse(""), List.of())) {
                ways(of, test).forEach(ways::add);
            }
        }
        return most(ways).map(way -> way.of(source));
    }

    private static Stream<Way> ways(String source, String test) {
        String stem = Words.stem(source);
        String name = Words.stem(test);
        int at = name.indexOf(stem);
        String before = at < 0 ? "" : name.substring(0, at);
        String after = at < 0 ? "" : name.substring(at + stem.length());
        String from = folder(source);
        var cuts = new ArrayList<>(List.of("", "src/", "lib/", "app/"));
        if (from.startsWith("src/") && from.indexOf('/', 4) > 0) {
            cuts.add(from.substring(0, from.indexOf('/', 4) + 1));
        }
        return cuts.stream()
                .filter(from::startsWith)
                .flatMap(cut ->
                        Stream.of(
                                        "",
                                        "test/",
                                        "tests/",
                                        "__tests__/",
                                        "spec/",
                                        "tests/unit/",
                                        "test/unit/")
                                .flatMap(root ->
                                        Stream.of("", "__tests__/", "tests/")
                                                .flatMap(inner ->
                                                        Stream.of(false, true)
                                                                .map(isFlat ->
                                                                        new Way(
                                                                                cut, root, inner,
                                                                                before, after,
                                                                                isFlat)))))
                .filter(way ->
                        way.of(source)
                                .replaceFirst("\\.\\w+$", "")
                                .equals(test.replaceFirst("\\.\\w+$", "")));
    }

    private static <T> Optional<T> most(List<T> votes) {
        var counts = new HashMap<T, Integer>();
        votes.forEach(vote -> counts.merge(vote, 1, Integer::sum));
        return votes.stream().max(Comparator.comparingInt(counts::get));
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The folders of a path without those that only say what kind of files they hold.
    private static List<String> within(String path) {
        return Stream.of(folder(path).split("/"))
                .filter(name ->
                        !Set.of("", "src", "main", "test", "tests", "__tests__", "java", "lib")
                                .contains(name))
                .toList();
    }

    private static int shared(List<String> one, List<String> other) {
        int at = 0;
        while (at < Math.min(one.size(), other.size()) && one.get(at).equals(other.get(at))) {
            at++;
        }
        return at;
    }
}
