package kiro.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kiro.cli.Style;

/// A line of text in styles. Whatever it is made of, nothing in it commands a terminal.
public record StyledLine(List<Span> spans) {
    public static final StyledLine EMPTY = new StyledLine(List.of());

    private static final Pattern STYLES = Pattern.compile("\u001b\\[([0-9;]*)m");

    public StyledLine {
        spans = List.copyOf(spans);
    }

    /// A part of a line in one style.
    public record Span(Style style, String text) {
        public Span {
            text = Harmless.line(text);
        }
    }

    public static StyledLine of(String text) {
        return of(Style.PLAIN, text);
    }

    public static StyledLine of(Style style, String text) {
        return EMPTY.with(style, text);
    }

    /// A line that has the sequences of styles, as `Style` applies them.
    public static StyledLine parse(String rendered) {
        var line = EMPTY;
        Style style = Style.PLAIN;
        var found = STYLES.matcher(rendered);
        int from = 0;
        while (found.find()) {
            line = line.with(style, rendered.substring(from, found.start()));
            style = Style.ofCode(found.group(1));
            from = found.end();
        }
        return line.with(style, rendered.substring(from));
    }

    public StyledLine with(String text) {
        return with(Style.PLAIN, text);
    }

    public StyledLine with(Style style, String text) {
        if (text.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(spans);
        all.add(new Span(style, text));
        return new StyledLine(all);
    }

    public StyledLine with(StyledLine line) {
        var all = new ArrayList<>(spans);
        all.addAll(line.spans);
        return new StyledLine(all);
    }

    public String text() {
        var text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        return text.toString();
    }

    public int columns() {
        return Columns.of(text());
    }

    /// The line, or as much of its beginning as fits, with an ellipsis.
    public StyledLine cut(int columns) {
        return columns() <= columns
                ? this
                : part(0, Columns.first(text(), Math.max(columns - 1, 0)).length()).with("…");
    }

    /// The line in as many as it takes, with spaces before each but the first.
    ///
    /// @param indent how many
    public List<StyledLine> wrapped(int columns, int indent) {
        if (columns() <= columns) {
            return List.of(this);
        }
        String text = text();
        var lines = new ArrayList<StyledLine>();
        int at = 0;
        int hanging = Math.min(indent, columns / 2);
        for (String line : wrap(text, columns, hanging)) {
            int from = text.indexOf(line, at);
            at = from + line.length();
            StyledLine part = part(from, at);
            lines.add(lines.isEmpty() ? part : of(" ".repeat(hanging)).with(part));
        }
        return lines;
    }

    private static List<String> wrap(String text, int columns, int hanging) {
        String first = Columns.wrap(text, columns).getFirst();
        var lines = new ArrayList<>(List.of(first));
        String rest = text.substring(first.length()).stripLeading();
        if (!rest.isEmpty()) {
            lines.addAll(Columns.wrap(rest, columns - hanging));
        }
        return lines;
    }

    private StyledLine part(int from, int to) {
        var part = EMPTY;
        int at = 0;
        for (Span span : spans) {
            int start = Math.clamp(from - at, 0, span.text().length());
            int end = Math.clamp(to - at, 0, span.text().length());
            part = part.with(span.style(), span.text().substring(start, Math.max(start, end)));
            at += span.text().length();
        }
        return part;
    }

    /// As a terminal takes it.
    public String rendered(boolean hasColours) {
        if (!hasColours) {
            return text();
        }
        var rendered = new StringBuilder();
        spans.forEach(span -> rendered.append(span.style().apply(span.text())));
        return rendered.toString();
    }
}
