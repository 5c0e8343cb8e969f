package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.JavaType;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.FieldType;
import kiro.spec.rest.HttpMethod;

/// What keeps an endpoint from being implemented in its place.
final class Obstacles {
    private final SpringProject project;

    Obstacles(SpringProject project) {
        this.project = project;
    }

    /// Empty where nothing does.
    List<String> of(Place place, Wants wants) {
        var obstacles = new ArrayList<String>();
        fields(place, wants, obstacles);
        switch (place.action()) {
            case READ -> needs(place, Operation.Kind.FIND, obstacles);
            case LIST -> list(place, wants, obstacles);
            case CREATE -> {
                needs(place, Operation.Kind.SAVE, obstacles);
                new CreateObstacles(project, place, wants).add(obstacles);
            }
            case REPLACE, CHANGE -> change(place, wants, obstacles);
            case ACT -> act(place, wants, obstacles);
            case DELETE -> delete(place, obstacles);
        }
        states(place, wants, obstacles);
        unbuilt(place, wants, obstacles);
        said(place, wants, obstacles);
        held(place, wants, obstacles);
        roles(wants, obstacles);
        owners(place, wants, obstacles);
        return obstacles;
    }

    private void owners(Place place, Wants wants, List<String> obstacles) {
        boolean isOfOthers =
                place.action().hasId()
                        && !place.isOwnedByParent()
                        && place.owner().flatMap(Owner::compared).isPresent();
        if (wants.refusesOwner() && !isOfOthers) {
            obstacles.add(
                    "nobody may do it with their own, and no property of "
                            + place.resource().name()
                            + " says whose it is");
        }
        boolean isNobodys =
                place.guard().isEmpty() && LinkedOwner.of(project, place, wants).isEmpty();
        if (wants.ownerOnly() && isNobodys && project.caller().isPresent()) {
            obstacles.add(
                    "only the owner may do it, and no property of "
                            + place.resource().name()
                            + " says whose it is");
        }
    }

    /// A caller who is asked for through a field of the controller's.
    private void held(Place place, Wants wants, List<String> obstacles) {
        boolean isAsked =
                Guarding.isForSome(wants)
                        || !wants.exemptRoles().isEmpty()
                        || (place.action() == Action.CREATE
                                && CreateWriter.takesCaller(place, wants))
                        || ListWriter.ownOnly(wants);
        project.caller()
                .filter(_ -> isAsked)
                .ifPresent(caller -> {
                    QuestionWriter.obstacle(project, place, caller).ifPresent(obstacles::add);
                    if (caller.source()
                                    instanceof
                                    Caller.Source.Held(String type, Optional<String> field)
                            && field.isPresent()
                            && place.controller().type().type().fields().stream()
                                    .noneMatch(one -> one.name().equals(field.get()))) {
                        obstacles.add(
                                "%s has no %s to ask who calls"
                                        .formatted(place.controller().type().name(), type));
                    }
                });
    }

    /// What the spec says of callers and of what stays as it is, beside what the project and the spec itself do.
    private void said(Place place, Wants wants, List<String> obstacles) {
        for (Behaviour.ShownIn shown : wants.behaviours(Behaviour.ShownIn.class)) {
            project.credentials()
                    .shownIn()
                    .filter(header -> !header.equalsIgnoreCase(shown.header()))
                    .ifPresent(header ->
                            obstacles.add(
                                    "callers show themselves in %s, and the project reads %s"
                                            .formatted(shown.header(), header)));
        }
        for (Behaviour.KeepsFields keeps : wants.behaviours(Behaviour.KeepsFields.class)) {
            place.endpoint().request().body().stream()
                    .map(Field::name)
                    .filter(name -> keeps.names().stream().anyMatch(name::equalsIgnoreCase))
                    .forEach(name ->
                            obstacles.add(
                                    "%s is said not to change, and is in the body"
                                            .formatted(name)));
        }
    }

    private static boolean isRefused(List<Expectation> expectations) {
        return expectations.stream()
                .anyMatch(one ->
                        one instanceof Expectation.IsRefused
                                || (one instanceof Expectation.Status(int code) && code >= 400));
    }

    private static boolean isOfBodies(Expectation expectation) {
        return expectation instanceof Expectation.FieldIs
                || expectation instanceof Expectation.LacksFields
                || expectation instanceof Expectation.HasFields;
    }

    private static void unbuilt(Place place, Wants wants, List<String> obstacles) {
        Capacity.obstacle(place, wants).ifPresent(obstacles::add);
        wants.behaviours(Behaviour.HoldsAtMost.class).stream()
                .filter(_ -> Capacity.of(place, wants).isEmpty())
                .forEach(one ->
                        obstacles.add(
                                "that there may be at most %d %s is not built"
                                        .formatted(one.count(), one.nouns())));
        if (place.action() == Action.DELETE
                && !wants.behaviours(Behaviour.KeepsRecord.class).isEmpty()) {
            obstacles.add("what is stored is to stay, and what changes of it is not said");
        }
        for (Field field : place.endpoint().request().body()) {
            for (FieldRule rule : field.rules()) {
                if (rule instanceof FieldRule.DaysAgo || rule instanceof FieldRule.DaysAhead) {
                    obstacles.add(
                            "how many days %s may be away is not checked".formatted(field.name()));
                }
            }
        }
        ofRoles(wants, obstacles);
    }

