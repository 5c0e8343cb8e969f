package kiro.evidence.report;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Replaces the control characters that XML forbids and that some reporters copy from a test's output
/// into their report. They are single bytes in every encoding that is a superset of ASCII.
final class XmlCharacters extends FilterInputStream {
    private XmlCharacters(InputStream in) {
        super(in);
    }

    /// The stream without those characters; one in UTF-16 is left as it is.
    static InputStream of(InputStream bytes) throws IOException {
        var peeked = new BufferedInputStream(bytes);
        peeked.mark(2);
        int first = peeked.read();
        int second = peeked.read();
        peeked.reset();
        boolean isUtf16 = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
        return isUtf16 ? peeked : new XmlCharacters(peeked);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        return value < 0 ? value : allowed((byte) value) & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        for (int i = offset; i < offset + count; i++) {
            bytes[i] = allowed(bytes[i]);
        }
        return count;
    }

    private static byte allowed(byte value) {
        boolean isForbidden =
                value >= 0 && value < ' ' && value != '\t' && value != '\n' && value != '\r';
        return isForbidden ? (byte) '?' : value;
    }
}
