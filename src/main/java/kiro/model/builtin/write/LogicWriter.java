package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.Field;

/// Writes what is done for an endpoint: finding, checking, changing and storing.
final class LogicWriter {
    private final Workshop workshop;
    private final SpringProject project;
    private final FailureWriter failures;
    private final FindWriter finding;

    LogicWriter(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
        this.failures = new FailureWriter(workshop);
        this.finding = new FindWriter(workshop, failures);
    }

    Logic write(Place place, Wants wants, Optional<RequestType> request, ResponseForm form) {
        place.added().forEach(new GivenWriter(workshop)::give);
        var code = new Code(workshop, place, wants, request, form);
        switch (place.action()) {
            case READ -> {
                finding.find(code);
                place.piece()
                        .ifPresentOrElse(
                                piece -> held(code, piece),
                                () -> code.result(found(code), place.resource().name()));
            }
            case LIST -> {
                finding.parent(code);
                new ListWriter(workshop).list(code, project.caller());
            }
            case CREATE -> create(code);
            case REPLACE, CHANGE, ACT -> {
                finding.find(code);
                new StateGuards(workshop, failures).check(code);
                new PassedGuards(failures).check(code);
                new OtherGuards(workshop, failures).check(code);
                new ReferenceGuards(workshop, failures).check(code);
                new ComparedGuards(project, failures).check(code);
                new UniqueWriter(workshop, failures).check(code);
                new OverlapGuards(workshop, failures).check(code);
                new SetterWriter(workshop).write(code);
                new OtherGuards(workshop, failures).bring(code);
                new UpdateWriter().update(code);
            }
            case DELETE -> delete(code);
        }
        Logic logic = code.logic(isSynchronized(place));
        stores(code, logic);
        return logic;
    }

    /// Writes what the storages lack that the work calls.
    private void stores(Code code, Logic logic) {
        Place place = code.place;
        var stores = new StoreWriter(workshop);
        stores.write(place.storage(), place.storageName(), logic);
        place.parent()
                .map(Parent::place)
                .ifPresent(parent -> stores.write(parent.storage(), parent.storageName(), logic));
        new OtherGuards(workshop, failures)
                .places(code)
                .forEach(other -> stores.write(other.storage(), other.storageName(), logic));
    }

    private void create(Code code) {
        finding.parent(code);
        if (StateGuards.areParents(new States(project.sources()), code.place, code.wants)) {
            new StateGuards(workshop, failures).check(code);
        }
        new PassedGuards(failures).check(code);
        new OtherGuards(workshop, failures).check(code);
        new ReferenceGuards(workshop, failures).check(code);
        new ComparedGuards(project, failures).check(code);
        new UniqueWriter(workshop, failures).check(code);
        new OnceWriter(workshop, failures).check(code);
        new SiblingGuards(workshop, failures).check(code);
        new OverlapGuards(workshop, failures).check(code);
        new CapacityGuards(workshop, failures).check(code);
        new OtherGuards(workshop, failures).bring(code);
        new CreateWriter(project).create(code);
    }

    /// A list that the resource holds.
    private static void held(Code code, Piece piece) {
        String read = piece.read(code.object);
        code.imports.add("java.util.List");
        if (code.form.inHolder()) {
            String map = ".stream().map(" + code.form.function() + ").toList()";
            code.result(read + map, "List<" + code.form.type() + ">");
            return;
        }
        code.imports.add(piece.type().type().qualifiedName());
        code.result(read, piece.listType());
    }

    /// What was read last, without a variable that would only be answered.
    private static String found(Code code) {
        String start = code.place.resource().name() + " " + code.object + " = ";
        boolean isLast = code.statements.getLast().startsWith(start);
        if (!isLast || code.place.holder().isController()) {
            return code.object;
        }
        String last = code.statements.removeLast();
        return last.substring(start.length(), last.length() - 1);
    }

    private static boolean isSynchronized(Place place) {
        return place.action() != Action.READ
                && place.action() != Action.LIST
                && !place.storage().isTransactional()
                && place.holder().type().type().methods().stream()
                        .anyMatch(method -> method.is("synchronized"));
    }

