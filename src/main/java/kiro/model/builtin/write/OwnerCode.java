package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.Condition;

/// Writes the check that the caller owns what they ask for.
final class OwnerCode {
    private static final String CHECK =
            "(?i)(require|check|ensure|verify|assert|guard|validate|must).*"
                    + "(own|self|same|access|allowed|permission|caller|belongs).*";
    private static final String CALLER =
            "(?i).*(caller|current|principal|requester|actor|by|username|me).*";

    private final FailureWriter failures;
    private final Wants wants;

    OwnerCode(FailureWriter failures, Wants wants) {
        this.failures = failures;
        this.wants = wants;
    }

    /// A statement, and what it needs.
    record Check(List<String> statements, List<String> imports, boolean isBeforeReading) {
        Check {
            statements = List.copyOf(statements);
            imports = List.copyOf(imports);
        }

        /// The same check, of those alone for whom a variable is false.
        Check unless(Optional<String> exempt) {
            if (exempt.isEmpty()) {
                return this;
            }
            var lines = new ArrayList<String>();
            if (statements.getFirst().startsWith("if (")) {
                lines.add("if (!" + exempt.get() + " && " + statements.getFirst().substring(4));
                lines.addAll(statements.subList(1, statements.size()));
            } else {
                lines.add("if (!" + exempt.get() + ") {");
                statements.forEach(line -> lines.add("    " + line));
                lines.add("}");
            }
            return new Check(lines, imports, isBeforeReading);
        }
    }

    /// @param caller the variable with the caller's id
    /// @param id the variable with the resource's id
    /// @param object the variable with the resource
    Check check(Place place, String caller, String callerType, String id, String object) {
        return switch (place.owner().orElseThrow()) {
            case Owner.Self _ -> self(place, caller, callerType, id);
            case Owner.ByProperty owned ->
                    owned(place, owned.property(), caller, callerType, id, object);
            case Owner.ByObject owned -> owned(place, owned.id(), caller, callerType, id, object);
        };
    }

    /// The check that the resource is not the caller's own.
    Check ofOthers(Place place, String caller, String callerType, String id, String object) {
        Property owned = place.owner().flatMap(Owner::compared).orElseThrow();
        Raise raise =
                failures.raise(
                        Trouble.owner(
                                wants.status(Condition.OwnResource.class::isInstance, 403),
                                Names.words(Names.nounOf(place.resource().name())),
                                id,
                                place.resource().id().orElseThrow().type()),
                        place.holder().type());
        String differs = differs(caller, callerType, object + owned.read(), owned.type());
        String isSame =
                differs.startsWith("!") ? differs.substring(1) : differs.replace(" != ", " == ");
        return new Check(
                List.of("if (" + isSame + ") {", "    throw " + raise.expression() + ";", "}"),
                raise.imports(),
                false);
    }

    private Check self(Place place, String caller, String callerType, String id) {
        Optional<String> helper = helper(place.holder().type(), callerType, callerType, caller, id);
        if (helper.isPresent()) {
            return new Check(List.of(helper.get()), List.of(), true);
        }
        String idType = place.resource().id().orElseThrow().type();
        Raise raise = raise(place, id, idType);
        return new Check(
                List.of(
                        "if (" + differs(caller, callerType, id, idType) + ") {",
                        "    throw " + raise.expression() + ";",
                        "}"),
                raise.imports(),
                true);
    }

    private Check owned(
            Place place,
            Property owned,
            String caller,
            String callerType,
            String id,
            String object) {
        Optional<String> helper =
                helper(place.holder().type(), callerType, place.resource().name(), caller, object);
        if (helper.isPresent()) {
            return new Check(List.of(helper.get()), List.of(), false);
        }
        Raise raise = raise(place, id, place.resource().id().orElseThrow().type());
        String differs =
                own(place, callerType, caller, object)
                        .orElseGet(() ->
                                differs(caller, callerType, object + owned.read(), owned.type()));
        return new Check(
                List.of("if (" + differs + ") {", "    throw " + raise.expression() + ";", "}"),
                raise.imports(),
                false);
    }

    /// A method of the resource that tells whether it is the caller's, as a test that it is not.
    private static Optional<String> own(
            Place place, String callerType, String caller, String object) {
        return place.resource().type().type().methods().stream()
                .filter(method ->
                        method.name().matches("(?i)(is)?(ownedBy|owner|ownerIs|belongsTo|of)")
                                && method.returnType().equals("boolean")
                                && !method.is("private")
                                && method.parameters().size() == 1
                                && isOf(method.parameters().getFirst(), callerType))
                .findFirst()
                .map(method -> "!%s.%s(%s)".formatted(object, method.name(), caller));
    }

    private Raise raise(Place place, String id, String idType) {
        return failures.raise(
                Trouble.notOwner(
                        wants.status(Condition.ForeignResource.class::isInstance, 403),
                        Names.words(Names.nounOf(place.resource().name())),
                        id,
                        idType),
                place.holder().type());
    }

    static String differs(String a, String aType, String b, String bType) {
        boolean isPrimitive = TypeName.of(aType).isPrimitive() || TypeName.of(bType).isPrimitive();
        return isPrimitive ? a + " != " + b : "!" + a + ".equals(" + b + ")";
    }

    /// A method of the class that makes this check already, as a call.
    private static Optional<String> helper(
            ProjectType holder, String callerType, String otherType, String caller, String other) {
        for (JavaMethod method : holder.type().methods()) {
            boolean isCheck =
                    method.name().matches(CHECK)
                            && method.returnType().equals("void")
                            && method.parameters().size() == 2
                            && method.body().orElse("").contains("throw ");
            if (!isCheck) {
                continue;
            }
            JavaParameter first = method.parameters().getFirst();
            JavaParameter second = method.parameters().getLast();
            boolean callerFirst =
                    isOf(first, callerType)
                            && isOf(second, otherType)
                            && (!callerType.equals(otherType) || first.name().matches(CALLER));
            boolean callerLast = isOf(first, otherType) && isOf(second, callerType);
            if (callerFirst) {
                return Optional.of(method.name() + "(" + caller + ", " + other + ");");
            }
            if (callerLast) {
                return Optional.of(method.name() + "(" + other + ", " + caller + ");");
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(JavaParameter parameter, String type) {
        return TypeName.of(parameter.type()).isSameAs(TypeName.of(type));
    }
}
