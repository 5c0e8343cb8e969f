package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The fields of a body that hold the key of something else: by their rules, or by their names.
final class References {
    private static final Set<FieldType> KEYS =
            Set.of(FieldType.Plain.INTEGER, FieldType.Plain.STRING, FieldType.Plain.UUID);

    private References() {}

    /// @param noun what the other thing is called: `courier`
    record Reference(String field, String noun) {}

    static List<Reference> of(EndpointDraft endpoint) {
        var all = new ArrayList<Reference>();
        for (Field field : endpoint.fields(Place.BODY)) {
            for (FieldRule rule : field.rules()) {
                if (rule instanceof FieldRule.Refers refers) {
                    all.add(new Reference(field.name(), refers.noun()));
                }
            }
            boolean isNamedSo = field.name().matches("[A-Za-z]+(Id|_id)");
            boolean isListed =
                    field.rules().stream()
                            .anyMatch(rule ->
                                    rule instanceof FieldRule.OneOf
                                            || rule instanceof FieldRule.Refers);
            if (isNamedSo && !isListed && KEYS.contains(field.type())) {
                all.add(new Reference(field.name(), noun(field.name())));
            }
        }
        return all;
    }

    /// A value that is "unknown", of a field that refers to something, is the key of nothing.
    static Condition meant(EndpointDraft endpoint, Condition condition) {
        if (!(condition instanceof Condition.InvalidFields(List<Condition.BrokenField> fields))
                || fields.size() != 1
                || !fields.getFirst().how().equals(Optional.of(Condition.Break.NOT_ALLOWED))) {
            return condition;
        }
        return of(endpoint).stream()
                .filter(one -> one.field().equals(fields.getFirst().name()))
                .<Condition>map(one -> new Condition.MissingReference(one.field(), one.noun()))
                .findFirst()
                .orElse(condition);
    }

    /// What a field is called after: `courier` of `courierId`.
    static String noun(String field) {
        return field.replaceFirst("(Id|_id|Number|Code|Key)$", "").toLowerCase(Locale.ROOT);
    }
}
