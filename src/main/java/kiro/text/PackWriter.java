package kiro.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Writes values one behind another, as short as they are, for a [PackReader] to take out in the same order.
public final class PackWriter {
    private byte[] bytes = new byte[256];
    private int size;

    /// A number that is not negative; small ones take one byte.
    public void count(int value) {
        if (value < 0) {
            throw new IllegalArgumentException("not a count: " + value);
        }
        int rest = value;
        while (rest >= 0x80) {
            put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
    }

    public void fact(boolean value) {
        put((byte) (value ? 1 : 0));
    }

    public void number(int value) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    public void number(long value) {
        number((int) (value >>> 32));
        number((int) value);
    }

    public void text(String value) {
        block(value.getBytes(StandardCharsets.UTF_8));
    }

    /// Bytes with their length before them.
    public void block(byte[] value) {
        count(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    public void span(SourceSpan span) {
        count(span.line());
        count(span.column());
        count(span.endLine() - span.line());
        count(span.endColumn());
    }

    public <T> void list(List<T> values, Consumer<T> writer) {
        count(values.size());
        values.forEach(writer);
    }

    /// All that was written so far.
    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void put(byte value) {
        room(1);
        bytes[size++] = value;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
