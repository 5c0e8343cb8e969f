package kiro.model.builtin.write;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.JavaType;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.Table;

/// Stores what the objects of tests refer to: rows that foreign keys name, entities that entities have.
final class Related {
    private static final int DEPTH = 3;

    private final SpringProject project;
    private final TestCode code;
    private final Upkeep upkeep;

    /// @param upkeep tells what the test class can name and call
    Related(SpringProject project, TestCode code, Upkeep upkeep) {
        this.project = project;
        this.code = code;
        this.upkeep = upkeep;
    }

    /// The expressions for what an object refers to, by property.
    ///
    /// @param known properties that have their values already
    /// @param anew the properties that refer to another row each time
    Map<Property, String> values(Storage storage, Map<Property, String> known, Set<Property> anew) {
        return values(storage, known, anew, DEPTH);
    }

    /// Whether a property refers to another row, which a test can make anew each time.
    boolean refers(Storage storage, Property property) {
        Optional<ProjectType> own =
                project.sources().resolve(property.type(), storage.resource().type().file());
        if (own.filter(one -> one.type().kind() == JavaType.Kind.CLASS).isPresent()) {
            return kept(own.get()).filter(this::canMake).isPresent();
        }
        return storage.backing() instanceof Backing.Sql sql
                && sql.column(property)
                        .flatMap(Table.Column::references)
                        .flatMap(this::storage)
                        .filter(other -> canMake(other) || StoredCode.canPut(other))
                        .isPresent();
    }

    private Map<Property, String> values(
            Storage storage, Map<Property, String> known, Set<Property> anew, int depth) {
        var values = new HashMap<Property, String>();
        for (Property property : storage.resource().properties()) {
            boolean isOpen =
                    !known.containsKey(property)
                            && storage.resource().ownId().filter(property::equals).isEmpty();
            if (isOpen) {
                value(storage, property, anew.contains(property), depth)
                        .ifPresent(value -> values.put(property, value));
            }
        }
        return values;
    }

    private Optional<String> value(Storage storage, Property property, boolean isAnew, int depth) {
        Optional<ProjectType> own =
                project.sources().resolve(property.type(), storage.resource().type().file());
        boolean isObject = own.filter(one -> one.type().kind() == JavaType.Kind.CLASS).isPresent();
        // The first of a kind refers to none of its own kind.
        boolean isOwnKind = property.type().equals(storage.resource().name());
        if (isObject && isOwnKind) {
            return Optional.of("null");
        }
        if (isObject && (isAnew || isNeeded(storage, property))) {
            return kept(own.get()).flatMap(other -> stored(other, depth));
        }
        if (!(storage.backing() instanceof Backing.Sql sql)) {
            return Optional.empty();
        }
        Optional<Table.Column> column =
                sql.column(property).filter(one -> one.references().isPresent());
        if (column.isEmpty()) {
            return Optional.empty();
        }
        if (!isAnew && column.get().isNullable() && !property.typeName().isPrimitive()) {
            return Optional.of("null");
        }
        return storage(column.get().references().get())
                .flatMap(other ->
                        stored(other, depth)
                                .map(call -> call + other.resource().ownId().orElseThrow().read())
                                .or(() -> isAnew ? Optional.empty() : seeded(other))
                                .or(() -> put(other, depth))
                                .or(() -> seeded(other)));
    }

    /// The storage of a table.
    Optional<Storage> storage(String table) {
        return project.storages().stream()
                .map(upkeep::seen)
                .filter(other ->
                        other.backing() instanceof Backing.Sql named
                                && named.table().name().equals(table))
                .findFirst();
    }

    boolean canMake(Storage storage) {
        return StoredCode.canStore(storage)
                && upkeep.isVisible(storage.owner())
                && upkeep.isVisible(storage.resource().type());
    }

    /// The key of a row that is there from the start.
    private Optional<String> seeded(Storage storage) {
        Property id = storage.resource().ownId().orElseThrow();
        return storage.seededKey(project.sources())
                .flatMap(key ->
                        switch (id.typeName().boxed()) {
                            case "Long" -> Optional.of(key + "L");
                            case "Integer" -> Optional.of(key);
                            case "String" -> Optional.of(Constraints.literal(key));
                            case "UUID" -> {
                                code.imports.add("java.util.UUID");
                                yield Optional.of(
                                        "UUID.fromString(" + Constraints.literal(key) + ")");
                            }
                            default -> Optional.empty();
                        });
    }

