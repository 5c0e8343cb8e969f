package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kiro.model.builtin.ground.NewProperty;
import kiro.model.builtin.ground.NewProperty.Role;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.FieldType;

/// Works out what a resource holds that a project does not store yet: by the fields of the request that makes it, and of
/// the answer. Each has a type and a source that the spec or the project says; where one has not, that is the reason to
/// leave the resource out.
final class NewProperties {
    private static final String MAKERS =
            "(?i)(owner|author|creator|reporter|submitter|requester|user)(Id|Name)?";

    private final SpringProject project;
    private final Storage model;
    private final Optional<Storage> parent;
    private final String noun;
    private final Wants wants;
    private final FieldTypes types;
    private final Map<String, NewProperty> found = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();

    /// @param model what is stored and most like it
    /// @param parent what it belongs to
    /// @param noun what it is called, in camelCase
    /// @param wants what the request that makes one asks for
    NewProperties(
            SpringProject project,
            Storage model,
            Optional<Storage> parent,
            String noun,
            Wants wants) {
        this.project = project;
        this.model = model;
        this.parent = parent;
        this.noun = noun;
        this.wants = wants;
        this.types = new FieldTypes(project);
        gather();
    }

    List<NewProperty> properties() {
        return List.copyOf(found.values());
    }

    /// Why they are not all known.
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    private void gather() {
        List<Field> shown = wants.endpoint().response().fields();
        id(shown);
        parent.ifPresent(one -> link(one, shown));
        if (found.values().stream().noneMatch(one -> one.role() == Role.CALLER)) {
            shown.stream()
                    .map(Field::name)
                    .filter(this::isCaller)
                    .findFirst()
                    .ifPresent(this::caller);
        }
        hidden();
        for (Field field : wants.endpoint().request().body()) {
            boolean isKept =
                    shown.isEmpty()
                            || shown.stream().anyMatch(one -> one.name().equals(field.name()));
            if (!isKept) {
                reasons.add(
                        "whether the %s that is sent is stored is not said"
                                .formatted(field.name()));
            } else {
                value(field, true);
            }
        }
        shown.stream().filter(one -> !found.containsKey(one.name())).forEach(this::unsent);
        if (found.values().stream().noneMatch(one -> one.role() == Role.VALUE)) {
            reasons.add("which values a " + Names.words(noun) + " has is not said");
        }
    }

    private void id(List<Field> shown) {
        Property like = model.resource().id().orElseThrow();
        Optional<Field> field =
                shown.stream()
                        .filter(one -> one.name().equals("id") || one.name().equals(noun + "Id"))
                        .findFirst();
        String name = field.map(Field::name).orElse("id");
        boolean fits =
                field.map(Field::type)
                        .filter(type -> !isOf(type, like.typeName().boxed()))
                        .isEmpty();
        if (!fits) {
            reasons.add(
                    "the project's ids are of the type %s, and that of a %s is not"
                            .formatted(like.type(), Names.words(noun)));
        }
        found.put(name, NewProperty.plain(name, like.type(), Role.ID, false));
    }

    private static boolean isOf(FieldType type, String id) {
        return switch (type) {
            case FieldType.Plain plain ->
                    switch (plain) {
                        case INTEGER -> id.matches("Long|Integer");
                        case STRING -> id.matches("String|UUID");
                        case UUID -> id.matches("UUID|String");
                        case NOT_STATED -> true;
                        case DECIMAL, BOOLEAN, DATE, TIMESTAMP, OBJECT -> false;
                    };
            case FieldType.ListOf _, FieldType.Named _ -> false;
        };
    }

    private void link(Storage of, List<Field> shown) {
        Property id = of.resource().id().orElseThrow();
        String bare = Names.lower(Layout.noun(of));
        List<String> names = List.of(bare + "Id", bare + Names.upper(id.name()), bare);
        String name =
                shown.stream()
                        .map(Field::name)
                        .filter(names::contains)
                        .findFirst()
                        .or(() ->
                                project.storages().stream()
                                        .map(Storage::resource)
                                        .flatMap(one -> one.properties().stream())
                                        .filter(one -> one.typeName().isSameAs(id.typeName()))
                                        .map(Property::name)
                                        .filter(names::contains)
                                        .findFirst())
                        .orElse(names.getFirst());
        found.put(name, NewProperty.plain(name, id.type(), Role.LINK, false));
    }

    /// Whether a field that is answered and not sent is who has made it: the spec says so, or it is called after that.
    private boolean isCaller(String name) {
        boolean isSent =
                wants.endpoint().request().body().stream()
                        .anyMatch(field -> field.name().equals(name));
        String verb = noun.replaceFirst("(tion|ment|ing)$", "").replaceFirst("e$", "");
        return !isSent
                && !found.containsKey(name)
                && (isSaidCaller(name)
                        || name.matches(MAKERS)
                        || name.matches("[a-z]{3,}edBy")
                        || name.matches("(?i)" + verb + "(er|or)(Id|Name)?"));
    }

