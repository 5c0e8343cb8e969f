package kiro.permission;

/// Tells whether a script of sed does nothing but print and change lines. What is not known to be so is not taken for it: `e` and the
/// flag `e` of `s` run programs, `w` and `r` write and read files that the script names.
final class SedScript {
    private static final String ALONE = "pPdDqQnNhHgGxlz=}{";
    private static final String WITH_LABEL = "btT:";
    private static final String WITH_TEXT = "aic";

    private final String text;
    private int at;

    private SedScript(String text) {
        this.text = text;
    }

    static boolean isHarmless(String text) {
        var script = new SedScript(text);
        while (!script.isAtEnd()) {
            if (!script.command()) {
                return false;
            }
        }
        return true;
    }

    private boolean isAtEnd() {
        return at >= text.length();
    }

    private char peek() {
        return isAtEnd() ? '\0' : text.charAt(at);
    }

    private void skip(String letters) {
        while (!isAtEnd() && letters.indexOf(peek()) >= 0) {
            at++;
        }
    }

    private boolean command() {
        skip(" \t\n;");
        if (isAtEnd()) {
            return true;
        }
        if (peek() == '#') {
            return rest();
        }
        if (!addresses()) {
            return false;
        }
        char command = peek();
        at++;
        if (ALONE.indexOf(command) >= 0) {
            skip(" \t");
            skip("0123456789");
            return command == '{' || isAtCommandsEnd();
        }
        if (WITH_LABEL.indexOf(command) >= 0) {
            skip(" \t");
            while (!isAtEnd() && ";\n}".indexOf(peek()) < 0) {
                at++;
            }
            return true;
        }
        if (WITH_TEXT.indexOf(command) >= 0) {
            return rest();
        }
        return switch (command) {
            case 's' -> part(2) && flags();
            case 'y' -> part(2) && isAtCommandsEnd();
            default -> false;
        };
    }

    private boolean isAtCommandsEnd() {
        skip(" \t");
        return isAtEnd() || "\n;}#".indexOf(peek()) >= 0;
    }

    /// To the end of the line, or further where a line goes on.
    private boolean rest() {
        while (!isAtEnd() && peek() != '\n') {
            at += peek() == '\\' ? 2 : 1;
        }
        return true;
    }

    private boolean addresses() {
        if (!address()) {
            return false;
        }
        skip(" \t");
        if (peek() == ',') {
            at++;
            skip(" \t+~");
            if (!address()) {
                return false;
            }
        }
        skip(" \t!");
        return true;
    }

    private boolean address() {
        char first = peek();
        if (first == '/' || first == '\\') {
            at += first == '\\' ? 1 : 0;
            if (!part(1)) {
                return false;
            }
            skip("IM");
            return true;
        }
        skip("0123456789$~");
        return true;
    }

    /// Texts, each up to the sign that stands before the first.
    private boolean part(int texts) {
        char sign = peek();
        if (isAtEnd() || sign == '\n' || sign == '\\') {
            return false;
        }
        at++;
        for (int i = 0; i < texts; i++) {
            boolean isInBrackets = false;
            while (!isAtEnd() && peek() != sign) {
                isInBrackets |= peek() == '[';
                at += peek() == '\\' ? 2 : 1;
            }
            if (isAtEnd() || (isInBrackets && text.indexOf("[" + sign) >= 0)) {
                return false;
            }
            at++;
        }
        return true;
    }

    private boolean flags() {
        skip("gpiIM0123456789");
        return isAtCommandsEnd();
    }
}
