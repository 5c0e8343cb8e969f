package kiro.spec;

import java.util.Optional;
import kiro.text.SourceSpan;

/// A sentence of the requirements section, or a requirement of a folder's `requirements.md`.
///
/// @param text its words, without list mark; continuation lines joined with a space
/// @param id where it has a number, under which its criteria are counted
public record Requirement(String text, SourceSpan span, Optional<CriterionId> id) {
    public Requirement(String text, SourceSpan span) {
        this(text, span, Optional.empty());
    }
}
