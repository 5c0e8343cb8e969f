package kiro.steering.infra;

import java.util.ArrayList;
import java.util.List;
import kiro.text.SourceSpan;
import kiro.text.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON of infrastructure: templates, synthesized stacks, Terraform's JSON and policies.
final class JsonSettings {
    private static final int DEEPEST = 64;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    private JsonSettings() {}

    static Setting.Reading read(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            return json.currentToken() == JsonToken.START_OBJECT
                            && value(json) instanceof Setting.Block root
                    ? new Setting.Reading.Whole(root)
                    : new Setting.Reading.Whole(
                            new Setting.Block(List.of(), List.of(), SourceSpan.start()));
        } catch (JacksonException notJson) {
            return new Setting.Reading.Broken(
                    StrictJson.span(notJson.getLocation()),
                    String.valueOf(notJson.getOriginalMessage()).replaceAll("\\s+", " ").strip());
        }
    }

    private static Setting value(JsonParser json) {
        SourceSpan at = StrictJson.span(json.currentTokenLocation());
        return switch (json.currentToken()) {
            case START_OBJECT -> Functions.resolved(block(json, at));
            case START_ARRAY -> items(json, at);
            case VALUE_NULL -> new Setting.Nothing(at);
            case VALUE_STRING -> word(json.getString(), at);
            default -> new Setting.Word(json.getString(), at);
        };
    }

    /// Terraform computes what stands in `${}`.
    private static Setting word(String text, SourceSpan at) {
        return text.contains("${") ? new Setting.Computed(text, at) : new Setting.Word(text, at);
    }

    private static Setting.Block block(JsonParser json, SourceSpan at) {
        var entries = new ArrayList<Setting.Entry>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            SourceSpan place = StrictJson.span(json.currentTokenLocation());
            json.nextToken();
            entries.add(new Setting.Entry(key, value(json), place));
        }
        return new Setting.Block(List.of(), entries, at);
    }

    private static Setting.Items items(JsonParser json, SourceSpan at) {
        var items = new ArrayList<Setting>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(json));
        }
        return new Setting.Items(items, at);
    }
}
