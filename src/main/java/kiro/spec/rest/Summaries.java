package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Cuts a list of all answers into sentences: "Responses: 201 with the order, 400 for invalid input, 401".
final class Summaries {
    private static final Set<String> HEADS =
            Set.of("responses", "statuses", "answers", "results", "errors", "codes");

    private Summaries() {}

    /// The sentences; empty where it is no such list. A status by itself says nothing, and has no sentence.
    static Optional<List<List<Token>>> sentences(List<Token> tokens) {
        int colon = colon(tokens);
        if (colon < 0) {
            return Optional.empty();
        }
        var sentences = new ArrayList<List<Token>>();
        for (List<Token> piece : pieces(tokens.subList(colon + 1, tokens.size()))) {
            if (piece.isEmpty() || !TokenForms.isStatus(piece.getFirst())) {
                return Optional.empty();
            }
            if (piece.size() == 1) {
                continue;
            }
            boolean isSuccess = piece.getFirst().key().startsWith("2");
            sentences.add(isSuccess ? answer(piece) : piece);
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(sentences);
    }

    private static int colon(List<Token> tokens) {
        for (int i = 1; i < Math.min(4, tokens.size()); i++) {
            if (tokens.get(i).isMark(":")) {
                return HEADS.contains(tokens.get(i - 1).key()) ? i : -1;
            }
        }
        return -1;
    }

    private static List<List<Token>> pieces(List<Token> tokens) {
        var pieces = new ArrayList<List<Token>>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean isEnd = i == tokens.size();
            if (!isEnd) {
                depth += tokens.get(i).isMark("(") ? 1 : tokens.get(i).isMark(")") ? -1 : 0;
            }
            boolean isCut =
                    isEnd
                            || (depth == 0
                                    && (tokens.get(i).isMark(",") || tokens.get(i).isMark(";")));
            if (isCut) {
                pieces.add(trimmed(tokens.subList(start, i)));
                start = i + 1;
            }
        }
        return pieces;
    }

    private static List<Token> trimmed(List<Token> tokens) {
        int start = 0;
        int end = tokens.size();
        while (start < end && Set.of("and", "or").contains(tokens.get(start).key())) {
            start++;
        }
        while (end > start && tokens.get(end - 1).isMark(".")) {
            end--;
        }
        return tokens.subList(start, end);
    }

    private static List<Token> answer(List<Token> piece) {
        var all = new ArrayList<Token>();
        all.add(new Token(Token.Kind.WORD, "answer", "answer", 0, 0));
        all.add(new Token(Token.Kind.MARK, ":", ":", 0, 0));
        all.addAll(Glosses.without(piece).orElse(piece));
        return all;
    }
}
