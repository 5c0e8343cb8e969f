package kiro;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.agent.CoverageRules;
import kiro.evidence.coverage.Coverage;
import kiro.steering.check.MeasuredCoverage;
import kiro.steering.check.MeasuredCoverage.Measured;
import kiro.steering.project.ProjectSteering;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Violation;
import kiro.workspace.WorkspacePath;

/// Holds the steering's rules about coverage against what a run has changed, once its tests ran.
final class SteeredCoverage implements CoverageRules {
    private final SteeredWrites.SteeringReading steering;

    SteeredCoverage(SteeredWrites.SteeringReading steering) {
        this.steering = steering;
    }

    /// What one run of the tests has measured of what it ran on.
    private record OfRun(Optional<Coverage> coverage, Set<String> paths)
            implements MeasuredCoverage {
        @Override
        public Measured measured() {
            return coverage.map(all -> ProjectCoverage.of(all, Set.of()))
                    .orElseGet(() ->
                            new Measured.Missing("the run of the tests wrote no coverage report"));
        }

        @Override
        public Optional<Set<String>> changed() {
            return Optional.of(paths);
        }
    }

    @Override
    public List<String> lacking(Optional<Coverage> measured, Set<WorkspacePath> changed)
            throws InterruptedException {
        ProjectSteering known = steering.read();
        boolean isAsked =
                known.rules().stream().anyMatch(rule -> rule.demand() instanceof Demand.Coverage);
        if (!isAsked) {
            return List.of();
        }
        Set<String> paths =
                changed.stream().map(WorkspacePath::value).collect(Collectors.toUnmodifiableSet());
        return known
                .check()
                .measured(new OfRun(measured, paths))
                .checkCoverage(paths)
                .violations()
                .stream()
                .map(SteeredCoverage::line)
                .toList();
    }

    private static String line(Violation violation) {
        return "%s:%d: %s [%s]: %s"
                .formatted(
                        violation.path(),
                        violation.span().line(),
                        violation.what(),
                        violation.rule().id(),
                        violation.fix());
    }
}
