package kiro.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kiro.memory.CodeUse.Use;
import kiro.memory.Learned.Found;

/// Counts what the code does, and says what it does nearly everywhere and what it speaks to.
final class CodeLearner {
    private static final int LEAST_FILES = 3;
    private static final int LEAST_THROWS = 6;
    private static final int LEAST_TESTS = 6;
    private static final double LEAST_SHARE = 0.6;
    private static final int EXAMPLES = 3;
    private static final int HOSTS = 12;

    /// Topics of patterns: what is said, whether of tests, and of which files.
    private static final List<Topic> TOPICS =
            List.of(
                    new Topic("logging", "logs with %s", false, "that log", LEAST_FILES),
                    new Topic("tests", "is tested with %s", true, "with tests", LEAST_FILES),
                    new Topic(
                            "assertions",
                            "asserts in tests with %s",
                            true,
                            "that assert",
                            LEAST_FILES),
                    new Topic(
                            "mocks",
                            "replaces parts in tests with %s",
                            true,
                            "that do so",
                            LEAST_FILES),
                    new Topic("data", "reads and writes data with %s", false, "that do so", 1),
                    new Topic("authentication", "authenticates with %s", false, "that do so", 1),
                    new Topic("web", "speaks HTTP with %s", false, "that do so", 1),
                    new Topic(
                            "errors",
                            "makes errors with %s",
                            false,
                            "that make errors so",
                            LEAST_FILES));

    private static final Set<String> NO_HOSTS =
            Set.of(
                    "www.w3.org",
                    "github.com",
                    "raw.githubusercontent.com",
                    "json-schema.org",
                    "json.schemastore.org",
                    "www.apache.org",
                    "maven.apache.org",
                    "schemas.microsoft.com",
                    "docs.python.org",
                    "stackoverflow.com",
                    "en.wikipedia.org",
                    "developer.mozilla.org",
                    "opensource.org",
                    "www.gnu.org");

    /// How the hosts begin that packages come from.
    private static final String REGISTRIES = "(?:registry|repo\\d?|proxy|pypi)\\..*";

    private final Learned learned;

    CodeLearner(Learned learned) {
        this.learned = learned;
    }

    /// @param least in so many files it has to be seen
    private record Topic(
            String name, String sentence, boolean isOfTests, String which, int least) {}

    /// @param configured what configuration names
    List<Fact> learn(List<CodeUse> files, List<Example> configured) {
        var facts = new ArrayList<Fact>();
        var byLanguage = new TreeMap<String, List<CodeUse>>();
        files.forEach(
                file -> byLanguage.computeIfAbsent(family(file), _ -> new ArrayList<>()).add(file));
        byLanguage.forEach((language, of) -> {
            TOPICS.forEach(topic -> pattern(language, topic, of, facts));
            thrown(language, of, facts);
            testNames(language, of, facts);
        });
        integrations(files, configured, facts);
        hosts(files, configured, facts);
        return facts;
    }

    private static String family(CodeUse file) {
        return file.language().isScript() ? "TypeScript and JavaScript" : file.language().title();
    }

    private void pattern(String language, Topic topic, List<CodeUse> files, List<Fact> facts) {
        var byName = new LinkedHashMap<String, List<Example>>();
        int all = 0;
        for (CodeUse file : files) {
            List<Use> uses =
                    file.uses().stream().filter(use -> use.topic().equals(topic.name())).toList();
            boolean counts = !uses.isEmpty() && (topic.isOfTests() || !file.isTest());
            if (counts) {
                all++;
                uses.forEach(use ->
                        byName.computeIfAbsent(use.name(), _ -> new ArrayList<>())
                                .add(new Example(file.path(), use)));
            }
        }
        int of = all;
        byName.entrySet().stream()
                .filter(each -> each.getValue().size() >= topic.least())
                .filter(each -> each.getValue().size() >= of * LEAST_SHARE)
                .max(Comparator.comparingInt(each -> each.getValue().size()))
                .ifPresent(best ->
                        facts.add(counted(language, topic, best.getKey(), best.getValue(), of)));
    }

    /// A place that shows something.
    record Example(String path, Use use) {
        private Ground ground() {
            return Ground.line(path, use.text());
        }
    }

    private Fact counted(
            String language, Topic topic, String name, List<Example> examples, int of) {
        Example first = examples.getFirst();
        return learned.pattern(
                new Found(
                        language + " " + topic.name(),
                        "%s code %s (%d of %d files %s)"
                                .formatted(
                                        language,
                                        topic.sentence().formatted(name),
                                        examples.size(),
                                        of,
                                        topic.which()),
                        new Source.OfFile(first.path(), first.use().line()),
                        List.of(topic.name(), name),
                        grounds(examples)),
                new Fact.Tally(examples.size(), of),
                List.of());
    }

    private static List<Ground> grounds(List<Example> examples) {
        return examples.stream().limit(EXAMPLES).map(Example::ground).toList();
    }

