package kiro.mcp;

import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitUrlRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.tool.Form;
import kiro.tool.Form.Field;
import kiro.tool.Form.Kind;
import kiro.tool.FormAnswer;
import kiro.tool.Untrusted;
import org.jspecify.annotations.Nullable;

/// The questions of servers, as a person is asked them, and the answers, as servers are told them.
final class ElicitedForms {
    private static final int MOST_FIELDS = 30;
    private static final int LONGEST = 2_000;

    private ElicitedForms() {}

    static Form of(String server, ElicitFormRequest request) {
        var fields = new ArrayList<Field>();
        Map<?, ?> schema = mapping(request.requestedSchema());
        List<String> required = texts(schema.get("required"));
        mapping(schema.get("properties"))
                .forEach((name, property) -> {
                    if (fields.size() < MOST_FIELDS) {
                        fields.add(
                                field(
                                        String.valueOf(name),
                                        mapping(property),
                                        required.contains(String.valueOf(name))));
                    }
                });
        return new Form(
                "the MCP server '" + server + "'",
                shown(request.message()),
                Optional.empty(),
                fields);
    }

    static Form of(String server, ElicitUrlRequest request) {
        Optional<URI> page = page(String.valueOf(request.url()));
        return new Form(
                "the MCP server '" + server + "'", shown(request.message()), page, List.of());
    }

    private static Optional<URI> page(String address) {
        try {
            var uri = new URI(address);
            return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                            && uri.getHost() != null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static Field field(String name, Map<?, ?> property, boolean isRequired) {
        List<String> choices = choices(property);
        Object usual = property.get("default");
        return new Field(
                shown(name),
                shown(text(property.get("title")).orElse(name)),
                shown(text(property.get("description")).orElse("")),
                kind(property, !choices.isEmpty()),
                choices,
                isRequired,
                Optional.ofNullable(usual).map(String::valueOf).map(ElicitedForms::shown));
    }

    private static Kind kind(Map<?, ?> property, boolean hasChoices) {
        return switch (text(property.get("type")).orElse("string")) {
            case "boolean" -> Kind.YES_OR_NO;
            case "integer" -> Kind.WHOLE_NUMBER;
            case "number" -> Kind.NUMBER;
            case "array" -> Kind.SOME;
            default -> hasChoices ? Kind.ONE : Kind.TEXT;
        };
    }

    /// The values themselves: their titles are for people, but what is answered is the value.
    private static List<String> choices(Map<?, ?> property) {
        Map<?, ?> items = mapping(property.get("items"));
        return Stream.of(
                        texts(property.get("enum")),
                        constants(property.get("oneOf")),
                        texts(items.get("enum")),
                        constants(items.get("anyOf")))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> constants(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream()
                        .map(item -> mapping(item).get("const"))
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList()
                : List.of();
    }

    static ElicitResult result(Form form, FormAnswer answer) {
        return switch (answer) {
            case FormAnswer.Declined _ -> ElicitResult.builder(ElicitResult.Action.DECLINE).build();
            case FormAnswer.Cancelled _ -> ElicitResult.builder(ElicitResult.Action.CANCEL).build();
            case FormAnswer.Given given ->
                    ElicitResult.builder(ElicitResult.Action.ACCEPT)
                            .content(content(form, given))
                            .build();
        };
    }

    private static Map<String, Object> content(Form form, FormAnswer.Given given) {
        var content = new LinkedHashMap<String, Object>();
        for (Field field : form.fields()) {
            String value = given.values().get(field.name());
            if (value != null) {
                content.put(field.name(), typed(field, value));
            }
        }
        return content;
    }

    private static Object typed(Field field, String value) {
        return switch (field.kind()) {
            case TEXT, ONE -> value;
            case YES_OR_NO -> Boolean.valueOf(value);
            case WHOLE_NUMBER -> new BigDecimal(value).toBigInteger();
            case NUMBER -> new BigDecimal(value);
            case SOME ->
                    Stream.of(value.split(","))
                            .map(String::strip)
                            .filter(each -> !each.isEmpty())
                            .toList();
        };
    }

    private static String shown(String text) {
        String clean = Untrusted.clean(String.valueOf(text));
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "..." : clean;
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<?, ?> mapping(@Nullable Object value) {
        return value instanceof Map<?, ?> mapping ? mapping : Map.of();
    }
}
