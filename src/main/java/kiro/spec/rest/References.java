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

    /// What the answer of a request that works on a thing has the keys of: the `animal` of `animalId`.
    static List<String> linked(EndpointDraft endpoint) {
        boolean isOnThing =
                endpoint.route().method() != HttpMethod.GET
                        && !endpoint.route().path().parameters().isEmpty();
        return isOnThing
                ? endpoint.fields(Place.RESPONSE).stream()
                        .map(Field::name)
                        .filter(name -> name.matches("[A-Za-z]+(Id|_id)"))
                        .map(References::noun)
                        .filter(noun -> !endpoint.noun().equals(Optional.of(noun)))
                        .toList()
                : List.of();
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