    /// The code as it grows.
    static final class Code {
        final Place place;
        final Wants wants;
        final Optional<RequestType> request;
        final ResponseForm form;
        final SpringProject project;
        final Map<Property, Effect> effects;
        final StorageCode storage;
        final Tidying tidying;
        final SentNulls nulls;
        final String object;
        final List<Logic.Parameter> parameters = new ArrayList<>();
        final List<String> statements = new ArrayList<>();
        final TreeSet<String> imports = new TreeSet<>();
        final TreeSet<String> controllerImports = new TreeSet<>();
        private final Supplier<Optional<String>> clock;
        private String result = "";
        private String resultType = "void";

        Code(
                Workshop workshop,
                Place place,
                Wants wants,
                Optional<RequestType> request,
                ResponseForm form) {
            this.project = workshop.project();
            this.clock = () -> new GivenWriter(workshop).clock(place.holder().type());
            this.effects = Effects.of(project, place, wants);
            this.nulls = SentNulls.of(project, place, wants);
            this.place = place;
            this.wants = wants;
            this.request = request;
            this.form = form;
            this.storage = new StorageCode(place.storage(), place.storageName());
            this.tidying = Tidying.of(project, place.resource());
            this.object = objectName(place, request);
        }

        private static String objectName(Place place, Optional<RequestType> request) {
            String name = Names.ofType(place.resource().name());
            boolean isTaken =
                    name.equals(place.storageName())
                            || request.flatMap(type -> type.input(name)).isPresent();
            return isTaken ? "current" : name;
        }

        /// The name of the holder's clock, which it is given where the project has one to give.
        Optional<String> clock() {
            return clock.get();
        }

        void result(String expression, String type) {
            result = expression;
            resultType = type;
        }

        String id() {
            return idName(place);
        }

        /// The value that the body has for a property, in the domain's type and tidied as the project does it; null
        /// where it may be absent and is.
        Optional<String> sent(Property property) {
            return request.flatMap(type -> type.input(property.name()))
                    .map(input ->
                            tidying.of(
                                    property,
                                    fromRequest() ? domain(input) : input.name(),
                                    !canBeAbsent(input.name())));
        }

        /// The value that the body has for a property, as it is there.
        String raw(Property property) {
            return raw(property.name());
        }

        String raw(String field) {
            return fromRequest() ? "request." + field + "()" : field;
        }

        /// The expression that tells whether a property was sent, be it null.
        String isSent(Property property) {
            String flag = SentNulls.flag(property.name());
            return fromRequest() ? "request." + flag + "()" : flag;
        }

        /// A value that was sent, where it is known to be there.
        String present(String sent) {
            return sent.replaceFirst("^.* == null \\? null : ", "");
        }

        /// The value that the spec says for a property that is not sent.
        Optional<String> standard(Property property) {
            Optional<Effect.Constant> standard = new Standards(project, place).of(property);
            standard.ifPresent(one -> imports.addAll(one.imports()));
            return standard.map(Effect.Constant::expression);
        }

        /// The value that was sent for a property, or another one where none was.
        String otherwise(Property property, String other, String sent) {
            return raw(property) + " == null ? " + other + " : " + present(sent);
        }

        /// Whether a value of the body may be missing; whatever may be is looked at before it is used.
        boolean canBeAbsent(String field) {
            return !isRequired(field);
        }

        /// What the property gets by itself; empty where that is nothing.
        Optional<String> effect(Property property) {
            Effect effect = effects.get(property);
            return effect == null ? Optional.empty() : Optional.of(expression(effect, property));
        }

        private String expression(Effect effect, Property property) {
            return switch (effect) {
                case Effect.Constant constant -> {
                    imports.addAll(constant.imports());
                    yield constant.expression();
                }
                case Effect.Now _ -> {
                    String type = property.typeName().raw();
                    imports.addAll(Times.imports(type, clock()));
                    yield Times.now(type, clock());
                }
                case Effect.ByCaller _ -> takeCaller();
                case Effect.Sent sent ->
                        request.flatMap(type -> type.input(sent.field()))
                                .map(input -> fromRequest() ? domain(input) : input.name())
                                .orElse("null");
            };
        }

        /// The variable with the caller's id, which becomes a parameter where it is none yet.
        String takeCaller() {
            Caller caller = project.caller().orElseThrow();
            String name = callerName(place, caller);
            boolean isTaken = parameters.stream().anyMatch(one -> one.name().equals(name));
            if (!isTaken) {
                parameters.add(new Logic.Parameter(caller.idType(), name, caller.id()));
            }
            return name;
        }

