package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.JavaType;
import kiro.model.builtin.project.Columns;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Making;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;

/// Makes expressions for objects that tests store.
final class TestObjects {
    private static final int DEPTH = 3;

    private final Sources sources;
    private final Set<String> imports;

    TestObjects(Sources sources, Set<String> imports) {
        this.sources = sources;
        this.imports = imports;
    }

    /// An object in a variable.
    ///
    /// @param lines the statements that make it
    /// @param values the expressions that it was made with, by property
    record Made(List<String> lines, Map<String, String> values) {
        Made {
            lines = List.copyOf(lines);
            values = Map.copyOf(values);
        }
    }

    /// Makes an object in a variable; empty where some value cannot be made.
    ///
    /// @param id the expression for its id; empty where storing gives it
    /// @param owner the property and the expression for its owner
    /// @param values expressions for properties whose values matter
    Optional<Made> make(
            DomainType type,
            String variable,
            Optional<String> id,
            Optional<Owned> owner,
            Map<Property, String> values) {
        var asked = new Asked(type, id, owner, values);
        var known = new LinkedHashMap<String, String>();
        Optional<String> call = call(asked, known).flatMap(made -> completed(asked, made, known));
        if (call.isEmpty()) {
            return Optional.empty();
        }
        var lines = new ArrayList<String>();
        imports.add(type.type().qualifiedName());
        lines.add("%s %s = %s;".formatted(type.name(), variable, call.get()));
        for (Property property : type.properties()) {
            Optional<String> value =
                    isLeft(asked, property, known) ? Optional.empty() : value(asked, property);
            value.filter(one -> !one.equals("null"))
                    .ifPresent(one -> {
                        lines.add(set(variable, property, one));
                        known.put(property.name(), one);
                    });
        }
        return Optional.of(new Made(lines, known));
    }

    /// What an object is made of.
    private record Asked(
            DomainType type,
            Optional<String> id,
            Optional<Owned> owner,
            Map<Property, String> values) {
        /// Whether the object is made by something that gives it values of its own.
        boolean isOtherwise() {
            return type.making() instanceof Making.Unknown;
        }
    }

    /// The call that makes the object; empty where there is none, or a value cannot be made.
    private Optional<String> call(Asked asked, Map<String, String> known) {
        DomainType type = asked.type();
        if (asked.isOtherwise()) {
            var maker = new TestMaker(type);
            return maker.method().isEmpty()
                    ? Optional.empty()
                    : maker.call(property -> value(asked, property), known);
        }
        for (String name : type.making().takes()) {
            Property property = type.property(name).orElseThrow();
            boolean isNeeded = type.making().needs().contains(name);
            if (!isNeeded && isGivenByStore(asked, property)) {
                continue;
            }
            Optional<String> value = value(asked, property);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            known.put(name, value.get());
        }
        var given = new LinkedHashMap<>(known);
        given.entrySet()
                .removeIf(one ->
                        one.getValue().equals("null")
                                && !type.making().needs().contains(one.getKey())
                                && type.making().standard(one.getKey()).isEmpty());
        return Optional.of(type.making().code(given));
    }

    private static boolean isGivenByStore(Asked asked, Property property) {
        return asked.type().id().filter(property::equals).isPresent() && asked.id().isEmpty();
    }

    /// The object with those values that nothing has given it yet; empty where it cannot get them.
    private Optional<String> completed(Asked asked, String made, Map<String, String> known) {
        var missing = new LinkedHashMap<String, String>();
        asked.values().forEach((property, value) -> missing.put(property.name(), value));
        // An owner who is an object of the resource stands among the values.
        asked.owner()
                .filter(one -> asked.type().properties().contains(one.property()))
                .ifPresent(one -> missing.put(one.property().name(), one.value()));
        missing.keySet()
                .removeIf(name ->
                        known.containsKey(name)
                                || asked.type()
                                        .property(name)
                                        .flatMap(Property::setter)
                                        .isPresent());
        if (missing.isEmpty()) {
            return Optional.of(made);
        }
        known.putAll(missing);
        return asked.type().copying(missing.keySet()).map(copy -> copy.code(made, missing));
    }

    /// Whether a property is not set: it has its value, or no setter, or gets its value in another way.
    private static boolean isLeft(Asked asked, Property property, Map<String, String> known) {
        boolean isGeneratedId = isGivenByStore(asked, property);
        boolean isUnset =
                asked.isOtherwise()
                        && !asked.values().containsKey(property)
                        && asked.owner().filter(one -> one.property().equals(property)).isEmpty();
        return known.containsKey(property.name())
                || property.setter().isEmpty()
                || isGeneratedId
                || isUnset;
    }

