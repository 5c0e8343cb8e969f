package kiro.steering.check;

import java.util.List;
import java.util.Optional;
import kiro.steering.check.CheckResult.Note;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Part;
import kiro.steering.rule.SteeringRule;
import kiro.text.SourceSpan;

/// Whether enough of the code is run by tests.
final class CoverageRule {
    private final FileWork.Engine engine;
    private final MeasuredCoverage measured;

    CoverageRule(FileWork.Engine engine, MeasuredCoverage measured) {
        this.engine = engine;
        this.measured = measured;
    }

    void check(SteeringRule rule, Demand.Coverage asked, Report report, List<Note> notes) {
        String of = asked.part().map(Part::name).orElse("all files");
        Optional<Double> percent =
                measured.percent(
                        asked.ofBranches(),
                        path ->
                                asked.part().isEmpty()
                                        || engine.parts()
                                                .has(asked.part().get(), path, engine.project()));
        if (percent.isEmpty()) {
            notes.add(new Note(of, true, "no coverage was measured: run the tests with it"));
        } else if (percent.get() < asked.percent()) {
            report.add(
                    rule,
                    of,
                    SourceSpan.start(),
                    "%.1f %% of the %s of %s are run by tests, and %d %% are asked"
                            .formatted(
                                    percent.get(),
                                    asked.ofBranches() ? "branches" : "lines",
                                    of,
                                    asked.percent()),
                    "test what is not run",
                    of);
        }
    }
}
