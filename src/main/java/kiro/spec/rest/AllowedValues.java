package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The values that the fields of a body can have, where the spec lists them.
final class AllowedValues {
    private final EndpointDraft endpoint;
    private final Objections objections;

    AllowedValues(EndpointDraft endpoint, Objections objections) {
        this.endpoint = endpoint;
        this.objections = objections;
    }

    /// The one field that can have this value.
    Optional<String> fieldOf(String value) {
        List<String> taking =
                endpoint.fields(Place.BODY).stream()
                        .filter(field -> allowed(field).contains(value))
                        .map(Field::name)
                        .toList();
        return taking.size() == 1 ? Optional.of(taking.getFirst()) : Optional.empty();
    }

    /// Whether a sentence speaks of any other value than those that a field can have: "any other decision".
    boolean areOthers(Meaning meaning, String name) {
        List<String> said = meaning.tree().all("OtherValue").stream().map(meaning::words).toList();
        if (said.isEmpty() && !meaning.has("AnyOther")) {
            return false;
        }
        List<String> allowed = endpoint.sent(name).map(AllowedValues::allowed).orElse(List.of());
        boolean areSame = said.isEmpty() || Set.copyOf(said).equals(Set.copyOf(allowed));
        if (allowed.isEmpty() || !areSame) {
            objections.add("which values '%s' can have is said otherwise".formatted(name));
        }
        return true;
    }

    private static List<String> allowed(Field field) {
        return field.rules().stream()
                .filter(FieldRule.OneOf.class::isInstance)
                .flatMap(rule -> ((FieldRule.OneOf) rule).values().stream())
                .toList();
    }
}
