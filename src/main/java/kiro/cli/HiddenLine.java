package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import kiro.cli.terminal.Keyboard;

/// A line that is typed and not shown.
final class HiddenLine {
    private static final long PATIENCE = 500;
    private static final int INTERRUPT = 3;
    private static final int END = 4;
    private static final int CLEAR = 21;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;

    private HiddenLine() {}

    /// The line up to its end; empty where it was given up by Ctrl-C or Ctrl-D.
    static Optional<String> read(Keyboard keyboard) throws IOException, InterruptedException {
        var line = new StringBuilder();
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int key = keyboard.read(PATIENCE);
            switch (key) {
                case Keyboard.NOTHING -> {}
                case Keyboard.CLOSED, INTERRUPT, END -> {
                    return Optional.empty();
                }
                case '\r', '\n' -> {
                    return Optional.of(line.toString().strip());
                }
                case CLEAR -> line.setLength(0);
                case BACKSPACE, DELETE -> line.setLength(Math.max(0, line.length() - 1));
                default -> {
                    if (key >= ' ') {
                        line.append((char) key);
                    }
                }
            }
        }
    }
}
