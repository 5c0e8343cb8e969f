package kiro.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A text, of UTF-8 where nothing else is said, whose every byte survives reading and writing: byte order mark, line ends and a
/// missing last line end included. Lines count from 1.
public final class TextDocument {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private final boolean hasByteOrderMark;
    private final TextEncoding encoding;
    private final Line[] each;
    private final List<Line> lines;
    private final String text;
    private @Nullable Characters characters;

    /// One line: its text, and the line end that followed it (empty on the last line).
    public record Line(String text, String end) {}

    public TextDocument(boolean hasByteOrderMark, List<Line> lines) {
        this(hasByteOrderMark, TextEncoding.UTF_8, lines.toArray(Line[]::new), joined(lines), null);
    }

    private TextDocument(
            boolean hasByteOrderMark,
            TextEncoding encoding,
            Line[] each,
            String text,
            @Nullable Characters characters) {
        this.hasByteOrderMark = hasByteOrderMark;
        this.encoding = encoding;
        this.each = each;
        this.lines = Collections.unmodifiableList(Arrays.asList(each));
        this.text = text;
        this.characters = characters;
    }

    private static String joined(List<Line> lines) {
        int length = 0;
        for (Line line : lines) {
            length += line.text().length() + line.end().length();
        }
        var text = new StringBuilder(length);
        for (Line line : lines) {
            text.append(line.text()).append(line.end());
        }
        return text.toString();
    }

    public boolean hasByteOrderMark() {
        return hasByteOrderMark;
    }

    public TextEncoding encoding() {
        return encoding;
    }

    /// The first character that the encoding has no bytes for; empty where the text can be written.
    public Optional<String> missing() {
        return encoding.missing(text);
    }

    public List<Line> lines() {
        return lines;
    }

    /// The same kind of document with other lines: encoding and byte order mark stay.
    public TextDocument withLines(List<Line> others) {
        return new TextDocument(
                hasByteOrderMark, encoding, others.toArray(Line[]::new), joined(others), null);
    }

    /// Reads text in whatever encoding it is; empty when the bytes are no text.
    public static Optional<TextDocument> read(byte[] bytes) {
        if (TextEncoding.isMarked(bytes)) {
            return TextEncoding.marked(bytes)
                    .flatMap(encoding ->
                            encoding.decode(bytes).map(text -> of(text, encoding, null)));
        }
        for (byte one : bytes) {
            if (one == 0) {
                return Optional.empty();
            }
        }
        Optional<TextDocument> usual = decode(bytes);
        return usual.isPresent()
                ? usual
                : TextEncoding.ofBytes(bytes)
                        .flatMap(encoding ->
                                encoding.decode(bytes).map(text -> of(text, encoding, null)));
    }

    /// Reads UTF-8 bytes; empty when they are not UTF-8.
    public static Optional<TextDocument> decode(byte[] bytes) {
        Characters found = Characters.of(bytes);
        if (found.isAscii()) {
            // what needs no decoding is copied as it is
            return Optional.of(
                    of(new String(bytes, StandardCharsets.ISO_8859_1), TextEncoding.UTF_8, found));
        }
        // the platform's own decoder is many times faster, and replaces what it cannot decode
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        if (lenient.indexOf(REPLACEMENT) < 0) {
            return Optional.of(of(lenient, TextEncoding.UTF_8, found));
        }
        try {
            var decoder =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT);
            return Optional.of(of(decoder.decode(ByteBuffer.wrap(bytes)).toString()));
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    public static TextDocument of(String text) {
        return of(text, TextEncoding.UTF_8, null);
    }

    /// @param found those of the text, where they are known already
    private static TextDocument of(String text, TextEncoding encoding, @Nullable Characters found) {
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        String body = marked ? text.substring(1) : text;
        var lines = new ArrayList<Line>(body.length() / 32 + 4);
        boolean isUnix = found == null ? body.indexOf('\r') < 0 : !found.has('\r');
        int start = 0;
        while (start < body.length()) {
            int at = isUnix ? body.indexOf('\n', start) : lineEnd(body, start);
            at = at < 0 ? body.length() : at;
            String end = lineEndAt(body, at);
            lines.add(new Line(body.substring(start, at), end));
            start = at + end.length();
        }
        return new TextDocument(
                marked, encoding, lines.toArray(Line[]::new), body, marked ? null : found);
    }

    private static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static String lineEndAt(String text, int at) {
        if (at == text.length()) {
            return "";
        }
        if (text.charAt(at) == '\n') {
            return "\n";
        }
        return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? "\r\n" : "\r";
    }

    /// Whether a character of ASCII stands anywhere in the text.
    public boolean has(char one) {
        return characters().has(one);
    }

    /// Whether the text has no other characters.
    public boolean isAscii() {
        return characters().isAscii();
    }

    private Characters characters() {
        Characters known = characters;
        if (known == null) {
            known = Characters.of(text.getBytes(StandardCharsets.UTF_8));
            characters = known;
        }
        return known;
    }

    /// The text in UTF-8, without the byte order mark.
    public byte[] utf8() {
        // bytes of ASCII need no look at each
        return text.getBytes(isAscii() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /// The text of the line with this number.
    public String line(int number) {
        return each[number - 1].text();
    }

    /// How many lines there are.
    public int length() {
        return each.length;
    }

    /// The same document with another text in one line; its line end stays.
    public TextDocument withLine(int number, String text) {
        var changed = new ArrayList<>(lines);
        changed.set(number - 1, new Line(text, lines.get(number - 1).end()));
        return withLines(changed);
    }

    /// The same document with lines added after the one with this number (0 puts them first), in
    /// the document's own line end.
    public TextDocument withLinesAfter(int number, List<String> added) {
        var changed = new ArrayList<>(lines);
        String end = lineEnd();
        if (number > 0 && number == lines.size() && lines.get(number - 1).end().isEmpty()) {
            changed.set(number - 1, new Line(lines.get(number - 1).text(), end));
        }
        for (int i = 0; i < added.size(); i++) {
            changed.add(number + i, new Line(added.get(i), end));
        }
        return withLines(changed);
    }

    /// The line end used most in this document; a line feed where there is none.
    public String lineEnd() {
        long windows = lines.stream().filter(line -> line.end().equals("\r\n")).count();
        long unix = lines.stream().filter(line -> line.end().equals("\n")).count();
        return windows > unix ? "\r\n" : "\n";
    }

    /// The whole text without the byte order mark.
    public String text() {
        return text;
    }

    public byte[] bytes() {
        return encoding.encode(hasByteOrderMark ? BYTE_ORDER_MARK + text : text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextDocument document
                && hasByteOrderMark == document.hasByteOrderMark
                && encoding == document.encoding
                && lines.equals(document.lines);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "%d lines of text".formatted(each.length);
    }
}