    private boolean isSaidCaller(String name) {
        return wants.endpoint()
                        .behaviours()
                        .contains(new Behaviour.SetsField(name, Behaviour.Source.CALLER))
                || wants.whenValid().stream()
                        .anyMatch(one ->
                                one instanceof Expectation.FieldIsCaller is
                                        && is.name().equals(name));
    }

    private void caller(String name) {
        Optional<Caller> caller = project.caller();
        if (caller.isEmpty() || !wants.authentication()) {
            reasons.add(
                    "who the %s of a %s is, the project does not know"
                            .formatted(name, Names.words(noun)));
            return;
        }
        found.put(name, NewProperty.plain(name, caller.get().idType(), Role.CALLER, false));
    }

    /// Who has made it where that is stored and not answered.
    private void hidden() {
        for (Behaviour.SetsField set : wants.behaviours(Behaviour.SetsField.class)) {
            boolean isKnown =
                    found.containsKey(set.name())
                            || wants.endpoint().response().fields().stream()
                                    .anyMatch(field -> field.name().equals(set.name()));
            if (set.source() == Behaviour.Source.CALLER && !isKnown) {
                String name = Names.camel(set.name());
                caller(stored(name).orElse(name));
            }
        }
        boolean isKnown = found.values().stream().anyMatch(one -> one.role() == Role.CALLER);
        wants.behaviours(Behaviour.BelongsTo.class).stream()
                .map(one -> Names.camel(one.name()))
                .filter(name -> !isKnown && !isOfParent(name))
                .findFirst()
                .ifPresent(name -> caller(stored(name).orElse(name)));
    }

    /// Whether it is the parent that belongs to them.
    private boolean isOfParent(String name) {
        return parent.filter(one ->
                        Owners.names(name).stream()
                                .anyMatch(own -> one.resource().property(own).isPresent()))
                .isPresent();
    }

    /// What the project calls it where it stores such users elsewhere: `driverId` for the driver.
    private Optional<String> stored(String word) {
        List<String> names = List.of(word, word + "Id", word + "Name");
        return project.storages().stream()
                .map(Storage::resource)
                .flatMap(one -> one.properties().stream())
                .map(Property::name)
                .filter(names::contains)
                .findFirst();
    }

    private void value(Field field, boolean isSent) {
        boolean isThere = field.isRequired() || field.standard().isPresent();
        List<String> constants = FieldTypes.constants(field);
        Optional<String> type =
                constants.isEmpty()
                        ? types.of(field, isThere)
                        : Optional.of(enumType(field, constants));
        if (type.isEmpty()) {
            reasons.add(
                    "how the %s of a %s is stored is not evident"
                            .formatted(field.name(), Names.words(noun)));
            return;
        }
        boolean isUnique =
                field.rules().stream().anyMatch(FieldRule.Unique.class::isInstance)
                        || wants.behaviours(Behaviour.Unique.class).stream()
                                .anyMatch(one -> one.name().equals(field.name()));
        boolean isText = type.get().equals("String");
        found.put(
                field.name(),
                new NewProperty(
                        field.name(),
                        type.get(),
                        Role.VALUE,
                        !isThere && isSent,
                        isText ? FieldTypes.length(field) : OptionalInt.empty(),
                        isUnique,
                        constants));
    }

    /// An enum of the project with these constants, else one that is made.
    private String enumType(Field field, List<String> constants) {
        return project.sources().types().stream()
                .filter(type -> type.type().constants().equals(constants))
                .map(type -> type.name())
                .filter(name -> name.endsWith(Names.upper(field.name())))
                .findFirst()
                .orElseGet(() -> Names.upper(noun) + Names.upper(field.name()));
    }

    /// What is answered and not sent.
    private void unsent(Field field) {
        boolean isNow =
                wants.endpoint()
                                .behaviours()
                                .contains(
                                        new Behaviour.SetsField(field.name(), Behaviour.Source.NOW))
                        || wants.whenValid().contains(new Expectation.FieldIsNow(field.name()));
        boolean isTime =
                field.type() == FieldType.Plain.TIMESTAMP
                        || field.type() == FieldType.Plain.DATE
                        || field.type() == FieldType.Plain.NOT_STATED;
        if (isTime || isNow) {
            String type = field.type() == FieldType.Plain.DATE ? "LocalDate" : types.time();
            var property = new Property(field.name(), type, "", Optional.empty());
            if (isNow || Times.isCreated(property, wants.endpoint())) {
                found.put(field.name(), NewProperty.plain(field.name(), type, Role.CREATED, false));
                return;
            }
        }
        boolean isSet =
                Stream.concat(
                                wants.behaviours(Behaviour.SetsTo.class).stream()
                                        .map(Behaviour.SetsTo::name),
                                wants.whenValid().stream()
                                        .filter(Expectation.FieldIs.class::isInstance)
                                        .map(one -> ((Expectation.FieldIs) one).name()))
                        .anyMatch(field.name()::equals);
        if (isSet
                && !(field.type() == FieldType.Plain.STRING
                        && FieldTypes.constants(field).isEmpty())) {
            value(field, false);
            return;
        }
        if (Unheld.isDerived(field.name())) {
            return;
        }
        reasons.add(
                "where the %s of a new %s comes from is not said"
                        .formatted(field.name(), Names.words(noun)));
    }
}
