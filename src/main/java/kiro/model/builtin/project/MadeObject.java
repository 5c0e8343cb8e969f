package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaCall;
import kiro.code.JavaMethod;

/// An object that code of the project makes.
///
/// @param values what its properties are given, as the source has it
/// @param isCopy whether it has the values of another object for all else
public record MadeObject(Map<String, String> values, boolean isCopy) {
    public MadeObject {
        values = Map.copyOf(values);
    }

    /// Those of a type that a method makes.
    public static List<MadeObject> in(JavaMethod method, DomainType type) {
        return Stream.concat(in(method.creations(), type).stream(), called(method.calls(), type))
                .toList();
    }

    /// Those that are made with `new`.
    public static List<MadeObject> in(List<JavaCall> creations, DomainType type) {
        return type.making() instanceof Making.Constructor made
                ? creations.stream()
                        .filter(call -> call.name().equals(type.name()))
                        .flatMap(call -> whole(call, made.parameters()))
                        .toList()
                : List.of();
    }

    private static Stream<MadeObject> whole(JavaCall call, List<String> parameters) {
        if (call.arguments().size() != parameters.size() || parameters.isEmpty()) {
            return Stream.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (int at = 0; at < parameters.size(); at++) {
            values.put(parameters.get(at), call.arguments().get(at));
        }
        return Stream.of(new MadeObject(values, false));
    }

    private static Stream<MadeObject> called(List<JavaCall> calls, DomainType type) {
        return switch (type.making()) {
            case Making.Factory made ->
                    calls.stream()
                            .filter(call -> call.target().equals(made.type()))
                            .filter(call -> call.name().equals(made.method()))
                            .flatMap(call -> whole(call, made.parameters()));
            case Making.Builder made ->
                    Stream.concat(built(calls, made).stream(), copied(calls, type));
            case Making.Constructor _, Making.Unknown _ -> copied(calls, type);
        };
    }

    private static List<MadeObject> built(List<JavaCall> calls, Making.Builder made) {
        return chained(calls, Pattern.quote(made.start() + "(") + ".*", made.steps(), false);
    }

    private static Stream<MadeObject> copied(List<JavaCall> calls, DomainType type) {
        return BuilderForm.of(type.type().type(), type.properties()).stream()
                .filter(form -> form.copy().isPresent())
                .flatMap(form ->
                        chained(
                                calls,
                                form.copy()
                                                .get()
                                                .replaceAll("[.()]", "\\\\$0")
                                                .replace("%s", "\\w+")
                                        + ".*",
                                form.steps(),
                                true)
                                .stream());
    }

    /// Calls that follow each other begin at the same place.
    private static List<MadeObject> chained(
            List<JavaCall> calls,
            String target,
            SequencedMap<String, String> steps,
            boolean isCopy) {
        var found = new LinkedHashMap<Integer, Map<String, String>>();
        Pattern from = Pattern.compile(target, Pattern.DOTALL);
        for (JavaCall call : calls) {
            boolean isStep =
                    call.arguments().size() == 1
                            && from.matcher(call.target().replaceAll("\\s+", "")).matches();
            if (isStep) {
                var values =
                        found.computeIfAbsent(call.range().start(), _ -> new LinkedHashMap<>());
                steps.forEach((property, step) -> {
                    if (step.equals(call.name())) {
                        values.put(property, call.arguments().getFirst());
                    }
                });
            }
        }
        var made = new ArrayList<MadeObject>();
        found.values().forEach(values -> made.add(new MadeObject(values, isCopy)));
        return made;
    }
}
