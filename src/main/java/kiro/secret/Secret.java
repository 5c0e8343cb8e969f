package kiro.secret;

/// A value that is used but never shown: its text appears in no message, log or report.
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    /// The value itself, for the one place that sends it.
    public String reveal() {
        return value;
    }

    /// The text with every occurrence of this secret replaced by a mask.
    public String mask(String text) {
        return value.isEmpty() ? text : text.replace(value, "[secret]");
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
