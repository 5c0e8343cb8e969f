package kiro.spec.rest;

import java.util.Optional;
import kiro.spec.CriterionId;
import kiro.text.SourceSpan;

/// A sentence of a spec that was not understood, or not wholly.
///
/// @param section the heading under which it stands
/// @param criterion set where the sentence is an acceptance criterion, which then has no outcome
/// @param reason which words, or what about them, was not understood
public record UnreadSentence(
        String text,
        SourceSpan span,
        String section,
        Optional<CriterionId> criterion,
        String reason) {}
