package kiro.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// An encoding that texts of projects are found in. Each gives back the bytes that it has read.
public enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16LE("UTF-16 (little endian)", StandardCharsets.UTF_16LE),
    UTF_16BE("UTF-16 (big endian)", StandardCharsets.UTF_16BE),
    WINDOWS_1252("Windows-1252", Charset.forName("windows-1252")),
    LATIN_1("ISO-8859-1", StandardCharsets.ISO_8859_1);

    private static final int LOOKED_AT = 8_000;

    private final String title;
    private final Charset charset;

    TextEncoding(String title, Charset charset) {
        this.title = title;
        this.charset = charset;
    }

    /// As people call it.
    public String title() {
        return title;
    }

    byte[] encode(String text) {
        return text.getBytes(charset);
    }

    /// The first character that it has no bytes for; empty where it can write the whole text.
    Optional<String> missing(String text) {
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(text)) {
            return Optional.empty();
        }
        return text.codePoints()
                .mapToObj(Character::toString)
                .filter(one -> !encoder.canEncode(one))
                .findFirst();
    }

    Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    /// Whether it begins with a byte order mark of UTF-16.
    static boolean isMarked(byte[] bytes) {
        return isMarked(bytes, 0xFF, 0xFE) || isMarked(bytes, 0xFE, 0xFF);
    }

    /// That of a text with such a mark; empty where it is none after all.
    static Optional<TextEncoding> marked(byte[] bytes) {
        TextEncoding encoding = isMarked(bytes, 0xFF, 0xFE) ? UTF_16LE : UTF_16BE;
        return encoding.decode(bytes).filter(text -> text.indexOf('\0') < 0).map(text -> encoding);
    }

    /// That of a text of one byte a character; empty for what has control characters, and so is no text.
    static Optional<TextEncoding> ofBytes(byte[] bytes) {
        if (hasControls(bytes)) {
            return Optional.empty();
        }
        return Optional.of(WINDOWS_1252.decode(bytes).isPresent() ? WINDOWS_1252 : LATIN_1);
    }

    private static boolean isMarked(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static boolean hasControls(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            boolean isSpace = bytes[i] >= '\t' && bytes[i] <= '\r';
            if (bytes[i] >= 0 && bytes[i] < ' ' && !isSpace && bytes[i] != 0x1B) {
                return true;
            }
        }
        return false;
    }
}
