package kiro.steering.sentence;

import kiro.text.SourceSpan;

/// A sentence of a steering file, or a rule in a block, with what it is worth.
///
/// @param text the sentence, or the block's message
public record Judged(String file, SourceSpan span, String text, RuleState state) {}
