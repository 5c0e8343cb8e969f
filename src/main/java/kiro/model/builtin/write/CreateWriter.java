package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.JavaField;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.MadeObject;
import kiro.model.builtin.project.Making;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;

/// Writes the making of a new resource: where each of its values comes from.
final class CreateWriter {
    private final SpringProject project;

    CreateWriter(SpringProject project) {
        this.project = project;
    }

    void create(LogicWriter.Code code) {
        takeCaller(code);
        if (!code.place.holder().isController()) {
            code.takeInputs();
        }
        DomainType type = code.place.resource();
        code.imports.add(type.type().qualifiedName());
        nowOnce(code);
        String made = completed(code, type.making().code(values(code)));
        List<String> setters = setters(code);
        if (setters.isEmpty() && !type.making().takes().isEmpty()) {
            UpdateWriter.store(code, made, code.object);
            return;
        }
        code.statements.add("%s %s = %s;".formatted(type.name(), code.object, made));
        code.statements.addAll(setters);
        UpdateWriter.store(code, code.object, code.object);
    }

    /// What a new object is made with; what it need not be given and gets no value is left out.
    private Map<String, String> values(LogicWriter.Code code) {
        Making making = code.place.resource().making();
        var values = new HashMap<String, String>();
        for (String name : making.takes()) {
            Property property = code.place.resource().property(name).orElseThrow();
            value(code, property)
                    .or(() ->
                            making.needs().contains(name)
                                    ? Optional.of(none(property))
                                    : Optional.empty())
                    .ifPresent(value -> values.put(name, value));
        }
        return values;
    }

    /// The new object with what it is to have and what makes it does not take; setters give it what they can.
    private String completed(LogicWriter.Code code, String made) {
        DomainType type = code.place.resource();
        var values = new LinkedHashMap<String, String>();
        for (Property property : besideMaking(project, code.place, code.wants)) {
            if (property.setter().isEmpty()) {
                value(code, property).ifPresent(value -> values.put(property.name(), value));
            }
        }
        return values.isEmpty()
                ? made
                : type.copying(values.keySet()).orElseThrow().code(made, values);
    }

    /// What a new resource is to have by the spec, and what makes it does not take.
    static List<Property> besideMaking(SpringProject project, Place place, Wants wants) {
        Set<Property> effects = Effects.of(project, place, wants).keySet();
        Optional<Property> link = place.parent().map(Parent::link);
        return place.resource().properties().stream()
                .filter(property -> !place.resource().making().takes().contains(property.name()))
                .filter(property -> !isSoByItself(project, place, wants, property))
                .filter(property ->
                        effects.contains(property)
                                || link.filter(property::equals).isPresent()
                                || place.owner()
                                        .flatMap(Owner::held)
                                        .filter(property::equals)
                                        .isPresent()
                                || place.endpoint().request().body().stream()
                                        .anyMatch(field ->
                                                field.name().equals(property.name())
                                                        || References.held(project, place, field)
                                                                .filter(property::equals)
                                                                .isPresent()))
                .toList();
    }

    /// Whether a new one has by itself what the spec says of it.
    private static boolean isSoByItself(
            SpringProject project, Place place, Wants wants, Property property) {
        return Effects.of(project, place, wants).get(property) instanceof Effect.Constant constant
                && new InitialValues(project, place)
                        .of(property)
                        .filter(InitialValues.Initial::isOwn)
                        .flatMap(InitialValues.Initial::expression)
                        .filter(constant.expression()::equals)
                        .isPresent();
    }

    /// What stands for no value.
    static String none(Property property) {
        if (property.typeName().raw().equals("Optional")) {
            return "Optional.empty()";
        }
        return property.typeName().isPrimitive()
                ? property.type().equals("boolean") ? "false" : "0"
                : "null";
    }

    private void takeCaller(LogicWriter.Code code) {
        if (takesCaller(code.place, code.wants)) {
            code.takeCaller();
        }
    }

    /// Statements for the values that the constructor does not take.
    private List<String> setters(LogicWriter.Code code) {
        DomainType type = code.place.resource();
        var setters = new ArrayList<String>();
        for (Property property : type.properties()) {
            if (type.making().takes().contains(property.name()) || property.setter().isEmpty()) {
                continue;
            }
            value(code, property)
                    .ifPresent(value ->
                            setters.add(
                                    "%s.%s(%s);"
                                            .formatted(
                                                    code.object,
                                                    property.setter().orElseThrow(),
                                                    value)));
        }
        return setters;
    }

