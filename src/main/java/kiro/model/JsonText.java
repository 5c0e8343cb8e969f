package kiro.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// JSON that others wrote, made fit to be sent.
public final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    public static JsonGenerator generator(ByteArrayOutputStream out) {
        return JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    /// The same object without needless space and without broken characters; empty for what is no
    /// JSON object.
    public static Optional<String> object(String text) {
        var out = new ByteArrayOutputStream();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text);
                JsonGenerator generator = generator(out)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            copy(parser, generator);
            if (parser.nextToken() != null) {
                return Optional.empty();
            }
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
        return Optional.of(out.toString(StandardCharsets.UTF_8));
    }

    /// The same for an object whose writer can be relied on, such as a schema of a tool of ours: it is only looked at where it begins and
    /// ends. To read JSON for the first time takes the platform longer than all else in a request.
    public static Optional<String> compact(String text) {
        var out = new StringBuilder(text.length());
        int depth = 0;
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (isQuoted && c == '\\' && i + 1 < text.length()) {
                out.append(c);
                i++;
            } else if (!isQuoted && (c == '{' || c == '}')) {
                depth += c == '{' ? 1 : -1;
            } else if (!isQuoted && c <= ' ') {
                continue;
            }
            if (depth == 0 && c != '}') {
                return Optional.empty();
            }
            out.append(text.charAt(i));
        }
        return depth == 0 && !out.isEmpty()
                ? Optional.of(wellFormed(out.toString()))
                : Optional.empty();
    }

    private static void copy(JsonParser parser, JsonGenerator generator) {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            if (token == null) {
                return;
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (token == JsonToken.PROPERTY_NAME) {
                generator.writeName(wellFormed(parser.currentName()));
            } else if (token == JsonToken.VALUE_STRING) {
                generator.writeString(wellFormed(parser.getString()));
            } else if (token.isNumeric()) {
                generator.writeNumber(parser.getString());
            } else {
                generator.copyCurrentEvent(parser);
            }
            if (depth > 0) {
                parser.nextToken();
            }
        } while (depth > 0);
    }

    /// The text with a mark in place of each half of a character, which UTF-8 cannot express.
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c ->
                                c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                                        ? '\uFFFD'
                                        : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
