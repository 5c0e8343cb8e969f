package kiro.steering.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.SyntaxNode;
import kiro.code.SyntaxTree;
import kiro.steering.rule.Subject.Use;

/// Names in Rust.
final class RustNames extends NameReader {
    private static final Binding OPAQUE = new Binding.Opaque();
    private static final Set<String> SCOPES =
            Set.of(
                    "source_file",
                    "mod_item",
                    "declaration_list",
                    "function_item",
                    "closure_expression",
                    "block",
                    "match_arm",
                    "if_expression",
                    "while_expression",
                    "for_expression");
    private static final Set<String> ITEMS =
            Set.of(
                    "function_item",
                    "struct_item",
                    "enum_item",
                    "trait_item",
                    "type_item",
                    "union_item",
                    "const_item",
                    "static_item",
                    "mod_item");
    private static final Set<String> BOUND_BY =
            Set.of(
                    "tuple_struct_pattern",
                    "tuple_pattern",
                    "slice_pattern",
                    "ref_pattern",
                    "mut_pattern",
                    "captured_pattern",
                    "reference_pattern",
                    "match_pattern",
                    "field_pattern",
                    "struct_pattern",
                    "or_pattern",
                    "shorthand_field_identifier");

    private final List<Referent> stars = new ArrayList<>();

    RustNames(SyntaxTree tree, String path, ProjectIndex project) {
        super(tree, path, project, SCOPES);
    }

    @Override
    void bind(String kind, int at) {
        switch (kind) {
            case "use_declaration" ->
                    tree.node(at).child("argument").ifPresent(argument -> bindUse("", argument));
            case "let_declaration", "parameter" -> bindVariable(tree.node(at));
            case "let_condition", "for_expression", "match_arm" ->
                    tree.node(at).child("pattern").ifPresent(this::bindPattern);
            case "closure_parameters" -> tree.node(at).named().forEach(this::bindPattern);
            case "macro_definition" ->
                    tree.node(at)
                            .child("name")
                            .ifPresent(name -> scopes.put(0, name.text() + "!", OPAQUE));
            case "type_parameter" ->
                    tree.node(at).child("name").ifPresent(name -> scopes.declare(name, OPAQUE));
            default -> {
                if (ITEMS.contains(kind)) {
                    SyntaxNode item = tree.node(at);
                    item.child("name").ifPresent(name -> scopes.declareOutside(item, name, OPAQUE));
                }
            }
        }
    }

    private void bindUse(String prefix, SyntaxNode part) {
        switch (part.kind()) {
            case "scoped_use_list" -> {
                String inner = join(prefix, part.child("path").map(RustNames::dotted).orElse(""));
                part.child("list")
                        .ifPresent(list -> list.named().forEach(each -> bindUse(inner, each)));
            }
            case "use_list" -> part.named().forEach(each -> bindUse(prefix, each));
            case "use_wildcard" ->
                    stars.add(
                            path(
                                    join(
                                            prefix,
                                            part.named().isEmpty()
                                                    ? ""
                                                    : dotted(part.named().getFirst()))));
            case "use_as_clause" -> {
                String full = join(prefix, part.child("path").map(RustNames::dotted).orElse(""));
                part.child("alias").ifPresent(alias -> put(alias, alias.text(), full));
            }
            case "self" -> put(part, prefix.substring(prefix.lastIndexOf('.') + 1), prefix);
            default -> {
                String full = join(prefix, dotted(part));
                put(part, full.substring(full.lastIndexOf('.') + 1), full);
            }
        }
    }

    private void put(SyntaxNode place, String local, String full) {
        scopes.put(scopes.scopeOf(place.index()), local, new Binding.To(List.of(path(full))));
    }

    private static String dotted(SyntaxNode path) {
        return path.text().replaceAll("\\s", "").replaceFirst("^::", "").replace("::", ".");
    }

    private static String join(String prefix, String path) {
        return prefix.isEmpty() || path.isEmpty() ? prefix + path : prefix + "." + path;
    }

    /// A path from a crate's name on; `core` and `alloc` are parts of `std`.
    private static Referent path(String full) {
        int dot = full.indexOf('.');
        String first = dot < 0 ? full : full.substring(0, dot);
        boolean isOwn = first.equals("crate") || first.equals("super") || first.equals("self");
        String whole =
                first.equals("core") || first.equals("alloc")
                        ? "std" + full.substring(first.length())
                        : full;
        return new Referent(
                whole,
                memberStart(whole),
                0,
                isOwn ? Referent.Source.PROJECT : Referent.Source.LIBRARY);
    }

    private static int memberStart(String whole) {
        return whole.lastIndexOf('.') + 1;
    }

