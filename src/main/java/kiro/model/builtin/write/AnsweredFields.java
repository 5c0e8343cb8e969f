package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Check;
import kiro.model.builtin.write.Checks.Asked;
import kiro.model.builtin.write.Checks.Checking;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Field;

/// Writes what a test checks of the fields of an answer: the value of each where it is known from what was sent or
/// stored, or can be read from what is stored.
final class AnsweredFields {
    private static final Pattern VARIABLE = Pattern.compile("(\\w+)\\..+");

    private final Scene scene;
    private final Place place;
    private final TestCode code;
    private final Given given;
    private final Asked asked;
    private final KnownValues known;
    private final StoredChecks stored;

    AnsweredFields(Scene scene, Given given, Asked asked) {
        this.scene = scene;
        this.place = scene.place();
        this.code = scene.code();
        this.given = given;
        this.asked = asked;
        this.known = new KnownValues(scene, given, asked);
        this.stored = new StoredChecks(scene, given, asked);
    }

    /// What is known of a field, as exactly as it is known.
    Check is(String name) {
        Sample sent = asked.sent().get(name);
        if (sent != null && sent.expected().isPresent()) {
            return sent.expected().get().equals("null")
                    ? new Check.ValueIsNull(name)
                    : new Check.ValueIs(name, sent.expected().get());
        }
        if (place.action().hasId()
                && place.resource().id().filter(id -> id.name().equals(name)).isPresent()) {
            return new Check.ValueIs(name, comparable(asked.id()));
        }
        return place.resource()
                .property(name)
                .map(one -> value(name, one))
                .or(() -> read(name, place.resource().readable(name)))
                .or(() -> parentsId(name).map(id -> new Check.ValueIs(name, id)))
                .orElseGet(() ->
                        isMade(name) ? new Check.ValueIsSet(name) : new Check.ValueExists(name));
    }

    /// The answer has these fields: that each is there is no proof where it has a value to compare with.
    Checking have(List<String> names) {
        var checks = new ArrayList<Check>();
        for (String name : names) {
            Optional<Check> check =
                    place.action() == Action.LIST && place.piece().isEmpty()
                            ? ofElement(name)
                            : Optional.of(is(name)).filter(one -> isProof(name, one));
            if (check.isEmpty()) {
                return Checks.missing(
                        "what the %s of an answer is cannot be compared from a test"
                                .formatted(Names.words(name)));
            }
            checks.add(check.get());
            place.resource().property(name).ifPresent(one -> checks.addAll(stored.now(one)));
        }
        checks.addAll(underToldId(checks));
        return new Checking.Written(checks);
    }

    /// What is found under an id that these checks read from the answer.
    List<Check> underToldId(List<Check> checks) {
        return checks.stream().anyMatch(Check.ValueKept.class::isInstance)
                ? stored.changed()
                : List.of();
    }

    /// Whether no more can be known of a field: of an id that is made, of a time that is looked at where it is stored, of
    /// what is no property.
    private boolean isProof(String name, Check check) {
        return switch (check) {
            case Check.ValueExists _ ->
                    place.resource().readable(name).isEmpty() || place.piece().isPresent();
            case Check.ValueIsSet _ ->
                    place.resource()
                            .property(name)
                            .filter(one -> !Times.isTime(one))
                            .filter(one -> place.resource().ownId().filter(one::equals).isEmpty())
                            .isEmpty();
            default -> true;
        };
    }

    /// Whether the code that makes the resource has to find the value by itself: the spec has it in the answer and
    /// nobody sends it, so null is no answer.
    private boolean isMade(String name) {
        EndpointSpec endpoint = place.endpoint();
        return place.action() == Action.CREATE
                && has(endpoint.response().fields(), name)
                && !has(endpoint.request().body(), name);
    }

