package kiro.spec;

import kiro.text.SourceSpan;

/// A sentence of the requirements section.
///
/// @param text its words, without list mark; continuation lines joined with a space
public record Requirement(String text, SourceSpan span) {}
