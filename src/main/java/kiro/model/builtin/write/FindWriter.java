package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.code.JavaParameter;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TypeName;

/// Writes how a resource is found, and what it belongs to, with the checks of whose it is.
final class FindWriter {
    private final Workshop workshop;
    private final SpringProject project;
    private final FailureWriter failures;

    FindWriter(Workshop workshop, FailureWriter failures) {
        this.workshop = workshop;
        this.project = workshop.project();
        this.failures = failures;
    }

    /// Reads what the resource belongs to, where the path names it.
    void parent(LogicWriter.Code code) {
        if (code.place.parent().isEmpty()) {
            return;
        }
        Parent parent = code.place.parent().get();
        find(code, parent.place(), parent.object(), parent.id(), parent.isOwned());
        boolean isUsed =
                (parent.family().isObject() && code.place.action() == Action.CREATE)
                        || parent.isFoundByKey()
                        || OtherGuards.isAboutParent(project, code.place, code.wants)
                        || StateGuards.areParents(
                                new States(project.sources()), code.place, code.wants);
        if (!isUsed) {
            unassigned(code, parent.object(), parent.place());
        }
    }

    /// A variable that is read and not used is none.
    private static void unassigned(LogicWriter.Code code, String object, Place place) {
        String last = code.statements.getLast();
        String type = place.resource().name();
        if (last.startsWith(type + " " + object + " = ") && last.endsWith(";")) {
            code.statements.removeLast();
            code.statements.add(last.replaceFirst("^\\w+ \\w+ = ", ""));
            boolean isElsewhere =
                    place.holder().isController()
                            && place.holder().type().file().text().contains(type + " ");
            if (!isElsewhere) {
                code.imports.remove(place.resource().type().qualifiedName());
            }
        }
    }

    /// Reads the resource, with the owner's check before or after it.
    void find(LogicWriter.Code code) {
        parent(code);
        find(code, code.place, code.object, code.id(), !code.place.isOwnedByParent());
        LinkedOwner.of(project, code.place, code.wants).ifPresent(owner -> check(code, owner));
    }

    /// The check of whose the thing is that the resource has to do with.
    private void check(LogicWriter.Code code, LinkedOwner owner) {
        String object = new OtherGuards(workshop, failures).object(code, owner.linked());
        Caller caller = project.caller().orElseThrow();
        Optional<String> exempt =
                new Roles(project).test(code.wants.exemptRoles()).map(code::takeRoles);
        String id = object + owner.place().resource().id().orElseThrow().read();
        add(
                code,
                new OwnerCode(failures, code.wants)
                        .check(owner.place(), code.takeCaller(), caller.idType(), id, object)
                        .unless(exempt));
    }

    private void find(
            LogicWriter.Code code, Place place, String object, String id, boolean isOwned) {
        String idType = pathType(project.sources(), place);
        Optional<OwnerCode.Check> check = Optional.empty();
        if (isOwned && code.wants.ownerOnly() && place.owner().isPresent()) {
            Caller caller = project.caller().orElseThrow();
            String name = code.takeCaller();
            Optional<String> exempt =
                    new Roles(project).test(code.wants.exemptRoles()).map(code::takeRoles);
            check =
                    Optional.of(
                            new OwnerCode(failures, code.wants)
                                    .check(place, name, caller.idType(), id, object)
                                    .unless(exempt));
        }
        code.parameters.add(new Logic.Parameter(idType, id, pathParameter(place)));
        check.filter(OwnerCode.Check::isBeforeReading).ifPresent(one -> add(code, one));
        read(code, place, object, id, idType);
        check.filter(one -> !one.isBeforeReading()).ifPresent(one -> add(code, one));
        if (code.wants.refusesOwner() && place.equals(code.place)) {
            Caller caller = project.caller().orElseThrow();
            add(
                    code,
                    new OwnerCode(failures, code.wants)
                            .ofOthers(place, code.takeCaller(), caller.idType(), id, object));
        }
        code.imports.add(place.resource().type().qualifiedName());
        code.imports.addAll(RequestWriter.imports(idType));
    }

    private static void add(LogicWriter.Code code, OwnerCode.Check check) {
        code.statements.addAll(check.statements());
        code.imports.addAll(check.imports());
    }

