package kiro.steering.project;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kiro.finding.Finding;
import kiro.steering.check.SteeringCheck;
import kiro.steering.rule.Violation;
import kiro.steering.source.ProjectFiles;
import kiro.text.SourceSpan;

/// Violations that a change adds. What moves with its file from one place to another is not added.
public final class AddedViolations {
    private record Print(String rule, String text) {
        static Print of(Violation violation) {
            return new Print(violation.rule().id().value(), violation.print());
        }
    }

    private AddedViolations() {}

    /// A baseline may only become shorter: entries that a change writes into one that was there before are no way to let
    /// stand what it adds.
    ///
    /// @param before what the files of the change were
    public static Optional<Finding> grownBaseline(Map<String, byte[]> before, ProjectFiles now) {
        return baseline(Optional.ofNullable(before.get(BaselineFile.PATH)))
                .flatMap(old -> baseline(now.read(BaselineFile.PATH)).map(own -> own.beyond(old)))
                .filter(more -> more > 0)
                .map(more ->
                        Finding.error(
                                "steering/grown-baseline",
                                BaselineFile.PATH,
                                SourceSpan.start(),
                                "the change lets the baseline grow by %d".formatted(more),
                                "mend what it adds, or waive it in %s".formatted(WaiverFile.PATH)));
    }

    private static Optional<SteeringBaseline> baseline(Optional<byte[]> bytes) {
        return bytes.map(text -> new String(text, StandardCharsets.UTF_8))
                .map(BaselineFile::read)
                .flatMap(reading ->
                        switch (reading) {
                            case BaselineFile.Reading.Whole whole -> Optional.of(whole.baseline());
                            case BaselineFile.Reading.Broken _ -> Optional.empty();
                        });
    }

    /// @param before what the files of the change were, those that are gone with them
    /// @param now what violates the rules in the files of the change that are there
    public static List<Violation> of(
            SteeringCheck check, Map<String, byte[]> before, Collection<Violation> now) {
        List<Violation> old =
                check.with(before, Set.of()).checkAll(new TreeSet<>(before.keySet())).violations();
        var left = new HashMap<Print, Integer>();
        old.forEach(each -> left.merge(Print.of(each), 1, Integer::sum));
        List<Violation> fresh = SteeringCheck.fresh(old, now);
        now.stream()
                .filter(each -> !fresh.contains(each))
                .forEach(each -> left.merge(Print.of(each), -1, Integer::sum));
        var added = new ArrayList<Violation>();
        for (Violation each : fresh) {
            if (left.merge(Print.of(each), -1, Integer::sum) < 0) {
                added.add(each);
            }
        }
        return List.copyOf(added);
    }
}
