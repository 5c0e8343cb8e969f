package kiro.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON whose outermost value is an object.
public final class JsonTree {
    private static final int DEEPEST = 32;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    private JsonTree() {}

    public static ValueTree.Reading read(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new ValueTree.Reading.Broken(
                        SourceSpan.start(), "the file holds no object, which begins with '{'");
            }
            ValueTree.Fields fields = fields(json);
            return json.nextToken() == null
                    ? new ValueTree.Reading.Whole(fields)
                    : new ValueTree.Reading.Broken(
                            place(json), "something stands behind the object");
        } catch (Twice twice) {
            return new ValueTree.Reading.Broken(
                    twice.span, "'%s' stands twice".formatted(twice.key));
        } catch (JacksonException notJson) {
            return new ValueTree.Reading.Broken(
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

    private static ValueTree.Fields fields(JsonParser json) {
        SourceSpan start = place(json);
        var fields = new ArrayList<ValueTree.Field>();
        Set<String> keys = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            SourceSpan at = place(json);
            if (!keys.add(key)) {
                throw new Twice(key, at);
            }
            json.nextToken();
            fields.add(new ValueTree.Field(key, value(json), at));
        }
        return new ValueTree.Fields(fields, start);
    }

    private static ValueTree value(JsonParser json) {
        SourceSpan at = place(json);
        return switch (json.currentToken()) {
            case START_OBJECT -> fields(json);
            case START_ARRAY -> items(json);
            case VALUE_NULL -> new ValueTree.Nothing(at);
            default -> new ValueTree.Word(json.getString(), at);
        };
    }

    private static ValueTree.Items items(JsonParser json) {
        SourceSpan start = place(json);
        var items = new ArrayList<ValueTree>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(json));
        }
        return new ValueTree.Items(items, start);
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
