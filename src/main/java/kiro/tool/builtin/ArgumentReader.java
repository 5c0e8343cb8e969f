package kiro.tool.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.text.SourceSpan;
import kiro.text.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the arguments of one tool's calls, to the letter of its schema.
final class ArgumentReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final String tool;
    private final List<Parameter> parameters;

    ArgumentReader(String tool, List<Parameter> parameters) {
        this.tool = tool;
        this.parameters = List.copyOf(parameters);
    }

    /// @param text JSON as the model wrote it; nothing at all stands for no arguments
    ArgumentReading read(String text) {
        try (JsonParser json =
                JSON.createParser(ObjectReadContext.empty(), text.isBlank() ? "{}" : text)) {
            return new Call(json).read();
        } catch (JacksonException broken) {
            SourceSpan at = StrictJson.span(broken.getLocation());
            return wrong(
                    "the arguments are not valid JSON at line %d, column %d (%s): send the whole object"
                                    .formatted(
                                            at.line(),
                                            at.column(),
                                            broken.getOriginalMessage()
                                                    .lines()
                                                    .findFirst()
                                                    .orElse(""))
                            + " again; nothing was done");
        }
    }

    private ArgumentReading.Wrong wrong(String text) {
        return new ArgumentReading.Wrong(tool + ": " + text);
    }

    /// The reading of one call.
    private final class Call {
        private final JsonParser json;
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<String, List<String>> lists = new HashMap<>();
        private final Set<String> seen = new HashSet<>();

        Call(JsonParser json) {
            this.json = json;
        }

        ArgumentReading read() {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return wrong("the arguments must be a JSON object, " + takes());
            }
            Optional<String> problem = Optional.empty();
            while (problem.isEmpty() && json.nextToken() != JsonToken.END_OBJECT) {
                problem = property();
            }
            if (problem.isEmpty() && json.nextToken() != null) {
                problem =
                        Optional.of("something stands after the arguments object: send one object");
            }
            return problem.or(this::missing)
                    .<ArgumentReading>map(ArgumentReader.this::wrong)
                    .orElseGet(
                            () -> new ArgumentReading.Read(new Arguments(texts, numbers, lists)));
        }

        private Optional<String> property() {
            String name = json.currentName();
            if (!seen.add(name)) {
                return Optional.of("`%s` is given twice".formatted(name));
            }
            Optional<Parameter> parameter =
                    parameters.stream().filter(known -> known.name().equals(name)).findFirst();
            return parameter.isEmpty() ? Optional.of(unknown(name)) : value(parameter.get());
        }

        private String unknown(String name) {
            List<String> names = parameters.stream().map(Parameter::name).toList();
            String hint =
                    Names.nearest(name, names).map(", did you mean `%s`?"::formatted).orElse(":");
            return "there is no argument `%s`%s %s".formatted(name, hint, takes());
        }

        private Optional<String> value(Parameter parameter) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.VALUE_NULL && !parameter.isRequired()) {
                return Optional.empty();
            }
            return switch (parameter.type()) {
                case TEXT ->
                        token == JsonToken.VALUE_STRING
                                ? text(parameter)
                                : mistyped(parameter, token);
                case NUMBER ->
                        token == JsonToken.VALUE_NUMBER_INT
                                ? number(parameter)
                                : mistyped(parameter, token);
                case TEXTS ->
                        token == JsonToken.START_ARRAY
                                ? list(parameter)
                                : mistyped(parameter, token);
            };
        }

        private Optional<String> text(Parameter parameter) {
            String text = json.getString();
            texts.put(parameter.name(), text);
            return isUnicode(text)
                    ? Optional.empty()
                    : Optional.of(
                            "`%s` has half of a character (a lone surrogate)"
                                    .formatted(parameter.name()));
        }

        private Optional<String> number(Parameter parameter) {
            String digits = json.getString();
            long value = digits.length() > 11 ? Long.MAX_VALUE : Long.parseLong(digits);
            if (value < parameter.minimum() || value > parameter.maximum()) {
                return Optional.of(
                        parameter.maximum() == Integer.MAX_VALUE
                                ? "`%s` must be at least %d, not %s"
                                        .formatted(parameter.name(), parameter.minimum(), digits)
                                : "`%s` must be between %d and %d, not %s"
                                        .formatted(
                                                parameter.name(),
                                                parameter.minimum(),
                                                parameter.maximum(),
                                                digits));
            }
            numbers.put(parameter.name(), (int) value);
            return Optional.empty();
        }

        private Optional<String> list(Parameter parameter) {
            var list = new ArrayList<String>();
            for (JsonToken token = json.nextToken();
                    token != JsonToken.END_ARRAY;
                    token = json.nextToken()) {
                if (token != JsonToken.VALUE_STRING || !isUnicode(json.getString())) {
                    return Optional.of(
                            "element %d of `%s` must be a text, not %s"
                                    .formatted(list.size() + 1, parameter.name(), words(token)));
                }
                list.add(json.getString());
            }
            lists.put(parameter.name(), list);
            return Optional.empty();
        }

        private Optional<String> mistyped(Parameter parameter, JsonToken token) {
            return Optional.of(
                    "`%s` must be %s, not %s"
                            .formatted(parameter.name(), parameter.type().words(), words(token)));
        }

        private Optional<String> missing() {
            return parameters.stream()
                    .filter(Parameter::isRequired)
                    .filter(parameter -> !seen.contains(parameter.name()))
                    .findFirst()
                    .map(parameter ->
                            "the argument `%s` is missing: %s"
                                    .formatted(parameter.name(), takes()));
        }
    }

    private String takes() {
        return "%s takes %s"
                .formatted(
                        tool,
                        parameters.stream()
                                .map(parameter ->
                                        parameter.isRequired()
                                                ? parameter.name()
                                                : parameter.name() + " (optional)")
                                .collect(Collectors.joining(", ")));
    }

    private static String words(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            default -> token.toString();
        };
    }

    private static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
