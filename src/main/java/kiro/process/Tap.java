package kiro.process;

import java.io.IOException;
import java.io.InputStream;

/// Reads a stream of a running process as far as it goes without waiting.
final class Tap {
    private static final int LONGEST_READ = 1 << 20;

    private final InputStream stream;
    private final Sink sink;
    private final long limit;
    private final byte[] buffer = new byte[16 * 1024];
    private long count;

    /// A receiver that has thrown is left alone, so that the command can still be ended.
    private boolean hasFailed;

    /// Receives bytes; the array is reused after the call.
    interface Sink {
        void accept(byte[] bytes, int count);

        /// Hears that nothing more has come for a while.
        default void rest() {}
    }

    /// @param limit how many bytes are passed on at most
    Tap(InputStream stream, long limit, Sink sink) {
        this.stream = stream;
        this.limit = limit;
        this.sink = sink;
    }

    Tap(InputStream stream, Sink sink) {
        this(stream, Long.MAX_VALUE, sink);
    }

    InputStream stream() {
        return stream;
    }

    /// Did more come than is passed on?
    boolean isOver() {
        return count > limit;
    }

    /// Reads what is there, but not without end; answers whether there was something.
    boolean pump() {
        try {
            int total = 0;
            while (total < LONGEST_READ) {
                int there = stream.available();
                int read = there == 0 ? 0 : stream.read(buffer, 0, Math.min(there, buffer.length));
                if (read <= 0) {
                    break;
                }
                total += read;
                passOn(read);
            }
            return total > 0;
        } catch (IOException ended) {
            return false;
        }
    }

    /// Nothing more has come for a while.
    void rest() {
        if (!hasFailed) {
            hasFailed = true;
            sink.rest();
            hasFailed = false;
        }
    }

    private void passOn(int read) {
        count += read;
        if (!isOver() && !hasFailed) {
            hasFailed = true;
            sink.accept(buffer, read);
            hasFailed = false;
        }
    }
}
