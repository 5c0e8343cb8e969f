package kiro.spec.rule;

import java.util.List;
import kiro.text.TextDocument;

/// A document with what can be repaired without asking anybody repaired.
///
/// @param lines how many of its lines changed
/// @param done what was done, for people, such as `2 ids written`
public record Fixed(TextDocument document, int lines, List<String> done) {
    public Fixed {
        done = List.copyOf(done);
    }
}
