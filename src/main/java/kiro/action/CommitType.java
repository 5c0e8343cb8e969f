package kiro.action;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What kind of change a commit is, as conventional commits name it.
enum CommitType {
    FEAT,
    FIX,
    PERF,
    REFACTOR,
    TEST,
    DOCS,
    STYLE,
    BUILD,
    CI,
    CHORE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CommitType> of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