    /// Whether an entity is never without the other.
    private static boolean isNeeded(Storage storage, Property property) {
        return isAlwaysThere(storage, property)
                || storage.resource().making().needs().contains(property.name());
    }

    /// Whether what keeps the objects takes none without the property.
    static boolean isAlwaysThere(Storage storage, Property property) {
        boolean isColumn =
                storage.backing() instanceof Backing.Sql sql
                        && sql.column(property).filter(column -> !column.isNullable()).isPresent();
        return isColumn
                || storage.resource()
                        .type()
                        .type()
                        .field(property.name())
                        .map(field -> field.annotations().toString().replace(" ", ""))
                        .filter(text ->
                                text.contains("optional=false") || text.contains("nullable=false"))
                        .isPresent();
    }

    private Optional<Storage> kept(ProjectType type) {
        return project.storages().stream()
                .map(upkeep::seen)
                .filter(one -> one.resource().type().qualifiedName().equals(type.qualifiedName()))
                .filter(one -> one.kind() != Storage.Kind.MAP)
                .findFirst();
    }

    /// The expression for the user to whom an object belongs, by the parameter with what tells callers apart. Of whom only
    /// a name is known, there may be no user yet.
    Optional<String> found(Owner.ByObject owned) {
        Storage users = owned.users();
        if (owned.find().isEmpty() || !upkeep.isVisible(users.owner())) {
            return Optional.empty();
        }
        String bean = Names.lower(Names.plural(users.resource().name()));
        code.bean(bean, users.owner().name(), users.owner().qualifiedName());
        Operation find = owned.find().get();
        if (owned.isById()) {
            return Optional.of(
                    "%s.%s(%s)%s"
                            .formatted(
                                    bean,
                                    find.method(),
                                    owned.id().name(),
                                    find.result() == Operation.Result.OPTIONAL
                                            ? ".orElseThrow()"
                                            : ""));
        }
        return foundOrMade(owned, bean, find)
                .map(helper -> "%s(%s)".formatted(helper, owned.id().name()));
    }

    /// The name of a method that finds the user of a name, or stores one.
    private Optional<String> foundOrMade(Owner.ByObject owned, String bean, Operation find) {
        Storage users = owned.users();
        String type = users.resource().name();
        String variable = Names.variable(type);
        String helper = variable + "Of";
        if (code.helpers.containsKey(helper)) {
            return Optional.of(helper);
        }
        String key = owned.key().name();
        if (!canMake(users)) {
            return Optional.empty();
        }
        return made(
                        users,
                        variable,
                        new NewValues(project, code).id(users, bean),
                        Map.of(owned.key(), key),
                        DEPTH)
                .map(one -> {
                    code.helpers.put(helper, finding(owned, find, bean, one));
                    code.imports.add(users.resource().type().qualifiedName());
                    return helper;
                });
    }

    private String finding(
            Owner.ByObject owned, Operation find, String bean, TestObjects.Made made) {
        String type = owned.users().resource().name();
        String key = owned.key().name();
        String end = find.result() == Operation.Result.OPTIONAL ? ".orElse(null)" : "";
        var text =
                new StringBuilder(
                        "private %s %sOf(%s %s) {\n    %s known = %s.%s(%s)%s;\n"
                                .formatted(
                                        type,
                                        Names.variable(type),
                                        owned.key().type(),
                                        key,
                                        type,
                                        bean,
                                        find.method(),
                                        key,
                                        end));
        text.append("    if (known != null) {\n        return known;\n    }\n");
        new StoredCode(project, owned.users(), bean, code)
                .lines(made, Names.variable(type))
                .forEach(line -> text.append(line.indent(4)));
        return text + "}";
    }

