package kiro.cli.terminal;

import java.io.IOException;
import java.util.Map;

/// Makes keys of what a terminal sends for them.
public final class KeyReader {
    private static final int ESCAPE = 27;
    private static final long SEQUENCE_MILLISECONDS = 40;
    private static final long PASTE_MILLISECONDS = 500;
    private static final int LONGEST_SEQUENCE = 32;
    private static final int LONGEST_PASTE = 1_000_000;
    private static final String PASTE_END = "\u001b[201~";

    private static final Map<String, Key> SEQUENCES =
            Map.ofEntries(
                    Map.entry("A", Key.Named.UP),
                    Map.entry("B", Key.Named.DOWN),
                    Map.entry("C", Key.Named.RIGHT),
                    Map.entry("D", Key.Named.LEFT),
                    Map.entry("F", Key.Named.END),
                    Map.entry("H", Key.Named.HOME),
                    Map.entry("Z", Key.Named.BACK_TAB),
                    Map.entry("1~", Key.Named.HOME),
                    Map.entry("3~", Key.Named.DELETE),
                    Map.entry("4~", Key.Named.END),
                    Map.entry("5~", Key.Named.PAGE_UP),
                    Map.entry("6~", Key.Named.PAGE_DOWN),
                    Map.entry("7~", Key.Named.HOME),
                    Map.entry("8~", Key.Named.END),
                    Map.entry("1;3C", Key.Named.WORD_RIGHT),
                    Map.entry("1;3D", Key.Named.WORD_LEFT),
                    Map.entry("1;5C", Key.Named.WORD_RIGHT),
                    Map.entry("1;5D", Key.Named.WORD_LEFT),
                    Map.entry("13;2u", Key.Named.NEW_LINE),
                    Map.entry("27;2;13~", Key.Named.NEW_LINE));

    private final Keyboard keyboard;

    public KeyReader(Keyboard keyboard) {
        this.keyboard = keyboard;
    }

    /// What came of waiting for a key.
    public sealed interface Reading {
        record Pressed(Key key) implements Reading {}

        record Nothing() implements Reading {}

        /// Nothing will be typed any more.
        record Closed() implements Reading {}
    }

    public Reading read(long milliseconds) throws IOException {
        int first = keyboard.read(milliseconds);
        return switch (first) {
            case Keyboard.CLOSED -> new Reading.Closed();
            case Keyboard.NOTHING -> new Reading.Nothing();
            default -> new Reading.Pressed(key(first));
        };
    }

    private Key key(int first) throws IOException {
        return switch (first) {
            case ESCAPE -> escaped();
            case '\r' -> Key.Named.ENTER;
            case '\n' -> Key.Named.NEW_LINE;
            case '\t' -> Key.Named.TAB;
            case '\b', 127 -> Key.Named.BACKSPACE;
            default -> first < ' ' ? control(first) : typed(first);
        };
    }

    private static Key control(int unit) {
        return unit == 0 ? Key.Named.UNKNOWN : new Key.Control((char) (unit + 'a' - 1));
    }

    private Key typed(int first) throws IOException {
        if (!Character.isHighSurrogate((char) first)) {
            return new Key.Typed(String.valueOf((char) first));
        }
        int second = keyboard.read(SEQUENCE_MILLISECONDS);
        return second >= 0 && Character.isLowSurrogate((char) second)
                ? new Key.Typed(new String(new char[] {(char) first, (char) second}))
                : Key.Named.UNKNOWN;
    }

    private Key escaped() throws IOException {
        int next = keyboard.read(SEQUENCE_MILLISECONDS);
        return switch (next) {
            case Keyboard.NOTHING, Keyboard.CLOSED, ESCAPE -> Key.Named.ESCAPE;
            case '[' -> sequence();
            case 'O' -> named(keyboard.read(SEQUENCE_MILLISECONDS));
            case '\r', '\n' -> Key.Named.NEW_LINE;
            case 'b' -> Key.Named.WORD_LEFT;
            case 'f' -> Key.Named.WORD_RIGHT;
            default -> new Key.Alt((char) next);
        };
    }

    private static Key named(int letter) {
        return letter < 0
                ? Key.Named.UNKNOWN
                : SEQUENCES.getOrDefault(String.valueOf((char) letter), Key.Named.UNKNOWN);
    }

    private Key sequence() throws IOException {
        var text = new StringBuilder();
        while (text.length() < LONGEST_SEQUENCE) {
            int next = keyboard.read(SEQUENCE_MILLISECONDS);
            if (next < 0) {
                return Key.Named.UNKNOWN;
            }
            text.append((char) next);
            if (next >= '@' && next <= '~') {
                return text.toString().equals("200~")
                        ? paste()
                        : SEQUENCES.getOrDefault(text.toString(), Key.Named.UNKNOWN);
            }
        }
        return Key.Named.UNKNOWN;
    }

    private Key paste() throws IOException {
        var text = new StringBuilder();
        while (text.length() < LONGEST_PASTE) {
            int next = keyboard.read(PASTE_MILLISECONDS);
            if (next < 0) {
                break;
            }
            text.append((char) next);
            if (endsPaste(text)) {
                text.setLength(text.length() - PASTE_END.length());
                break;
            }
        }
        return new Key.Pasted(
                Harmless.of(text.toString().replace("\r\n", "\n").replace('\r', '\n')));
    }

    private static boolean endsPaste(StringBuilder text) {
        int from = text.length() - PASTE_END.length();
        return from >= 0 && text.indexOf(PASTE_END, from) == from;
    }
}
