package kiro.hook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who caused an event.
public enum Origin {
    USER,
    AGENT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Origin> of(String word) {
        return Arrays.stream(values()).filter(origin -> origin.word().equals(word)).findFirst();
    }
}