    /// Several points in time of one object are the same one.
    private static void nowOnce(LogicWriter.Code code) {
        List<Property> times =
                code.place.resource().properties().stream()
                        .filter(property -> Times.isCreated(property, code.wants.endpoint()))
                        .filter(property -> code.sent(property).isEmpty())
                        .toList();
        if (times.size() > 1 && times.stream().map(Property::type).distinct().count() == 1) {
            String type = times.getFirst().typeName().raw();
            code.imports.addAll(Times.imports(type));
            code.statements.add("%s now = %s;".formatted(type, Times.now(type, code.clock())));
        }
    }

    static boolean takesCaller(Place place, Wants wants) {
        boolean isSet =
                wants.behaviours(Behaviour.SetsField.class).stream()
                        .anyMatch(set -> set.source() == Behaviour.Source.CALLER);
        return isSet || place.owner().flatMap(Owner::held).isPresent();
    }

    /// The expression for a property of a new object; empty where it gets none.
    private Optional<String> value(LogicWriter.Code code, Property property) {
        Optional<String> linked =
                code.place
                        .parent()
                        .filter(one -> one.link().equals(property))
                        .map(Parent::linked)
                        .or(() -> referred(code, property));
        if (linked.isPresent()) {
            return linked;
        }
        Optional<String> sent = code.sent(property);
        if (sent.isPresent()) {
            return Optional.of(withStandard(code, property, sent.get()));
        }
        if (code.place.resource().id().filter(property::equals).isPresent()) {
            return id(code);
        }
        boolean isOwner =
                code.place.owner().filter(new Owner.ByProperty(property)::equals).isPresent();
        boolean isCaller =
                code.wants
                        .endpoint()
                        .behaviours()
                        .contains(
                                new Behaviour.SetsField(property.name(), Behaviour.Source.CALLER));
        if (isOwner || isCaller) {
            return project.caller().map(caller -> LogicWriter.callerName(code.place, caller));
        }
        Optional<String> effect = code.effect(property);
        if (effect.isPresent()) {
            return effect;
        }
        if (isUser(code.place, property)) {
            return user(code);
        }
        return Times.isCreated(property, code.wants.endpoint())
                ? Optional.of(now(code, property))
                : given(code, property);
    }

    /// The time of the request, which is read once where several times have it.
    private static String now(LogicWriter.Code code, Property property) {
        String type = property.typeName().raw();
        code.imports.addAll(Times.imports(type, code.clock()));
        boolean hasNow = code.statements.stream().anyMatch(line -> line.contains(" now = "));
        return hasNow ? "now" : Times.now(type, code.clock());
    }

    /// The variable with that of which a field of the body has the key.
    private Optional<String> referred(LogicWriter.Code code, Property property) {
        return new References(project, code.place, code.wants)
                .all().stream()
                        .filter(one -> one.held().filter(property::equals).isPresent())
                        .map(Reference::object)
                        .findFirst();
    }

    private Optional<String> id(LogicWriter.Code code) {
        Optional<String> id = newId(project, code.place);
        id.filter(one -> one.contains("UUID.")).ifPresent(_ -> code.imports.add("java.util.UUID"));
        WrappedId.of(project.sources(), code.place.resource())
                .ifPresent(one -> code.imports.add(one.type().qualifiedName()));
        return id;
    }

    private static boolean isUser(Place place, Property property) {
        return place.owner()
                .filter(Owner.ByObject.class::isInstance)
                .flatMap(Owner::held)
                .filter(property::equals)
                .isPresent();
    }

    /// The caller as the object that the resource has of them.
    private Optional<String> user(LogicWriter.Code code) {
        if (!(code.place.owner().orElse(null) instanceof Owner.ByObject owned)) {
            return Optional.empty();
        }
        return users(project, code.place)
                .map(field -> {
                    String id = LogicWriter.callerName(code.place, project.caller().orElseThrow());
                    boolean isReferred =
                            owned.isById()
                                    && project.sources().mainMentions("." + "getReferenceById(");
                    return isReferred
                            ? field + ".getReferenceById(" + id + ")"
                            : "%s.%s(%s).orElseThrow()"
                                    .formatted(field, owned.find().orElseThrow().method(), id);
                });
    }

