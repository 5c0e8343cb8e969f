package kiro.steering.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import kiro.code.Grammar;
import kiro.code.SyntaxReading;
import kiro.code.SyntaxTree;
import kiro.code.TreeSitter;
import kiro.steering.check.CheckResult.Note;
import kiro.steering.rule.Demand;
import kiro.steering.rule.SteeringRule;
import kiro.steering.rule.Subject;
import kiro.steering.rule.Violation;
import kiro.steering.source.ProjectFiles;
import kiro.steering.source.ProjectIndex;
import kiro.steering.source.SourceText;

/// Checks the files of a project against the rules of its steering.
///
/// It is for the project as it is at one moment; a file that is about to be written is checked by its new bytes with
/// [#check], and several at once over [#with].
public final class SteeringCheck {
    /// For fewer files it is not worth while to begin on several cores.
    private static final int MANY = 200;

    private static final int STRETCH = 50;

    private final List<SteeringRule> rules;
    private final TreeSitter parser;
    private final ProjectFiles files;
    private final FileWork.Engine engine;
    private final NameIndex names;
    private final Ports ports;

    /// What other parts of the program know.
    public record Ports(InfrastructureCheck infrastructure, MeasuredCoverage coverage) {
        public static final Ports NONE = new Ports(InfrastructureCheck.NONE, MeasuredCoverage.NONE);
    }

    public SteeringCheck(Collection<SteeringRule> rules, ProjectFiles files, TreeSitter parser) {
        this(rules, files, parser, Ports.NONE);
    }

    public SteeringCheck(
            Collection<SteeringRule> rules, ProjectFiles files, TreeSitter parser, Ports ports) {
        this.rules = List.copyOf(rules);
        this.parser = parser;
        this.files = files;
        this.ports = ports;
        var project = new ProjectIndex(files, parser);
        this.engine =
                new FileWork.Engine(
                        project,
                        new Parts(),
                        new Shapes(parser),
                        new ImportGraph(project),
                        ports.infrastructure());
        this.names = new NameIndex(sought(rules));
    }

    private static Set<Subject.Name> sought(Collection<SteeringRule> rules) {
        var names = new HashSet<Subject.Name>();
        for (SteeringRule rule : rules) {
            names.addAll(Demands.names(rule.demand()));
        }
        return names;
    }

    /// The same rules for the project with files in the place of others or beside them, and without some.
    public SteeringCheck with(Map<String, byte[]> written, Set<String> removed) {
        return new SteeringCheck(rules, files.with(written, removed), parser, ports);
    }

    /// Other rules for the same project.
    public SteeringCheck withRules(Collection<SteeringRule> others) {
        return new SteeringCheck(others, files, parser, ports);
    }

    /// Checks a file of the project as it is.
    public CheckResult check(String path) {
        return files.read(path).map(bytes -> check(path, bytes)).orElse(nothing());
    }

    private static CheckResult nothing() {
        return new CheckResult(List.of(), List.of());
    }

    /// Checks one file as it would be with these bytes.
    ///
    /// @param path from the project's root
    public CheckResult check(String path, byte[] bytes) {
        Optional<String> refusal =
                Grammar.of(path).isPresent() ? SourceGate.refusal(bytes) : Optional.empty();
        return refusal.isPresent() && rules.stream().anyMatch(rule -> rule.scope().has(path))
                ? new CheckResult(List.of(), List.of(new Note(path, true, refusal.get())))
                : checkWritten(path, bytes);
    }

    /// The same for what somebody writes: that it says a program has made it does not count.
    public CheckResult checkWritten(String path, byte[] bytes) {
        List<SteeringRule> own = rules.stream().filter(rule -> rule.scope().has(path)).toList();
        if (own.isEmpty()) {
            return nothing();
        }
        Optional<Grammar> grammar = Grammar.of(path);
        var notes = new ArrayList<Note>();
        Optional<SyntaxTree> tree = grammar.flatMap(known -> read(known, path, bytes, notes));
        if (grammar.isPresent() && tree.isEmpty()) {
            return new CheckResult(List.of(), notes);
        }
        FileWork work = FileWork.of(new CheckedFile(path, bytes, tree), engine, names);
        var report = new Report();
        own.forEach(rule -> check(work, rule, report, notes));
        return new CheckResult(report.violations(), notes);
    }

    private static void check(FileWork work, SteeringRule rule, Report report, List<Note> notes) {
        try {
            new Demands(work, rule, report, notes).check();
        } catch (BoundedText.TooLong endless) {
            notes.add(
                    new Note(
                            work.path(),
                            false,
                            "the expression of %s runs away on it: write it without repetitions in repetitions"
                                    .formatted(rule.id())));
        }
    }

