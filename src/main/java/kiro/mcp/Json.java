package kiro.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// How messages are written and read.
final class Json {
    static final McpJsonMapper MAPPER = new JacksonMcpJsonMapper(JsonMapper.shared());

    /// What a tool answers goes to a model as text: whether it has the form that its server promised, changes nothing.
    static final JsonSchemaValidator NO_VALIDATION =
            (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid("");

    private Json() {}

    /// The text of a value that came as JSON.
    static String text(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        return (Map<String, Object>) JsonMapper.shared().readValue(text, Map.class);
    }
}
