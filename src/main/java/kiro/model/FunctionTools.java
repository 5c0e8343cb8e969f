package kiro.model;

import tools.jackson.core.JsonGenerator;

/// Tools in the form that OpenAI has given them and others have taken over.
public final class FunctionTools {
    private FunctionTools() {}

    public static void write(JsonGenerator json, ToolSpec tool) {
        String schema =
                JsonText.compact(tool.schema())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "the schema of " + tool.name() + " is no JSON object"));
        json.writeStartObject();
        json.writeStringProperty("type", "function");
        json.writeObjectPropertyStart("function");
        json.writeStringProperty("name", tool.name());
        json.writeStringProperty("description", JsonText.wellFormed(tool.description()));
        json.writeName("parameters");
        json.writeRawValue(schema);
        json.writeEndObject();
        json.writeEndObject();
    }
}
