package kiro.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds the events in the bytes of an event stream, however the bytes are cut into packets. Works
/// on bytes, so that a character cut in two does no harm.
final class SseDecoder implements EventDecoder {
    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final EventSink sink;
    private final int longest;
    private final GrowingBytes line = new GrowingBytes();
    private final GrowingBytes data = new GrowingBytes();
    private String name = "";
    private boolean hasData;
    private boolean isFirstLine = true;
    private boolean wasCarriageReturn;

    /// @param longest how many bytes an event may have
    SseDecoder(EventSink sink, int longest) {
        this.sink = sink;
        this.longest = longest;
    }

    @Override
    public void feed(ByteBuffer packet) {
        while (packet.hasRemaining()) {
            byte b = packet.get();
            boolean endedBefore = wasCarriageReturn && b == '\n';
            wasCarriageReturn = b == '\r';
            if (endedBefore) {
                continue;
            }
            if (b == '\n' || b == '\r') {
                endLine();
            } else if (line.length + data.length < longest) {
                line.add(b);
            } else {
                sink.tooLong();
                return;
            }
        }
    }

    /// An event that was not closed is no event.
    @Override
    public void end() {}

    private void endLine() {
        int start = isFirstLine && line.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        isFirstLine = false;
        if (line.length == start) {
            dispatch();
        } else if (line.bytes[start] == ':') {
            sink.comment();
        } else {
            field(start);
        }
        line.length = 0;
    }

    private void field(int start) {
        int colon = start;
        while (colon < line.length && line.bytes[colon] != ':') {
            colon++;
        }
        int value = Math.min(colon + 1, line.length);
        if (value < line.length && line.bytes[value] == ' ') {
            value++;
        }
        if (isField(DATA, start, colon)) {
            if (hasData) {
                data.add((byte) '\n');
            }
            data.add(line, value);
            hasData = true;
        } else if (isField(EVENT, start, colon)) {
            name = new String(line.bytes, value, line.length - value, StandardCharsets.UTF_8);
        }
    }

    private boolean isField(byte[] field, int start, int colon) {
        return Arrays.equals(line.bytes, start, colon, field, 0, field.length);
    }

    private void dispatch() {
        if (hasData) {
            sink.event(name, data.bytes, data.length);
        }
        name = "";
        data.length = 0;
        hasData = false;
    }
}
