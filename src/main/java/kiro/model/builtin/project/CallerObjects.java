package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kiro.code.JavaType;

/// Writes expressions for callers as the objects that a project has of them.
final class CallerObjects {
    private final Sources sources;

    CallerObjects(Sources sources) {
        this.sources = sources;
    }

    /// Empty where a value is not known.
    ///
    /// @param imports take up what the expression needs
    Optional<String> of(DomainType type, SeededUsers.User user, Collection<String> imports) {
        if (type.construction().size() != type.properties().size()) {
            return Optional.empty();
        }
        var arguments = new ArrayList<String>();
        for (String name : type.construction()) {
            type.property(name)
                    .flatMap(property -> value(type, property, user, imports))
                    .ifPresent(arguments::add);
        }
        imports.add(type.type().qualifiedName());
        return arguments.size() == type.construction().size()
                ? Optional.of("new %s(%s)".formatted(type.name(), String.join(", ", arguments)))
                : Optional.empty();
    }

    private Optional<String> value(
            DomainType type, Property property, SeededUsers.User user, Collection<String> imports) {
        boolean isId = CallerReader.identifying(type).filter(property::equals).isPresent();
        Map<String, String> values = user.row().map(Seeds.Row::values).orElseGet(user::values);
        Optional<String> text =
                isId
                        ? Optional.of(user.id())
                        : values.entrySet().stream()
                                .filter(one ->
                                        Table.plain(one.getKey())
                                                .equals(Table.plain(property.name())))
                                .map(Map.Entry::getValue)
                                .findFirst();
        Optional<ProjectType> constants =
                sources.resolve(property.type(), type.type().file())
                        .filter(one -> one.type().kind() == JavaType.Kind.ENUM);
        if (constants.isPresent()) {
            imports.add(constants.get().qualifiedName());
            return text.filter(constants.get().type().constants()::contains)
                    .map(one -> constants.get().name() + "." + one);
        }
        return literal(property.type(), text.or(() -> usual(property.type(), user)));
    }

    /// What any caller may have.
    private static Optional<String> usual(String type, SeededUsers.User user) {
        return switch (type) {
            case "String" -> Optional.of(user.name().toLowerCase(Locale.ROOT));
            case "boolean", "Boolean" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    /// A text as a value of a type.
    static Optional<String> literal(String type, Optional<String> value) {
        return value.flatMap(text ->
                switch (type) {
                    case "long", "Long" ->
                            text.matches("\\d+") ? Optional.of(text + "L") : Optional.empty();
                    case "int", "Integer" ->
                            text.matches("\\d+") ? Optional.of(text) : Optional.empty();
                    case "boolean", "Boolean" ->
                            Optional.of(String.valueOf(text.equalsIgnoreCase("true")));
                    case "String" ->
                            text.matches("[^\"\\\\\\n]*")
                                    ? Optional.of("\"" + text + "\"")
                                    : Optional.empty();
                    default -> Optional.empty();
                });
    }
}
