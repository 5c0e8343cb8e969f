package kiro.spec.sentence;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The patterns of the Easy Approach to Requirements Syntax.
public enum EarsForm {
    /// The system shall respond, always.
    UBIQUITOUS,
    /// When something happens, the system shall respond.
    EVENT,
    /// While something lasts, the system shall respond.
    STATE,
    /// Where an option is there, the system shall respond.
    OPTION,
    /// If something unwanted happens, then the system shall respond.
    UNWANTED,
    /// More than one of these.
    COMPLEX;

    static EarsForm of(List<Clause> clauses) {
        Set<EarsForm> forms =
                clauses.stream().map(clause -> of(clause.kind())).collect(Collectors.toSet());
        return switch (forms.size()) {
            case 0 -> UBIQUITOUS;
            case 1 -> forms.iterator().next();
            default -> COMPLEX;
        };
    }

    private static EarsForm of(ClauseKind kind) {
        return switch (kind) {
            case WHEN -> EVENT;
            case WHILE, GIVEN -> STATE;
            case WHERE -> OPTION;
            case IF -> UNWANTED;
        };
    }
}
