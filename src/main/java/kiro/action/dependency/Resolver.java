package kiro.action.dependency;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// Finds what expressions of one file are, as far as imports, declared variables and the library's own signatures say.
final class Resolver {
    private static final int DEEPEST = 40;
    private static final Set<String> VARIABLES =
            Set.of(
                    "local_variable_declaration",
                    "field_declaration",
                    "formal_parameter",
                    "enhanced_for_statement",
                    "resource",
                    "catch_formal_parameter",
                    "variable_declarator",
                    "required_parameter",
                    "optional_parameter",
                    "public_field_definition",
                    "typed_parameter",
                    "typed_default_parameter",
                    "assignment",
                    "parameter_declaration",
                    "var_spec",
                    "short_var_declaration",
                    "let_declaration",
                    "parameter");
    private static final Set<String> HERITAGE =
            Set.of("superclass", "super_interfaces", "extends_interfaces", "class_heritage");
    private static final Set<String> CLASSES =
            Set.of(
                    "class_declaration",
                    "class_definition",
                    "enum_declaration",
                    "record_declaration",
                    "interface_declaration");

    private final PublicApi api;
    private final ImportedNames names;
    private final Map<String, Optional<Target>> variables = new HashMap<>();

    Resolver(SourceFile file, PublicApi api, ImportedNames names) {
        this.api = api;
        this.names = names;
        file.root().below(VARIABLES, this::declare);
    }

    /// Whether a name is a variable of this file, of which the type is said and is not the library's.
    boolean isOther(SyntaxNode expression) {
        return expression.is("identifier")
                && variables.containsKey(expression.text())
                && variables.getOrDefault(expression.text(), Optional.empty()).isEmpty();
    }

    private void declare(SyntaxNode node) {
        SyntaxNode variable =
                node.child("declarator")
                        .flatMap(each -> each.child("name"))
                        .or(() -> node.child("name"))
                        .or(() -> node.child("pattern"))
                        .or(() ->
                                node.child("left")
                                        .map(left ->
                                                left.is("expression_list")
                                                                && !left.named().isEmpty()
                                                        ? left.named().getFirst()
                                                        : left))
                        .orElse(
                                node.is("typed_parameter") && !node.named().isEmpty()
                                        ? node.named().getFirst()
                                        : node);
        String name = variable.text().replaceFirst("^(?:self|this)\\.", "");
        if (!name.matches("[\\w$]+")) {
            return;
        }
        Optional<SyntaxNode> type = node.child("type").filter(each -> !each.text().equals("var"));
        Optional<SyntaxNode> value =
                node.child("declarator")
                        .flatMap(each -> each.child("value"))
                        .or(() -> node.child("value"))
                        .or(() -> node.child("right"));
        if (type.isEmpty() && value.isEmpty()) {
            return;
        }
        Optional<Target> target =
                type.isPresent() ? ofType(type.get(), 0) : value.flatMap(each -> of(each, 0));
        boolean isSaid = type.isPresent() || target.isPresent();
        if (isSaid) {
            // Of two variables of one name the one that is the library's counts.
            variables.merge(name, target, (a, b) -> a.isPresent() ? a : b);
        }
    }

    /// The first type that a written type names: that of a list is the list's.
    private Optional<Target> ofType(SyntaxNode type, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (type.isAny(NameNodes.NAMES) || NameNodes.isPart(type)) {
            return of(type, depth + 1);
        }
        return type.named().stream().findFirst().flatMap(each -> ofType(each, depth + 1));
    }

    Optional<Target> of(SyntaxNode expression) {
        return of(expression, 0);
    }

