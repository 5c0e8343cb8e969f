package kiro.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.spec.CriterionId;

/// Why criteria stand as they do, for a list of them: what a plan knew of one without a test, and a long reason once.
final class VerdictReasons {
    private static final int LONG = 60;
    private static final String STAYS_OPEN = "\" stays open: ";

    private static final String WITHOUT = "; [A-Z]+ \\S+ is written without it$";

    private final List<String> notes;
    private final Map<String, CriterionId> said = new LinkedHashMap<>();

    /// @param notes of the plan; one of a criterion begins with its id
    /// @param isAnyLeft whether something of what was written is there
    VerdictReasons(List<String> notes, boolean isAnyLeft) {
        this.notes =
                notes.stream()
                        .map(note -> isAnyLeft ? note : note.replaceFirst(WITHOUT, ""))
                        .toList();
    }

    /// One line; to be asked for in the order in which the criteria are shown.
    String of(Verdict verdict) {
        CriterionId id = verdict.criterion().id();
        String reason = reason(verdict);
        CriterionId first = said.putIfAbsent(reason, id);
        return first == null || reason.length() <= LONG
                ? reason
                : ReportView.state(verdict.state()) + ", as for " + first;
    }

    private String reason(Verdict verdict) {
        if (verdict.state() != VerdictState.UNLINKED) {
            return ReportView.state(verdict.state()) + ": " + verdict.reason();
        }
        return verdict.reason()
                + noted(verdict.criterion().id()).map(known -> ": " + known).orElse("");
    }

    private Optional<String> noted(CriterionId id) {
        String start = id + ": ";
        return notes.stream()
                .filter(note -> note.startsWith(start) && note.contains(STAYS_OPEN))
                .findFirst()
                .map(note -> note.substring(note.indexOf(STAYS_OPEN) + STAYS_OPEN.length()));
    }
}
