package kiro.spec;

import java.util.Optional;
import kiro.text.SourceSpan;

/// A part of a spec under one heading.
///
/// @param heading the words of the heading, without its marks
/// @param level how deep the heading is, 1 to 6
/// @param body everything below the heading up to the next heading of the same level or a higher one, verbatim
/// @param span the heading's line to the last line of the body
public record Section(String heading, int level, String body, SourceSpan span) {
    public boolean isHeaded(String words) {
        return heading.strip().equalsIgnoreCase(words);
    }

    /// Whether its heading is one of those that a kind of section goes by.
    public boolean isOf(SectionKind kind) {
        Optional<SectionKind> its = SectionKind.of(heading);
        return its.isPresent() && its.get() == kind;
    }
}
