package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.text.SourceSpan;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the fields off an example of a body in JSON. It says which fields there are; of what kind only where
/// JSON leaves no doubt.
final class JsonExample {
    private static final Set<String> BEFORE = Set.of("with", ":", "-", "=", "of", "is");
    private static final Set<String> INTRODUCING =
            Set.of("body", "request", "payload", "json", "response", "the", "a", "answer", "is");

    private JsonExample() {}

    static List<Field> fields(Token token, SourceSpan span) {
        return token.is(Token.Kind.CODE) ? fields(token.text(), span) : List.of();
    }

    /// None where the text is no object in JSON.
    static List<Field> fields(String text, SourceSpan span) {
        if (!text.strip().startsWith("{")) {
            return List.of();
        }
        var fields = new ArrayList<Field>();
        try {
            JsonNode example = JsonMapper.shared().readTree(text);
            for (Map.Entry<String, JsonNode> entry : example.properties()) {
                fields.add(field(entry.getKey(), entry.getValue(), span));
            }
        } catch (JacksonException noJson) {
            // What looks like JSON and is none is read as whatever else it is.
            return List.of();
        }
        return List.copyOf(fields);
    }

    private static Field field(String name, JsonNode value, SourceSpan span) {
        return new Field(
                name,
                type(value),
                Field.Presence.NOT_STATED,
                false,
                List.of(),
                Optional.empty(),
                span);
    }

    private static FieldType type(JsonNode value) {
        if (value.isIntegralNumber()) {
            return FieldType.Plain.INTEGER;
        }
        if (value.isNumber()) {
            return FieldType.Plain.DECIMAL;
        }
        if (value.isBoolean()) {
            return FieldType.Plain.BOOLEAN;
        }
        return value.isArray()
                ? new FieldType.ListOf(FieldType.Plain.NOT_STATED)
                : FieldType.Plain.NOT_STATED;
    }

    /// The sentence without the example, and without the words that only lead to it.
    static List<Token> without(List<Token> tokens, int example) {
        int from = example;
        while (from > 0 && BEFORE.contains(tokens.get(from - 1).key())) {
            from--;
        }
        int to = example + 1;
        boolean onlyIntroduces =
                tokens.subList(0, from).stream().map(Token::key).allMatch(INTRODUCING::contains);
        if (onlyIntroduces) {
            from = 0;
            while (to < tokens.size()
                    && (tokens.get(to).isMark(";") || tokens.get(to).isMark(","))) {
                to++;
            }
        }
        var left = new ArrayList<>(tokens.subList(0, from));
        left.addAll(tokens.subList(to, tokens.size()));
        return List.copyOf(left);
    }
}
