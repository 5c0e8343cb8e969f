package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// How objects of a type are made. All kinds are called alike: with what the properties are given.
public sealed interface Making {
    /// By a constructor that takes these properties, in this order; objects are made empty where it takes none.
    record Constructor(String type, List<String> parameters) implements Making {
        public Constructor {
            parameters = List.copyOf(parameters);
        }
    }

    /// By a static method that takes these properties, in this order: `Proposal.draft(author, title)`.
    ///
    /// @param standards what it gives other properties by itself, where that is written out
    record Factory(
            String type, String method, List<String> parameters, Map<String, String> standards)
            implements Making {
        public Factory {
            parameters = List.copyOf(parameters);
            standards = Map.copyOf(standards);
        }
    }

    /// By a builder: `Proposal.builder().title(title).build()`.
    ///
    /// @param start what makes the builder, without its arguments
    /// @param required the properties that the builder is made with
    /// @param steps the methods by which it is given the others
    /// @param standards what it gives properties by itself
    record Builder(
            String start,
            List<String> required,
            SequencedMap<String, String> steps,
            String end,
            Map<String, String> standards)
            implements Making {
        public Builder {
            required = List.copyOf(required);
            standards = Map.copyOf(standards);
        }
    }

    /// By nothing that was understood.
    record Unknown() implements Making {}

    /// The properties that can be given.
    default List<String> takes() {
        return switch (this) {
            case Constructor made -> made.parameters();
            case Factory made -> made.parameters();
            case Builder made -> {
                var all = new ArrayList<>(made.required());
                all.addAll(made.steps().keySet());
                yield List.copyOf(all);
            }
            case Unknown _ -> List.of();
        };
    }

    /// Those without which nothing is made.
    default List<String> needs() {
        return switch (this) {
            case Constructor made -> made.parameters();
            case Factory made -> made.parameters();
            case Builder made -> made.required();
            case Unknown _ -> List.of();
        };
    }

    /// What a property has that is not given; empty where that is not known.
    default Optional<String> standard(String property) {
        return switch (this) {
            case Builder made -> Optional.ofNullable(made.standards().get(property));
            case Factory made -> Optional.ofNullable(made.standards().get(property));
            case Constructor _, Unknown _ -> Optional.empty();
        };
    }

    /// Whether a property has some value in what is made, without being given one.
    default boolean gives(String property) {
        return standard(property).isPresent()
                || (this instanceof Factory && !takes().contains(property));
    }

    /// The expression that makes an object.
    ///
    /// @param values an expression for each property that is needed, and for others that can be given
    default String code(Map<String, String> values) {
        return switch (this) {
            case Constructor made ->
                    "new " + made.type() + "(" + listed(made.parameters(), values) + ")";
            case Factory made ->
                    made.type()
                            + "."
                            + made.method()
                            + "("
                            + listed(made.parameters(), values)
                            + ")";
            case Builder made ->
                    made.start()
                            + "("
                            + listed(made.required(), values)
                            + ")"
                            + steps(made.steps(), values)
                            + "."
                            + made.end()
                            + "()";
            case Unknown _ -> throw new IllegalStateException("nothing makes such an object");
        };
    }

    private static String listed(List<String> names, Map<String, String> values) {
        return names.stream()
                .map(name ->
                        Optional.ofNullable(values.get(name))
                                .orElseThrow(() -> new IllegalArgumentException(name)))
                .collect(Collectors.joining(", "));
    }

    /// The steps of a builder for these values, in the builder's order.
    static String steps(SequencedMap<String, String> steps, Map<String, String> values) {
        return steps.entrySet().stream()
                .filter(step -> values.containsKey(step.getKey()))
                .map(step -> "." + step.getValue() + "(" + values.get(step.getKey()) + ")")
                .collect(Collectors.joining());
    }
}
