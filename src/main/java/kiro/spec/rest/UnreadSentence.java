package kiro.spec.rest;

import java.util.Optional;
import kiro.spec.CriterionId;
import kiro.text.SourceSpan;

/// A sentence of a spec that was not understood, or not wholly.
///
/// @param section the heading under which it stands
/// @param criterion set where the sentence is an acceptance criterion, which then has no outcome
/// @param reason which words, or what about them, was not understood
/// @param form the nearest form in which something like it is read, with example values; empty where there is none
public record UnreadSentence(
        String text,
        SourceSpan span,
        String section,
        Optional<CriterionId> criterion,
        String reason,
        Optional<String> form) {

    UnreadSentence inForm(String nearest) {
        return new UnreadSentence(text, span, section, criterion, reason, Optional.of(nearest));
    }
}
