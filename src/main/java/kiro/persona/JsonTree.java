package kiro.persona;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import kiro.text.SourceSpan;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON whose outermost value is an object.
final class JsonTree {
    private static final int DEEPEST = 32;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    private JsonTree() {}

    static Tree.Reading read(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new Tree.Reading.Broken(
                        SourceSpan.start(), "the file holds no object, which begins with '{'");
            }
            Tree.Fields fields = fields(json);
            return json.nextToken() == null
                    ? new Tree.Reading.Whole(fields)
                    : new Tree.Reading.Broken(place(json), "something stands behind the object");
        } catch (Twice twice) {
            return new Tree.Reading.Broken(twice.span, "'%s' stands twice".formatted(twice.key));
        } catch (JacksonException notJson) {
            return new Tree.Reading.Broken(
                    place(notJson.getLocation()),
                    String.valueOf(notJson.getOriginalMessage()).replaceAll("\\s+", " ").strip());
        }
    }

    /// A key that an object has two times: which of the two is meant, nobody knows.
    private static final class Twice extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String key;
        private final transient SourceSpan span;

        private Twice(String key, SourceSpan span) {
            super(key);
            this.key = key;
            this.span = span;
        }
    }

    private static Tree.Fields fields(JsonParser json) {
        SourceSpan start = place(json);
        var fields = new ArrayList<Tree.Field>();
        Set<String> keys = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            SourceSpan at = place(json);
            if (!keys.add(key)) {
                throw new Twice(key, at);
            }
            json.nextToken();
            fields.add(new Tree.Field(key, value(json), at));
        }
        return new Tree.Fields(fields, start);
    }

    private static Tree value(JsonParser json) {
        SourceSpan at = place(json);
        return switch (json.currentToken()) {
            case START_OBJECT -> fields(json);
            case START_ARRAY -> items(json);
            case VALUE_NULL -> new Tree.Nothing(at);
            default -> new Tree.Word(json.getString(), at);
        };
    }

    private static Tree.Items items(JsonParser json) {
        SourceSpan start = place(json);
        var items = new ArrayList<Tree>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(json));
        }
        return new Tree.Items(items, start);
    }

    private static SourceSpan place(JsonParser json) {
        return place(json.currentTokenLocation());
    }

    private static SourceSpan place(@Nullable TokenStreamLocation at) {
        if (at == null) {
            return SourceSpan.start();
        }
        int line = Math.max(1, at.getLineNr());
        int column = Math.max(1, at.getColumnNr());
        return new SourceSpan(line, column, line, column);
    }
}
