package kiro.process;

/// Reads what a program writes to a terminal as the text a person would see in the end: without
/// escape sequences and control characters; of a line that is drawn again and again, the last state.
final class TerminalText {
    /// A line longer than this is passed on in parts, and is not drawn again.
    static final int LONGEST_PART = 8_192;

    private static final char ESCAPE = '\u001b';
    private static final char BELL = '\u0007';
    private static final char DELETE = '\u007f';
    private static final char LAST_CONTROL = '\u009f';
    private static final char CONTROL_SEQUENCE = '\u009b';

    /// Receives the text.
    interface Sink {
        /// @param part a line, or a part of a long one
        void text(String part, boolean endsLine);

        /// Receives lines that are whole, each with its end.
        default void lines(char[] text, int from, int count) {
            int at = from;
            for (int i = from; i < from + count; i++) {
                if (text[i] == '\n') {
                    text(new String(text, at, i - at), true);
                    at = i + 1;
                }
            }
        }
    }

    private enum State {
        TEXT,
        AFTER_ESCAPE,
        IN_SEQUENCE,
        IN_STRING,
        IN_STRING_AFTER_ESCAPE,
        IN_CHOICE
    }

    private final Sink sink;
    private final StringBuilder line = new StringBuilder();
    private State state = State.TEXT;
    private boolean isRedrawn;

    TerminalText(Sink sink) {
        this.sink = sink;
    }

    void accept(char[] text, int length) {
        int at = 0;
        while (at < length) {
            int whole = isAtStart() ? endOfWholeLines(text, at, length) : at;
            if (whole > at) {
                sink.lines(text, at, whole - at);
                at = whole;
                continue;
            }
            int plain = state == State.TEXT ? endOfPlain(text, at, length) : at;
            if (plain > at) {
                draw(text, at, plain);
                at = plain;
            } else {
                accept(text[at]);
                at++;
            }
        }
    }

    private boolean isAtStart() {
        return state == State.TEXT && line.isEmpty() && !isRedrawn;
    }

    /// Where the last of the lines ends that have nothing to be read in them: a flood consists of such lines.
    private static int endOfWholeLines(char[] text, int from, int to) {
        int end = from;
        for (int at = from; at < to; at++) {
            if (text[at] == '\n') {
                end = at + 1;
            } else if (!isPlain(text[at])) {
                return end;
            }
        }
        return end;
    }

    /// Where the characters that are drawn as they are end: nearly all are, so they are taken together.
    private static int endOfPlain(char[] text, int from, int to) {
        int at = from;
        while (at < to && isPlain(text[at])) {
            at++;
        }
        return at;
    }

    private static boolean isPlain(char c) {
        return (c >= ' ' && c < DELETE) || c > LAST_CONTROL || c == '\t';
    }

    /// Passes on the last line, where no line end followed it.
    void finish() {
        if (!line.isEmpty()) {
            sink.text(line.toString(), false);
            line.setLength(0);
        }
    }

    private void accept(char c) {
        state =
                switch (state) {
                    case TEXT -> inText(c);
                    case AFTER_ESCAPE -> afterEscape(c);
                    case IN_SEQUENCE -> c >= '@' && c <= '~' ? State.TEXT : orLineEnd(c);
                    case IN_CHOICE -> State.TEXT;
                    case IN_STRING ->
                            switch (c) {
                                case BELL -> State.TEXT;
                                case ESCAPE -> State.IN_STRING_AFTER_ESCAPE;
                                default -> orLineEnd(c);
                            };
                    case IN_STRING_AFTER_ESCAPE -> c == '\\' ? State.TEXT : orLineEnd(c);
                };
    }

    private State inText(char c) {
        switch (c) {
            case '\n' -> endLine();
            case '\r' -> isRedrawn = true;
            case '\b' -> line.setLength(Math.max(0, line.length() - 1));
            case ESCAPE -> {
                return State.AFTER_ESCAPE;
            }
            case CONTROL_SEQUENCE -> {
                return State.IN_SEQUENCE;
            }
            default -> {}
        }
        return State.TEXT;
    }

    private void draw(char[] text, int from, int to) {
        if (isRedrawn) {
            line.setLength(0);
            isRedrawn = false;
        }
        int at = from;
        while (at < to) {
            int count = Math.min(Math.max(LONGEST_PART - line.length(), 1), to - at);
            line.append(text, at, count);
            at += count;
            if (line.length() >= LONGEST_PART && !Character.isHighSurrogate(text[at - 1])) {
                sink.text(line.toString(), false);
                line.setLength(0);
            }
        }
    }

    /// Forgets the line that has no end yet: what comes next begins one.
    void startLine() {
        line.setLength(0);
        state = State.TEXT;
        isRedrawn = false;
    }

    /// The line that has no end yet.
    String open() {
        return line.toString();
    }

    private void endLine() {
        sink.text(line.toString(), true);
        line.setLength(0);
        isRedrawn = false;
    }

    private static State afterEscape(char c) {
        return switch (c) {
            case '[' -> State.IN_SEQUENCE;
            case ']', 'P', 'X', '^', '_' -> State.IN_STRING;
            case '(', ')', '*', '+', '#', '%', ' ' -> State.IN_CHOICE;
            default -> State.TEXT;
        };
    }

    /// A sequence that is never ended must not swallow the lines after it.
    private State orLineEnd(char c) {
        if (c == '\n') {
            endLine();
            return State.TEXT;
        }
        return state == State.IN_STRING_AFTER_ESCAPE ? State.IN_STRING : state;
    }
}