    /// What is said of callers with a role beside that they may do it.
    private static void ofRoles(Wants wants, List<String> obstacles) {
        wants.behaviours(Behaviour.Answers.class).stream()
                .filter(one -> one.condition() instanceof Condition.WithRole)
                .filter(one -> !isRefused(one.expectations()))
                .filter(one -> one.expectations().stream().anyMatch(Obstacles::isOfBodies))
                .forEach(one ->
                        obstacles.add(
                                "what is answered to %s in particular is not built"
                                        .formatted(
                                                String.join(
                                                        " and ",
                                                        ((Condition.WithRole) one.condition())
                                                                .roles()))));
        wants.behaviours(Behaviour.Answers.class).stream()
                .filter(one -> isRefused(one.expectations()))
                .map(Behaviour.Answers::condition)
                .filter(Condition.WithRole.class::isInstance)
                .flatMap(one -> ((Condition.WithRole) one).roles().stream())
                .filter(role ->
                        wants.onlyRoles().isEmpty()
                                ? !wants.ownerOnly() || wants.exemptRoles().contains(role)
                                : wants.onlyRoles().stream().anyMatch(role::equalsIgnoreCase))
                .forEach(role ->
                        obstacles.add("that the role %s is refused is not built".formatted(role)));
    }

    private void states(Place place, Wants wants, List<String> obstacles) {
        obstacles.addAll(StateGuards.obstacles(new States(project.sources()), place, wants));
        for (String field : UniqueWriter.fields(wants)) {
            if (UniqueWriter.within(wants, field).isEmpty()) {
                UniqueWriter.obstacle(project, place, wants, field).ifPresent(obstacles::add);
            }
        }
        obstacles.addAll(WithinParent.obstacles(project, place, wants));
        obstacles.addAll(SiblingGuards.obstacles(project, place, wants));
        obstacles.addAll(Overlap.obstacles(project, place, wants));
        obstacles.addAll(PassedTime.obstacles(place, wants));
        obstacles.addAll(OtherState.obstacles(project, place, wants));
        obstacles.addAll(OtherEffect.obstacles(project, place, wants));
    }

    private void roles(Wants wants, List<String> obstacles) {
        var roles = new ArrayList<>(wants.onlyRoles());
        roles.addAll(wants.exemptRoles());
        for (String role : roles) {
            if (new Roles(project).test(List.of(role)).isEmpty()) {
                obstacles.add(
                        "it is for the role %s, and how this project tells who has it is not evident"
                                .formatted(role));
            }
        }
    }

    private void act(Place place, Wants wants, List<String> obstacles) {
        change(place, wants, obstacles);
        boolean isSent =
                place.endpoint().request().body().stream()
                        .anyMatch(field -> place.resource().property(field.name()).isPresent());
        if (!isSent && Effects.of(project, place, wants).isEmpty()) {
            obstacles.add(
                    "what '%s' changes in a %s is not evident"
                            .formatted(place.names().verb(), place.names().nounWords()));
        }
    }

    private void fields(Place place, Wants wants, List<String> obstacles) {
        DomainType resource = place.resource();
        HttpMethod method = place.endpoint().route().method();
        List<Field> body = place.endpoint().request().body();
        if (method.takesBody() && body.isEmpty() && place.action() != Action.ACT) {
            obstacles.add("the spec lists no fields of the request");
        }
        for (Field field : body) {
            Optional<Property> property = new SentFields(place).property(field.name());
            boolean isUsed =
                    Effects.of(project, place, wants).containsValue(new Effect.Sent(field.name()));
            boolean isKey = References.held(project, place, field).isPresent();
            if (property.isEmpty() && !isUsed && !isKey) {
                obstacles.add("%s has no property %s".formatted(resource.name(), field.name()));
            } else if (property.isPresent()) {
                type(place, field, property.get()).ifPresent(obstacles::add);
            }
        }
        compared(place, obstacles);
        new References(project, place, wants).obstacle().ifPresent(obstacles::add);
        if (place.piece().isEmpty() && new ResponseForms(project).known(place).isPresent()) {
            return;
        }
        Listing listing = ListingReader.read(project, place, wants).listing();
        Place answered = place.ofElements(listing).ofPiece();
        for (Field field : answered.endpoint().response().fields()) {
            boolean isOfElements = listing.envelope().isEmpty() && field.name().contains("[].");
            DomainType shown = answered.resource();
            if (!isOfElements && ShownFields.of(project.sources(), shown, field.name()).isEmpty()) {
                obstacles.add("%s has no property %s".formatted(shown.name(), field.name()));
            }
        }
    }

