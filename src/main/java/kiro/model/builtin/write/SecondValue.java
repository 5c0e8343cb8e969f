package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.FieldRule;

/// Another value of a parameter that has few: a flag, a constant, one of those that the spec lists.
///
/// @param sent the value as requests have it
/// @param stored the value of a property, as an expression
record SecondValue(String sent, String stored) {
    /// Empty where a parameter takes any value, or this one alone.
    static Optional<SecondValue> of(
            SpringProject project,
            Place place,
            Listing listing,
            Listing.Filter filter,
            String value) {
        Property property = filter.property();
        if (filter.match() != FieldRule.Match.EXACT
                && filter.match() != FieldRule.Match.IGNORING_CASE) {
            return Optional.empty();
        }
        List<String> listed = listed(listing, filter);
        if (property.typeName().boxed().equals("Boolean")) {
            String other = value.equals("true") ? "false" : "true";
            return listed.isEmpty() || listed.contains(other)
                    ? Optional.of(new SecondValue(other, other))
                    : Optional.empty();
        }
        if (property.typeName().raw().equals("String")) {
            return listed.stream()
                    .filter(one -> !one.equalsIgnoreCase(value))
                    .findFirst()
                    .map(one -> new SecondValue(one, Constraints.literal(one)));
        }
        return project.sources()
                .resolve(property.type(), place.resource().type().file())
                .filter(own -> own.type().constants().contains(value))
                .flatMap(own ->
                        own.type().constants().stream()
                                .filter(one -> !one.equals(value))
                                .filter(one -> listed.isEmpty() || listed.contains(one))
                                .findFirst()
                                .map(one ->
                                        new SecondValue(
                                                one, project.sources().constant(own, one))));
    }

    /// The values that the parameter takes; none where nothing lists them.
    static List<String> listed(Listing listing, Listing.Filter filter) {
        return listing.parameter(filter.parameter()).stream()
                .flatMap(field -> field.rules().stream())
                .filter(FieldRule.OneOf.class::isInstance)
                .flatMap(rule -> ((FieldRule.OneOf) rule).values().stream())
                .toList();
    }

    /// The value in a sentence.
    String words() {
        return sent.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }
}
