package kiro.spec.suggest;

import java.util.Locale;
import kiro.text.SourceSpan;

/// A sentence, a table row or a heading of a spec.
///
/// @param text as it stands, on one line
/// @param lower the same in lower case, without emphasis and code marks
record Statement(String text, String lower, SourceSpan span, Kind kind) {
    /// Where it stands.
    enum Kind {
        HEADING,
        SENTENCE,
        CRITERION
    }

    static Statement of(String text, SourceSpan span, Kind kind) {
        return new Statement(
                text, text.toLowerCase(Locale.ROOT).replace("`", "").replace("*", ""), span, kind);
    }

    boolean isCriterion() {
        return kind == Kind.CRITERION;
    }
}