    private Optional<Target> of(SyntaxNode node, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        return switch (node.kind()) {
            case "identifier", "type_identifier", "package_identifier", "field_identifier" ->
                    named(node);
            case "this", "super", "self" -> heritage(node);
            case "object_creation_expression" ->
                    node.child("type").flatMap(each -> ofType(each, depth + 1));
            case "new_expression" -> node.child("constructor").flatMap(each -> of(each, depth + 1));
            case "cast_expression", "as_expression", "satisfies_expression" ->
                    node.child("type")
                            .or(() -> node.named().stream().reduce((_, b) -> b))
                            .flatMap(each -> ofType(each, depth + 1));
            case "parenthesized_expression",
                    "await_expression",
                    "await",
                    "pointer_type",
                    "reference_type",
                    "expression_list",
                    "try_expression",
                    "non_null_expression",
                    "reference_expression",
                    "unary_expression" ->
                    node.named().stream().findFirst().flatMap(each -> of(each, depth + 1));
            case "composite_literal", "struct_expression" ->
                    node.child("type")
                            .or(() -> node.child("name"))
                            .flatMap(each -> ofType(each, depth + 1));
            case "generic_type" -> ofType(node.named().getFirst(), depth + 1);
            case "method_invocation" -> returned(node, depth);
            case "call_expression", "call" -> called(node, depth);
            default -> NameNodes.isPart(node) ? member(node, depth) : Optional.empty();
        };
    }

    private Optional<Target> named(SyntaxNode node) {
        Optional<Target> variable = variables.getOrDefault(node.text(), Optional.empty());
        if (variable.isPresent()) {
            return variable;
        }
        Optional<Target> imported = names.of(node.text());
        return imported.flatMap(this::valueType).or(() -> imported);
    }

    private Optional<Target> heritage(SyntaxNode node) {
        return node.above(CLASSES).stream().flatMap(each -> parents(each).stream()).findFirst();
    }

    /// The types of the library that a class of the project extends or implements.
    List<Target> parents(SyntaxNode type) {
        return type.children().stream()
                .filter(each -> each.isAny(HERITAGE) || each.field().equals("superclasses"))
                .flatMap(each -> each.below(NameNodes.NAMES).stream())
                .flatMap(each -> named(each).stream())
                .toList();
    }

    private Optional<Target> member(SyntaxNode node, int depth) {
        Optional<SyntaxNode> name = NameNodes.name(node);
        String text = node.text();
        if (text.length() < 300 && api.type(text).isPresent()) {
            return api.type(text).map(each -> new Target(each.place(), each.path()));
        }
        Optional<Target> before = NameNodes.receiver(node).flatMap(each -> of(each, depth + 1));
        if (before.isEmpty() || name.isEmpty()) {
            // A field of this object is a variable like others.
            boolean isOwn = text.matches("(?:this|self)\\.[\\w$]+");
            return isOwn
                    ? variables.getOrDefault(
                            name.map(SyntaxNode::text).orElse(""), Optional.empty())
                    : Optional.empty();
        }
        Target member = names.handedOn(before.get().member(name.get().text()));
        return Optional.of(valueType(member).orElse(member));
    }

    /// Of a field, what it holds.
    private Optional<Target> valueType(Target member) {
        return api.named(member.place(), member.path()).stream()
                .filter(each -> each.kind() == Declaration.Kind.VALUE)
                .flatMap(each -> api.typeOf(each).stream())
                .map(each -> new Target(each.place(), each.path()))
                .findFirst();
    }

    private Optional<Target> returned(SyntaxNode call, int depth) {
        Optional<Target> owner =
                call.child("object").isPresent()
                        ? call.child("object").flatMap(each -> of(each, depth + 1))
                        : Optional.empty();
        String name = call.child("name").map(SyntaxNode::text).orElse("");
        if (owner.isEmpty()) {
            return call.child("object").isPresent()
                    ? Optional.empty()
                    : names.of(name).flatMap(each -> answer(each));
        }
        for (String type : api.lineage(owner.get().fullName())) {
            Optional<Target> answer =
                    api.type(type)
                            .flatMap(each ->
                                    answer(new Target(each.place(), each.path()).member(name)));
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private Optional<Target> called(SyntaxNode call, int depth) {
        Optional<Target> function = call.child("function").flatMap(each -> of(each, depth + 1));
        return function.flatMap(
                target -> answer(target).or(() -> isType(target) ? function : Optional.empty()));
    }

    /// Python makes an object by calling its class, Rust by a function of it.
    private boolean isType(Target target) {
        return api.type(target.fullName()).isPresent();
    }

    private Optional<Target> answer(Target function) {
        return api.named(function.place(), function.path()).stream()
                .flatMap(each -> api.typeOf(each).stream())
                .map(each -> new Target(each.place(), each.path()))
                .findFirst();
    }
}
