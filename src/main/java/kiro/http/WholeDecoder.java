package kiro.http;

import java.nio.ByteBuffer;

/// Takes a body that is no stream as the one event that it is.
final class WholeDecoder implements EventDecoder {
    private final EventSink sink;
    private final int longest;
    private final GrowingBytes body = new GrowingBytes();

    /// @param longest how many bytes a body may have
    WholeDecoder(EventSink sink, int longest) {
        this.sink = sink;
        this.longest = longest;
    }

    @Override
    public void feed(ByteBuffer packet) {
        if (body.length + packet.remaining() > longest) {
            sink.tooLong();
            return;
        }
        while (packet.hasRemaining()) {
            body.add(packet.get());
        }
    }

    @Override
    public void end() {
        if (body.length > 0) {
            sink.event("", body.bytes, body.length);
        }
    }
}
