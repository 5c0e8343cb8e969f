package kiro.spec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;

/// What can be wrong with a spec's file before anything in it is understood.
final class ReadingFaults {
    private ReadingFaults() {}

    static Finding tooLarge(WorkspacePath path, long bytes) {
        return Finding.error(
                "spec/too-large",
                path.value(),
                SourceSpan.start(),
                "the file has %s and a spec at most 1 MB".formatted(size(bytes)),
                "keep the spec to what is wanted and move logs, data and examples to other files");
    }

    static Finding empty(WorkspacePath path, SpecName name) {
        return Finding.error(
                "spec/empty",
                path.value(),
                SourceSpan.start(),
                "the spec is empty",
                "write it, or delete the file and run 'kiro spec create %s --template rest-api'"
                        .formatted(name));
    }

    /// Says where a file that is not UTF-8 stops being so.
    static Finding notUtf8(WorkspacePath path, byte[] bytes) {
        int at = validLength(bytes);
        return notUtf8(path, bytes, at, "byte 0x%02X".formatted(bytes[at] & 0xFF));
    }

    /// Text has no zero bytes; UTF-16 and binary files do, and may be valid UTF-8 all the same.
    static Optional<Finding> zeroByte(WorkspacePath path, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return Optional.of(
                        notUtf8(path, bytes, i, "a zero byte, as UTF-16 and binary files have"));
            }
        }
        return Optional.empty();
    }

    private static Finding notUtf8(WorkspacePath path, byte[] bytes, int at, String what) {
        return Finding.error(
                "spec/not-utf-8",
                path.value(),
                place(bytes, at),
                "the file is not UTF-8 text: " + what,
                "save the file as UTF-8");
    }

    private static int validLength(byte[] bytes) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        return result.isError() ? in.position() : bytes.length;
    }

    /// The line and column of a byte; everything before it is valid.
    private static SourceSpan place(byte[] bytes, int at) {
        int line = 1;
        int lineStart = at >= 3 && (bytes[0] & 0xFF) == 0xEF ? 3 : 0;
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

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
    }
}
