package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.code.JavaType;
import kiro.model.builtin.ground.NewProperty;
import kiro.model.builtin.ground.NewProperty.Role;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldType;

/// Works out which properties a stored type lacks for an endpoint that changes such objects: what is sent and answered
/// again, what the spec says is stored, what is set to the time or the caller. Of an endpoint with one field more that
/// could be anything else, none.
final class MissingProperties {
    private final SpringProject project;
    private final Place place;
    private final Wants wants;
    private final FieldTypes types;
    private final Map<String, NewProperty> found = new LinkedHashMap<>();
    private final List<Behaviour> sources = new ArrayList<>();
    private boolean isClear = true;

    MissingProperties(SpringProject project, Place place, Wants wants) {
        this.project = project;
        this.place = place;
        this.wants = wants;
        this.types = new FieldTypes(project);
        boolean isChanging =
                switch (place.action()) {
                    case CREATE, REPLACE, CHANGE, ACT -> true;
                    case READ, LIST, DELETE -> false;
                };
        if (isChanging && place.piece().isEmpty()) {
            place.endpoint().request().body().forEach(this::sent);
            place.endpoint().response().fields().forEach(this::answered);
        }
    }

    List<NewProperty> properties() {
        return isClear ? List.copyOf(found.values()) : List.of();
    }

    /// Where values come from that nobody sends.
    List<Behaviour> sources() {
        return isClear ? List.copyOf(sources) : List.of();
    }

    private void sent(Field field) {
        boolean isUsed =
                Effects.of(project, place, wants).containsValue(new Effect.Sent(field.name()));
        boolean isKey = References.held(project, place, field).isPresent();
        if (isUsed || isKey || new SentFields(place).property(field.name()).isPresent()) {
            return;
        }
        Optional<String> told =
                wants.behaviours(Behaviour.SetsFrom.class).stream()
                        .filter(set -> set.field().equalsIgnoreCase(field.name()))
                        .map(Behaviour.SetsFrom::name)
                        .filter(name -> name.matches("[a-z]\\w*"))
                        .findFirst();
        String name = told.orElse(field.name());
        boolean isSaid =
                told.isPresent()
                        || isShown(name)
                        || (place.endpoint().response().fields().isEmpty()
                                && wants.whenValid().stream().anyMatch(one -> isStored(one, name)));
        Optional<NewProperty> property =
                isSaid && (isShown(name) || !isNear(name))
                        ? property(name, field)
                        : Optional.empty();
        property.ifPresent(one -> found.put(name, one));
        isClear &= property.isPresent();
    }

    private static boolean isStored(Expectation expectation, String name) {
        return expectation instanceof Expectation.IsStored
                || (expectation instanceof Expectation.StoresFields(List<String> names)
                        && names.contains(name));
    }

    private boolean isShown(String name) {
        return place.endpoint().response().fields().stream()
                .anyMatch(field -> field.name().equals(name));
    }

    /// Whether a property could be meant: `decisionNote` by "note".
    private boolean isNear(String name) {
        return place.resource().properties().stream()
                .map(Property::name)
                .anyMatch(
                        one -> one.endsWith(Names.upper(name)) || name.endsWith(Names.upper(one)));
    }

    private Optional<NewProperty> property(String name, Field field) {
        List<String> constants = FieldTypes.constants(field);
        boolean isOfState =
                !constants.isEmpty()
                        && place.resource().properties().stream()
                                .flatMap(one ->
                                        project
                                                .sources()
                                                .resolve(one.type(), place.resource().type().file())
                                                .stream())
                                .filter(one -> one.type().kind() == JavaType.Kind.ENUM)
                                .anyMatch(one -> one.type().constants().containsAll(constants));
        if (isOfState) {
            return Optional.empty();
        }
        Optional<String> type =
                constants.isEmpty()
                        ? types.of(field, false)
                        : Optional.of(Layout.noun(place.storage()) + Names.upper(name));
        return type.map(one ->
                new NewProperty(
                        name,
                        one,
                        Role.VALUE,
                        true,
                        one.equals("String") ? FieldTypes.length(field) : OptionalInt.empty(),
                        false,
                        constants));
    }

    /// A field of the answer that is not sent.
    private void answered(Field field) {
        String name = field.name();
        boolean isKnown =
                found.containsKey(name)
                        || name.contains("[].")
                        || place.resource().readable(name).isPresent();
        if (isKnown) {
            return;
        }
        if (isSet(name, Behaviour.Source.NOW)
                || wants.whenValid().contains(new Expectation.FieldIsNow(name))
                || isTimeOfTheAct(field)) {
            String type = field.type() == FieldType.Plain.DATE ? "LocalDate" : types.time();
            found.put(name, NewProperty.plain(name, type, Role.VALUE, true));
            sources.add(new Behaviour.SetsField(name, Behaviour.Source.NOW));
        } else if (isSet(name, Behaviour.Source.CALLER) && project.caller().isPresent()) {
            String type = project.caller().get().idType();
            found.put(
                    name,
                    NewProperty.plain(name, type.equals("long") ? "Long" : type, Role.VALUE, true));
        } else {
            isClear = false;
        }
    }

    private boolean isSet(String name, Behaviour.Source source) {
        return place.endpoint().behaviours().contains(new Behaviour.SetsField(name, source));
    }

    /// `archivedAt` of what is archived.
    private boolean isTimeOfTheAct(Field field) {
        return field.type() == FieldType.Plain.TIMESTAMP
                && place.action() == Action.ACT
                && Times.isOfTheMaking(field.name(), place.names().verb());
    }
}
