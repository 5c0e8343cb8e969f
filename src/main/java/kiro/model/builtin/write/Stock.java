package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.code.JavaFile;
import kiro.code.JavaType;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;
import kiro.model.builtin.talk.Talk;

/// Where the resources come from that tests work on.
final class Stock {
    private static final String DIRTY = "@DirtiesContext";

    /// What one test stores is taken for the others, where values have to be unique.
    private static final String DIRTY_EACH =
            "@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)";

    private final Workshop workshop;
    private final SpringProject project;
    private final Place place;
    private final Wants wants;
    private final SignIn signIn;
    private final TestCode code;
    private final Talk talk;
    private final String packageName;

    Stock(
            Workshop workshop,
            Place place,
            Wants wants,
            SignIn signIn,
            TestCode code,
            Talk talk,
            String packageName) {
        this.workshop = workshop;
        this.project = workshop.project();
        this.place = place;
        this.wants = wants;
        this.signIn = signIn;
        this.code = code;
        this.talk = talk;
        this.packageName = packageName;
    }

    /// A resource, of this user where resources have owners; empty where a test cannot have one.
    Optional<Given> given(Optional<TestUser> user) {
        return given(user, "", Map.of());
    }

    /// A resource some of whose values matter.
    ///
    /// @param kind a word that tells it from others, as `cancelled`
    /// @param values expressions by property
    Optional<Given> given(Optional<TestUser> user, String kind, Map<Property, String> values) {
        if (place.owner().filter(Owner.Self.class::isInstance).isPresent()) {
            return values.isEmpty() ? user.flatMap(this::self) : Optional.empty();
        }
        var all = new HashMap<>(new UsualState(project, place, wants, code).values());
        all.putAll(values);
        Optional<Given> stored = stored(user, kind, all);
        return stored.isPresent() || !values.isEmpty() ? stored : made(user);
    }

    /// A resource in a state; empty where a test cannot have one.
    Optional<Given> in(Optional<TestUser> user, String word) {
        return new States(project.sources())
                .of(place.resource(), word)
                .flatMap(state -> {
                    var values = new HashMap<Property, String>();
                    new UsualState(project, place, wants, code).into(state, values);
                    return given(user, word, values);
                });
    }

    private Optional<Given> self(TestUser user) {
        String id = user.id().matches("\\d+") ? user.id() : Constraints.literal(user.id());
        if (isThere(user)) {
            restore();
            return Optional.of(new Given(List.of(), id));
        }
        return Optional.empty();
    }

    /// Whether a test of the project finds this user under the path of the resource.
    private boolean isThere(TestUser user) {
        var start = new StringBuilder();
        for (String segment : Paths.segments(place.path())) {
            if (Paths.isParameter(segment)) {
                break;
            }
            start.append('/').append(segment);
        }
        var request =
                Pattern.compile(
                        "\""
                                + Pattern.quote(start + "/" + user.id())
                                + "[\"/?][^;]*(isOk|isNoContent|2xx|HttpStatus\\.OK)");
        for (JavaFile test : project.sources().tests()) {
            if (request.matcher(test.text()).find()) {
                return true;
            }
        }
        return false;
    }

    /// Whatever the tests change is put back, for the tests that share the application.
    private void restore() {
        if (place.action() == Action.READ || place.action() == Action.LIST) {
            return;
        }
        if (place.storage().kind() == Storage.Kind.REPOSITORY && !talk.isInThread()) {
            dirty(false);
            return;
        }
        if (place.storage().kind() == Storage.Kind.REPOSITORY) {
            code.annotations.add("@Transactional");
            code.imports.add("org.springframework.transaction.annotation.Transactional");
            return;
        }
        boolean canRestore =
                place.storage().kind() == Storage.Kind.STORE
                        && place.resource().isRecord()
                        && isVisible(place.storage().owner())
                        && isVisible(place.resource().type());
        if (!canRestore || code.fields.containsKey("before")) {
            dirty(canRestore);
            return;
        }
        putBack();
    }

    private void putBack() {
        String name = bean();
        String type = place.resource().name();
        Operation find = place.storage().operation(Operation.Kind.FIND).orElseThrow();
        String end = find.result() == Operation.Result.OPTIONAL ? ".orElseThrow()" : "";
        List<String> reads =
                signIn.users().stream()
                        .filter(this::isThere)
                        .limit(2)
                        .map(user -> name + "." + find.method() + "(" + user.id() + ")" + end)
                        .toList();
        code.fields.put("before", "List<" + type + ">");
        code.imports.add("java.util.List");
        code.imports.add(place.resource().type().qualifiedName());
        code.before.add("before = List.of(" + String.join(", ", reads) + ");");
        code.after.add(
                "before.forEach("
                        + name
                        + "::"
                        + place.storage().operation(Operation.Kind.SAVE).orElseThrow().method()
                        + ");");
    }

