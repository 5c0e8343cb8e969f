package kiro.model;

import java.util.Optional;
import java.util.stream.Stream;

/// What a request is for: the kind of work by which its model is chosen.
public enum Purpose {
    PLAN("planning"),
    CODE("code"),
    SECURITY("security"),
    TESTS("tests"),
    SUMMARY("summaries"),
    COMPLETION("completion");

    private final String word;

    Purpose(String word) {
        this.word = word;
    }

    /// The word that settings have for it.
    public String word() {
        return word;
    }

    public static Optional<Purpose> of(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
