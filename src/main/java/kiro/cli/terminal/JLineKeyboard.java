package kiro.cli.terminal;

import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/// The terminal that the program was started on. Made only by commands that read keys: loading it takes time.
public final class JLineKeyboard implements Keyboard {
    private final Terminal terminal;
    private final NonBlockingReader reader;
    private final Attributes found;
    private volatile Size size;

    private JLineKeyboard(Terminal terminal) {
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
                                    .encoding("UTF-8")
                                    .build()));
        } catch (IOException | IllegalStateException none) {
            return Optional.empty();
        }
    }

    @Override
    public int read(long milliseconds) throws IOException {
        return reader.read(milliseconds);
    }

    /// The last one that was known, once the terminal is let go: that may happen while somebody asks.
    @Override
    public Size size() {
        try {
            size = Size.known(terminal.getColumns(), terminal.getRows());
        } catch (IllegalStateException closed) {
            return size;
        }
        return size;
    }

    @Override
    public void lend() {
        terminal.setAttributes(found);
    }

    @Override
    public void takeBack() {
        terminal.enterRawMode();
    }

    @Override
    public void close() {
        terminal.setAttributes(found);
        try {
            terminal.close();
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException("the terminal cannot be let go", gone);
        }
    }
}
