package kiro.steering.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.code.Grammar;
import kiro.code.SyntaxTree;
import kiro.steering.check.CheckResult.Note;
import kiro.steering.check.MeasuredCoverage.Count;
import kiro.steering.check.MeasuredCoverage.Measured;
import kiro.steering.check.MeasuredCoverage.OfFile;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Part;
import kiro.steering.rule.SteeringRule;
import kiro.text.SourceSpan;

/// Whether enough of the code is run by tests. What was not measured does not pass.
final class CoverageRule {
    private static final String AGAIN = "run the tests with coverage, and then check again";
    private static final int TOLD = 3;
    private static final Set<String> BODIES =
            Set.of("block", "statement_block", "constructor_body", "compact_constructor_body");

    private final FileWork.Engine engine;
    private final MeasuredCoverage coverage;
    private final Report report;
    private final List<Note> notes;

    CoverageRule(
            FileWork.Engine engine, MeasuredCoverage coverage, Report report, List<Note> notes) {
        this.engine = engine;
        this.coverage = coverage;
        this.report = report;
        this.notes = notes;
    }

    /// The words of one check.
    ///
    /// @param of whose coverage it is
    private record Asked(SteeringRule rule, Demand.Coverage demand, String of) {
        String what() {
            return demand.ofBranches() ? "branches" : "lines";
        }

        String wanted() {
            return "%d %% of the %s of %s are asked".formatted(demand.percent(), what(), of);
        }
    }

    void check(SteeringRule rule, Demand.Coverage demand) {
        if (!demand.ofChanges()) {
            check(rule, demand, Optional.empty());
            return;
        }
        Optional<Set<String>> changed = coverage.changed();
        if (changed.isEmpty()) {
            origin(
                    new Asked(rule, demand, "the changed files"),
                    "what is changed is not known: no code differs from the last commit, and the commit before it is not here",
                    "keep the project in git, and in a pipeline fetch two commits at least");
        } else {
            check(rule, demand, changed);
        }
    }

    /// Checks what somebody has changed: where a rule about more is kept as a whole, or by these files, it is not theirs
    /// that it is not.
    void checkOnly(SteeringRule rule, Demand.Coverage demand, Set<String> changed) {
        boolean isKept = !demand.ofChanges() && coverage.measured() instanceof Measured.Files;
        if (isKept) {
            var whole = new Report();
            new CoverageRule(engine, coverage, whole, new ArrayList<>())
                    .check(rule, demand, Optional.empty());
            isKept = whole.violations().isEmpty();
        }
        if (!isKept) {
            check(rule, demand, Optional.of(changed));
        }
    }

    private void check(SteeringRule rule, Demand.Coverage demand, Optional<Set<String>> only) {
        var asked = new Asked(rule, demand, of(demand, only.isPresent()));
        SortedMap<String, Boolean> code = new TreeMap<>();
        only.ifPresent(paths ->
                paths.stream()
                        .filter(path -> isOf(asked, path) && isCode(path))
                        .forEach(path -> code.put(path, true)));
        if (only.isPresent() && code.isEmpty()) {
            notes.add(
                    new Note(
                            rule.origin().file(),
                            true,
                            "no code of %s is changed, so its coverage is not asked for"
                                    .formatted(part(demand))));
            return;
        }
        switch (coverage.measured()) {
            case Measured.Missing(String reason) -> origin(asked, reason, AGAIN);
            case Measured.Files measured -> measured(asked, measured, only, code.keySet());
        }
    }

