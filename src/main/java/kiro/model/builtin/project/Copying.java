package kiro.model.builtin.project;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// How a copy of an object is made in which some properties have other values.
public sealed interface Copying {
    /// By what makes all such objects, with all the properties of the one.
    record Anew(DomainType type) implements Copying {}

    /// By a builder that begins with the values of the object: `proposal.toBuilder().title(title).build()`.
    ///
    /// @param start the expression for that builder, with `%s` for the object
    record Builder(String start, SequencedMap<String, String> steps, String end)
            implements Copying {}

    /// By methods that answer a copy with one other value each: `speaker.withName(name)`.
    record Withers(SequencedMap<String, String> methods) implements Copying {}

    /// The expression for the copy.
    ///
    /// @param object the expression for the object
    /// @param values the expressions for what is other, by property
    default String code(String object, Map<String, String> values) {
        return switch (this) {
            case Anew(DomainType type) -> {
                var all = new LinkedHashMap<String, String>();
                for (String name : type.making().takes()) {
                    all.put(
                            name,
                            Optional.ofNullable(values.get(name))
                                    .orElseGet(() ->
                                            object + type.property(name).orElseThrow().read()));
                }
                yield type.making().code(all);
            }
            case Builder built ->
                    built.start().formatted(object)
                            + Making.steps(built.steps(), values)
                            + "."
                            + built.end()
                            + "()";
            case Withers(SequencedMap<String, String> methods) ->
                    object
                            + methods.entrySet().stream()
                                    .filter(method -> values.containsKey(method.getKey()))
                                    .map(method ->
                                            "."
                                                    + method.getValue()
                                                    + "("
                                                    + values.get(method.getKey())
                                                    + ")")
                                    .collect(Collectors.joining());
        };
    }
}
