package kiro;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// What is printed, on its way out. Streams that print forget how a write failed; this one knows.
final class StandardOutput extends OutputStream {
    private static final String NOBODY_READS = "Broken pipe";

    private final OutputStream out;
    private Optional<String> lost = Optional.empty();

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /// Why something of it was lost. Somebody who has read enough has lost nothing.
    synchronized Optional<String> lost() {
        return lost.filter(reason -> !reason.equals(NOBODY_READS));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException failure) {
            lost = lost.or(() -> Optional.of(String.valueOf(failure.getMessage())));
            throw failure;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