    private Optional<String> value(Asked asked, Property property) {
        return Optional.ofNullable(asked.values().get(property))
                .or(() -> value(asked.type(), property, asked.id(), asked.owner(), DEPTH));
    }

    private static String set(String variable, Property property, String value) {
        return "%s.%s(%s);".formatted(variable, property.setter().orElseThrow(), value);
    }

    /// The property that says whose an object is, and the expression for it.
    record Owned(Property property, String value) {}

    private Optional<String> value(
            DomainType type,
            Property property,
            Optional<String> id,
            Optional<Owned> owner,
            int depth) {
        if (type.id().filter(property::equals).isPresent()) {
            return Optional.of(id.orElse(property.typeName().isPrimitive() ? "0" : "null"));
        }
        if (owner.filter(one -> one.property().equals(property)).isPresent()) {
            return owner.map(Owned::value);
        }
        return value(property, type.type(), depth);
    }

    /// A value of a parameter of this name and type; empty where none can be made.
    Optional<String> value(String name, String type, ProjectType in) {
        return value(new Property(name, type, "", Optional.empty()), in, DEPTH);
    }

    private Optional<String> value(Property property, ProjectType in, int depth) {
        String type = property.typeName().raw();
        return switch (type) {
            case "String" ->
                    Optional.of(
                            Constraints.literal(
                                    ColumnText.of(
                                            UsualText.of(property.name()),
                                            new Columns(sources).of(in, property))));
            case "int", "Integer", "short", "Short" -> Optional.of("1");
            case "long", "Long" -> Optional.of("1L");
            case "double", "Double" -> Optional.of("1.5");
            case "boolean", "Boolean" -> Optional.of("false");
            default -> known(type).or(() -> own(type, in, depth));
        };
    }

    /// A point in time of a property's type.
    static String time(Property property, Set<String> imports) {
        String type = property.typeName().raw();
        imports.addAll(RequestWriter.imports(type));
        return switch (type) {
            case "LocalDate" -> "LocalDate.of(2026, 1, 5)";
            case "LocalDateTime" -> "LocalDateTime.of(2026, 1, 5, 9, 0)";
            default -> type + ".parse(\"2026-01-05T09:00:00Z\")";
        };
    }

    private Optional<String> known(String type) {
        Optional<String> value =
                switch (type) {
                    case "Instant" -> Optional.of("Instant.parse(\"2026-01-05T09:00:00Z\")");
                    case "LocalDate" -> Optional.of("LocalDate.of(2026, 1, 5)");
                    case "LocalDateTime" -> Optional.of("LocalDateTime.of(2026, 1, 5, 9, 0)");
                    case "OffsetDateTime" ->
                            Optional.of("OffsetDateTime.parse(\"2026-01-05T09:00:00Z\")");
                    case "BigDecimal" -> Optional.of("BigDecimal.ONE");
                    case "UUID" -> Optional.of("UUID.randomUUID()");
                    case "List" -> Optional.of("List.of()");
                    case "Set" -> Optional.of("Set.of()");
                    default -> Optional.empty();
                };
        value.ifPresent(one -> imports.addAll(RequestWriter.imports(type)));
        return value;
    }

    private Optional<String> own(String name, ProjectType in, int depth) {
        Optional<ProjectType> type = sources.resolve(name, in.file());
        if (type.isEmpty() || depth == 0) {
            return Optional.empty();
        }
        if (type.get().type().kind() == JavaType.Kind.ENUM) {
            imports.add(sources.imported(type.get()));
            return type.get().type().constants().stream()
                    .findFirst()
                    .map(constant -> sources.constant(type.get(), constant));
        }
        DomainType domain = DomainType.of(type.get());
        if (!domain.isFrozen() || domain.making() instanceof Making.Unknown) {
            return Optional.empty();
        }
        var arguments = new LinkedHashMap<String, String>();
        for (String part : domain.making().takes()) {
            Optional<String> value =
                    value(domain.property(part).orElseThrow(), type.get(), depth - 1);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            arguments.put(part, value.get());
        }
        imports.add(type.get().qualifiedName());
        return Optional.of(domain.making().code(arguments));
    }
}
