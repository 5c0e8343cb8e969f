package kiro.cli;

import java.util.Arrays;

/// How a piece of text stands out on a terminal that has colours.
public enum Style {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("34"),
    CYAN("36");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /// The style of a code; `PLAIN` for one that none has.
    public static Style ofCode(String code) {
        return Arrays.stream(values())
                .filter(style -> style.code.equals(code))
                .findFirst()
                .orElse(PLAIN);
    }

    /// The text with the sequences that a terminal takes for this style.
    public String apply(String text) {
        return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
