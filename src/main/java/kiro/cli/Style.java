package kiro.cli;

/// How a piece of text stands out on a terminal that has colours.
public enum Style {
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

    String apply(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
