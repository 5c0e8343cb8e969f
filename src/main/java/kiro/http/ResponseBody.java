package kiro.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The body of a response, handed on as it comes: what came together is one packet.
final class ResponseBody {
    private static final int HEX = 16;
    private static final Pattern SIZE = Pattern.compile("0*[0-9a-fA-F]{1,15}");

    private final Incoming incoming;
    private final Receiver receiver;
    private List<ByteBuffer> packet = new ArrayList<>();

    ResponseBody(Incoming incoming, Receiver receiver) {
        this.incoming = incoming;
        this.receiver = receiver;
    }

    /// Who takes the packets.
    @FunctionalInterface
    interface Receiver {
        void packet(List<ByteBuffer> bytes) throws InterruptedException;
    }

    /// Reads to the end of the body; answers whether another response can follow on the connection: where the head
    /// says one thing about the body's end, and only one.
    boolean read(ResponseHead head) throws IOException, InterruptedException {
        if (!head.hasBody()) {
            return head.isKept();
        }
        boolean isChunked = head.isChunked();
        OptionalLong length = head.length();
        if (isChunked) {
            chunks();
        } else if (length.isPresent()) {
            piece(length.getAsLong());
        } else {
            untilTheEnd();
        }
        hand();
        return head.isKept() && isChunked != length.isPresent();
    }

    private void chunks() throws IOException, InterruptedException {
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            piece(size);
            if (!line().isEmpty()) {
                throw new ProtocolException("a chunk that is longer than it says");
            }
        }
        while (!line().isEmpty()) {
            // What follows the last chunk says nothing that anybody waits for.
        }
    }

    private long chunkSize() throws IOException, InterruptedException {
        String size = line().split("[; \t]", 2)[0];
        if (!SIZE.matcher(size).matches()) {
            throw new ProtocolException("a chunk whose size cannot be read");
        }
        return Long.parseLong(size, HEX);
    }

    private void piece(long size) throws IOException, InterruptedException {
        for (long left = size; left > 0; ) {
            Optional<ByteBuffer> taken = take(left);
            if (taken.isEmpty()) {
                throw new EOFException("the connection ended in the middle of the answer");
            }
            left -= taken.get().remaining();
            packet.add(taken.get());
        }
    }

    private void untilTheEnd() throws IOException, InterruptedException {
        for (Optional<ByteBuffer> taken = take(Integer.MAX_VALUE);
                taken.isPresent();
                taken = take(Integer.MAX_VALUE)) {
            packet.add(taken.get());
        }
    }

    private Optional<ByteBuffer> take(long most) throws IOException, InterruptedException {
        handBeforeAWait();
        return incoming.take(most);
    }

    private String line() throws IOException, InterruptedException {
        handBeforeAWait();
        return incoming.line();
    }

    private void handBeforeAWait() throws InterruptedException {
        if (!incoming.isWaiting()) {
            hand();
        }
    }

    private void hand() throws InterruptedException {
        if (!packet.isEmpty()) {
            receiver.packet(packet);
            packet = new ArrayList<>();
        }
    }
}
