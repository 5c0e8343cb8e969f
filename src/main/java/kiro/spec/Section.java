package kiro.spec;

import java.util.Objects;
import java.util.Optional;
import kiro.text.SourceSpan;
import org.jspecify.annotations.Nullable;

/// A part of a spec under one heading.
public final class Section {
    private final String heading;
    private final int level;
    private final String text;
    private final int from;
    private final int to;
    private final SourceSpan span;

    /// @param text of the document; the body is in it, from one index to another
    Section(String heading, int level, String text, int from, int to, SourceSpan span) {
        this.heading = heading;
        this.level = level;
        this.text = text;
        this.from = from;
        this.to = to;
        this.span = span;
    }

    Section(String heading, int level, String body, SourceSpan span) {
        this(heading, level, body, 0, body.length(), span);
    }

    /// The words of the heading, without its marks.
    public String heading() {
        return heading;
    }

    /// How deep the heading is, 1 to 6.
    public int level() {
        return level;
    }

    /// Everything below the heading up to the next heading of the same level or a higher one, verbatim. It is cut out of
    /// the text when it is asked for: few are.
    public String body() {
        return text.substring(from, to);
    }

    /// The heading's line to the last line of the body.
    public SourceSpan span() {
        return span;
    }

    public boolean isHeaded(String words) {
        return heading.strip().equalsIgnoreCase(words);
    }

    /// Whether its heading is one of those that a kind of section goes by.
    public boolean isOf(SectionKind kind) {
        Optional<SectionKind> its = SectionKind.of(heading);
        return its.isPresent() && its.get() == kind;
    }

    /// Whether the body has nothing but white space and comments.
    boolean isEmpty() {
        int first = from;
        while (first < to && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first == to
                || (text.startsWith("<!--", first) && Commented.of(body()).text().isBlank());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Section section
                && heading.equals(section.heading)
                && level == section.level
                && span.equals(section.span)
                && body().equals(section.body());
    }

    @Override
    public int hashCode() {
        return Objects.hash(heading, level, span);
    }

    @Override
    public String toString() {
        return "section '%s' of level %d at %s: %s".formatted(heading, level, span, body());
    }
}
