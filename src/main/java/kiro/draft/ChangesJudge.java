package kiro.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.spec.Spec;
import kiro.spec.rule.SpecCheck;

/// Judges changes that a model proposes: each mends what was found and breaks no other rule.
final class ChangesJudge implements Judge<ChangesJudge.Passed> {
    private static final String BLANK = "spec/placeholder";

    private final Spec spec;
    private final ChangesReader reader;
    private final SpecCheck check;
    private final List<Finding> before;

    ChangesJudge(Spec spec, ChangesReader reader, SpecCheck check) {
        this.spec = spec;
        this.reader = reader;
        this.check = check;
        this.before = check.findings(spec);
    }

    /// @param refused what was left out
    record Passed(List<Change> changes, List<Refusal> refused) {
        Passed {
            changes = List.copyOf(changes);
            refused = List.copyOf(refused);
        }
    }

    @Override
    public Judgement<Passed> judge(String arguments) {
        ChangesReader.Reading reading = reader.read(arguments);
        var problems = new ArrayList<>(reading.problems());
        if (reading.changes().isEmpty()) {
            return problems.isEmpty()
                    ? new Judgement.Good<>(new Passed(List.of(), List.of()))
                    : new Judgement.Faulty<>(Optional.empty(), problems);
        }
        faults(reading.changes())
                .forEach((change, why) -> problems.add("'%s': %s".formatted(change.words(), why)));
        return problems.isEmpty()
                ? new Judgement.Good<>(new Passed(reading.changes(), List.of()))
                : new Judgement.Faulty<>(Optional.of(usable(reading.changes())), problems);
    }

    private Passed usable(List<Change> proposed) {
        List<Change> changes = proposed;
        Set<Refusal> refused = new LinkedHashSet<>();
        Map<Change, String> faults = faults(changes);
        while (!faults.isEmpty()) {
            faults.forEach((change, why) -> refused.add(new Refusal(change.words(), why)));
            var left = new ArrayList<>(changes);
            left.removeAll(faults.keySet());
            changes = left;
            faults = faults(changes);
        }
        return new Passed(changes, List.copyOf(refused));
    }

    /// Why changes cannot stand beside each other; what nobody knows the reason of is the last one's.
    Map<Change, String> faults(List<Change> changes) {
        if (changes.isEmpty()) {
            return Map.of();
        }
        Optional<ChangedSpec> changed = ChangedSpec.of(spec, changes);
        if (changed.isEmpty()) {
            return Map.of(changes.getLast(), "the spec would not be read as before");
        }
        var faults = new LinkedHashMap<Change, String>();
        Set<String> known = new HashSet<>();
        before.forEach(finding -> known.add(key(finding)));
        List<Finding> now = check.findings(changed.get().spec());
        for (Finding finding : now) {
            boolean isOfWords =
                    finding.severity() != Severity.INFO && !finding.rule().value().equals(BLANK);
            if (!isOfWords || !finding.file().equals(spec.path().value())) {
                continue;
            }
            Optional<Change> change = changed.get().at(finding.span().line());
            if (change.isPresent()) {
                faults.putIfAbsent(change.get(), said(finding));
            } else if (!known.contains(key(finding))) {
                faults.putIfAbsent(changes.getLast(), said(finding));
            }
        }
        changed.get()
                .lines()
                .forEach((change, line) -> {
                    if (change instanceof Change.Reworded reworded
                            && !isBetter(reworded, line, now)) {
                        faults.putIfAbsent(change, "what was found about it is found as before");
                    }
                });
        return faults;
    }

    private boolean isBetter(Change.Reworded reworded, int line, List<Finding> now) {
        if (Sense.hasCode(reworded.before()) && !Sense.hasCode(reworded.words())) {
            return true;
        }
        int was = spec.criterion(reworded.id()).orElseThrow().span().line();
        return count(now, line) < count(before, was);
    }

    private long count(List<Finding> findings, int line) {
        return findings.stream()
                .filter(finding -> finding.file().equals(spec.path().value()))
                .filter(finding -> finding.span().line() == line)
                .filter(finding -> !finding.rule().value().equals(BLANK))
                .count();
    }

    private static String said(Finding finding) {
        return "%s [%s]%s"
                .formatted(
                        finding.message(),
                        finding.rule(),
                        finding.fix().map(fix -> "; " + fix).orElse(""));
    }

    private static String key(Finding finding) {
        return finding.rule() + " " + finding.message().replaceAll("\\bline \\d+", "");
    }
}
