package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// Rules of parameters that are about more than the parameter itself, which only fields of a body have built.
final class QueryRules {
    private QueryRules() {}

    static List<Unplaced> unbuilt(Place place) {
        var unbuilt = new ArrayList<Unplaced>();
        for (Field field : place.endpoint().request().query()) {
            for (FieldRule rule : field.rules()) {
                if (rule instanceof FieldRule.Compared compared) {
                    unbuilt.add(unbuilt("%s is compared with %s", field.name(), compared.other()));
                }
                if (rule instanceof FieldRule.AmongSiblings siblings) {
                    unbuilt.add(
                            unbuilt(
                                    "%s is compared with every other %s",
                                    field.name(), siblings.told().noun().orElse("one")));
                }
                if (rule instanceof FieldRule.Refers refers) {
                    unbuilt.add(unbuilt("%s is the key of a %s", field.name(), refers.noun()));
                }
            }
        }
        return unbuilt;
    }

    private static Unplaced unbuilt(String sentence, String field, String other) {
        return new Unplaced(
                sentence.formatted(field, other),
                Optional.empty(),
                "that is checked of fields of a body, and not of parameters of the query");
    }
}