    private static void compared(Place place, List<String> obstacles) {
        var sent = new SentFields(place);
        for (Comparison one : Comparison.of(place)) {
            Comparison.obstacle(one, type(sent, one.field()), type(sent, one.other()))
                    .ifPresent(obstacles::add);
        }
    }

    private static String type(SentFields sent, Field field) {
        return sent.property(field.name())
                .map(property -> property.typeName().boxed())
                .orElseGet(() -> RequestWriter.javaType(field.type()));
    }

    private Optional<String> type(Place place, Field field, Property property) {
        Optional<ProjectType> own =
                project.sources().resolve(property.type(), place.resource().type().file());
        boolean isEnum = own.filter(type -> type.type().kind() == JavaType.Kind.ENUM).isPresent();
        if (own.isPresent() && !isEnum) {
            return Optional.of(
                    "%s is a %s, and how a body becomes one is not evident"
                            .formatted(field.name(), property.type()));
        }
        boolean isNested = field.type() == FieldType.Plain.OBJECT;
        if (isNested) {
            return Optional.of(field.name() + " is an object whose fields are not listed");
        }
        for (FieldRule rule : field.rules()) {
            boolean isForeign =
                    isEnum
                            && rule instanceof FieldRule.OneOf values
                            && !own.get().type().constants().containsAll(values.values());
            if (isForeign) {
                return Optional.of(
                        "the values of %s are not the constants of %s"
                                .formatted(field.name(), property.type()));
            }
        }
        boolean isLimited = field.rules().stream().anyMatch(FieldRule.OneOf.class::isInstance);
        return isEnum && !isLimited
                ? Optional.of("which values " + field.name() + " may have is not said")
                : Optional.empty();
    }

    private static void needs(Place place, Operation.Kind kind, List<String> obstacles) {
        if (place.storage().operation(kind).isEmpty()) {
            obstacles.add(
                    place.storage().owner().name()
                            + " has no method to "
                            + switch (kind) {
                                case FIND -> "find by id";
                                case SAVE, UPDATE -> "store";
                                case DELETE, DELETE_OBJECT -> "delete";
                                case LIST -> "list";
                                case NEXT_ID -> "make an id for";
                            }
                            + " a "
                            + place.resource().name());
        }
    }

    private void change(Place place, Wants wants, List<String> obstacles) {
        needs(place, Operation.Kind.FIND, obstacles);
        if (place.storage().operation(Operation.Kind.UPDATE).isEmpty()) {
            needs(place, Operation.Kind.SAVE, obstacles);
            place.storage()
                    .operation(Operation.Kind.SAVE)
                    .filter(storing -> !place.storage().replaces())
                    .ifPresent(storing ->
                            obstacles.add(
                                    "%s.%s is for a new %s, and nothing stores one that is changed"
                                            .formatted(
                                                    place.storage().owner().name(),
                                                    storing.method(),
                                                    place.resource().name())));
        }
        Set<Property> effects = Effects.of(project, place, wants).keySet();
        var changed = new HashSet<Property>(effects);
        for (Field field : place.endpoint().request().body()) {
            place.resource().property(field.name()).ifPresent(changed::add);
        }
        effects.stream()
                .filter(property -> !SetterWriter.canSet(project, place, changed, property))
                .map(property ->
                        "%s.%s is final and cannot be changed"
                                .formatted(place.resource().name(), property.name()))
                .sorted()
                .forEach(obstacles::add);
        for (Field field : place.endpoint().request().body()) {
            place.resource()
                    .property(field.name())
                    .filter(property -> !SetterWriter.canSet(project, place, changed, property))
                    .ifPresent(property ->
                            obstacles.add(
                                    "%s.%s has no setter, and no copy of a %s with another one can be made"
                                            .formatted(
                                                    place.resource().name(),
                                                    property.name(),
                                                    place.resource().name())));
        }
    }

    private static void delete(Place place, List<String> obstacles) {
        needs(place, Operation.Kind.FIND, obstacles);
        if (place.storage().operation(Operation.Kind.DELETE_OBJECT).isEmpty()) {
            needs(place, Operation.Kind.DELETE, obstacles);
        }
    }

    private void list(Place place, Wants wants, List<String> obstacles) {
        boolean isOfParent =
                place.parent()
                        .filter(parent -> LinkFinder.canFind(place.storage(), parent.family()))
                        .isPresent();
        boolean hasOwn =
                ListWriter.ownOnly(place, wants)
                        && wants.exemptRoles().isEmpty()
                        && ListWriter.finder(place).isPresent();
        if (!hasOwn && !isOfParent) {
            needs(place, Operation.Kind.LIST, obstacles);
        }
        obstacles.addAll(ListingReader.read(project, place, wants).obstacles());
        if (ListWriter.ownOnly(place, wants) && place.owner().isEmpty()) {
            obstacles.add(
                    "it lists the caller's own only, and no property of "
                            + place.resource().name()
                            + " says whose it is");
        }
    }
}
