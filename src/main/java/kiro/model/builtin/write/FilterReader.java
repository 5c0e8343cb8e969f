package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Optional;
import kiro.code.JavaType;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.FieldType;
import kiro.spec.rest.TimeNames;

/// Works out by what a query parameter selects: by its name, and by what the spec says of it.
final class FilterReader {
    private final SpringProject project;
    private final Place place;
    private final Wants wants;

    FilterReader(SpringProject project, Place place, Wants wants) {
        this.project = project;
        this.place = place;
        this.wants = wants;
    }

    /// What a parameter does.
    sealed interface Reading {
        record Read(Listing.Filter filter) implements Reading {}

        record Unread(String reason) implements Reading {}
    }

    Reading read(Field field) {
        Optional<FieldRule.Selects> selects =
                field.rules().stream()
                        .filter(FieldRule.Selects.class::isInstance)
                        .map(FieldRule.Selects.class::cast)
                        .findFirst();
        Optional<Listing.Filter> range = RangeFilters.of(place.resource(), field.name());
        if (range.isPresent()) {
            return bound(field, asSaid(range.get(), selects));
        }
        Optional<Property> named =
                selects.flatMap(FieldRule.Selects::property)
                        .flatMap(name -> property(Names.camel(name)));
        Optional<Property> held = References.held(project, place, field);
        if (held.isPresent()) {
            return ofHeld(field, held.get());
        }
        Optional<Property> property = place.resource().property(field.name()).or(() -> named);
        boolean isSaid =
                selects.isPresent()
                        || wants.behaviours(Behaviour.FiltersBy.class).stream()
                                .anyMatch(one -> one.name().equals(field.name()));
        if (property.isEmpty() || !(isSaid || property.get().name().equals(field.name()))) {
            return new Reading.Unread(
                    "what the query parameter %s does is not said in words that are understood"
                            .formatted(field.name()));
        }
        Optional<String> other = named.isEmpty() ? other(field.name(), selects) : Optional.empty();
        if (other.isPresent()) {
            return new Reading.Unread(
                    "%s is said to select by '%s', and %s has no such property"
                            .formatted(field.name(), other.get(), place.resource().name()));
        }
        FieldRule.Match match = selects.map(FieldRule.Selects::match).orElse(FieldRule.Match.EXACT);
        boolean isMatched = property.get().typeName().raw().equals("String") || match.isBound();
        return bound(
                field,
                new Listing.Filter(
                        field.name(), property.get(), isMatched ? match : FieldRule.Match.EXACT));
    }

    /// By the key of something that the resource holds: `learnerId` by its `learner`.
    private Reading ofHeld(Field field, Property held) {
        Property key = References.key(project, place, field).orElseThrow();
        return new Reading.Read(
                new Listing.Filter(field.name(), key, FieldRule.Match.EXACT, Optional.of(held)));
    }

    /// What a parameter is said to select by, where that is another name than its own: `producerId` selects by
    /// "producer".
    private static Optional<String> other(String parameter, Optional<FieldRule.Selects> selects) {
        String name = Names.words(parameter);
        return selects.flatMap(FieldRule.Selects::property)
                .filter(said -> !name.contains(Names.words(Names.camel(said))))
                .filter(said -> !Names.words(Names.camel(said)).contains(name));
    }

    /// Words on what is compared, on which side of the value is meant, and whether the value itself is, count before the
    /// parameter's name.
    private Listing.Filter asSaid(Listing.Filter byName, Optional<FieldRule.Selects> selects) {
        return selects.filter(said -> said.match().isBound())
                .map(said ->
                        new Listing.Filter(
                                byName.parameter(),
                                said.property()
                                        .flatMap(word -> property(Names.camel(word)))
                                        .orElse(byName.property()),
                                said.match()))
                .orElse(byName);
    }

    /// A day is no point in time: where it begins would have to be guessed.
    private Reading bound(Field field, Listing.Filter filter) {
        boolean isDay = field.type() == FieldType.Plain.DATE;
        boolean isTime = Times.isTime(filter.property());
        boolean isOfDays = filter.property().typeName().raw().equals("LocalDate");
        if (isDay && filter.property().typeName().raw().equals("LocalDateTime")) {
            return new Reading.Read(ofDay(filter));
        }
        return isDay && isTime && !isOfDays
                ? new Reading.Unread(
                        "%s is a day, and %s of %s is a point in time: where days begin is not said"
                                .formatted(
                                        field.name(),
                                        filter.property().name(),
                                        place.resource().name()))
                : new Reading.Read(filter);
    }

    /// By the day of a time that is local: its days begin at midnight.
    private static Listing.Filter ofDay(Listing.Filter filter) {
        Property time = filter.property();
        var day =
                new Property(
                        time.name(), "LocalDate", time.read() + ".toLocalDate()", Optional.empty());
        return new Listing.Filter(filter.parameter(), day, filter.match(), Optional.of(time));
    }

    /// The property of this name, or the one for the time that the word is about.
    private Optional<Property> property(String word) {
        DomainType resource = place.resource();
        return resource.property(word)
                .or(() ->
                        TimeNames.of(
                                        resource.properties().stream().map(Property::name).toList(),
                                        word)
                                .flatMap(resource::property));
    }

    /// An enum's constants are the values that its parameter can have.
    Field withConstants(Field field, Property property) {
        boolean isLimited = field.rules().stream().anyMatch(FieldRule.OneOf.class::isInstance);
        Optional<ProjectType> own =
                project.sources()
                        .resolve(property.type(), place.resource().type().file())
                        .filter(type -> type.type().kind() == JavaType.Kind.ENUM);
        if (isLimited || own.isEmpty()) {
            return field;
        }
        var rules = new ArrayList<>(field.rules());
        rules.add(new FieldRule.OneOf(own.get().type().constants()));
        return ListingReader.with(field, rules);
    }
}
