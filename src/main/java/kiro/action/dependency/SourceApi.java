package kiro.action.dependency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kiro.code.Grammar;
import kiro.code.SyntaxNode;
import kiro.code.SyntaxReading;
import kiro.code.SyntaxTree;
import kiro.code.TreeSitter;

/// Gathers what sources let others use.
final class SourceApi {
    private final TreeSitter parser;
    private final List<Declaration> found = new ArrayList<>();
    private final Map<String, List<String>> supertypes = new HashMap<>();
    private int unread;

    SourceApi(TreeSitter parser) {
        this.parser = parser;
    }

    Optional<SyntaxTree> tree(String path, ArtifactFiles files) {
        Optional<Grammar> grammar = Grammar.of(path);
        byte[] content = files.texts().get(path);
        if (grammar.isEmpty() || content == null) {
            return Optional.empty();
        }
        return switch (parser.read(grammar.get(), content)) {
            case SyntaxReading.Whole(SyntaxTree tree) -> Optional.of(tree);
            case SyntaxReading.Broken _ -> {
                unread++;
                yield Optional.empty();
            }
        };
    }

    void add(Declaration.Kind kind, String place, String path, Map<String, String> facts) {
        if (!path.isEmpty()) {
            found.add(new Declaration(kind, place, path, "", new TreeMap<>(facts)));
        }
    }

    void inherits(String type, String from) {
        supertypes.computeIfAbsent(type, _ -> new ArrayList<>()).add(from);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    PublicApi api() {
        return PublicApi.of(found, supertypes, unread);
    }

    /// What is said of a function: its parameters and what it answers.
    static SortedMap<String, String> function(SyntaxNode node, String answer) {
        var facts = new TreeMap<String, String>();
        node.child("parameters").ifPresent(each -> facts.put("parameters", flat(each)));
        node.child(answer)
                .ifPresent(each -> facts.put("returns", flat(each).replaceFirst("^:\\s*", "")));
        return facts;
    }

    /// On one line, without comments and the white space that means nothing.
    static String flat(SyntaxNode node) {
        return node.text()
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("(?m)(?<!:)//.*$", "")
                .replaceAll("\\s+", " ")
                .replaceAll("([(\\[{<]) | (?=[)\\]},;:>])", "$1")
                .replaceAll(",(?=[)\\]}>])", "")
                .strip();
    }
}