    /// Requests that add resources leave them behind, unless the test's transaction is rolled back.
    void leavesSomething() {
        if (place.action() == Action.CREATE && place.storage().kind() == Storage.Kind.REPOSITORY) {
            restore();
        } else if (place.action() == Action.CREATE) {
            dirty(false);
        }
    }

    private void dirty(boolean isClean) {
        boolean hasOthers =
                project.sources().testTypes().stream()
                        .anyMatch(type -> type.type().isAnnotated("SpringBootTest"));
        boolean areUnique = !UniqueWriter.fields(wants).isEmpty();
        if (!isClean && areUnique) {
            code.annotations.remove(DIRTY);
            code.annotations.add(DIRTY_EACH);
            code.imports.add("org.springframework.test.annotation.DirtiesContext");
            return;
        }
        if (!isClean && hasOthers && !code.annotations.contains(DIRTY_EACH)) {
            code.annotations.add(DIRTY);
            code.imports.add("org.springframework.test.annotation.DirtiesContext");
        }
    }

    private String bean() {
        String name = Names.lower(Names.plural(place.resource().name()));
        String taken = name.matches("mvc|client|rest") ? "stored" : name;
        code.bean(taken, place.storage().owner().name(), place.storage().owner().qualifiedName());
        return taken;
    }

    private boolean isVisible(ProjectType type) {
        return type.packageName().equals(packageName)
                || type.type().is("public")
                || (type.type().kind() == JavaType.Kind.INTERFACE && type.type().is("public"));
    }

    private Optional<Given> stored(
            Optional<TestUser> user, String kind, Map<Property, String> values) {
        if (place.storage().kind() == Storage.Kind.MAP
                || place.storage().operation(Operation.Kind.SAVE).isEmpty()
                || !isVisible(place.storage().owner())
                || !isVisible(place.resource().type())) {
            return Optional.empty();
        }
        String variable = Names.lower(place.resource().name());
        String described = kind.isEmpty() ? "" : Names.camel(kind.toLowerCase(Locale.ROOT));
        String helper = "stored" + Names.upper(described) + Names.upper(variable);
        Optional<Property> owner =
                place.owner()
                        .filter(Owner.ByProperty.class::isInstance)
                        .map(one -> ((Owner.ByProperty) one).property());
        if (owner.isPresent() && user.isEmpty()) {
            return Optional.empty();
        }
        if (!code.helpers.containsKey(helper) && !addHelper(helper, variable, owner, values)) {
            return Optional.empty();
        }
        String argument = owner.map(one -> ownerLiteral(one.type(), user.orElseThrow())).orElse("");
        return Optional.of(
                new Given(
                        List.of(
                                "%s %s = %s(%s);"
                                        .formatted(
                                                place.resource().name(),
                                                variable,
                                                helper,
                                                argument)),
                        variable + place.resource().id().orElseThrow().read()));
    }

    /// A resource that a service makes, where tests cannot reach the storage.
    private Optional<Given> made(Optional<TestUser> user) {
        Optional<MakerMethod> maker =
                MakerMethod.of(place, project.caller(), packageName)
                        .filter(one -> isVisible(place.resource().type()))
                        .filter(one -> one.caller().isEmpty() || user.isPresent())
                        .filter(one -> place.owner().isEmpty() || one.caller().isPresent());
        if (maker.isEmpty()) {
            return Optional.empty();
        }
        ProjectType service = maker.get().owner();
        String bean = Names.lower(service.name());
        String callerId =
                maker.get()
                        .caller()
                        .map(parameter -> ownerLiteral(parameter.type(), user.orElseThrow()))
                        .orElse("");
        Optional<String> call =
                maker.get().call(bean, callerId, new TestObjects(project.sources(), code.imports));
        if (call.isEmpty()) {
            return Optional.empty();
        }
        code.bean(bean, service.name(), service.qualifiedName());
        code.imports.add(place.resource().type().qualifiedName());
        dirty(false);
        String variable = Names.lower(place.resource().name());
        return Optional.of(
                new Given(
                        List.of(
                                "%s %s = %s;"
                                        .formatted(place.resource().name(), variable, call.get())),
                        variable + place.resource().id().orElseThrow().read()));
    }