        /// The variable that tells whether the caller has one of some roles.
        String takeRoles(RoleTest test) {
            boolean isTaken = parameters.stream().anyMatch(one -> one.name().equals(test.name()));
            if (!isTaken) {
                parameters.add(new Logic.Parameter("boolean", test.name(), test.expression()));
                controllerImports.addAll(test.imports());
            }
            return test.name();
        }

        private boolean fromRequest() {
            return place.holder().isController();
        }

        private String domain(RequestType.Input input) {
            return input.toDomain("request." + input.name() + "()", !isRequired(input.name()));
        }

        boolean isRequired(String field) {
            return place.endpoint().request().body().stream()
                    .filter(one -> one.name().equals(field))
                    .anyMatch(Field::isRequired);
        }

        /// Makes the values of the body parameters of the work, where it is done in a class of its own.
        void takeInputs() {
            for (RequestType.Input input : request.map(RequestType::inputs).orElse(List.of())) {
                boolean canBeAbsent = place.action() == Action.CHANGE || !isRequired(input.name());
                TypeName type = TypeName.of(input.domainType());
                parameters.add(
                        new Logic.Parameter(
                                canBeAbsent && type.isPrimitive()
                                        ? type.boxed()
                                        : input.domainType(),
                                input.name(),
                                input.toDomain("request." + input.name() + "()", canBeAbsent)));
                imports.addAll(RequestWriter.imports(input.domainType()));
                if (nulls.cleared().contains(input.name())) {
                    String flag = SentNulls.flag(input.name());
                    parameters.add(new Logic.Parameter("boolean", flag, "request." + flag + "()"));
                }
            }
        }

        Logic logic(boolean isSynchronized) {
            boolean converts = form.inHolder() && resultType.equals(place.resource().name());
            if (form.inHolder()) {
                form.imported().ifPresent(imports::add);
            }
            return new Logic(
                    parameters,
                    statements,
                    converts ? form.convert(result) : result,
                    converts ? form.type() : resultType,
                    List.copyOf(imports),
                    List.copyOf(controllerImports),
                    isSynchronized);
        }
    }

    /// What the project's own methods call an id of this resource.
    static String idName(Place place) {
        if (place.holder().isController()) {
            return ControllerParameters.pathVariable(place);
        }
        String own = Names.nounOf(place.resource().name()) + "Id";
        for (JavaMethod method : place.holder().type().type().methods()) {
            for (JavaParameter parameter : method.parameters()) {
                if (parameter.name().equals(own) && !method.is("private")) {
                    return own;
                }
            }
        }
        return place.resource().isByKey() ? place.resource().id().orElseThrow().name() : "id";
    }

    static String callerName(Place place, Caller caller) {
        boolean isTaken = caller.idName().equals(LogicWriter.idName(place));
        return isTaken ? "callerId" : caller.idName();
    }

    private static String declared(Code code) {
        return code.place.resource().name() + " " + code.object + " = ";
    }

    private void delete(Code code) {
        boolean byId = code.storage.can(Operation.Kind.DELETE);
        boolean isWrapped = WrappedId.of(project.sources(), code.place.resource()).isPresent();
        finding.find(code);
        new StateGuards(workshop, failures).check(code);
        new PassedGuards(failures).check(code);
        new OtherGuards(workshop, failures).check(code);
        new OtherGuards(workshop, failures).bring(code);
        Place place = code.place;
        boolean isRead =
                code.statements.stream().anyMatch(line -> line.contains(code.object + "."));
        boolean isUnused =
                byId
                        && !isWrapped
                        && !isRead
                        && !(place.parent().isPresent()
                                && code.storage.can(Operation.Kind.DELETE_OBJECT))
                        && code.statements.getLast().startsWith(declared(code));
        if (isUnused) {
            String last = code.statements.removeLast();
            code.statements.add(last.substring(declared(code).length()));
        }
        boolean hasObject =
                place.parent().isPresent() && code.storage.can(Operation.Kind.DELETE_OBJECT);
        code.statements.add(
                byId && !hasObject
                        ? code.storage.call(
                                        Operation.Kind.DELETE,
                                        isWrapped
                                                ? code.object
                                                        + place.resource().id().orElseThrow().read()
                                                : code.id())
                                + ";"
                        : code.storage.call(Operation.Kind.DELETE_OBJECT, code.object) + ";");
        if (isUnused && !place.holder().isController()) {
            code.imports.remove(place.resource().type().qualifiedName());
        }
    }
}
