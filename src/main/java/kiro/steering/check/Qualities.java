package kiro.steering.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.code.Grammar;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;
import kiro.steering.rule.Quality;
import kiro.steering.source.NameUse;

/// Whether declarations and files have what rules ask.
final class Qualities {
    private static final int HEADER_LINES = 20;
    private static final Pattern LICENSE =
            Pattern.compile(
                    "(?im)^\\s*(?://|#|/?\\*+|<!--|--|\"\"\"|).{0,200}\\b(?:copyright|licen[sc]ed?|spdx-license-identifier)\\b");
    private static final Set<String> NESTING =
            Set.of(
                    "if_statement",
                    "if_expression",
                    "for_statement",
                    "for_in_statement",
                    "for_expression",
                    "enhanced_for_statement",
                    "while_statement",
                    "while_expression",
                    "do_statement",
                    "switch_statement",
                    "switch_expression",
                    "match_expression",
                    "match_statement",
                    "try_statement",
                    "with_statement",
                    "loop_expression",
                    "expression_switch_statement");

    private final FileWork work;

    Qualities(FileWork work) {
        this.work = work;
    }

    boolean of(Symbol symbol, Quality quality) {
        return switch (quality) {
            case Quality.Documented _ -> isDocumented(symbol);
            case Quality.Annotated annotated ->
                    symbol.decorators().stream()
                            .map(Annotations::name)
                            .anyMatch(annotated.anyOf()::contains);
            case Quality.Uses uses -> isUsing(symbol.node(), uses);
            case Quality.Extends extended -> isExtending(symbol, extended.type());
            case Quality.Typed _ -> isTyped(symbol);
            case Quality.ReturnTyped _ -> isReturnTyped(symbol);
            case Quality.OfKind kind -> symbol.kind() == kind.kind();
            case Quality.TestFile _,
                    Quality.Companion _,
                    Quality.Header _,
                    Quality.LicenseHeader _ ->
                    ofFile(quality);
            case Quality.AtMost most -> measure(symbol, most.measure()) <= most.limit();
        };
    }

    boolean ofFile(Quality quality) {
        return switch (quality) {
            case Quality.Documented _ -> startsWithComment();
            case Quality.Annotated _,
                    Quality.Extends _,
                    Quality.Typed _,
                    Quality.ReturnTyped _,
                    Quality.OfKind _ ->
                    work.file().symbols().stream().allMatch(symbol -> of(symbol, quality));
            case Quality.Uses uses ->
                    uses.anyOf().stream().anyMatch(name -> !work.uses(name).isEmpty());
            case Quality.TestFile _ ->
                    Companions.hasTest(work.path(), work.project().files().paths());
            case Quality.Companion companion ->
                    Companions.has(
                            work.path(), companion.pattern(), work.project().files().paths());
            case Quality.LicenseHeader _ -> LICENSE.matcher(head("\n")).find();
            case Quality.Header header ->
                    head(" ")
                            .replaceAll("[\\s*/#]+", " ")
                            .contains(header.text().replaceAll("[\\s*/#]+", " ").strip());
            case Quality.AtMost most ->
                    switch (most.measure()) {
                        case LINES_OF_FILE -> work.file().text().lines().count() <= most.limit();
                        case LINE_LENGTH ->
                                work.file().text().lines().mapToInt(String::length).max().orElse(0)
                                        <= most.limit();
                        case PARAMETERS, LINES_OF_FUNCTION, LINES_OF_TYPE, NESTING, COMPLEXITY ->
                                work.file().symbols().stream()
                                        .allMatch(symbol -> of(symbol, quality));
                    };
        };
    }

    private String head(String between) {
        return String.join(between, work.file().text().lines().limit(HEADER_LINES).toList());
    }

    /// A file without code needs none.
    private boolean startsWithComment() {
        return work.file()
                .tree()
                .filter(tree ->
                        tree.root().named().isEmpty()
                                || Forms.isComment(tree.root().named().getFirst())
                                || isDocstring(tree.root().named().getFirst()))
                .isPresent();
    }

    private static boolean isDocstring(SyntaxNode statement) {
        return statement.is("expression_statement")
                && statement.named().stream()
                        .findFirst()
                        .filter(each -> each.is("string") || each.is("concatenated_string"))
                        .isPresent();
    }

    private boolean isDocumented(Symbol symbol) {
        SyntaxNode node = symbol.node();
        if (node.tree().language() == Grammar.PYTHON) {
            return node.child("body")
                    .flatMap(body -> Forms.firstCode(body.named()))
                    .filter(Qualities::isDocstring)
                    .isPresent();
        }
        SyntaxNode at = outermost(node);
        Optional<SyntaxNode> before = at.previous();
        while (before.filter(each -> each.is("attribute_item") || each.is("decorator"))
                .isPresent()) {
            before = before.get().previous();
        }
        return before.filter(Forms::isComment)
                .filter(each -> isDocumentation(each, at))
                .isPresent();
    }

