package kiro.finding;

import java.util.Comparator;
import java.util.Optional;
import kiro.text.SourceSpan;

/// Something a person should repair: which rule, where, what is wrong, and the next move.
///
/// @param file the file as the reader of the message knows it, usually relative to the workspace
/// @param message lower case, names the thing, no full stop
/// @param fix what to do about it, in the imperative
public record Finding(
        RuleId rule,
        Severity severity,
        String file,
        SourceSpan span,
        String message,
        Optional<String> fix) {

    /// By file, place, rule.
    public static final Comparator<Finding> ORDER = Finding::compare;

    public static Finding error(
            String rule, String file, SourceSpan span, String message, String fix) {
        return new Finding(new RuleId(rule), Severity.ERROR, file, span, message, Optional.of(fix));
    }

    public static Finding warning(
            String rule, String file, SourceSpan span, String message, String fix) {
        return new Finding(
                new RuleId(rule), Severity.WARNING, file, span, message, Optional.of(fix));
    }

    /// Written out: what Java puts together from its own comparisons is linked anew at each start, for milliseconds.
    private static int compare(Finding one, Finding other) {
        int order = one.file.compareTo(other.file);
        order = order != 0 ? order : Integer.compare(one.span.line(), other.span.line());
        order = order != 0 ? order : Integer.compare(one.span.column(), other.span.column());
        return order != 0 ? order : one.rule.value().compareTo(other.rule.value());
    }

    @Override
    public String toString() {
        return "%s:%s %s %s%s"
                .formatted(file, span, rule, message, fix.map(text -> ": " + text).orElse(""));
    }
}
