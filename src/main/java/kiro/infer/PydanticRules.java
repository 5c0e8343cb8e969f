package kiro.infer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// The rules of pydantic models, and of the parameters of FastAPI functions.
final class PydanticRules {
    private static final Set<String> FIELDS =
            Set.of(
                    "Field",
                    "Query",
                    "Path",
                    "Body",
                    "Form",
                    "Header",
                    "constr",
                    "conint",
                    "confloat");

    /// Classes above one whose fields no request is read into; others may be models through the ones above them.
    private static final Pattern NO_DATA =
            Pattern.compile(
                    "(?s).*(?:Repository|Service|Enum|Protocol|Exception|Error|TypedDict|Settings).*");

    private final RuleReader rules;

    PydanticRules(RuleReader rules) {
        this.rules = rules;
    }

    void read(SyntaxNode root) {
        root.below(Set.of("class_definition"), this::addModel);
        root.below(Set.of("typed_default_parameter", "typed_parameter"), this::addParameter);
    }

    private void addModel(SyntaxNode model) {
        String bases = model.child("superclasses").map(SyntaxNode::text).orElse("");
        if (bases.isEmpty()) {
            return;
        }
        String name = RuleReader.name(Optional.of(model));
        for (SyntaxNode statement : model.child("body").map(SyntaxNode::named).orElse(List.of())) {
            statement.named().stream()
                    .filter(each -> each.is("assignment"))
                    .findFirst()
                    .ifPresent(each -> addField(name, each, bases));
        }
    }

    private void addField(String model, SyntaxNode assignment, String bases) {
        Optional<SyntaxNode> type = assignment.child("type");
        String field = assignment.child("left").map(SyntaxNode::text).orElse("");
        if (type.isEmpty()) {
            return;
        }
        String text = type.get().flatText();
        boolean hasDefault =
                assignment.child("right").filter(right -> !isRequired(right)).isPresent();
        if (!NO_DATA.matcher(bases).matches() && !hasDefault && !text.contains("Optional[")) {
            rules.add(model, field, Optional.of("is absent"), assignment);
        }
        rules.add(
                model,
                field,
                Breach.named(text.replaceAll("^Optional\\[|\\]$|\\s*\\|\\s*None", "")),
                assignment);
        addConstraints(model, field, assignment);
    }

    /// `Field(...)` and `Field(min_length=1)` give no default.
    private static boolean isRequired(SyntaxNode right) {
        Optional<Call> call = SourceFile.calls(right).stream().findFirst();
        if (!right.is("call") || call.isEmpty() || !FIELDS.contains(call.get().name())) {
            return false;
        }
        List<SyntaxNode> arguments = call.get().arguments();
        boolean hasDefault =
                arguments.stream()
                        .anyMatch(each ->
                                each.is("keyword_argument")
                                        ? each.text().startsWith("default")
                                        : !each.is("ellipsis"));
        return !hasDefault;
    }

    private void addParameter(SyntaxNode parameter) {
        Optional<SyntaxNode> function = parameter.above(Set.of("function_definition"));
        String name =
                parameter
                        .child("name")
                        .or(() -> parameter.named().stream().findFirst())
                        .map(SyntaxNode::text)
                        .orElse("");
        addConstraints("#" + RuleReader.name(function), name, parameter);
    }

    private void addConstraints(String type, String field, SyntaxNode node) {
        for (Call call : SourceFile.calls(node)) {
            if (!FIELDS.contains(call.name())) {
                continue;
            }
            Map<String, String> parts = new HashMap<>();
            for (SyntaxNode each : call.arguments()) {
                if (each.is("keyword_argument")) {
                    each.child("value")
                            .ifPresent(value ->
                                    parts.put(
                                            each.child("name").map(SyntaxNode::text).orElse(""),
                                            SourceFile.literal(value).orElse(value.flatText())));
                }
            }
            addAll(type, field, parts, node);
        }
    }

    private void addAll(String type, String field, Map<String, String> parts, SyntaxNode node) {
        rules.add(
                type,
                field,
                Breach.length(get(parts, "min_length"), get(parts, "max_length")),
                node);
        rules.add(type, field, Breach.value(get(parts, "ge"), get(parts, "le")), node);
        if (parts.containsKey("gt")) {
            rules.add(
                    type,
                    field,
                    Optional.of("is not greater than `%s`".formatted(get(parts, "gt"))),
                    node);
        }
        if (parts.containsKey("lt")) {
            rules.add(
                    type,
                    field,
                    Optional.of("is not less than `%s`".formatted(get(parts, "lt"))),
                    node);
        }
        String pattern = parts.getOrDefault("pattern", get(parts, "regex"));
        if (!pattern.isEmpty()) {
            rules.add(type, field, Optional.of(Breach.pattern(pattern)), node);
        }
    }

    private static String get(Map<String, String> parts, String key) {
        return parts.getOrDefault(key, "");
    }
}
