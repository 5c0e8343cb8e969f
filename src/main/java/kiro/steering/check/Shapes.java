package kiro.steering.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.Grammar;
import kiro.code.SyntaxNode;
import kiro.code.SyntaxReading;
import kiro.code.SyntaxTree;
import kiro.code.TreeSitter;
import kiro.steering.rule.Subject;

/// Finds code of a shape by comparing trees. A hole is a name that no code has, so that a shape is read like any code.
final class Shapes {
    private static final Pattern HOLE = Pattern.compile("\\$\\$\\$|\\$([A-Z][A-Z0-9_]*)");
    private static final String MANY = "kiroholemany";
    private static final String ONE = "kirohole_";
    private static final int DEEPEST = 200;

    private final TreeSitter parser;
    private final Map<String, Optional<SyntaxNode>> shapes = new ConcurrentHashMap<>();

    Shapes(TreeSitter parser) {
        this.parser = parser;
    }

    List<Found> in(CheckedFile file, Subject.Shape shape) {
        Optional<SyntaxTree> tree = file.tree();
        boolean isRead =
                tree.filter(known ->
                                shape.languages().isEmpty()
                                        || shape.languages().contains(known.language()))
                        .isPresent();
        if (!isRead) {
            return List.of();
        }
        Optional<SyntaxNode> sought =
                shapes.computeIfAbsent(
                        tree.get().language() + shape.source(),
                        _ -> read(shape.source(), tree.get().language()));
        return sought.map(node -> in(tree.get(), node, shape)).orElse(List.of());
    }

    private static List<Found> in(SyntaxTree tree, SyntaxNode sought, Subject.Shape shape) {
        var found = new ArrayList<Found>();
        boolean isAnything = holeOf(sought).isPresent();
        for (int at = 0; at < tree.size() && !isAnything; at++) {
            if (tree.kind(at).equals(sought.kind())
                    && isLike(sought, tree.node(at), new HashMap<>(), 0)) {
                found.add(
                        new Found(
                                tree.node(at),
                                "%s is used".formatted(shape.source()),
                                "write it in another way"));
            }
        }
        return found;
    }

    private Optional<SyntaxNode> read(String source, Grammar language) {
        var named = new StringBuilder();
        Matcher hole = HOLE.matcher(source);
        while (hole.find()) {
            hole.appendReplacement(named, hole.group(1) == null ? MANY : ONE + hole.group(1));
        }
        hole.appendTail(named);
        for (String around : around(language)) {
            String whole = around.formatted(named.toString());
            Optional<SyntaxNode> node = parsed(whole, named.toString(), language);
            if (node.isPresent()) {
                return node;
            }
        }
        return Optional.empty();
    }

    private static List<String> around(Grammar language) {
        return switch (language) {
            case JAVA ->
                    List.of(
                            "class A { void m() { Object o = %s; } }",
                            "class A { void m() { %s } }",
                            "class A { void m() { %s; } }",
                            "class A { %s }",
                            "%s");
            case JAVASCRIPT, TYPESCRIPT, TSX -> List.of("(%s)", "%s", "class A { %s }");
            case PYTHON -> List.of("(%s)", "%s");
            case GO ->
                    List.of(
                            "package a\nfunc f() { _ = %s }",
                            "package a\nfunc f() { %s }", "package a\n%s");
            case RUST -> List.of("fn f() { let _ = %s; }", "fn f() { %s }", "%s");
        };
    }

    /// The largest node that is just the shape.
    private Optional<SyntaxNode> parsed(String whole, String shape, Grammar language) {
        SyntaxReading reading = parser.read(language, whole.getBytes(StandardCharsets.UTF_8));
        if (!(reading instanceof SyntaxReading.Whole read) || read.tree().hasErrors()) {
            return Optional.empty();
        }
        SyntaxTree tree = read.tree();
        for (int at = 1; at < tree.size(); at++) {
            SyntaxNode node = tree.node(at);
            if (node.isNamed() && node.text().equals(shape) && !isWrapper(node)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private static boolean isWrapper(SyntaxNode node) {
        boolean isOnly =
                node.named().size() == 1 && node.named().getFirst().text().equals(node.text());
        return isOnly
                && (node.is("expression_statement")
                        || node.is("expression_list")
                        || node.is("statement_list"));
    }

    private static boolean isLike(
            SyntaxNode sought, SyntaxNode node, Map<String, String> holes, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        Optional<String> hole = holeOf(sought);
        if (hole.isPresent()) {
            if (!node.isNamed()) {
                return false;
            }
            String before = holes.putIfAbsent(hole.get(), node.flatText());
            return before == null || before.equals(node.flatText());
        }
        if (!sought.kind().equals(node.kind())) {
            return false;
        }
        List<SyntaxNode> parts = parts(sought);
        List<SyntaxNode> own = parts(node);
        if (parts.isEmpty() && own.isEmpty()) {
            return sought.text().equals(node.text());
        }
        return areLike(parts, own, holes, depth + 1);
    }

    private static List<SyntaxNode> parts(SyntaxNode node) {
        return node.children().stream()
                .filter(each -> !Forms.isComment(each) && !each.is(";") && !each.is(","))
                .toList();
    }

    private static boolean areLike(
            List<SyntaxNode> sought, List<SyntaxNode> nodes, Map<String, String> holes, int depth) {
        if (sought.isEmpty()) {
            return nodes.isEmpty();
        }
        if (isMany(sought.getFirst())) {
            for (int taken = 0; taken <= nodes.size(); taken++) {
                var tried = new HashMap<>(holes);
                if (areLike(
                        sought.subList(1, sought.size()),
                        nodes.subList(taken, nodes.size()),
                        tried,
                        depth)) {
                    holes.putAll(tried);
                    return true;
                }
            }
            return false;
        }
        return !nodes.isEmpty()
                && isLike(sought.getFirst(), nodes.getFirst(), holes, depth)
                && areLike(
                        sought.subList(1, sought.size()),
                        nodes.subList(1, nodes.size()),
                        holes,
                        depth);
    }

    private static boolean isMany(SyntaxNode node) {
        return node.text().equals(MANY) || node.text().equals(MANY + ";");
    }

    private static Optional<String> holeOf(SyntaxNode node) {
        String text = node.text();
        return text.startsWith(ONE) && text.indexOf(' ') < 0 && text.matches("\\w+")
                ? Optional.of(text)
                : Optional.empty();
    }
}
