package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.CriterionOutcome;

/// Stores the rows to which the values of a request refer, which has to find them where it is served.
final class SentRows {
    private SentRows() {}

    static Given before(Scene scene, CriterionOutcome outcome, Given given, Checks.Asked asked) {
        if (Refusal.is(outcome)) {
            return given;
        }
        var known = new KnownValues(scene, given, asked);
        var values = new LinkedHashMap<Property, String>();
        for (Property property : scene.place().resource().properties()) {
            Sample sent = asked.sent().get(property.name());
            if (sent != null && !sent.isOfTest()) {
                known.of(property).ifPresent(value -> values.put(property, value));
            }
        }
        List<String> rows = values.isEmpty() ? List.of() : scene.stock().referred(values);
        if (rows.isEmpty()) {
            return given;
        }
        var statements = new ArrayList<>(rows);
        statements.addAll(given.statements());
        return given.withStatements(statements);
    }
}
