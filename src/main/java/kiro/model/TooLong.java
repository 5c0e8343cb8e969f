package kiro.model;

import java.util.List;
import java.util.Locale;

/// The words in which services and servers say that a conversation has no room in a model. Some give them no type of their own.
public final class TooLong {
    private static final List<String> WORDS =
            List.of(
                    "prompt is too long",
                    "prompt too long",
                    "input is too long",
                    "context limit",
                    "context window",
                    "contextwindowexceeded",
                    "context length",
                    "context size",
                    "too many input tokens",
                    "input tokens exceed",
                    "input token count",
                    "prompt token count",
                    "maximum prompt length",
                    "maximum model length",
                    "`max_new_tokens` must be <=",
                    "too many total text bytes");

    private TooLong() {}

    /// Whether a message says so.
    public static boolean says(String message) {
        String plain = message.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(plain::contains);
    }
}
