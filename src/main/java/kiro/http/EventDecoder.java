package kiro.http;

import java.nio.ByteBuffer;

/// Finds events in the bytes of a stream, however they are cut into packets.
public interface EventDecoder {
    void feed(ByteBuffer packet);

    /// Nothing follows any more.
    void end();
}