    private void read(LogicWriter.Code code, Place place, String object, String id, String idType) {
        String type = place.resource().name();
        Optional<Finder> finder =
                place.parent().isPresent() ? Optional.empty() : Finder.of(project, place);
        if (finder.filter(one -> !one.isOptional()).isPresent()) {
            code.statements.add("%s %s = %s(%s);".formatted(type, object, finder.get().call(), id));
            return;
        }
        Raise raise =
                failures.raise(
                        Trouble.notFound(
                                Names.upper(Names.nounOf(type)),
                                Names.words(Names.nounOf(type)),
                                id,
                                idType),
                        place.holder().type());
        code.imports.addAll(raise.imports());
        if (finder.isPresent()) {
            code.statements.add(
                    "%s %s = %s(%s).orElseThrow(%s);"
                            .formatted(
                                    type,
                                    object,
                                    finder.get().call(),
                                    id,
                                    supplier(raise.expression())));
            return;
        }
        read(code, place, object, id, raise);
    }

    private void read(LogicWriter.Code code, Place place, String object, String id, Raise raise) {
        String type = place.resource().name();
        var storage = new StorageCode(place.storage(), place.storageName());
        Operation find = storage.operation(Operation.Kind.FIND);
        String call = storage.call(Operation.Kind.FIND, made(code, place, id, raise));
        if (find.result() == Operation.Result.OPTIONAL) {
            String strangers = withoutStrangers(place);
            code.statements.add(
                    "%s %s = %s%s%s.orElseThrow(%s);"
                            .formatted(
                                    type,
                                    object,
                                    call,
                                    strangers,
                                    strangers.isEmpty() ? "" : "\n        ",
                                    supplier(raise.expression())));
            return;
        }
        String strangers =
                place.parent()
                        .map(parent ->
                                " || "
                                        + parent.differs(
                                                object,
                                                pathType(project.sources(), parent.place())))
                        .orElse("");
        code.statements.add("%s %s = %s;".formatted(type, object, call));
        code.statements.add("if (" + object + " == null" + strangers + ") {");
        code.statements.add("    throw " + raise.expression() + ";");
        code.statements.add("}");
    }

    /// The step that leaves out what belongs to another parent.
    private String withoutStrangers(Place place) {
        return place.parent()
                .map(parent ->
                        "\n        .filter(found -> %s)"
                                .formatted(
                                        parent.isSame(
                                                "found",
                                                pathType(project.sources(), parent.place()))))
                .orElse("");
    }

    /// The id as the storage takes it; what can be none is not found.
    private String made(LogicWriter.Code code, Place place, String id, Raise raise) {
        Optional<WrappedId> wrapped = WrappedId.of(project.sources(), place.resource());
        wrapped.map(WrappedId::type).ifPresent(type -> code.imports.add(type.qualifiedName()));
        wrapped.flatMap(one -> one.invalid(id))
                .ifPresent(test ->
                        code.statements.addAll(
                                List.of(
                                        "if (" + test + ") {",
                                        "    throw " + raise.expression() + ";",
                                        "}")));
        return wrapped.map(one -> one.made(id)).orElse(id);
    }

    /// What makes an exception, as a function.
    private static String supplier(String exception) {
        return exception.matches("new \\w+\\(\\)")
                ? exception.substring(4, exception.length() - 2) + "::new"
                : "() -> " + exception;
    }

    /// The type of the id, as methods of controllers have it in the path.
    static String pathType(Sources sources, Place place) {
        Optional<WrappedId> wrapped = WrappedId.of(sources, place.resource());
        if (wrapped.isPresent()) {
            return wrapped.get().held().type();
        }
        for (var mapping : place.controller().mappings()) {
            for (JavaParameter parameter : mapping.method().parameters()) {
                boolean isId =
                        parameter.annotation("PathVariable").isPresent()
                                && TypeName.of(parameter.type())
                                        .isSameAs(place.resource().id().orElseThrow().typeName());
                if (isId) {
                    return parameter.type();
                }
            }
        }
        return place.resource().id().orElseThrow().type();
    }

    private static String pathParameter(Place place) {
        return ControllerParameters.pathVariable(place);
    }
}
