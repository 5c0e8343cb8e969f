package kiro.model.builtin.write;

import java.util.Optional;
import java.util.Set;
import kiro.model.builtin.project.Making;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Behaviour;

/// What is known of a resource after a request: what was sent for it, what the endpoint gives it by itself,
/// what it was stored with before.
final class KnownValues {
    private static final String LITERAL = "null|true|false|-?\\d+L?|\"[^\"]*\"";

    private final Scene scene;
    private final Place place;
    private final Given given;
    private final Checks.Asked asked;

    KnownValues(Scene scene, Given given, Checks.Asked asked) {
        this.scene = scene;
        this.place = scene.place();
        this.given = given;
        this.asked = asked;
    }

    /// The Java expression for the value of a property; empty where it is not known.
    Optional<String> of(Property property) {
        Effect effect = Effects.of(scene.project(), place, scene.wants()).get(property);
        if (effect != null) {
            return effect(effect, property);
        }
        Sample sent = asked.sent().get(property.name());
        boolean isNull = sent != null && sent.expected().equals(Optional.of("null"));
        if (isNull && SentNulls.of(scene.project(), place, scene.wants()).areCleared(property)) {
            return Optional.of("null");
        }
        if (sent != null && !isNull) {
            return sent.expected().flatMap(value -> inJava(property, value));
        }
        boolean isSetNow = isWriting() && Times.isUpdated(property, place.endpoint());
        if (isSetNow) {
            return Optional.empty();
        }
        return place.action() == Action.CREATE ? made(property) : kept(property);
    }

    /// What the body has for the property, as the answer has it; empty where it is not known.
    Optional<String> inJson(Property property) {
        Optional<ProjectType> own =
                scene.project().sources().resolve(property.type(), place.resource().type().file());
        boolean isWrittenOtherwise =
                own.filter(type -> type.file().text().contains("@Json")).isPresent();
        return isWrittenOtherwise ? Optional.empty() : of(property).flatMap(JsonForm::of);
    }

    private boolean isWriting() {
        return place.action() != Action.READ && place.action() != Action.LIST;
    }

    private Optional<String> effect(Effect effect, Property property) {
        return switch (effect) {
            case Effect.Constant constant -> {
                scene.code().imports.addAll(constant.imports());
                yield Optional.of(constant.expression());
            }
            case Effect.Now _ -> Optional.empty();
            case Effect.ByCaller _ -> caller(property);
            case Effect.Sent other ->
                    Optional.ofNullable(asked.sent().get(other.field()))
                            .flatMap(Sample::expected)
                            .flatMap(value -> inJava(property, value));
        };
    }

    private Optional<String> caller(Property property) {
        return asked.by()
                .or(scene::owner)
                .flatMap(user -> user.idAs(property.type(), scene.code().imports));
    }

    /// What a new resource has for what is not sent.
    private Optional<String> made(Property property) {
        boolean isParents =
                place.parent().map(Parent::link).filter(property::equals).isPresent()
                        || place.owner()
                                .filter(Owner.ByObject.class::isInstance)
                                .flatMap(Owner::held)
                                .filter(property::equals)
                                .isPresent();
        boolean isId = place.resource().ownId().filter(property::equals).isPresent();
        if (isParents || isId) {
            return Optional.empty();
        }
        boolean isCallers =
                place.owner().filter(new Owner.ByProperty(property)::equals).isPresent()
                        || scene.wants()
                                .endpoint()
                                .behaviours()
                                .contains(
                                        new Behaviour.SetsField(
                                                property.name(), Behaviour.Source.CALLER));
        if (isCallers) {
            return caller(property);
        }
        if (scene.field(property.name()).isPresent()) {
            return standard(property).or(() -> Optional.of(CreateWriter.none(property)));
        }
        boolean isNow = Times.isCreated(property, place.endpoint());
        return isNow ? Optional.empty() : ofProject(property);
    }

    private Optional<String> standard(Property property) {
        Optional<Effect.Constant> standard = new Standards(scene.project(), place).of(property);
        standard.ifPresent(one -> scene.code().imports.addAll(one.imports()));
        return standard.map(Effect.Constant::expression);
    }