    private void measured(
            Asked asked, Measured.Files measured, Optional<Set<String>> only, Set<String> code) {
        var files = new TreeMap<String, OfFile>();
        measured.files()
                .forEach((path, file) -> {
                    if (only.map(paths -> paths.contains(path)).orElse(true) && isOf(asked, path)) {
                        files.put(path, file);
                    }
                });
        List<String> older = files.keySet().stream().filter(measured.older()::contains).toList();
        List<String> untold = code.stream().filter(path -> !files.containsKey(path)).toList();
        boolean knowsBranches =
                measured.files().values().stream().anyMatch(file -> file.branches().known() > 0);
        if (!older.isEmpty()) {
            place(
                    asked,
                    older.getFirst(),
                    "%s changed after coverage was measured".formatted(some(older)));
        } else if (!untold.isEmpty()) {
            place(asked, untold.getFirst(), "no coverage report tells of " + some(untold));
        } else if (files.isEmpty()) {
            origin(asked, "no coverage report tells of " + asked.of(), AGAIN);
        } else if (asked.demand().ofBranches() && !knowsBranches) {
            origin(asked, "the coverage reports tell of no branches", AGAIN);
        } else {
            judge(asked, files);
        }
    }

    private void judge(Asked asked, SortedMap<String, OfFile> files) {
        boolean ofBranches = asked.demand().ofBranches();
        Count all =
                files.values().stream()
                        .map(file -> file.of(ofBranches))
                        .reduce(Count.NONE, Count::and);
        if (all.ran() * 100L >= (long) asked.demand().percent() * all.known()) {
            return;
        }
        List<Map.Entry<String, OfFile>> worst =
                files.entrySet().stream()
                        .sorted(
                                Comparator.comparingInt(
                                        each -> -each.getValue().of(ofBranches).missed()))
                        .filter(each -> each.getValue().of(ofBranches).missed() > 0)
                        .limit(TOLD)
                        .toList();
        int line = worst.getFirst().getValue().firstMissed();
        report.add(
                asked.rule(),
                worst.getFirst().getKey(),
                new SourceSpan(line, 1, line, 1),
                "tests run %.1f %% of the %s of %s, and %d %% are asked; not run: %s"
                        .formatted(
                                Math.floor(all.ran() * 1000.0 / all.known()) / 10,
                                asked.what(),
                                asked.of(),
                                asked.demand().percent(),
                                worst.stream()
                                        .map(each -> missed(each, ofBranches))
                                        .collect(Collectors.joining(", "))),
                "test what is not run",
                asked.of());
    }

    private static String missed(Map.Entry<String, OfFile> each, boolean ofBranches) {
        Count count = each.getValue().of(ofBranches);
        return "%d of %d in %s".formatted(count.missed(), count.known(), each.getKey());
    }

    private void origin(Asked asked, String reason, String fix) {
        report.add(
                asked.rule(),
                asked.rule().origin().file(),
                asked.rule().origin().span(),
                "%s, and %s".formatted(reason, asked.wanted()),
                fix,
                asked.of());
    }

    private void place(Asked asked, String path, String reason) {
        report.add(
                asked.rule(),
                path,
                SourceSpan.start(),
                "%s, and %s".formatted(reason, asked.wanted()),
                AGAIN,
                asked.of());
    }

    private static String some(List<String> paths) {
        return paths.size() == 1
                ? paths.getFirst()
                : "%s and %d more".formatted(paths.getFirst(), paths.size() - 1);
    }

    private static String of(Demand.Coverage demand, boolean isOfChanges) {
        return Stream.of(
                        isOfChanges ? "the changed files" : "",
                        isOfChanges && demand.part().isEmpty() ? "" : part(demand))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" of "));
    }

    private static String part(Demand.Coverage demand) {
        return demand.part().map(Part::name).orElse("all files");
    }

    private boolean isOf(Asked asked, String path) {
        return asked.rule().scope().has(path)
                && asked.demand()
                        .part()
                        .map(part -> engine.parts().has(part, path, engine.project()))
                        .orElse(true);
    }

    /// Whether there is something in a file that tests could run.
    private boolean isCode(String path) {
        return Grammar.of(path).isPresent()
                && !TestForms.isTest(path)
                && engine.project()
                        .tree(path)
                        .map(SyntaxTree::root)
                        .filter(root -> !root.below(BODIES).isEmpty())
                        .isPresent();
    }
}
