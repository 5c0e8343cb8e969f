package kiro.http;

import java.util.Arrays;

/// Bytes that grow and keep their place in memory from event to event.
final class GrowingBytes {
    byte[] bytes = new byte[1024];
    int length;

    void add(byte b) {
        reserve(length + 1);
        bytes[length++] = b;
    }

    void add(GrowingBytes other, int from) {
        int added = other.length - from;
        reserve(length + added);
        System.arraycopy(other.bytes, from, bytes, length, added);
        length += added;
    }

    boolean startsWith(byte[] prefix) {
        return length >= prefix.length
                && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private void reserve(int size) {
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
        }
    }
}
