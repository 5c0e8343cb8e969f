package kiro.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.SyntaxNode;

/// The rules of zod and Joi schemas, and of the JSON schemas that Fastify takes.
final class SchemaRules {
    private static final Set<String> OBJECTS = Set.of("object", "strictObject");
    private static final List<String> NAMED =
            List.of(
                    "email",
                    "url",
                    "uri",
                    "uuid",
                    "int",
                    "integer",
                    "positive",
                    "nonnegative",
                    "nonempty",
                    "datetime");
    private static final Set<String> OPTIONAL =
            Set.of("optional", "nullish", "default", "catch", "partial");

    private final RuleReader rules;

    SchemaRules(RuleReader rules) {
        this.rules = rules;
    }

    void read(SyntaxNode root) {
        root.below(Set.of("variable_declarator"), this::addSchema);
    }

    private void addSchema(SyntaxNode variable) {
        Optional<SyntaxNode> value = variable.child("value");
        Optional<SyntaxNode> name = variable.child("name");
        if (value.isEmpty() || name.isEmpty()) {
            return;
        }
        if (value.get().is("call_expression")) {
            for (SyntaxNode call : chain(value.get())) {
                boolean isObject =
                        property(call).filter(OBJECTS::contains).isPresent()
                                && call.text().matches("(?s)(?:z|zod|[Jj]oi)\\s*\\..*");
                if (isObject) {
                    fields(call).forEach(pair -> addField(name.get().text(), pair));
                }
            }
        } else if (value.get().is("object")) {
            addJson(name.get().text(), value.get());
        }
    }

    private static List<SyntaxNode> fields(SyntaxNode call) {
        return call.child("arguments")
                .flatMap(list -> list.first("object"))
                .map(object -> object.all("pair"))
                .orElse(List.of());
    }

    private void addField(String schema, SyntaxNode pair) {
        String name = key(pair);
        Optional<SyntaxNode> value = pair.child("value").filter(each -> each.is("call_expression"));
        if (value.isEmpty()) {
            return;
        }
        Map<String, String> parts = new HashMap<>();
        List<SyntaxNode> calls = chain(value.get());
        for (SyntaxNode call : calls) {
            property(call).ifPresent(each -> parts.putIfAbsent(each, argument(call)));
        }
        boolean isJoi = value.get().text().toLowerCase(Locale.ROOT).startsWith("joi");
        boolean isRequired =
                isJoi
                        ? parts.containsKey("required")
                        : OPTIONAL.stream().noneMatch(parts::containsKey);
        if (isRequired) {
            rules.add(schema, name, Optional.of("is absent"), pair);
        }
        addLimits(schema, name, parts, pair);
        for (String each : NAMED) {
            if (parts.containsKey(each)) {
                rules.add(schema, name, Breach.named(each), pair);
            }
        }
        addValues(schema, name, parts, pair);
    }

    private void addLimits(String schema, String name, Map<String, String> parts, SyntaxNode pair) {
        boolean isNumber = parts.containsKey("number");
        String min = number(parts.getOrDefault("min", ""));
        String max = number(parts.getOrDefault("max", ""));
        String length = number(parts.getOrDefault("length", ""));
        rules.add(schema, name, isNumber ? Breach.value(min, max) : Breach.length(min, max), pair);
        rules.add(schema, name, Breach.length(length, length), pair);
    }

    private void addValues(String schema, String name, Map<String, String> parts, SyntaxNode pair) {
        if (parts.containsKey("regex") || parts.containsKey("pattern")) {
            String pattern = parts.getOrDefault("regex", parts.getOrDefault("pattern", ""));
            rules.add(schema, name, Optional.of(Breach.pattern(pattern)), pair);
        }
        for (String each : List.of("enum", "valid")) {
            if (parts.containsKey(each)) {
                rules.add(
                        schema,
                        name,
                        Optional.of(Breach.choice(parts.getOrDefault(each, ""))),
                        pair);
            }
        }
    }

    /// `{ type: 'object', required: ['a'], properties: { a: { type: 'string', maxLength: 5 } } }`.
    private void addJson(String schema, SyntaxNode object) {
        Optional<SyntaxNode> properties =
                ObjectLiteral.value(object, "properties").filter(each -> each.is("object"));
        if (properties.isEmpty()) {
            for (String part : List.of("body", "schema", "querystring", "params")) {
                ObjectLiteral.value(object, part)
                        .filter(each -> each.is("object"))
                        .ifPresent(inner -> addJson(schema, inner));
            }
            return;
        }
        Optional<SyntaxNode> required = ObjectLiteral.value(object, "required");
        List<String> names = required.map(rules.texts()::all).orElse(List.of());
        for (SyntaxNode pair : properties.get().all("pair")) {
            String name = key(pair);
            if (names.contains(name)) {
                rules.add(schema, name, Optional.of("is absent"), pair);
            }
            pair.child("value")
                    .filter(each -> each.is("object"))
                    .ifPresent(each -> addJsonField(schema, name, each));
        }
    }

    private void addJsonField(String schema, String name, SyntaxNode field) {
        rules.add(
                schema,
                name,
                Breach.length(json(field, "minLength"), json(field, "maxLength")),
                field);
        rules.add(
                schema, name, Breach.value(json(field, "minimum"), json(field, "maximum")), field);
        ObjectLiteral.value(field, "format")
                .flatMap(rules.texts()::of)
                .ifPresent(format -> rules.add(schema, name, Breach.named(format), field));
    }

    private static String json(SyntaxNode field, String key) {
        return ObjectLiteral.value(field, key)
                .map(SyntaxNode::text)
                .map(SchemaRules::number)
                .orElse("");
    }

    private static String key(SyntaxNode pair) {
        return pair.child("key").map(SyntaxNode::text).orElse("").replaceAll("^['\"]|['\"]$", "");
    }

    /// The calls of `a.b().c()`, the last first.
    private static List<SyntaxNode> chain(SyntaxNode call) {
        var calls = new ArrayList<SyntaxNode>();
        Optional<SyntaxNode> at = Optional.of(call);
        while (at.isPresent() && at.get().is("call_expression")) {
            calls.add(at.get());
            at = at.get().child("function").flatMap(function -> function.child("object"));
        }
        return calls;
    }

    private static Optional<String> property(SyntaxNode call) {
        return call.child("function")
                .flatMap(function -> function.child("property"))
                .map(SyntaxNode::text);
    }

    private static String argument(SyntaxNode call) {
        return call.child("arguments")
                .flatMap(list -> list.named().stream().findFirst())
                .map(SyntaxNode::flatText)
                .orElse("");
    }

    private static String number(String text) {
        String digits = text.replace("_", "");
        return digits.matches("-?[\\d.]+") ? digits : "";
    }
}