    /// Whether failures are errors of the project's own.
    private void thrown(String language, List<CodeUse> files, List<Fact> facts) {
        Set<String> own = new HashSet<>();
        files.stream()
                .filter(file -> !file.isTest())
                .forEach(file -> own.addAll(file.names().errorTypes()));
        var counts = new TreeMap<String, Integer>();
        files.stream()
                .filter(file -> !file.isTest())
                .flatMap(file -> file.thrown().stream())
                .forEach(name -> counts.merge(name, 1, Integer::sum));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Integer> ours =
                counts.entrySet().stream()
                        .filter(each -> own.contains(each.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        int count = ours.values().stream().mapToInt(Integer::intValue).sum();
        if (all < LEAST_THROWS || count < all * LEAST_SHARE) {
            return;
        }
        String names = most(ours);
        CodeUse first =
                files.stream()
                        .filter(file -> file.thrown().stream().anyMatch(ours::containsKey))
                        .findFirst()
                        .orElseThrow();
        facts.add(
                learned.pattern(
                        new Found(
                                language + " thrown",
                                "%s code throws errors of its own, mostly %s (%d of %d throws)"
                                        .formatted(language, names, count, all),
                                new Source.OfFile(first.path(), 0),
                                List.of("errors", "exceptions"),
                                List.of()),
                        new Fact.Tally(count, all),
                        List.of()));
    }

    private static String most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(EXAMPLES)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private void testNames(String language, List<CodeUse> files, List<Fact> facts) {
        List<CodeUse> named =
                files.stream().filter(file -> !file.names().tests().isEmpty()).toList();
        List<String> names = named.stream().flatMap(file -> file.names().tests().stream()).toList();
        int snake =
                (int)
                        names.stream()
                                .filter(name -> name.matches("[a-z0-9]+(?:_[A-Za-z0-9]+)+"))
                                .count();
        int camel =
                (int)
                        names.stream()
                                .filter(name -> name.matches("[a-z]+(?:[A-Z][A-Za-z0-9]*)+"))
                                .count();
        int most = Math.max(snake, camel);
        if (names.size() < LEAST_TESTS || most < names.size() * 0.8) {
            return;
        }
        facts.add(
                learned.pattern(
                        new Found(
                                language + " test names",
                                "%s tests have names in %s, as %s (%d of %d)"
                                        .formatted(
                                                language,
                                                snake > camel ? "snake_case" : "camelCase",
                                                names.getFirst(),
                                                most,
                                                names.size()),
                                new Source.OfFile(named.getFirst().path(), 0),
                                List.of("tests", "names"),
                                List.of()),
                        new Fact.Tally(most, names.size()),
                        List.of()));
    }

    private void integrations(List<CodeUse> files, List<Example> configured, List<Fact> facts) {
        var byName = new TreeMap<String, List<Example>>();
        for (CodeUse file : files) {
            if (!file.isTest()) {
                file.uses().stream()
                        .filter(use -> use.topic().equals("integration"))
                        .forEach(use -> add(byName, new Example(file.path(), use)));
            }
        }
        configured.stream()
                .filter(each -> each.use().topic().equals("integration"))
                .forEach(each -> add(byName, each));
        byName.forEach((name, examples) ->
                facts.add(speaks(name, "The project speaks to " + name, examples)));
    }

    private static void add(Map<String, List<Example>> byName, Example example) {
        byName.computeIfAbsent(example.use().name(), _ -> new ArrayList<>()).add(example);
    }

    private Fact speaks(String subject, String name, List<Example> examples) {
        String places =
                examples.stream()
                        .map(Example::path)
                        .distinct()
                        .limit(EXAMPLES)
                        .collect(Collectors.joining(", "));
        long more = examples.stream().map(Example::path).distinct().count() - EXAMPLES;
        Example first = examples.getFirst();
        return learned.integration(
                new Found(
                        subject,
                        "%s in %s%s"
                                .formatted(
                                        name,
                                        places,
                                        more > 0 ? " and %d more".formatted(more) : ""),
                        new Source.OfFile(first.path(), first.use().line()),
                        List.of(name),
                        grounds(examples)),
                0.9);
    }

    private void hosts(List<CodeUse> files, List<Example> configured, List<Fact> facts) {
        var byHost = new TreeMap<String, List<Example>>();
        for (CodeUse file : files) {
            if (!file.isTest()) {
                file.hosts().stream()
                        .filter(use -> isSpokenTo(use.name()))
                        .forEach(use -> add(byHost, new Example(file.path(), use)));
            }
        }
        configured.stream()
                .filter(each -> each.use().topic().equals("host"))
                .filter(each -> isSpokenTo(each.use().name()))
                .forEach(each -> add(byHost, each));
        byHost.entrySet().stream()
                .limit(HOSTS)
                .forEach(each ->
                        facts.add(
                                speaks(
                                        "host " + each.getKey(),
                                        "The code names the host " + each.getKey(),
                                        each.getValue())));
    }

    private static boolean isSpokenTo(String host) {
        return !NO_HOSTS.contains(host)
                && !host.matches(
                        "(?:.*\\.)?(?:example|test|invalid|localhost|local)(?:\\.(?:com|org|net))?")
                && !host.matches("[0-9.]+")
                && !host.matches(REGISTRIES)
                && !host.startsWith("docs.")
                && !host.startsWith("schemas.");
    }
}