    private static SyntaxNode outermost(SyntaxNode node) {
        SyntaxNode at = node;
        while (at.parent()
                .filter(above ->
                        above.is("export_statement")
                                || above.is("lexical_declaration")
                                || above.is("variable_declaration")
                                || above.is("type_declaration"))
                .isPresent()) {
            at = at.parent().get();
        }
        return at;
    }

    private static boolean isDocumentation(SyntaxNode comment, SyntaxNode of) {
        String text = comment.text();
        return switch (comment.tree().language()) {
            case JAVA, JAVASCRIPT, TYPESCRIPT, TSX ->
                    text.startsWith("/**") || text.startsWith("///");
            case RUST -> text.startsWith("///") || text.startsWith("/**");
            case GO -> comment.endLine() >= of.line() - 1;
            case PYTHON -> true;
        };
    }

    private boolean isUsing(SyntaxNode node, Quality.Uses uses) {
        return uses.anyOf().stream()
                .flatMap(name -> work.uses(name).stream())
                .map(NameUse::node)
                .anyMatch(node::contains);
    }

    private static boolean isExtending(Symbol symbol, String type) {
        String signature = symbol.signature();
        boolean isItself = symbol.name().equals(type.substring(type.lastIndexOf('.') + 1));
        int at = signature.indexOf(symbol.name());
        String bases = signature.substring(Math.max(0, at + symbol.name().length()));
        return isItself
                || List.of(bases.split("[^\\w$]+"))
                        .contains(type.substring(type.lastIndexOf('.') + 1));
    }

    private static boolean isTyped(Symbol symbol) {
        SyntaxNode node =
                symbol.node().is("variable_declarator")
                        ? symbol.node().child("value").orElse(symbol.node())
                        : symbol.node();
        return switch (node.tree().language()) {
            case JAVA, GO, RUST, JAVASCRIPT -> true;
            case TYPESCRIPT, TSX ->
                    symbol.kind() == Symbol.Kind.CONSTRUCTOR
                            || (node.child("return_type").isPresent()
                                    && parameters(node).stream()
                                            .allMatch(each ->
                                                    each.child("type").isPresent()
                                                            || each.text().equals("this")));
            case PYTHON ->
                    (node.child("return_type").isPresent()
                                    || symbol.kind() == Symbol.Kind.CONSTRUCTOR)
                            && parameters(node).stream()
                                    .allMatch(each ->
                                            each.child("type").isPresent()
                                                    || Set.of("self", "cls", "*", "/")
                                                            .contains(each.text())
                                                    || each.kind().endsWith("_separator"));
        };
    }

    private static boolean isReturnTyped(Symbol symbol) {
        SyntaxNode node =
                symbol.node().is("variable_declarator")
                        ? symbol.node().child("value").orElse(symbol.node())
                        : symbol.node();
        return switch (node.tree().language()) {
            case JAVA, GO, RUST, JAVASCRIPT -> true;
            case TYPESCRIPT, TSX, PYTHON ->
                    symbol.kind() == Symbol.Kind.CONSTRUCTOR
                            || node.child("return_type").isPresent();
        };
    }

    private static List<SyntaxNode> parameters(SyntaxNode function) {
        return function.child("parameters").map(SyntaxNode::named).orElse(List.of()).stream()
                .filter(each -> !Forms.isComment(each))
                .toList();
    }

    private static int measure(Symbol symbol, Quality.Measure measure) {
        SyntaxNode node = symbol.node();
        int lines = node.endLine() - node.line() + 1;
        return switch (measure) {
            case PARAMETERS -> countParameters(node);
            case LINES_OF_FUNCTION -> symbol.kind().isFunction() ? lines : 0;
            case LINES_OF_TYPE -> symbol.kind().isFunction() ? 0 : lines;
            case LINES_OF_FILE -> node.tree().lineCount();
            case LINE_LENGTH -> node.text().lines().mapToInt(String::length).max().orElse(0);
            case NESTING -> nesting(node);
            case COMPLEXITY -> symbol.kind().isFunction() ? Complexity.of(node) : 0;
        };
    }

    private static int countParameters(SyntaxNode node) {
        SyntaxNode function =
                node.is("variable_declarator") ? node.child("value").orElse(node) : node;
        int count = 0;
        for (SyntaxNode each : parameters(function)) {
            boolean isSelf =
                    each.is("self_parameter")
                            || each.is("receiver_parameter")
                            || Set.of("self", "cls").contains(each.text());
            int names =
                    each.is("parameter_declaration")
                            ? (int)
                                    each.named().stream()
                                            .filter(part -> part.field().equals("name"))
                                            .count()
                            : 1;
            count += isSelf ? 0 : Math.max(1, names);
        }
        return count;
    }

    private static int nesting(SyntaxNode node) {
        int deepest = 0;
        for (SyntaxNode each : node.below(NESTING)) {
            int depth = 1;
            Optional<SyntaxNode> above = each.above(NESTING);
            SyntaxNode below = each;
            while (above.isPresent() && node.contains(above.get())) {
                boolean isElse =
                        below.field().equals("alternative")
                                || below.parent().filter(up -> up.is("else_clause")).isPresent();
                depth += isElse ? 0 : 1;
                below = above.get();
                above = below.above(NESTING);
            }
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
