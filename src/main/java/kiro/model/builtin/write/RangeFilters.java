package kiro.model.builtin.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.TimeNames;

/// Knows query parameters that bound a property by their names: `minPrice`, `dueTo`, `from`.
final class RangeFilters {
    private static final Pattern BEFORE =
            Pattern.compile("(min|max|from|to|since|until|before|after|above|below)([A-Z]\\w*)");
    private static final Pattern BEHIND =
            Pattern.compile(
                    "(\\w+?)(Min|Max|From|To|Since|Until|Before|After|Above|Below|AtLeast|AtMost|OrMore|OrLess)");
    private static final Map<String, FieldRule.Match> ENDS =
            Map.ofEntries(
                    Map.entry("min", FieldRule.Match.AT_LEAST),
                    Map.entry("from", FieldRule.Match.AT_LEAST),
                    Map.entry("since", FieldRule.Match.AT_LEAST),
                    Map.entry("atLeast", FieldRule.Match.AT_LEAST),
                    Map.entry("orMore", FieldRule.Match.AT_LEAST),
                    Map.entry("max", FieldRule.Match.AT_MOST),
                    Map.entry("to", FieldRule.Match.AT_MOST),
                    Map.entry("until", FieldRule.Match.AT_MOST),
                    Map.entry("atMost", FieldRule.Match.AT_MOST),
                    Map.entry("orLess", FieldRule.Match.AT_MOST),
                    Map.entry("after", FieldRule.Match.ABOVE),
                    Map.entry("above", FieldRule.Match.ABOVE),
                    Map.entry("before", FieldRule.Match.BELOW),
                    Map.entry("below", FieldRule.Match.BELOW));
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
        return parameter.matches("from|to|since|until|before|after") && times.size() == 1
                ? Optional.of(filter(parameter, parameter, times.getFirst()))
                : Optional.empty();
    }

    private static Optional<Listing.Filter> bound(
            DomainType resource, String parameter, String end, String name) {
        return named(resource, name)
                .filter(property -> ORDERED.contains(property.typeName().boxed()))
                .map(property -> filter(parameter, end, property));
    }

    /// The property of this name; else the day or time that is called after it, the number that ends in it: `dueBefore`
    /// is about `dueOn`, `maxFee` about `dailyFee`.
    private static Optional<Property> named(DomainType resource, String name) {
        List<String> ends =
                resource.properties().stream()
                        .map(Property::name)
                        .filter(one -> one.endsWith(Names.upper(name)))
                        .toList();
        return resource.property(name)
                .or(() ->
                        TimeNames.of(
                                        resource.properties().stream().map(Property::name).toList(),
                                        name)
                                .flatMap(resource::property))
                .or(() -> ends.size() == 1 ? resource.property(ends.getFirst()) : Optional.empty());
    }

    private static Listing.Filter filter(String parameter, String end, Property property) {
        return new Listing.Filter(
                parameter, property, Optional.ofNullable(ENDS.get(end)).orElseThrow());
    }
}
