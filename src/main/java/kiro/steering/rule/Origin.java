package kiro.steering.rule;

import kiro.text.Hash;
import kiro.text.SourceSpan;

/// Where a rule stands as a sentence.
///
/// @param file the steering file, as messages name it
/// @param sentence without Markdown's marks but for code spans, on one line
public record Origin(String file, SourceSpan span, String sentence) {
    /// Of the sentence alone: where it stands in the file does not matter.
    public Hash hash() {
        return Hash.of(sentence);
    }
}
