package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// Rules of parameters that are about more than the parameter itself, and are not built of these.
final class QueryRules {
    private QueryRules() {}

    static List<Unplaced> unbuilt(
            SpringProject project, Place place, Listing listing, Wants wants) {
        var unbuilt = new ArrayList<Unplaced>();
        boolean isOfOneStatus =
                Comparison.status(wants) == ByHand.said(wants, Comparison.status(wants));
        List<Comparison> built =
                isOfOneStatus ? ComparedQueries.of(project, place, listing) : List.of();
        for (Field field : place.endpoint().request().query()) {
            for (FieldRule rule : field.rules()) {
                if (rule instanceof FieldRule.Compared compared
                        && built.stream()
                                .noneMatch(one ->
                                        one.field().name().equals(field.name())
                                                && one.other().name().equals(compared.other()))) {
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
                "that is not checked of these parameters of the query");
    }
}