    private Optional<SyntaxTree> read(
            Grammar grammar, String path, byte[] bytes, List<Note> notes) {
        return switch (parser.read(grammar, SourceText.withoutMark(bytes))) {
            case SyntaxReading.Whole whole -> {
                int line = whole.tree().firstErrorLine();
                if (line > 0) {
                    notes.add(
                            new Note(
                                    path,
                                    false,
                                    "line %d does not follow the grammar of %s: what is around it is not checked"
                                            .formatted(line, grammar.title())));
                }
                yield Optional.of(whole.tree());
            }
            case SyntaxReading.Broken broken -> {
                notes.add(new Note(path, true, broken.reason()));
                yield Optional.empty();
            }
        };
    }

    /// Checks every file of the project.
    public CheckResult checkProject() {
        return checkAll(files.paths()).with(checkCoverage());
    }

    /// Checks some files of the project; many on all cores, with the same result in the same order.
    public CheckResult checkAll(Collection<String> paths) {
        return paths.size() < MANY ? inOrder(paths) : atOnce(List.copyOf(paths));
    }

    /// Each worker has what it learns of the project to itself, so that nothing is waited for.
    private CheckResult atOnce(List<String> paths) {
        int stretches = (paths.size() + STRETCH - 1) / STRETCH;
        var results = new AtomicReferenceArray<CheckResult>(stretches);
        var next = new AtomicInteger();
        IntStream.rangeClosed(0, ForkJoinPool.getCommonPoolParallelism())
                .parallel()
                .forEach(worker -> {
                    SteeringCheck own = worker == 0 ? this : withRules(rules);
                    for (int at = next.getAndIncrement();
                            at < stretches;
                            at = next.getAndIncrement()) {
                        int end = Math.min(paths.size(), (at + 1) * STRETCH);
                        results.set(at, own.inOrder(paths.subList(at * STRETCH, end)));
                    }
                });
        var violations = new ArrayList<Violation>();
        var notes = new ArrayList<Note>();
        for (int i = 0; i < stretches; i++) {
            violations.addAll(results.get(i).violations());
            notes.addAll(results.get(i).notes());
        }
        return new CheckResult(violations, notes);
    }

    private CheckResult inOrder(Collection<String> paths) {
        var violations = new ArrayList<Violation>();
        var notes = new ArrayList<Note>();
        for (String path : paths) {
            CheckResult result = check(path);
            violations.addAll(result.violations());
            notes.addAll(result.notes());
        }
        return new CheckResult(violations, notes);
    }

    /// Checks what is measured of the project as a whole.
    public CheckResult checkCoverage() {
        var report = new Report();
        var notes = new ArrayList<Note>();
        for (SteeringRule rule : rules) {
            if (rule.demand() instanceof Demand.Coverage asked) {
                new CoverageRule(engine, ports.coverage(), report, notes).check(rule, asked);
            }
        }
        return new CheckResult(report.violations(), notes);
    }

    /// Checks what is measured of some files, which somebody has changed.
    public CheckResult checkCoverage(Set<String> changed) {
        var report = new Report();
        var notes = new ArrayList<Note>();
        for (SteeringRule rule : rules) {
            if (rule.demand() instanceof Demand.Coverage asked) {
                new CoverageRule(engine, ports.coverage(), report, notes)
                        .checkOnly(rule, asked, changed);
            }
        }
        return new CheckResult(report.violations(), notes);
    }

    /// The same rules with what a run of the tests has measured.
    public SteeringCheck measured(MeasuredCoverage coverage) {
        return new SteeringCheck(rules, files, parser, new Ports(ports.infrastructure(), coverage));
    }

    /// Those violations that were not there before: old ones stand in nobody's way, wherever they have moved to.
    public static List<Violation> fresh(Collection<Violation> before, Collection<Violation> after) {
        var old = new HashMap<Mark, Integer>();
        before.forEach(each -> old.merge(Mark.of(each), 1, Integer::sum));
        var fresh = new ArrayList<Violation>();
        for (Violation each : after) {
            int left = old.merge(Mark.of(each), -1, Integer::sum);
            if (left < 0) {
                fresh.add(each);
            }
        }
        return List.copyOf(fresh);
    }

    /// What makes violations of two checks the same.
    private record Mark(String rule, String path, String print) {
        static Mark of(Violation violation) {
            return new Mark(violation.rule().id().value(), violation.path(), violation.print());
        }
    }
}
