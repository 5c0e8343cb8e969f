package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.FieldRule;

/// Knows query parameters that bound a property by their names: `minPrice`, `dueTo`, `from`.
final class RangeFilters {
    private static final Pattern BEFORE = Pattern.compile("(min|max)([A-Z]\\w*)");
    private static final Pattern BEHIND = Pattern.compile("(\\w+?)(Min|Max|From|To|Since|Until)");
    private static final Set<String> LEAST = Set.of("min", "from", "since");
    private static final Set<String> ORDERED =
            Set.of(
                    "Integer",
                    "Long",
                    "Short",
                    "Double",
                    "BigDecimal",
                    "LocalDate",
                    "LocalDateTime",
                    "Instant",
                    "OffsetDateTime");

    private RangeFilters() {}

    /// The bound that a parameter is; empty where the resource has a property of that very name, or none that it
    /// could bound.
    static Optional<Listing.Filter> of(DomainType resource, String parameter) {
        if (resource.property(parameter).isPresent()) {
            return Optional.empty();
        }
        Matcher before = BEFORE.matcher(parameter);
        if (before.matches()) {
            return bound(resource, parameter, before.group(1), Names.lower(before.group(2)));
        }
        Matcher behind = BEHIND.matcher(parameter);
        if (behind.matches()) {
            return bound(resource, parameter, Names.lower(behind.group(2)), behind.group(1));
        }
        List<Property> times =
                resource.properties().stream()
                        .filter(one -> one.typeName().raw().equals("LocalDate"))
                        .toList();
        return parameter.matches("from|to|since|until") && times.size() == 1
                ? Optional.of(filter(parameter, parameter, times.getFirst()))
                : Optional.empty();
    }

    private static Optional<Listing.Filter> bound(
            DomainType resource, String parameter, String end, String name) {
        return resource.property(name)
                .filter(property -> ORDERED.contains(property.typeName().boxed()))
                .map(property -> filter(parameter, end, property));
    }

    private static Listing.Filter filter(String parameter, String end, Property property) {
        return new Listing.Filter(
                parameter,
                property,
                LEAST.contains(end) ? FieldRule.Match.AT_LEAST : FieldRule.Match.AT_MOST);
    }
}