    private void bindVariable(SyntaxNode node) {
        Optional<SyntaxNode> pattern = node.child("pattern");
        if (pattern.isEmpty()) {
            return;
        }
        SyntaxNode name =
                pattern.get().is("mut_pattern") && !pattern.get().named().isEmpty()
                        ? pattern.get().named().getLast()
                        : pattern.get();
        if (!name.is("identifier")) {
            bindPattern(name);
            return;
        }
        Optional<SyntaxNode> type = node.child("type");
        Optional<SyntaxNode> value = node.child("value");
        Binding binding =
                type.<Binding>map(Binding.Typed::new)
                        .orElseGet(() ->
                                value.<Binding>map(each -> new Binding.Value(each, List.of()))
                                        .orElse(OPAQUE));
        scopes.declare(name, binding);
    }

    private void bindPattern(SyntaxNode pattern) {
        if (pattern.is("identifier") || pattern.is("shorthand_field_identifier")) {
            if (!pattern.field().equals("type")) {
                scopes.declare(pattern, OPAQUE);
            }
            return;
        }
        if (BOUND_BY.contains(pattern.kind())) {
            pattern.named().stream()
                    .filter(each ->
                            !each.field().equals("type") && !each.field().equals("condition"))
                    .forEach(this::bindPattern);
        }
    }

    @Override
    void visit(String kind, int at) {
        switch (kind) {
            case "identifier",
                    "type_identifier",
                    "scoped_identifier",
                    "scoped_type_identifier",
                    "field_expression" ->
                    visitChain(kind, at);
            case "use_declaration" ->
                    tree.node(at).child("argument").ifPresent(argument -> visitUse("", argument));
            case "macro_invocation" -> visitMacro(tree.node(at));
            case "token_tree" -> visitTokens(tree.node(at));
            default -> {}
        }
    }

    private void visitUse(String prefix, SyntaxNode part) {
        switch (part.kind()) {
            case "scoped_use_list" -> {
                String inner = join(prefix, part.child("path").map(RustNames::dotted).orElse(""));
                part.child("list")
                        .ifPresent(list -> list.named().forEach(each -> visitUse(inner, each)));
            }
            case "use_list" -> part.named().forEach(each -> visitUse(prefix, each));
            case "use_wildcard" ->
                    part.named().stream()
                            .findFirst()
                            .ifPresent(all ->
                                    use(
                                            List.of(path(join(prefix, dotted(all)))),
                                            Use.IMPORT,
                                            part));
            case "use_as_clause" ->
                    part.child("path")
                            .ifPresent(own ->
                                    use(
                                            List.of(path(join(prefix, dotted(own)))),
                                            Use.IMPORT,
                                            part));
            case "self" -> use(List.of(path(prefix)), Use.IMPORT, part);
            default -> use(List.of(path(join(prefix, dotted(part)))), Use.IMPORT, part);
        }
    }

    private void visitChain(String kind, int at) {
        String above = parentKind(at);
        SyntaxNode node = tree.node(at);
        boolean isInner =
                scopes.isDeclaration(at)
                        || above.startsWith("scoped_")
                        || above.startsWith("use_")
                        || above.equals("field_expression")
                        || above.equals("token_tree")
                        || above.equals("token_tree_pattern")
                        || above.equals("macro_invocation")
                        || above.equals("macro_definition")
                        || above.equals("attribute")
                        || above.equals("extern_crate_declaration");
        if (isInner || node.above(Set.of("use_declaration")).isPresent()) {
            return;
        }
        boolean isCalled =
                node.field().equals("function")
                        && (above.equals("call_expression") || above.equals("generic_function"));
        boolean isType = kind.endsWith("type_identifier");
        use(resolve(node), isCalled ? Use.CALL : isType ? Use.TYPE : Use.REFERENCE, node);
    }

    private void visitMacro(SyntaxNode node) {
        node.child("macro").ifPresent(macro -> useMacro(macro(dotted(macro), macro), macro));
    }

    private List<Referent> macro(String name, SyntaxNode place) {
        if (scopes.find(name + "!", place.index()).isPresent()) {
            return List.of();
        }
        return written(name, place, 0, true);
    }