    /// What the project gives such a property of a new resource.
    private Optional<String> ofProject(Property property) {
        Making making = place.resource().making();
        boolean isGiven =
                making.takes().contains(property.name())
                        || property.setter().isPresent()
                        || new InitialValues(scene.project(), place)
                                .of(property)
                                .filter(InitialValues.Initial::isOwn)
                                .isPresent();
        return making.standard(property.name())
                .or(() ->
                        isGiven
                                ? CreateWriter.usual(scene.project(), place, property)
                                : Optional.empty())
                .filter(value -> value.matches(LITERAL) || isConstant(property, value));
    }

    private boolean isConstant(Property property, String value) {
        Optional<ProjectType> own =
                scene.project().sources().resolve(property.type(), place.resource().type().file());
        boolean isConstant =
                own.filter(type ->
                                type.type().constants().stream()
                                        .anyMatch(one ->
                                                value.equals(
                                                        scene.project()
                                                                .sources()
                                                                .constant(type, one))))
                        .isPresent();
        if (isConstant) {
            scene.code().imports.add(scene.project().sources().imported(own.get()));
        }
        return isConstant;
    }

    /// Whether the code of the endpoint is written by the engine.
    private boolean isOurs() {
        return place.existing().isEmpty();
    }

    /// What a resource has still; a field that could have been sent may be cleared.
    private Optional<String> kept(Property property) {
        boolean isField = isWriting() && scene.field(property.name()).isPresent();
        if (!isField || AbsentFields.areKept(place, scene.wants())) {
            return Optional.ofNullable(given.values().get(property.name()));
        }
        boolean isCleared = isOurs() || AbsentFields.areSaidToGo(scene.wants());
        return standard(property)
                .or(() -> isCleared ? Optional.of(CreateWriter.none(property)) : Optional.empty());
    }

    /// A value of JSON in the type that a property has in Java.
    private Optional<String> inJava(Property property, String value) {
        if (Sample.isRead(value)) {
            return Optional.of(value.replaceFirst("\\.toString\\(\\)$", ""));
        }
        String type = property.typeName().raw();
        Optional<ProjectType> own =
                scene.project().sources().resolve(property.type(), place.resource().type().file());
        if (own.isPresent()) {
            String bare = value.replaceAll("^\"|\"$", "");
            boolean isConstant = own.get().type().constants().contains(bare);
            if (isConstant) {
                scene.code().imports.add(scene.project().sources().imported(own.get()));
            }
            return isConstant
                    ? Optional.of(scene.project().sources().constant(own.get(), bare))
                    : Optional.empty();
        }
        return literal(type, value, scene.code().imports);
    }

    /// A value of an answer as a Java expression of a type; empty where none is known.
    static Optional<String> literal(String type, String value, Set<String> imports) {
        return switch (type) {
            case "String" -> Optional.of(value).filter(text -> text.contains("\""));
            case "int", "Integer", "short", "Short", "boolean", "Boolean" -> Optional.of(value);
            case "long", "Long" -> Optional.of(value + "L");
            case "double", "Double" -> Optional.of(value.contains(".") ? value : value + ".0");
            case "BigDecimal" -> {
                imports.add("java.math.BigDecimal");
                yield Optional.of("new BigDecimal(\"" + value.replace("\"", "") + "\")");
            }
            case "LocalDate", "Instant", "LocalDateTime", "LocalTime", "OffsetDateTime" -> {
                imports.add("java.time." + type);
                yield Optional.of(type + ".parse(" + value + ")");
            }
            case "UUID" -> {
                imports.add("java.util.UUID");
                yield Optional.of("UUID.fromString(" + value + ")");
            }
            default -> Optional.empty();
        };
    }

    /// Whether the storage answers with an `Optional`.
    static boolean isOptional(Place place) {
        return place.storage()
                .operation(Operation.Kind.FIND)
                .filter(find -> find.result() == Operation.Result.OPTIONAL)
                .isPresent();
    }
}
