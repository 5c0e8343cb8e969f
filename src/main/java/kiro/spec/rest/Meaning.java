package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/// What a sentence, or a part of it, was understood as, with its words.
record Meaning(Tree tree, List<Token> tokens) {

    /// The words of a node, without code marks; marks stand next to what they follow.
    String words(Tree node) {
        return words(tokens.subList(node.start(), node.end()));
    }

    static String words(List<Token> tokens) {
        var words = new StringBuilder();
        for (Token token : tokens) {
            boolean clings =
                    words.isEmpty()
                            || (token.is(Token.Kind.MARK) && ",.;:)!?'s".contains(token.key()))
                            || words.charAt(words.length() - 1) == '(';
            words.append(clings ? "" : " ").append(token.text());
        }
        return words.toString();
    }

    /// The words of the first node with this name.
    Optional<String> words(String node) {
        return tree.first(node).map(this::words);
    }

    /// The first token of the first node with this name.
    Optional<Token> token(String node) {
        return tree.first(node).map(this::token);
    }

    Token token(Tree node) {
        return tokens.get(node.start());
    }

    boolean has(String node) {
        return tree.has(node);
    }

    Meaning of(Tree node) {
        return new Meaning(node, tokens);
    }

    /// The words of a node in lower case, the last in the singular: "logistics managers" are each a logistics manager.
    String lastSingular(Tree node) {
        var words = new StringJoiner(" ");
        for (int i = node.start(); i < node.end(); i++) {
            String key = tokens.get(i).key();
            words.add(i == node.end() - 1 ? Words.singular(key) : key);
        }
        return words.toString();
    }

    /// The words of a node, each in lower case and in the singular.
    String singular(Tree node) {
        var words = new StringJoiner(" ");
        for (Token token : tokens.subList(node.start(), node.end())) {
            words.add(Words.singular(token.key()));
        }
        return words.toString();
    }
}
