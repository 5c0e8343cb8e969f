package kiro.steering.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.finding.Finding;
import kiro.steering.rule.Violation;
import kiro.steering.source.ProjectFiles;
import kiro.text.SourceSpan;

/// What a team lets stand against its own rules: the baseline, and waivers that somebody answers for.
///
/// @param today the day by which waivers end
public record Allowances(
        Optional<BaselineFile.Reading> baseline, WaiverFile.Reading waivers, LocalDate today) {

    /// A violation that somebody answers for.
    public record Waived(Violation violation, Waiver waiver) {}

    /// What is left of violations.
    ///
    /// @param violations those that nobody lets stand
    /// @param waived those that somebody answers for
    /// @param known those that the baseline has
    /// @param left the baseline without what is gone; empty where there is none that can be read
    /// @param gone how many places of the baseline are not there any more
    /// @param findings what a person should mend about waivers and baseline
    public record Verdict(
            List<Violation> violations,
            List<Waived> waived,
            List<Violation> known,
            Optional<SteeringBaseline> left,
            int gone,
            List<Finding> findings) {
        public Verdict {
            violations = List.copyOf(violations);
            waived = List.copyOf(waived);
            known = List.copyOf(known);
            findings = List.copyOf(findings);
        }
    }

    /// How much of a project was checked.
    public enum Extent {
        /// What is not found any more is gone.
        WHOLE,
        PART
    }

    public Verdict judge(Collection<Violation> found, ProjectFiles files, Extent extent) {
        var findings = new ArrayList<>(waivers.findings());
        var waived = new ArrayList<Waived>();
        var open = new ArrayList<Violation>();
        Set<Waiver> used = new HashSet<>();
        for (Violation each : found) {
            Optional<Waiver> waiver = waiver(each, files, findings);
            if (waiver.isEmpty()) {
                open.add(each);
                continue;
            }
            used.add(waiver.get());
            if (waiver.get().holdsOn(today)) {
                waived.add(new Waived(each, waiver.get()));
            } else {
                open.add(expired(each, waiver.get()));
            }
        }
        if (extent == Extent.WHOLE) {
            waivers.waivers().stream()
                    .filter(each -> !used.contains(each))
                    .forEach(each -> findings.add(unused(each)));
        }
        return judge(open, files, extent, findings, waived);
    }

    private Verdict judge(
            List<Violation> open,
            ProjectFiles files,
            Extent extent,
            List<Finding> findings,
            List<Waived> waived) {
        if (baseline.isEmpty()) {
            return new Verdict(open, waived, List.of(), Optional.empty(), 0, findings);
        }
        return switch (baseline.get()) {
            case BaselineFile.Reading.Broken(Finding finding) -> {
                findings.add(finding);
                yield new Verdict(open, waived, List.of(), Optional.empty(), 0, findings);
            }
            case BaselineFile.Reading.Whole(SteeringBaseline known) -> {
                SteeringBaseline.Split split =
                        known.split(open, path -> files.paths().contains(path));
                int gone = extent == Extent.WHOLE ? split.gone() : 0;
                if (gone > 0) {
                    findings.add(stale(gone));
                }
                yield new Verdict(
                        split.fresh(),
                        waived,
                        open.stream().filter(each -> !split.fresh().contains(each)).toList(),
                        Optional.of(split.left()),
                        gone,
                        findings);
            }
        };
    }

    private Optional<Waiver> waiver(Violation each, ProjectFiles files, List<Finding> findings) {
        Optional<WaiverComment.Found> comment =
                files.read(each.path()).flatMap(bytes -> WaiverComment.at(each, bytes));
        if (comment.isPresent()) {
            switch (comment.get()) {
                case WaiverComment.Found.Waives(Waiver waiver) -> {
                    return Optional.of(waiver);
                }
                case WaiverComment.Found.Incomplete incomplete ->
                        findings.add(
                                Finding.error(
                                        "steering/bad-waiver",
                                        each.path(),
                                        incomplete.span(),
                                        "this waives nothing, since nobody answers for it until a day",
                                        "write: kiro:waive %s owner=NAME until=2026-12-31"
                                                .formatted(each.rule().id())));
            }
        }
        List<Waiver> own =
                waivers.waivers().stream()
                        .filter(waiver -> waiver.isFor(each.rule().id().value(), each.path()))
                        .toList();
        return own.stream()
                .filter(waiver -> waiver.holdsOn(today))
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    private static Violation expired(Violation each, Waiver waiver) {
        return new Violation(
                each.rule(),
                each.path(),
                each.span(),
                "%s (the waiver of %s ended on %s)"
                        .formatted(each.what(), waiver.owner(), waiver.until()),
                each.fix(),
                each.print(),
                each.repairs());
    }

    private static Finding unused(Waiver waiver) {
        return Finding.warning(
                "steering/unused-waiver",
                waiver.file(),
                waiver.span(),
                "nothing violates %s in the files of this waiver any more".formatted(waiver.rule()),
                "take it out");
    }

    private static Finding stale(int gone) {
        return Finding.error(
                "steering/stale-baseline",
                BaselineFile.PATH,
                SourceSpan.start(),
                "%d of its %s not there any more"
                        .formatted(gone, gone == 1 ? "places is" : "places are"),
                "make it smaller: kiro steering baseline");
    }
}
