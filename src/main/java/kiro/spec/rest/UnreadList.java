package kiro.spec.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kiro.text.SourceSpan;

/// Collects the sentences that were not understood, each once, with the first reason.
final class UnreadList {
    private final List<UnreadSentence> sentences = new ArrayList<>();

    void add(Sentence sentence, String reason) {
        add(sentence.unread(reason));
    }

    void add(UnreadSentence added) {
        boolean isKnown =
                sentences.stream()
                        .anyMatch(known ->
                                known.span().equals(added.span())
                                        && known.text().equals(added.text()));
        if (!isKnown) {
            sentences.add(added);
        }
    }

    List<UnreadSentence> inOrder() {
        return sentences.stream()
                .sorted(Comparator.comparing(UnreadSentence::span, UnreadList::byPlace))
                .toList();
    }

    private static int byPlace(SourceSpan one, SourceSpan other) {
        int byLine = Integer.compare(one.line(), other.line());
        return byLine != 0 ? byLine : Integer.compare(one.column(), other.column());
    }
}
