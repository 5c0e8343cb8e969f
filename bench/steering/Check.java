import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kiro.code.Grammar;
import kiro.code.NativeCache;
import kiro.code.TreeSitter;
import kiro.finding.RuleId;
import kiro.finding.Severity;
import kiro.steering.check.CheckResult;
import kiro.steering.check.SteeringCheck;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Examples;
import kiro.steering.rule.FileScope;
import kiro.steering.rule.Origin;
import kiro.steering.rule.SteeringRule;
import kiro.steering.rule.Subject;
import kiro.steering.source.ProjectFiles;
import kiro.text.SourceSpan;

/// What it costs to check sources against a hundred forbidden calls: all files on so many threads, and one file when the
/// program is warm. It writes the same rules for ast-grep.
class Check {
    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]).toRealPath();
        Path work = Path.of(args[1]);
        var parser =
                new TreeSitter(
                        new NativeCache(work, work),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
        List<String> names = names();
        writeRules(names, work.resolve("rules.yml"));
        ProjectFiles files = files(root);
        long lines = 0;
        for (String path : files.paths()) {
            for (byte each : files.read(path).orElse(new byte[0])) {
                lines += each == '\n' ? 1 : 0;
            }
        }
        List<SteeringRule> rules = names.stream().map(Check::rule).toList();
        long wall = System.nanoTime();
        var check = new SteeringCheck(rules, files, parser);
        CheckResult all = all(check, files, 2);
        double seconds = (System.nanoTime() - wall) / 1e9;
        System.out.printf(
                "kiro      %,d files, %,d lines, %d rules: %.1f s on 2 threads, %,d violations, %,d notes%n",
                files.paths().size(),
                lines,
                rules.size(),
                seconds,
                all.violations().size(),
                all.notes().size());
        one(check, files);
    }

    private static CheckResult all(SteeringCheck check, ProjectFiles files, int threads)
            throws Exception {
        var violations = new ArrayList<kiro.steering.rule.Violation>();
        var notes = new ArrayList<CheckResult.Note>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<CheckResult>>();
            for (String path : files.paths()) {
                running.add(pool.submit(() -> check.check(path)));
            }
            for (Future<CheckResult> each : running) {
                violations.addAll(each.get().violations());
                notes.addAll(each.get().notes());
            }
        }
        return new CheckResult(violations, notes);
    }

    private static void one(SteeringCheck check, ProjectFiles files) {
        var bean = ManagementFactory.getThreadMXBean();
        var costs = new ArrayList<Double>();
        List<String> some = files.paths().stream().limit(4_000).toList();
        for (String path : some) {
            byte[] bytes = files.read(path).orElse(new byte[0]);
            long start = bean.getCurrentThreadCpuTime();
            check.check(path, bytes);
            costs.add((bean.getCurrentThreadCpuTime() - start) / 1e6);
        }
        costs.sort(null);
        System.out.printf(
                "kiro      a file, warm: median %.2f ms, 99 of 100 under %.2f ms, the longest %.2f ms of CPU%n",
                costs.get(costs.size() / 2), costs.get(costs.size() * 99 / 100), costs.getLast());
    }

    private static List<String> names() {
        var names =
                new ArrayList<>(
                        List.of(
                                "console.log",
                                "process.exit",
                                "document.write",
                                "window.alert",
                                "JSON.parse"));
        for (int i = names.size(); i < 100; i++) {
            names.add("library%d.call".formatted(i));
        }
        return names;
    }

    private static SteeringRule rule(String name) {
        return new SteeringRule(
                new RuleId("bench/" + name.toLowerCase(java.util.Locale.ROOT).replace('.', '-')),
                new Origin("bench.md", SourceSpan.start(), "never use " + name),
                new Demand.Forbid(Subject.Name.of(name)),
                FileScope.ALL,
                Optional.empty(),
                Severity.ERROR,
                Examples.NONE);
    }

    private static void writeRules(List<String> names, Path file) throws IOException {
        var text = new StringBuilder();
        for (String name : names) {
            text.append(text.isEmpty() ? "" : "---\n")
                    .append(
                            "id: %s\nlanguage: TypeScript\nrule:\n  pattern: %s($$$)\n"
                                    .formatted(name.replace('.', '-'), name));
        }
        Files.writeString(file, text);
    }

    private static ProjectFiles files(Path root) throws IOException {
        var paths = new TreeSet<String>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .filter(path -> path.endsWith(".ts") && Grammar.of(path).isPresent())
                    .forEach(paths::add);
        }
        return new ProjectFiles() {
            @Override
            public NavigableSet<String> paths() {
                return paths;
            }

            @Override
            public Optional<byte[]> read(String path) {
                try {
                    return Optional.of(Files.readAllBytes(root.resolve(path)));
                } catch (IOException gone) {
                    return Optional.empty();
                }
            }
        };
    }
}