    /// A call that puts a row into a table that no storage takes objects for, and answers its key.
    private Optional<String> put(Storage storage, int depth) {
        String type = storage.resource().name();
        Property id = storage.resource().ownId().orElseThrow();
        String helper = "some" + type + Names.upper(id.name());
        if (code.helpers.containsKey(helper)) {
            return Optional.of(helper + "()");
        }
        boolean isNumber = id.typeName().boxed().matches("Long|Integer");
        if (depth == 0 || !isNumber || !StoredCode.canPut(storage)) {
            return Optional.empty();
        }
        return made(storage, Names.variable(type), "", depth)
                .map(made -> {
                    code.helpers.put(helper, putting(storage, helper, made));
                    return helper + "()";
                });
    }

    /// A method that puts a row; where scripts put rows with keys of their own, the database could make these again.
    private String putting(Storage storage, String helper, TestObjects.Made made) {
        Property id = storage.resource().ownId().orElseThrow();
        boolean isInt = id.typeName().boxed().equals("Integer");
        String type = isInt ? "int" : "long";
        var stored = new StoredCode(project, storage, "", code);
        if (storage.seededKey(project.sources()).isEmpty()) {
            return "private %s %s() {\n    return %s\n            .%sValue();\n}"
                    .formatted(type, helper, stored.put(made).replace("\n", "\n    "), type);
        }
        return "private %s %s() {\n    %s id = %s;\n    %s\n    return id;\n}"
                .formatted(
                        type,
                        helper,
                        type,
                        new NewValues(project, code).key(isInt),
                        stored.put(made, "id").replace("\n", "\n    "));
    }

    /// A call that stores the row which a property refers to by this key; empty where it refers to none, or where a test
    /// cannot store one that the next test can store again.
    Optional<String> keyed(Storage storage, Property property, String key) {
        return new KeyedRows(this, project, code).call(storage, property, key);
    }

    private Optional<TestObjects.Made> made(
            Storage storage, String variable, String bean, int depth) {
        return made(
                storage,
                variable,
                bean.isEmpty() ? Optional.empty() : new NewValues(project, code).id(storage, bean),
                depth);
    }

    /// An object with a key of this expression, and with what it refers to.
    Optional<TestObjects.Made> withKey(Storage storage, String variable, String id) {
        return made(storage, variable, Optional.of(id), DEPTH);
    }

    private Optional<TestObjects.Made> made(
            Storage storage, String variable, Optional<String> id, int depth) {
        return made(storage, variable, id, Map.of(), depth);
    }

    private Optional<TestObjects.Made> made(
            Storage storage,
            String variable,
            Optional<String> id,
            Map<Property, String> fixed,
            int depth) {
        var news = new NewValues(project, code);
        var values = new HashMap<Property, String>();
        Set<Property> anew =
                new KeptTogether(project)
                        .differing(
                                storage,
                                Optional.empty(),
                                property ->
                                        refers(storage, property)
                                                || news.differing(storage, property).isPresent());
        values.putAll(values(storage, values, anew, depth - 1));
        anew.stream()
                .filter(property -> !values.containsKey(property))
                .forEach(property ->
                        news.differing(storage, property)
                                .ifPresent(value -> values.put(property, value)));
        news.differ(storage, Optional.empty(), values);
        values.putAll(fixed);
        return new TestObjects(project.sources(), code.imports)
                .make(storage.resource(), variable, id, Optional.empty(), values);
    }

    /// A call that stores some object and answers it; empty where a test cannot.
    private Optional<String> stored(Storage storage, int depth) {
        String type = storage.resource().name();
        String helper = "some" + type;
        boolean canReach = depth > 0 && canMake(storage);
        if (code.helpers.containsKey(helper)) {
            return Optional.of(helper + "()");
        }
        if (!canReach) {
            return Optional.empty();
        }
        String bean = Names.lower(Names.plural(type));
        String variable = Names.variable(type);
        return made(storage, variable, bean, depth)
                .map(one -> {
                    code.bean(bean, storage.owner().name(), storage.owner().qualifiedName());
                    var text = new StringBuilder("private " + type + " " + helper + "() {\n");
                    new StoredCode(project, storage, bean, code)
                            .lines(one, variable)
                            .forEach(line -> text.append(line.indent(4)));
                    code.helpers.put(helper, text + "}");
                    return helper + "()";
                });
    }
}
