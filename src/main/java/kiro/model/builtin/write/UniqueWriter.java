package kiro.model.builtin.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;
import kiro.model.builtin.store.StoreGrowth;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// Writes the checks that no other resource has a value that has to be unique.
final class UniqueWriter {
    private final Workshop workshop;
    private final FailureWriter failures;

    UniqueWriter(Workshop workshop, FailureWriter failures) {
        this.workshop = workshop;
        this.failures = failures;
    }

    /// The fields of the body that have to be unique: by their rules, or by what follows where they are not.
    static Set<String> fields(Wants wants) {
        var names = new LinkedHashSet<String>();
        for (Field field : wants.endpoint().request().body()) {
            if (field.rules().contains(new FieldRule.Unique())) {
                names.add(field.name());
            }
        }
        wants.behaviours(Behaviour.Unique.class).stream()
                .map(Behaviour.Unique::name)
                .filter(name ->
                        wants.endpoint().request().body().stream()
                                .anyMatch(field -> field.name().equals(name)))
                .forEach(names::add);
        wants.conditions()
                .map(UniqueWriter::duplicate)
                .flatMap(Optional::stream)
                .filter(name ->
                        wants.endpoint().request().body().stream()
                                .anyMatch(field -> field.name().equals(name)))
                .forEach(names::add);
        return names;
    }

    private static Optional<String> duplicate(Condition condition) {
        if (condition instanceof Condition.Duplicate(Optional<String> field)) {
            return field;
        }
        return condition instanceof Condition.DuplicateInOtherCase(String field)
                ? Optional.of(field)
                : Optional.empty();
    }

    /// Whether two texts are the same that differ in capitals.
    private static boolean ignoresCase(Wants wants, Property property) {
        boolean isSaid =
                wants.behaviours(Behaviour.Unique.class)
                        .contains(
                                new Behaviour.Unique(
                                        property.name(), Behaviour.Letters.IGNORING_CASE));
        boolean isRefused =
                wants.outcomes().stream()
                        .filter(one -> one.status().orElse(200) >= 400)
                        .anyMatch(one ->
                                one.condition()
                                        .equals(
                                                new Condition.DuplicateInOtherCase(
                                                        property.name())));
        return property.typeName().raw().equals("String") && (isSaid || isRefused);
    }

    /// Why the check of a field cannot be written; empty where it can.
    static Optional<String> obstacle(
            SpringProject project, Place place, Wants wants, String field) {
        var growth = new StoreGrowth(project.sources(), project.storages());
        boolean canLook =
                place.resource()
                        .property(field)
                        .filter(property ->
                                finder(place, property, ignoresCase(wants, property)).isPresent()
                                        || place.storage()
                                                .operation(Operation.Kind.LIST)
                                                .isPresent()
                                        || place.storage().kind() == Storage.Kind.REPOSITORY
                                        || isId(place, property)
                                        || growth.exists(
                                                        place.storage(),
                                                        property,
                                                        ignoresCase(wants, property))
                                                .isPresent())
                        .isPresent();
        return canLook
                ? Optional.empty()
                : Optional.of(
                        "%s cannot find a %s by its %s"
                                .formatted(
                                        place.storage().owner().name(),
                                        place.names().nounWords(),
                                        field));
    }

    private static boolean isId(Place place, Property property) {
        return place.resource().id().filter(property::equals).isPresent();
    }

    /// A method of the storage that finds by this property, or tells whether there is one.
    private static Optional<JavaMethod> finder(
            Place place, Property property, boolean ignoresCase) {
        String name =
                "(?i)(find|get|load|lookup|fetch|exists|has)(One|First)?(By|With)"
                        + property.name()
                        + (ignoresCase ? "(Ignore(s)?Case)?" : "");
        return place.storage().owner().type().methods().stream()
                .filter(method ->
                        method.name().matches(name)
                                && (!ignoresCase || looksAtNoCase(method))
                                && method.parameters().size() == 1
                                && TypeName.of(method.parameters().getFirst().type())
                                        .isSameAs(property.typeName()))
                .findFirst();
    }

    private static boolean looksAtNoCase(JavaMethod method) {
        return method.name().matches("(?i).*ignores?case")
                || method.body()
                        .filter(body ->
                                body.matches("(?s).*(equalsIgnoreCase|toLowerCase|lower\\().*"))
                        .isPresent();
    }

