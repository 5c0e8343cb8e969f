package kiro.cli.terminal;

import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/// The terminal that the program was started on. Made only by commands that read keys: loading it takes time. JLine
/// lets it go by itself when the program ends, and the system takes it away with its window: whoever still asks then is
/// answered as after `close`.
public final class JLineKeyboard implements Keyboard {
    private final Terminal terminal;
    private final NonBlockingReader reader;
    private final Attributes found;
    private Size size;
    private volatile boolean isClosed;

    JLineKeyboard(Terminal terminal) {
        this.terminal = terminal;
        this.reader = terminal.reader();
        this.found = terminal.enterRawMode();
        this.size = Size.known(terminal.getColumns(), terminal.getRows());
    }

    /// Empty where keys cannot be read one by one.
    public static Optional<Keyboard> open() {
        try {
            return Optional.of(
                    new JLineKeyboard(
                            TerminalBuilder.builder()
                                    .system(true)
                                    .dumb(false)
                                    .provider(TerminalBuilder.PROP_PROVIDER_FFM)
                                    .graphemeCluster(false)
                                    .nativeSignals(false)
                                    .encoding(StandardCharsets.UTF_8)
                                    .build()));
        } catch (IOException | IllegalStateException none) {
            return Optional.empty();
        }
    }

    /// A read that is under way when the terminal is let go ends in ways that JLine does not name.
    @Override
    public int read(long milliseconds) throws IOException {
        if (isClosed) {
            return CLOSED;
        }
        try {
            return reader.read(milliseconds);
        } catch (IOException | RuntimeException | IOError gone) {
            if (isClosed || !(gone instanceof IOException)) {
                return CLOSED;
            }
            throw gone;
        }
    }

    /// The last one that was known, once the terminal is let go.
    @Override
    public synchronized Size size() {
        whileOpen(() -> size = Size.known(terminal.getColumns(), terminal.getRows()));
        return size;
    }

    @Override
    public synchronized void lend() {
        whileOpen(() -> terminal.setAttributes(found));
    }

    @Override
    public synchronized void takeBack() {
        whileOpen(terminal::enterRawMode);
    }

    private void whileOpen(Runnable act) {
        if (isClosed) {
            return;
        }
        try {
            act.run();
        } catch (IllegalStateException | UncheckedIOException | IOError gone) {
            isClosed = true;
        }
    }

    @Override
    public synchronized void close() {
        whileOpen(() -> terminal.setAttributes(found));
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            terminal.close();
        } catch (IOException gone) {
            throw new UncheckedIOException("the terminal cannot be let go", gone);
        }
    }
}
