package kiro.http;

import java.nio.ByteBuffer;

/// Finds events of which each is a line. Works on bytes, so that a character cut in two does no harm.
final class LineDecoder implements EventDecoder {
    private final EventSink sink;
    private final int longest;
    private final GrowingBytes line = new GrowingBytes();

    LineDecoder(EventSink sink, int longest) {
        this.sink = sink;
        this.longest = longest;
    }

    @Override
    public void feed(ByteBuffer packet) {
        while (packet.hasRemaining()) {
            byte b = packet.get();
            if (b == '\n') {
                end();
            } else if (line.length < longest) {
                line.add(b);
            } else {
                sink.tooLong();
                return;
            }
        }
    }

    /// The last line needs no end.
    @Override
    public void end() {
        if (!isBlank()) {
            sink.event("", line.bytes, line.length);
        }
        line.length = 0;
    }

    private boolean isBlank() {
        for (int i = 0; i < line.length; i++) {
            if (line.bytes[i] != ' ' && line.bytes[i] != '\r' && line.bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