    void check(LogicWriter.Code code) {
        for (String field : fields(code.wants)) {
            Property property = code.place.resource().property(field).orElseThrow();
            Optional<String> sent = code.sent(property);
            sent.ifPresent(value -> check(code, property, value));
        }
    }

    private void check(LogicWriter.Code code, Property property, String value) {
        String noun = Names.words(Names.ofType(code.place.resource().name()));
        String message =
                "\"%s with this %s exists already\""
                        .formatted(CaseNames.article(noun), Names.words(property.name()));
        Raise raise =
                failures.raise(
                        Trouble.conflict(
                                        code.wants.status(
                                                Condition.Duplicate.class::isInstance, 409),
                                        code.place.resource().name(),
                                        message)
                                .coded(code.wants.errorCode(Condition.Duplicate.class::isInstance)),
                        code.place.holder().type());
        String test = test(code, property, value);
        boolean canBeAbsent =
                code.place.action() == Action.CHANGE && !code.isRequired(property.name());
        boolean isChange = code.place.action() != Action.CREATE;
        String differs = isChange ? differs(code, property, value) + " && " : "";
        code.statements.add(
                "if (" + (canBeAbsent ? value + " != null && " : "") + differs + test + ") {");
        code.statements.add("    throw " + raise.expression() + ";");
        code.statements.add("}");
        code.imports.addAll(raise.imports());
    }

    private static String differs(LogicWriter.Code code, Property property, String value) {
        String current = code.object + property.read();
        return ignoresCase(code.wants, property)
                ? "!" + value + ".equalsIgnoreCase(" + current + ")"
                : OwnerCode.differs(value, property.type(), current, property.type());
    }

    private String test(LogicWriter.Code code, Property property, String value) {
        String storage = code.place.storageName();
        boolean ignoresCase = ignoresCase(code.wants, property);
        Optional<JavaMethod> finder = finder(code.place, property, ignoresCase);
        if (finder.isPresent()) {
            return isThere(storage + "." + finder.get().name() + "(" + value + ")", finder.get());
        }
        if (isId(code.place, property) && code.storage.can(Operation.Kind.FIND)) {
            String call = code.storage.call(Operation.Kind.FIND, value);
            return code.storage.operation(Operation.Kind.FIND).result() == Operation.Result.OPTIONAL
                    ? call + ".isPresent()"
                    : call + " != null";
        }
        if (code.place.storage().kind() == Storage.Kind.REPOSITORY) {
            String name =
                    "existsBy" + Names.upper(property.name()) + (ignoresCase ? "IgnoreCase" : "");
            workshop.addMethod(
                    code.place.storage().owner(),
                    Part.LOGIC,
                    "boolean %s(%s %s);".formatted(name, property.type(), property.name()),
                    List.of());
            return storage + "." + name + "(" + value + ")";
        }
        boolean isInMemory = code.place.storage().backing() instanceof Backing.Memory;
        Optional<String> added =
                isInMemory && code.storage.can(Operation.Kind.LIST)
                        ? Optional.empty()
                        : new StoreWriter(workshop)
                                .exists(code.place.storage(), property, ignoresCase);
        if (added.isPresent()) {
            return storage + "." + added.get() + "(" + value + ")";
        }
        return listed(code, property, value, ignoresCase);
    }

    private static String listed(
            LogicWriter.Code code, Property property, String value, boolean ignoresCase) {
        Operation all = code.storage.operation(Operation.Kind.LIST);
        String list = code.storage.call(Operation.Kind.LIST, "");
        String stream = all.result() == Operation.Result.STREAM ? list : list + ".stream()";
        return "%s.anyMatch(other -> other%s.%s(%s))"
                .formatted(
                        stream,
                        property.read(),
                        ignoresCase ? "equalsIgnoreCase" : "equals",
                        value);
    }

    private static String isThere(String call, JavaMethod method) {
        return switch (TypeName.of(method.returnType()).raw()) {
            case "boolean", "Boolean" -> call;
            case "Optional" -> call + ".isPresent()";
            case "List", "Set", "Collection" -> "!" + call + ".isEmpty()";
            default -> call + " != null";
        };
    }
}
