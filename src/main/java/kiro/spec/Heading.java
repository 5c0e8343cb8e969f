package kiro.spec;

import kiro.text.SourceSpan;

/// A heading as it stands in a file.
///
/// @param words without the marks that make it a heading
record Heading(String words, int level, SourceSpan span) {}
