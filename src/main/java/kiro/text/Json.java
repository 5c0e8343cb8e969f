package kiro.text;

import java.io.StringWriter;
import java.math.BigInteger;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON into trees and writes them, as `JsonMapper.shared()` does. To make that takes as long as a tenth of the whole start, for what
/// binds JSON to classes, of which trees need nothing.
public final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /// @throws tools.jackson.core.JacksonException when it is not JSON
    public static JsonNode read(String text) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return read(json, Fractions.ROUNDED);
        }
    }

    /// @throws tools.jackson.core.JacksonException when it is not JSON
    public static JsonNode read(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    /// @throws tools.jackson.core.JacksonException when it is not JSON
    public static JsonNode read(byte[] bytes, int offset, int length) {
        try (JsonParser json =
                FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            return read(json, Fractions.ROUNDED);
        }
    }

    /// The same with numbers that have as many digits as they are written with.
    public static JsonNode readExact(String text) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return read(json, Fractions.AS_WRITTEN);
        }
    }

    /// What becomes of numbers that are not whole.
    enum Fractions {
        ROUNDED,
        AS_WRITTEN
    }

    /// The one value that a text holds; nothing where it is empty.
    static JsonNode read(JsonParser json, Fractions fractions) {
        if (json.nextToken() == null) {
            return NODES.missingNode();
        }
        JsonNode value = value(json, fractions);
        if (json.nextToken() != null) {
            throw new StreamReadException(json, "more stands behind the value");
        }
        return value;
    }

    /// As deep as the parser lets it.
    private static JsonNode value(JsonParser json, Fractions fractions) {
        JsonToken token = json.currentToken();
        return switch (token) {
            case START_OBJECT -> object(json, fractions);
            case START_ARRAY -> array(json, fractions);
            case VALUE_STRING -> NODES.stringNode(json.getString());
            case VALUE_NUMBER_INT -> whole(json);
            case VALUE_NUMBER_FLOAT ->
                    fractions == Fractions.AS_WRITTEN
                            ? NODES.numberNode(json.getDecimalValue())
                            : NODES.numberNode(json.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new StreamReadException(json, "no value, but " + token);
        };
    }

    private static ObjectNode object(JsonParser json, Fractions fractions) {
        ObjectNode object = NODES.objectNode();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            object.set(name, value(json, fractions));
        }
        return object;
    }

    private static ArrayNode array(JsonParser json, Fractions fractions) {
        ArrayNode array = NODES.arrayNode();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(json, fractions));
        }
        return array;
    }

    /// A tree as text, on one line, as `toString` of trees gives it.
    public static String write(JsonNode tree) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(json, tree);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                json.writeStartObject();
                for (Map.Entry<String, JsonNode> each : node.properties()) {
                    json.writeName(each.getKey());
                    write(json, each.getValue());
                }
                json.writeEndObject();
            }
            case ARRAY -> {
                json.writeStartArray();
                for (JsonNode each : node.values()) {
                    write(json, each);
                }
                json.writeEndArray();
            }
            case STRING -> json.writeString(node.stringValue());
            case BOOLEAN -> json.writeBoolean(node.booleanValue());
            case NUMBER -> writeNumber(json, node);
            case NULL, MISSING -> json.writeNull();
            case BINARY, POJO ->
                    throw new IllegalArgumentException("no JSON, but " + node.getNodeType());
        }
    }

    private static void writeNumber(JsonGenerator json, JsonNode node) {
        switch (node.numberType()) {
            case INT -> json.writeNumber(node.intValue());
            case LONG -> json.writeNumber(node.longValue());
            case BIG_INTEGER -> json.writeNumber(node.bigIntegerValue());
            case FLOAT, DOUBLE -> json.writeNumber(node.doubleValue());
            case BIG_DECIMAL -> json.writeNumber(node.decimalValue());
        }
    }

    private static JsonNode whole(JsonParser json) {
        return switch (json.getNumberType()) {
            case INT -> NODES.numberNode(json.getIntValue());
            case LONG -> NODES.numberNode(json.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> {
                BigInteger large = json.getBigIntegerValue();
                yield NODES.numberNode(large);
            }
        };
    }
}
