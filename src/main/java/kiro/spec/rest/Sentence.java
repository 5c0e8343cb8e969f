package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.spec.CriterionId;
import kiro.text.SourceSpan;

/// A sentence of a spec, with what its place says of it.
///
/// @param section the heading under which it stands
/// @param route the endpoint that the headings or list items around it name
/// @param tokens none where the sentence is too long to be one
record Sentence(
        String text,
        SourceSpan span,
        String section,
        Optional<Route> route,
        Optional<CriterionId> criterion,
        List<Token> tokens) {
    /// Nobody writes longer sentences to be understood.
    static final int MAX_LENGTH = 2_000;

    Sentence {
        tokens = List.copyOf(tokens);
    }

    static Sentence of(
            SourcedText words, String section, Optional<Route> route, Optional<CriterionId> id) {
        String text = words.text();
        List<Token> tokens = text.length() > MAX_LENGTH ? List.of() : Lexer.tokens(text);
        return new Sentence(oneLine(text), words.span(), section, route, id, tokens);
    }

    /// The same sentence, understood by other words than those of its text.
    Sentence withTokens(List<Token> others) {
        return new Sentence(text, span, section, route, criterion, others);
    }

    /// The same sentence, as one about this route.
    Sentence around(Optional<Route> other) {
        return new Sentence(text, span, section, other, criterion, tokens);
    }

    Sentence at(SourceSpan place) {
        return new Sentence(text, place, section, route, criterion, tokens);
    }

    /// The words with the heading as their label: "Bearer token." below "Authentication".
    List<Token> belowHeading() {
        List<Token> label = section.length() > 40 ? List.of() : Lexer.tokens(section);
        if (label.isEmpty() || label.size() > 2 || tokens.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Token>(label);
        all.add(new Token(Token.Kind.MARK, ":", ":", 0, 0));
        all.addAll(tokens);
        return all;
    }

    /// The words without the clause at the end that says why: "..., because nobody would notice".
    List<Token> withoutReason() {
        for (int i = 2; i < tokens.size(); i++) {
            boolean isReason = List.of("because", "since").contains(tokens.get(i).key());
            if (isReason) {
                boolean hasComma = tokens.get(i - 1).isMark(",");
                return tokens.subList(0, hasComma ? i - 1 : i);
            }
        }
        return List.of();
    }

    boolean isTooLong() {
        return text.length() > MAX_LENGTH;
    }

    UnreadSentence unread(String reason) {
        return new UnreadSentence(
                shortened(text), span, section, criterion, reason, Optional.empty());
    }

    private static String shortened(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