    /// In what a macro is given there are only words: paths in it are put together here.
    private void visitTokens(SyntaxNode node) {
        List<SyntaxNode> tokens = node.children();
        int at = 0;
        while (at < tokens.size()) {
            if (!tokens.get(at).is("identifier")) {
                at++;
                continue;
            }
            int first = at;
            var name = new StringBuilder(tokens.get(at).text());
            while (at + 2 < tokens.size()
                    && tokens.get(at + 1).is("::")
                    && tokens.get(at + 2).is("identifier")) {
                name.append('.').append(tokens.get(at + 2).text());
                at += 2;
            }
            boolean isMember = first > 0 && tokens.get(first - 1).is(".");
            boolean isMacro = at + 1 < tokens.size() && tokens.get(at + 1).is("!");
            boolean isCalled =
                    at + 1 < tokens.size()
                            && tokens.get(at + 1).is("token_tree")
                            && tokens.get(at + 1).text().startsWith("(");
            SyntaxNode place = tokens.get(first);
            if (isMember) {
                use(List.of(Referent.local("?." + name)), Use.CALL, place);
            } else if (isMacro) {
                useMacro(macro(name.toString(), place), place);
            } else {
                use(
                        written(name.toString(), place, 0, false),
                        isCalled ? Use.CALL : Use.REFERENCE,
                        place);
            }
            at++;
        }
    }

    @Override
    List<Referent> resolve(SyntaxNode node, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        }
        return switch (node.kind()) {
            case "identifier", "type_identifier", "scoped_identifier", "scoped_type_identifier" ->
                    written(withoutTypes(dotted(node)), node, depth, false);
            case "generic_type", "reference_type", "generic_function" ->
                    node.child(node.is("generic_function") ? "function" : "type")
                            .map(type -> resolve(type, depth + 1))
                            .orElse(List.of());
            case "field_expression" -> field(node, depth);
            case "call_expression" -> made(node, depth);
            case "struct_expression" ->
                    node.child("name")
                            .map(type -> ScriptNames.values(resolve(type, depth + 1)))
                            .orElse(List.of());
            case "parenthesized_expression", "try_expression", "await_expression" ->
                    node.named().isEmpty()
                            ? List.of()
                            : resolve(node.named().getFirst(), depth + 1);
            default -> List.of();
        };
    }

    private static String withoutTypes(String name) {
        return name.indexOf('<') < 0 ? name : name.replaceAll("<[^<>]*>", "").replace("..", ".");
    }

    @Override
    List<Referent> typed(SyntaxNode type, int depth) {
        return ScriptNames.values(resolve(type, depth + 1));
    }

    /// `Foo::new()` gives one of `Foo`.
    private List<Referent> made(SyntaxNode node, int depth) {
        Optional<SyntaxNode> type =
                node.child("function")
                        .filter(each -> each.is("scoped_identifier"))
                        .filter(each ->
                                each.child("name")
                                        .filter(name ->
                                                name.text().equals("new")
                                                        || name.text().equals("default"))
                                        .isPresent())
                        .flatMap(each -> each.child("path"));
        return type.map(each -> ScriptNames.values(resolve(each, depth + 1))).orElse(List.of());
    }

    private List<Referent> field(SyntaxNode node, int depth) {
        Optional<SyntaxNode> value = node.child("value");
        String name = node.child("field").map(SyntaxNode::text).orElse("");
        if (value.isEmpty() || name.isEmpty()) {
            return List.of();
        }
        List<Referent> found =
                value.get().is("self")
                        ? List.of(Referent.local(name))
                        : members(resolve(value.get(), depth + 1), name);
        return found.isEmpty() ? List.of(Referent.local("?." + name)) : found;
    }

    /// What a path leads to: its first name may be an import's.
    private List<Referent> written(String name, SyntaxNode place, int depth, boolean isMacro) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        String rest = dot < 0 ? "" : name.substring(dot + 1);
        boolean isRoot =
                first.equals("crate")
                        || first.equals("self")
                        || first.equals("super")
                        || first.equals("std")
                        || first.equals("core")
                        || first.equals("alloc");
        Optional<Binding> binding = isRoot ? Optional.empty() : scopes.find(first, place.index());
        if (isMacro && binding.filter(each -> !(each instanceof Binding.To)).isPresent()) {
            binding = Optional.empty();
        }
        var found = new ArrayList<Referent>();
        if (binding.isPresent()) {
            found.addAll(bound(first, binding.get(), depth));
        } else if (isRoot || dot >= 0) {
            found.add(path(first));
        } else {
            found.add(Referent.global(first));
        }
        if (binding.isEmpty() && !isRoot) {
            stars.forEach(star -> found.add(path(star.name() + "." + first)));
        }
        return rest.isEmpty() ? found : found.stream().map(each -> longer(each, rest)).toList();
    }

    private static Referent longer(Referent head, String rest) {
        String whole = head.name() + "." + rest;
        return head.source() == Referent.Source.LOCAL
                ? Referent.local(whole)
                : new Referent(whole, memberStart(whole), head.instance(), head.source());
    }
}