    private static boolean has(List<Field> fields, String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    private Check value(String name, Property property) {
        boolean isUpdated = isWritten() && Times.isUpdated(property, place.endpoint());
        boolean isOfClock =
                isUpdated
                        && property.type().equals("Instant")
                        && Times.clock(place.holder().type()).isPresent();
        if (isOfClock && code.beans.containsKey("clock")) {
            return new Check.ValueIs(name, "clock.instant().toString()");
        }
        Optional<String> value = known.inJson(property);
        if (value.isPresent()) {
            return value.get().equals("null")
                    ? new Check.ValueIsNull(name)
                    : new Check.ValueIs(name, value.get());
        }
        Optional<Check> read = read(name, Optional.of(property));
        if (read.isPresent()) {
            return read.get();
        }
        Optional<Check> told = ToldId.of(scene).filter(one -> one.isOf(name)).map(ToldId::read);
        if (told.isPresent()) {
            return told.get();
        }
        Optional<String> parent = parentsId(name);
        if (parent.isPresent()) {
            return new Check.ValueIs(name, parent.get());
        }
        boolean isSet =
                isUpdated
                        || isMade(name)
                        || property.typeName().isPrimitive()
                        || place.resource().id().filter(property::equals).isPresent()
                        || (place.action() == Action.CREATE
                                && Times.isCreated(property, place.endpoint()));
        return isSet ? new Check.ValueIsSet(name) : new Check.ValueExists(name);
    }

    /// The id of what the path names, where a field of the answer is called so or as the property that
    /// keeps it.
    private Optional<String> parentsId(String name) {
        Optional<Parent> parent =
                place.parent()
                        .filter(_ -> place.action() != Action.LIST)
                        .filter(one -> !one.isFoundByKey())
                        .filter(one -> name.equals(one.object() + "Id") || isLink(one, name));
        String type =
                parent.flatMap(one -> one.place().resource().id()).map(Property::type).orElse("");
        return type.matches("[Ll]ong|int|Integer|String|UUID")
                ? scene.stock().parentId().map(id -> type.equals("UUID") ? id + ".toString()" : id)
                : Optional.empty();
    }

    private static boolean isLink(Parent parent, String name) {
        return !parent.family().isObject() && parent.link().name().equals(name);
    }

    private boolean isWritten() {
        return place.action() == Action.REPLACE
                || place.action() == Action.CHANGE
                || place.action() == Action.ACT;
    }

    /// The value that a test reads from what is stored after the request. Clocks and databases do not keep the same parts of a
    /// second, so times that the request itself may have set are compared in memory alone.
    private Optional<Check> read(String name, Optional<Property> property) {
        boolean isExact = place.action() == Action.READ || !place.storage().isTransactional();
        return property.filter(one -> isExact || !Times.isTime(one))
                .filter(_ -> place.piece().isEmpty())
                .flatMap(one -> object().flatMap(object -> read(one, object)))
                .map(value -> value.at(name));
    }

    private Optional<ReadValue> read(Property property, String object) {
        return ReadValue.of(scene.project().sources(), place.resource(), property, object);
    }

    private Optional<String> object() {
        return switch (place.action()) {
            case READ -> variable().or(this::found);
            case REPLACE, CHANGE, ACT -> found();
            case CREATE -> stored.made();
            case LIST, DELETE -> Optional.empty();
        };
    }

    private Optional<String> found() {
        return stored.found().map(stored::object);
    }

    /// The variable with what the test has stored.
    private Optional<String> variable() {
        Matcher variable = VARIABLE.matcher(asked.id());
        return variable.matches() && !given.statements().isEmpty()
                ? Optional.of(variable.group(1))
                : Optional.empty();
    }

    /// What is known of the element of a list that the test has stored.
    List<Check> ofElement() {
        Place elements = place.ofElements(scene.listing());
        return elements.endpoint().response().fields().stream()
                .map(field -> field.name().replaceFirst("^.*\\[]\\.", ""))
                .filter(name ->
                        place.resource().id().filter(id -> id.name().equals(name)).isEmpty())
                .map(this::ofElement)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Check> ofElement(String name) {
        Check.Element element = Checks.element(scene, asked.id(), true);
        Optional<Property> property = place.resource().readable(name);
        Optional<Check> written =
                property.flatMap(known::inJson)
                        .filter(value -> !value.equals("null"))
                        .map(value ->
                                new Check.ElementHas(element, name, value.startsWith("\""), value));
        return written.or(() ->
                variable()
                        .flatMap(object -> property.flatMap(one -> read(one, object)))
                        .map(value -> value.in(element, name)));
    }

    /// Ids compare as JSON has them.
    private String comparable(String id) {
        String type = place.resource().id().orElseThrow().typeName().boxed();
        return type.equals("UUID") && !id.startsWith("\"") ? id + ".toString()" : id;
    }
}
