package kiro.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// Reads the rules that declared data has to follow.
final class RuleReader {
    private final SourceFile file;
    private final Texts texts;
    private final List<Rule> rules = new ArrayList<>();

    RuleReader(SourceFile file, Texts texts) {
        this.file = file;
        this.texts = texts;
    }

    List<Rule> read() {
        switch (file.language()) {
            case JAVA ->
                    file.root()
                            .below(
                                    Set.of("field_declaration", "formal_parameter"),
                                    this::addAnnotated);
            case JAVASCRIPT, TYPESCRIPT, TSX -> {
                file.root().below(Set.of("public_field_definition"), this::addAnnotated);
                new SchemaRules(this).read(file.root());
            }
            case PYTHON -> new PydanticRules(this).read(file.root());
            case GO -> file.root().below(Set.of("field_declaration"), this::addTagged);
            case RUST -> file.root().below(Set.of("field_declaration"), this::addValidated);
        }
        return rules;
    }

    Texts texts() {
        return texts;
    }

    void add(String type, String field, Optional<String> breach, SyntaxNode node) {
        breach.ifPresent(
                known -> rules.add(new Rule(type, field, known, Place.of(file.path(), node))));
    }

    /// jakarta.validation on fields, components and parameters; class-validator on fields.
    private void addAnnotated(SyntaxNode field) {
        List<SyntaxNode> nodes = new ArrayList<>();
        field.first("modifiers").ifPresent(modifiers -> nodes.addAll(modifiers.named()));
        nodes.addAll(field.all("decorator"));
        if (nodes.isEmpty()) {
            Optional<SyntaxNode> at = field.previous();
            while (at.isPresent() && at.get().is("decorator")) {
                nodes.addFirst(at.get());
                at = at.get().previous();
            }
        }
        List<Decorator> decorators = Decorator.of(nodes);
        if (decorators.isEmpty()) {
            return;
        }
        String name = fieldName(field, decorators);
        for (Decorator each : decorators) {
            add(owner(field), name, AnnotatedRules.breach(each, texts), each.node());
        }
    }

    private String fieldName(SyntaxNode field, List<Decorator> decorators) {
        for (Decorator each : decorators) {
            boolean isName =
                    Set.of(
                                    "JsonProperty",
                                    "RequestParam",
                                    "PathVariable",
                                    "QueryParam",
                                    "RequestHeader")
                            .contains(each.name());
            Optional<String> named =
                    isName ? each.value("value", "name").flatMap(texts::of) : Optional.empty();
            if (named.isPresent()) {
                return named.get();
            }
        }
        return field.child("name")
                .or(() -> field.child("declarator").flatMap(each -> each.child("name")))
                .map(SyntaxNode::text)
                .orElse("");
    }

    /// The type of a field; of a parameter, the method with a mark before it.
    private static String owner(SyntaxNode field) {
        Optional<SyntaxNode> method =
                field.is("formal_parameter")
                        ? field.above(Set.of("method_declaration", "record_declaration"))
                        : Optional.empty();
        if (method.filter(each -> each.is("method_declaration")).isPresent()) {
            String type = name(method.get().above(Set.of("class_declaration")));
            return "#" + type + "." + name(method);
        }
        return name(
                field.above(
                        Set.of(
                                "class_declaration",
                                "abstract_class_declaration",
                                "record_declaration")));
    }

    static String name(Optional<SyntaxNode> node) {
        return node.flatMap(each -> each.child("name")).map(SyntaxNode::text).orElse("");
    }

    /// `validate:"required,min=1"` and `binding:"..."`.
    private void addTagged(SyntaxNode field) {
        String tag = field.child("tag").map(SyntaxNode::text).orElse("");
        String rule = tagged(tag, "(?:validate|binding)");
        if (rule.isEmpty()) {
            return;
        }
        String json = tagged(tag, "(?:json|form|uri|query)").replaceFirst(",.*$", "");
        String name =
                json.isEmpty() || json.equals("-")
                        ? field.child("name").map(SyntaxNode::text).orElse("")
                        : json;
        String type = name(field.above(Set.of("type_spec")));
        boolean isText =
                field.child("type").filter(each -> each.text().matches("\\*?string")).isPresent();
        TagRules.breaches(rule, isText)
                .forEach(breach -> add(type, name, Optional.of(breach), field));
    }

    private static String tagged(String tag, String key) {
        Matcher match = Pattern.compile("\\b" + key + ":\"([^\"]*)\"").matcher(tag);
        return match.find() ? match.group(1) : "";
    }

    /// `#[validate(length(min = 1, max = 50), email)]`.
    private void addValidated(SyntaxNode field) {
        Optional<SyntaxNode> at = field.previous();
        while (at.isPresent() && at.get().is("attribute_item")) {
            String text = at.get().flatText();
            if (text.startsWith("#[validate(")) {
                SyntaxNode attribute = at.get();
                String type = name(field.above(Set.of("struct_item")));
                String name = field.child("name").map(SyntaxNode::text).orElse("");
                TagRules.ofAttribute(text)
                        .forEach(breach -> add(type, name, Optional.of(breach), attribute));
            }
            at = at.get().previous();
        }
    }
}
