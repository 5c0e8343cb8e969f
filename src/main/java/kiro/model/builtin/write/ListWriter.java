package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Expectation;

/// Writes the list of what is stored: whose, which, in what order, how many.
final class ListWriter {
    void list(LogicWriter.Code code, Optional<Caller> caller) {
        Place place = code.place;
        String type = place.resource().name();
        var steps = new ArrayList<String>();
        String call = code.storage.call(Operation.Kind.LIST, "");
        if (ownOnly(code.wants) && place.owner().isPresent() && caller.isPresent()) {
            Optional<String> query = query(code, caller.get());
            if (query.isPresent()) {
                call = query.get();
            } else {
                owned(code, caller.get(), steps);
            }
        }
        for (Behaviour.FiltersBy filter : code.wants.behaviours(Behaviour.FiltersBy.class)) {
            filtered(code, filter, steps);
        }
        for (Behaviour.Sorts sort : code.wants.behaviours(Behaviour.Sorts.class)) {
            Property property = place.resource().property(sort.name()).orElseThrow();
            String comparator =
                    "Comparator.comparing("
                            + type
                            + "::"
                            + property.read().replaceAll("[.()]", "")
                            + ")";
            steps.add(
                    ".sorted("
                            + comparator
                            + (sort.direction() == Expectation.Direction.DESCENDING
                                    ? ".reversed()"
                                    : "")
                            + ")");
            code.imports.add("java.util.Comparator");
        }
        code.wants
                .behaviour(Behaviour.ListsAtMost.class)
                .ifPresent(most -> steps.add(".limit(" + most.count() + ")"));
        code.imports.add("java.util.List");
        code.imports.add(place.resource().type().qualifiedName());
        result(code, call, steps);
    }

    /// A method of the storage that finds what belongs to a user, as a call.
    private static Optional<String> query(LogicWriter.Code code, Caller caller) {
        if (!(code.place.owner().orElseThrow() instanceof Owner.ByProperty owned)) {
            return Optional.empty();
        }
        String name = "(find|get|list|read|query)?(All)?By" + Names.upper(owned.property().name());
        for (JavaMethod method : code.place.storage().owner().type().methods()) {
            boolean finds =
                    method.name().matches(name)
                            && method.parameters().size() == 1
                            && TypeName.of(method.parameters().getFirst().type())
                                    .isSameAs(owned.property().typeName())
                            && TypeName.of(method.returnType()).raw().equals("List");
            if (finds) {
                String callerName = LogicWriter.callerName(code.place, caller);
                code.parameters.add(new Logic.Parameter(caller.idType(), callerName, caller.id()));
                return Optional.of(
                        code.place.storageName() + "." + method.name() + "(" + callerName + ")");
            }
        }
        return Optional.empty();
    }

    private static void result(LogicWriter.Code code, String call, List<String> steps) {
        Operation all = code.storage.operation(Operation.Kind.LIST);
        boolean isStream =
                all.result() == Operation.Result.STREAM && call.endsWith(all.method() + "()");
        String type = code.place.resource().name();
        boolean converts = code.form.inHolder();
        var chain = new ArrayList<>(steps);
        if (converts) {
            chain.add(".map(" + code.form.function() + ")");
        }
        String listed = "List<" + (converts ? code.form.type() : type) + ">";
        if (chain.isEmpty() && !isStream) {
            code.result("List.copyOf(" + call + ")", listed);
            return;
        }
        chain.add(".toList()");
        String start = isStream ? call : call + ".stream()";
        code.result(start + "\n        " + String.join("\n        ", chain), listed);
    }

    static boolean ownOnly(Wants wants) {
        return wants.behaviour(Behaviour.ListsOnlyOwn.class).isPresent()
                || wants.ownerOnly()
                || wants.outcomes().stream()
                        .anyMatch(one -> one.expectations().contains(new Expectation.OnlyOwn()));
    }

    private static void owned(LogicWriter.Code code, Caller caller, List<String> steps) {
        String name = LogicWriter.callerName(code.place, caller);
        Property property =
                switch (code.place.owner().orElseThrow()) {
                    case Owner.ByProperty owned -> owned.property();
                    case Owner.Self _ -> code.place.resource().id().orElseThrow();
                };
        String differs =
                OwnerCode.differs(
                        name, caller.idType(), code.object + property.read(), property.type());
        String same = differs.startsWith("!") ? differs.substring(1) : differs.replace("!=", "==");
        code.parameters.add(new Logic.Parameter(caller.idType(), name, caller.id()));
        steps.add(".filter(" + code.object + " -> " + same + ")");
    }

    private static void filtered(
            LogicWriter.Code code, Behaviour.FiltersBy filter, List<String> steps) {
        Property property = code.place.resource().property(filter.name()).orElseThrow();
        TypeName type = property.typeName();
        String name = filter.name();
        code.parameters.add(new Logic.Parameter(type.boxed(), name, name));
        code.imports.addAll(RequestWriter.imports(type.boxed()));
        steps.add(
                ".filter(%s -> %s == null || %s.equals(%s%s))"
                        .formatted(code.object, name, name, code.object, property.read()));
    }

    /// Whether a criterion asks for what happens when nothing is there.
    static boolean speaksOfNothing(Wants wants) {
        return wants.outcomes().stream()
                .anyMatch(one -> one.condition() instanceof Condition.NothingThere);
    }
}
