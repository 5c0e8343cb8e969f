package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Field;

/// Writes the check that nothing else of the same parent lies in the time of what is made or moved.
final class OverlapGuards {
    private final Workshop workshop;
    private final FailureWriter failures;

    OverlapGuards(Workshop workshop, FailureWriter failures) {
        this.workshop = workshop;
        this.failures = failures;
    }

    void check(LogicWriter.Code code) {
        Overlap.of(code.project, code.place, code.wants).ifPresent(rule -> check(code, rule));
    }

    private void check(LogicWriter.Code code, Overlap rule) {
        var tests = new ArrayList<String>();
        if (code.place.action() != Action.CREATE) {
            tests.add(UniqueLookup.isAnother(code));
        }
        for (StateOf state : rule.uncounted()) {
            tests.add(not(state.testOf("other")));
            code.imports.addAll(state.imports());
        }
        String from = value(code, rule.start(), rule.startProperty());
        String until = value(code, rule.end(), rule.endProperty());
        tests.add(rule.test(from, until));
        String overlaps = rule.siblings().found(workshop, code).any(tests);
        String noun = code.place.names().nounWords();
        Raise raise =
                failures.raise(
                        Trouble.conflict(
                                        code.wants.status(OverlapGuards::isOfOverlap, 409),
                                        code.place.resource().name(),
                                        Constraints.literal("it overlaps another " + noun))
                                .coded(code.wants.errorCode(OverlapGuards::isOfOverlap)),
                        code.place.holder().type());
        code.statements.add("if (" + overlaps + ") {");
        code.statements.add("    throw " + raise.expression() + ";");
        code.statements.add("}");
        code.imports.addAll(raise.imports());
    }

    static boolean isOfOverlap(Condition condition) {
        return condition instanceof Condition.Overlaps(Condition.Overlap how, Optional<String> _)
                && how == Condition.Overlap.OVERLAPS;
    }

    private static String not(String test) {
        if (test.startsWith("!")) {
            return test.substring(1);
        }
        if (test.contains(" == ")) {
            return test.replace(" == ", " != ");
        }
        return test.contains(" != ") ? test.replace(" != ", " == ") : "!" + test;
    }

    /// What the time is after the request: what is sent, or what is stored.
    private static String value(LogicWriter.Code code, Field field, Property property) {
        return field.isRequired()
                ? code.present(code.sent(property).orElseThrow())
                : ComparedGuards.value(code, field.name());
    }
}
