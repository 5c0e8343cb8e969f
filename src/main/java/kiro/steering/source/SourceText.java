package kiro.steering.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of sources as text, whatever mark they begin with.
public final class SourceText {
    private SourceText() {}

    /// The bytes behind the mark of UTF-8; those of UTF-16 as UTF-8.
    public static byte[] withoutMark(byte[] bytes) {
        if (isUtf16(bytes)) {
            return new String(bytes, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8);
        }
        int mark = markLength(bytes);
        return mark == 0 ? bytes : Arrays.copyOfRange(bytes, mark, bytes.length);
    }

    /// How many bytes the mark of UTF-8 takes.
    public static int markLength(byte[] bytes) {
        boolean isMarked =
                bytes.length >= 3
                        && bytes[0] == (byte) 0xef
                        && bytes[1] == (byte) 0xbb
                        && bytes[2] == (byte) 0xbf;
        return isMarked ? 3 : 0;
    }

    public static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
                        || (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe));
    }

    public static String utf8(byte[] bytes) {
        return new String(withoutMark(bytes), StandardCharsets.UTF_8);
    }
}