    /// Statements that store something that belongs to a resource; empty where none can be made.
    Optional<List<String>> dependents(Given given, String nouns) {
        Optional<DependentsWriter.Dependents> found =
                new DependentsWriter(workshop).find(place, nouns);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var storage = found.get().storage();
        boolean isReachable =
                storage.kind() != Storage.Kind.MAP
                        && isVisible(storage.owner())
                        && isVisible(storage.resource().type());
        Property link = found.get().link();
        boolean isObject = link.type().equals(place.resource().name());
        String variable = Names.lower(storage.resource().name());
        String bean = Names.lower(Names.plural(storage.resource().name()));
        String value = isObject ? given.id().replaceFirst("\\..*", "") : given.id();
        Optional<List<String>> made =
                new TestObjects(project.sources(), code.imports)
                        .make(
                                storage.resource(),
                                variable,
                                newId(storage, bean),
                                Optional.empty(),
                                Map.of(link, value));
        if (!isReachable || made.isEmpty()) {
            return Optional.empty();
        }
        code.bean(bean, storage.owner().name(), storage.owner().qualifiedName());
        var lines = new ArrayList<>(made.get());
        lines.add(new StorageCode(storage, bean).save(Operation.Kind.SAVE, "", variable) + ";");
        return Optional.of(lines);
    }

    private String ownerLiteral(String type, TestUser user) {
        return switch (TypeName.of(type).boxed()) {
            case "Long" -> user.id() + "L";
            case "Integer" -> user.id();
            case "UUID" -> {
                code.imports.add("java.util.UUID");
                yield "UUID.fromString(" + Constraints.literal(user.id()) + ")";
            }
            default -> Constraints.literal(user.id());
        };
    }

    private boolean addHelper(
            String helper,
            String variable,
            Optional<Property> owner,
            Map<Property, String> values) {
        String name = bean();
        Optional<List<String>> made =
                new TestObjects(project.sources(), code.imports)
                        .make(
                                place.resource(),
                                variable,
                                newId(place.storage(), name),
                                owner.map(property ->
                                        new TestObjects.Owned(property, property.name())),
                                values);
        made.ifPresent(lines -> helper(helper, variable, owner, lines));
        return made.isPresent();
    }

    private void helper(
            String helper, String variable, Optional<Property> owner, List<String> made) {
        var storage = new StorageCode(place.storage(), bean());
        var text = new StringBuilder();
        String type = place.resource().name();
        String parameter =
                owner.map(property -> property.typeName().raw() + " " + property.name()).orElse("");
        owner.ifPresent(property -> code.imports.addAll(RequestWriter.imports(property.type())));
        text.append("private ").append(type).append(' ').append(helper);
        text.append('(').append(parameter).append(") {\n");
        made.forEach(line -> text.append("    ").append(line).append('\n'));
        if (storage.answersObject(Operation.Kind.SAVE)) {
            text.append("    return ")
                    .append(storage.save(Operation.Kind.SAVE, "", variable))
                    .append(";\n");
        } else {
            text.append("    ")
                    .append(storage.save(Operation.Kind.SAVE, "", variable))
                    .append(";\n");
            text.append("    return ").append(variable).append(";\n");
        }
        code.helpers.put(helper, text + "}");
        if (place.storage().kind() == Storage.Kind.REPOSITORY) {
            restore();
        } else {
            dirty(false);
        }
    }

    private Optional<String> newId(Storage kept, String bean) {
        if (kept.resource().hasGeneratedId()) {
            return Optional.empty();
        }
        var storage = new StorageCode(kept, bean);
        if (storage.can(Operation.Kind.NEXT_ID)) {
            return Optional.of(storage.call(Operation.Kind.NEXT_ID, ""));
        }
        return switch (kept.resource().id().orElseThrow().typeName().boxed()) {
            case "UUID" -> {
                code.imports.add("java.util.UUID");
                yield Optional.of("UUID.randomUUID()");
            }
            case "String" -> {
                code.imports.add("java.util.UUID");
                // Columns for ids can be short.
                yield Optional.of("UUID.randomUUID().toString().substring(0, 13)");
            }
            case "Long" -> Optional.of("1001L");
            case "Integer" -> Optional.of("1001");
            default -> Optional.empty();
        };
    }

    /// The expression for an id that no resource has.
    String unknownId() {
        return switch (place.resource().id().orElseThrow().typeName().boxed()) {
            case "UUID" -> "\"00000000-0000-4000-8000-000000000000\"";
            case "Long", "Integer", "Short" -> "999_999";
            default -> "\"unknown\"";
        };
    }
}
