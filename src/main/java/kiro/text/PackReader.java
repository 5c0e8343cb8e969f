package kiro.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes out what a [PackWriter] wrote.
public final class PackReader {
    private final byte[] bytes;
    private final int end;
    private final int start;
    private int at;

    /// How one value of a list is read.
    public interface Each<T> {
        T read() throws IOException;
    }

    public PackReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /// @param at where to begin
    /// @param end where to stop
    public PackReader(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.start = at;
        this.at = at;
        this.end = end;
    }

    public int count() throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte each = next();
            value |= (each & 0x7F) << shift;
            if (each >= 0) {
                return positive(value);
            }
        }
        throw new StreamCorruptedException("a count without an end");
    }

    public boolean fact() throws IOException {
        return next() != 0;
    }

    public int number() throws IOException {
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = (value << 8) | (next() & 0xFF);
        }
        return value;
    }

    public long longNumber() throws IOException {
        return ((long) number() << 32) | (number() & 0xFFFFFFFFL);
    }

    public String text() throws IOException {
        int length = length();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    public byte[] block() throws IOException {
        int length = length();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /// The same from its beginning.
    public PackReader again() {
        return new PackReader(bytes, start, end);
    }

    /// All that it was made for.
    public byte[] bytes() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /// A block to be read later, or never.
    public PackReader part() throws IOException {
        int length = length();
        at += length;
        return new PackReader(bytes, at - length, at);
    }

    public SourceSpan span() throws IOException {
        int line = count();
        int column = count();
        int lines = count();
        int endColumn = count();
        try {
            return new SourceSpan(line, column, line + lines, endColumn);
        } catch (IllegalArgumentException impossible) {
            throw new IOException("not a place", impossible);
        }
    }

    public <T> List<T> list(Each<T> each) throws IOException {
        int size = count();
        List<T> values = new ArrayList<>(Math.min(size, end - at));
        for (int i = 0; i < size; i++) {
            values.add(each.read());
        }
        return values;
    }

    public boolean isAtEnd() {
        return at == end;
    }

    /// How many bytes are left.
    public int left() {
        return end - at;
    }

    private int length() throws IOException {
        int length = count();
        if (length > end - at) {
            throw new EOFException();
        }
        return length;
    }

    private byte next() throws IOException {
        if (at == end) {
            throw new EOFException();
        }
        return bytes[at++];
    }

    private static int positive(int value) throws IOException {
        if (value < 0) {
            throw new StreamCorruptedException("a count below zero");
        }
        return value;
    }
}
