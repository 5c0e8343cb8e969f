package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.code.JavaType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Field;

/// The values that fields of a body have where they are not sent, as the spec says: `default false`.
final class Standards {
    private final SpringProject project;
    private final Place place;

    Standards(SpringProject project, Place place) {
        this.project = project;
        this.place = place;
    }

    /// Whether what is stored takes such values: what is new does, and what is replaced as a whole.
    boolean count() {
        return place.action() == Action.CREATE || place.action() == Action.REPLACE;
    }

    /// The value for a property that is not sent; empty where the spec says none, or one that cannot be written.
    Optional<Effect.Constant> of(Property property) {
        return optional()
                .filter(field -> is(field, property))
                .findFirst()
                .flatMap(Field::standard)
                .flatMap(value -> of(property, value));
    }

    /// The fields whose values are known, as JSON has them.
    Stream<Field> known() {
        return optional()
                .filter(field ->
                        field.standard().isPresent()
                                && property(field).flatMap(this::of).isPresent());
    }

    /// What is said of such values and cannot be written.
    List<Unplaced> unplaced() {
        return optional()
                .filter(field -> field.standard().isPresent() && property(field).isPresent())
                .filter(field -> of(property(field).orElseThrow()).isEmpty())
                .map(field ->
                        new Unplaced(
                                field.name() + ": default " + field.standard().orElseThrow(),
                                Optional.empty(),
                                "how that is written as a %s of a %s is not evident, so a request without it has none"
                                        .formatted(
                                                property(field).orElseThrow().type(),
                                                place.names().nounWords())))
                .toList();
    }

    private Stream<Field> optional() {
        return count()
                ? place.endpoint().request().body().stream().filter(field -> !field.isRequired())
                : Stream.empty();
    }

    private boolean is(Field field, Property property) {
        return property(field).filter(property::equals).isPresent();
    }

    Optional<Property> property(Field field) {
        return new SentFields(place).property(field.name());
    }

    private Optional<Effect.Constant> of(Property property, String value) {
        return constant(project, place, property, value);
    }

    /// A value of a spec as one of a property.
    static Optional<Effect.Constant> constant(
            SpringProject project, Place place, Property property, String value) {
        Optional<ProjectType> own =
                project.sources().resolve(property.type(), place.resource().type().file());
        if (own.filter(type -> type.type().kind() == JavaType.Kind.ENUM).isPresent()) {
            return new States(project.sources())
                    .of(place.resource(), bare(value))
                    .filter(state -> state.property().equals(property))
                    .map(state -> new Effect.Constant(state.value(), state.imports()));
        }
        return literal(property, value)
                .map(literal ->
                        new Effect.Constant(
                                literal,
                                literal.startsWith("new BigDecimal")
                                        ? List.of("java.math.BigDecimal")
                                        : List.of()));
    }

    /// A value of a spec as a literal of Java; empty where the type has none for it.
    static Optional<String> literal(Property property, String value) {
        String bare = bare(value);
        if (bare.equals("null")) {
            return property.typeName().isPrimitive() ? Optional.empty() : Optional.of("null");
        }
        Optional<String> number = Optional.of(bare).filter(one -> one.matches("-?\\d+"));
        Optional<String> decimal = Optional.of(bare).filter(one -> one.matches("-?\\d+(\\.\\d+)?"));
        return switch (property.typeName().boxed()) {
            case "String" -> Optional.of(Constraints.literal(bare));
            case "Boolean" -> Optional.of(bare).filter(one -> one.matches("true|false"));
            case "Integer" -> number;
            case "Long" -> number.map(one -> one + "L");
            case "Double" -> decimal.map(one -> one.contains(".") ? one : one + ".0");
            case "BigDecimal" -> decimal.map("new BigDecimal(\"%s\")"::formatted);
            default -> Optional.empty();
        };
    }

    static String bare(String value) {
        return value.replaceAll("[`\"']", "").strip();
    }
}
