package kiro.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where bytes that should be text stop being UTF-8 text.
///
/// @param what the offending bytes, for people
public record BrokenText(SourceSpan span, String what) {

    /// The first fault; empty when the bytes are text to their end. Text has no zero bytes: UTF-16 and binary files
    /// have them, and may be valid UTF-8 all the same.
    public static Optional<BrokenText> in(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return Optional.of(
                        new BrokenText(
                                place(bytes, i), "a zero byte, as UTF-16 and binary files have"));
            }
        }
        int at = validLength(bytes);
        return at == bytes.length
                ? Optional.empty()
                : Optional.of(
                        new BrokenText(
                                place(bytes, at), "byte 0x%02X".formatted(bytes[at] & 0xFF)));
    }

    private static int validLength(byte[] bytes) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, CharBuffer.allocate(bytes.length + 1), true);
        return result.isError() ? in.position() : bytes.length;
    }

    /// The line and column of a byte; everything before it is valid.
    private static SourceSpan place(byte[] bytes, int at) {
        int line = 1;
        int lineStart = at >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB ? 3 : 0;
        for (int i = 0; i < at; i++) {
            boolean endsLine =
                    bytes[i] == '\n' || (bytes[i] == '\r' && !(i + 1 < at && bytes[i + 1] == '\n'));
            if (endsLine) {
                line++;
                lineStart = i + 1;
            }
        }
        int column =
                new String(bytes, lineStart, at - lineStart, StandardCharsets.UTF_8).length() + 1;
        return new SourceSpan(line, column, line, column + 1);
    }
}
