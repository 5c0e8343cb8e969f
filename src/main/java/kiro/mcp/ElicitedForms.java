package kiro.mcp;

import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitUrlRequest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kiro.tool.Form;
import kiro.tool.Form.Field;
import kiro.tool.FormAnswer;
import kiro.tool.Untrusted;
import kiro.tool.Wanted;
import kiro.tool.Wanted.Choice;
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
        return new Field(
                shown(name),
                shown(text(property.get("title")).orElse(name)),
                shown(text(property.get("description")).orElse("")),
                wanted(property),
                isRequired,
                usual(property.get("default")).map(ElicitedForms::shown));
    }

    /// What is taken where nothing is typed, as a person could type it.
    private static Optional<String> usual(@Nullable Object value) {
        return value instanceof List<?> list
                ? Optional.of(list.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                : Optional.ofNullable(value).map(String::valueOf);
    }

    private static Wanted wanted(Map<?, ?> property) {
        List<Choice> choices = choices(property);
        return switch (text(property.get("type")).orElse("string")) {
            case "boolean" -> new Wanted.YesOrNo();
            case "integer" -> new Wanted.Numeric(true, bounds(property, "minimum", "maximum"));
            case "number" -> new Wanted.Numeric(false, bounds(property, "minimum", "maximum"));
            case "array" -> new Wanted.Some(choices, bounds(property, "minItems", "maxItems"));
            default ->
                    choices.isEmpty()
                            ? new Wanted.Text(
                                    format(text(property.get("format")).orElse("")),
                                    bounds(property, "minLength", "maxLength"))
                            : new Wanted.One(choices);
        };
    }

    private static Wanted.Format format(String format) {
        return switch (format) {
            case "email" -> Wanted.Format.EMAIL;
            case "uri" -> Wanted.Format.ADDRESS;
            case "date" -> Wanted.Format.DATE;
            case "date-time" -> Wanted.Format.MOMENT;
            default -> Wanted.Format.ANY;
        };
    }

    private static Wanted.Bounds bounds(Map<?, ?> property, String least, String most) {
        return new Wanted.Bounds(number(property.get(least)), number(property.get(most)));
    }

    private static Optional<BigDecimal> number(@Nullable Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.empty();
    }

    /// The values with the titles that stand beside them, in one of the four forms that the protocol has.
    private static List<Choice> choices(Map<?, ?> property) {
        Map<?, ?> items = mapping(property.get("items"));
        return Stream.of(
                        plain(property.get("enum"), texts(property.get("enumNames"))),
                        titled(property.get("oneOf")),
                        plain(items.get("enum"), List.of()),
                        titled(items.get("anyOf")))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Choice> plain(@Nullable Object list, List<String> titles) {
        List<String> values = texts(list);
        return IntStream.range(0, values.size())
                .mapToObj(place ->
                        new Choice(
                                values.get(place),
                                shown(place < titles.size() ? titles.get(place) : "")))
                .toList();
    }

    private static List<Choice> titled(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream()
                        .map(ElicitedForms::mapping)
                        .filter(item -> item.get("const") != null)
                        .map(item ->
                                new Choice(
                                        String.valueOf(item.get("const")),
                                        shown(text(item.get("title")).orElse(""))))
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
            List<String> values = given.values().get(field.name());
            if (values != null) {
                content.put(field.name(), typed(field.wanted(), values));
            }
        }
        return content;
    }

    private static Object typed(Wanted wanted, List<String> values) {
        return switch (wanted) {
            case Wanted.Text _, Wanted.One _ -> values.getFirst();
            case Wanted.YesOrNo _ -> Boolean.valueOf(values.getFirst());
            case Wanted.Numeric number ->
                    number.isWhole()
                            ? new BigInteger(values.getFirst())
                            : new BigDecimal(values.getFirst());
            case Wanted.Some _ -> values;
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
