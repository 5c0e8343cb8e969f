package kiro.tool.builtin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the parameters out of a tool's schema, so that what the model is told is what is checked. Knows as
/// much of JSON Schema as our tools use.
final class Schema {
    private static final JsonFactory JSON = new JsonFactory();

    private Schema() {}

    static List<Parameter> parameters(String schema) {
        var parameters = new ArrayList<Parameter>();
        Set<String> required = Set.of();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), schema)) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "properties" -> {
                        while (json.nextToken() != JsonToken.END_OBJECT) {
                            parameters.add(parameter(json));
                        }
                    }
                    case "required" -> required = strings(json);
                    default -> json.skipChildren();
                }
            }
        }
        Set<String> names = required;
        return parameters.stream()
                .map(parameter ->
                        new Parameter(
                                parameter.name(),
                                parameter.type(),
                                names.contains(parameter.name()),
                                parameter.minimum(),
                                parameter.maximum()))
                .toList();
    }

    private static Parameter parameter(JsonParser json) {
        String name = json.currentName();
        var type = Parameter.Type.TEXT;
        int minimum = Integer.MIN_VALUE;
        int maximum = Integer.MAX_VALUE;
        json.nextToken();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String keyword = json.currentName();
            json.nextToken();
            switch (keyword) {
                case "type" -> type = type(json.getString());
                case "minimum" -> minimum = json.getIntValue();
                case "maximum" -> maximum = json.getIntValue();
                default -> json.skipChildren();
            }
        }
        return new Parameter(name, type, false, minimum, maximum);
    }

    private static Parameter.Type type(String word) {
        return switch (word) {
            case "string" -> Parameter.Type.TEXT;
            case "integer" -> Parameter.Type.NUMBER;
            case "array" -> Parameter.Type.TEXTS;
            default -> throw new IllegalArgumentException("no tool takes a " + word);
        };
    }

    private static Set<String> strings(JsonParser json) {
        var strings = new HashSet<String>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            strings.add(json.getString());
        }
        return strings;
    }
}