    /// The holder's name for where users are kept; empty where it has none.
    static Optional<String> users(SpringProject project, Place place) {
        return place.owner()
                .filter(Owner.ByObject.class::isInstance)
                .map(Owner.ByObject.class::cast)
                .filter(one ->
                        one.find()
                                .filter(find -> find.result() == Operation.Result.OPTIONAL)
                                .isPresent())
                .flatMap(one -> new Reaches(project).of(place.holder(), one.users()))
                .map(Reaches.Reach::name);
    }

    private static String withStandard(LogicWriter.Code code, Property property, String sent) {
        boolean isPrimitive =
                property.typeName().isPrimitive() && !code.isRequired(property.name());
        return code.standard(property)
                .or(() -> isPrimitive ? Optional.of(none(property)) : Optional.empty())
                .map(otherwise -> code.otherwise(property, otherwise, sent))
                .orElse(sent);
    }

    /// Where a new id comes from; empty where storing gives it, or nothing was found that does.
    static Optional<String> newId(SpringProject project, Place place) {
        DomainType type = place.resource();
        if (place.storage().givesIds()) {
            return Optional.empty();
        }
        var storage = new StorageCode(place.storage(), place.storageName());
        if (storage.can(Operation.Kind.NEXT_ID)) {
            return Optional.of(storage.call(Operation.Kind.NEXT_ID, ""));
        }
        for (JavaField field : place.holder().type().type().fields()) {
            if (field.type().matches("Atomic(Long|Integer)")
                    && field.name().matches("(?i).*(id|seq|next|last|counter).*")) {
                boolean isLast = field.name().matches("(?i).*last.*");
                boolean isUsed =
                        place.holder()
                                .type()
                                .file()
                                .text()
                                .contains(field.name() + ".getAndIncrement()");
                return Optional.of(
                        field.name()
                                + (isUsed
                                                || (!isLast
                                                        && field.initializer()
                                                                .orElse("")
                                                                .contains("(1"))
                                        ? ".getAndIncrement()"
                                        : ".incrementAndGet()"));
            }
        }
        return WrappedId.of(project.sources(), type)
                .flatMap(one -> one.anew(new ArrayList<>()))
                .or(() -> random(type));
    }

    private static Optional<String> random(DomainType type) {
        return switch (type.id().orElseThrow().typeName().raw()) {
            case "UUID" -> Optional.of("UUID.randomUUID()");
            case "String" -> Optional.of("UUID.randomUUID().toString()");
            default -> Optional.empty();
        };
    }

    /// What a new one has for this property, as the project says it; empty too where what makes it sees to that.
    static Optional<String> usual(SpringProject project, Place place, Property property) {
        Optional<InitialValues.Initial> initial = new InitialValues(project, place).of(property);
        return initial.isPresent()
                ? initial.flatMap(InitialValues.Initial::expression)
                : Optional.of("false")
                        .filter(_ ->
                                property.type().equals("boolean")
                                        && place.resource()
                                                .making()
                                                .standard(property.name())
                                                .isEmpty());
    }

    /// The same, where it has to be given.
    private Optional<String> given(LogicWriter.Code code, Property property) {
        Making making = code.place.resource().making();
        boolean isOwn =
                making.gives(property.name())
                        || new InitialValues(project, code.place)
                                .of(property)
                                .filter(one ->
                                        one.isOwn()
                                                || (!making.takes().contains(property.name())
                                                        && one.expression()
                                                                .filter("null"::equals)
                                                                .isPresent()))
                                .isPresent();
        Optional<String> usual = isOwn ? Optional.empty() : usual(project, code.place, property);
        usual.flatMap(one -> InitialValues.imported(project, code.place, property, one))
                .ifPresent(code.imports::add);
        return usual;
    }

    /// Whether the project's own code, where it makes such an object anew, never leaves this property empty.
    static boolean isAlwaysGiven(SpringProject project, Place place, Property property) {
        DomainType resource = place.resource();
        List<String> given =
                project.sources().types().stream()
                        .filter(type -> !type.name().equals(resource.name()))
                        .flatMap(type -> type.type().methods().stream())
                        .flatMap(method -> MadeObject.in(method, resource).stream())
                        .filter(made -> !made.isCopy())
                        .map(made -> made.values().getOrDefault(property.name(), "null"))
                        .filter(argument -> !argument.matches("(rs|row|resultSet)\\..*"))
                        .toList();
        boolean canBeGiven = resource.making().takes().contains(property.name());
        return canBeGiven && !given.isEmpty() && !given.contains("null");
    }
}
