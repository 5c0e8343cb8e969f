package kiro.spec.sentence;

import java.util.Map;
import java.util.Optional;

/// The verb that says how binding a sentence is.
public enum Modal {
    SHALL,
    MUST,
    WILL,
    SHOULD,
    MAY,
    MIGHT,
    CAN,
    COULD;

    /// Whether what it says has to be so.
    public boolean isBinding() {
        return this == SHALL || this == MUST || this == WILL;
    }

    private static final Map<String, Modal> WORDS =
            Map.ofEntries(
                    Map.entry("shall", SHALL),
                    Map.entry("shan't", SHALL),
                    Map.entry("must", MUST),
                    Map.entry("mustn't", MUST),
                    Map.entry("will", WILL),
                    Map.entry("won't", WILL),
                    Map.entry("should", SHOULD),
                    Map.entry("shouldn't", SHOULD),
                    Map.entry("may", MAY),
                    Map.entry("might", MIGHT),
                    Map.entry("can", CAN),
                    Map.entry("cannot", CAN),
                    Map.entry("can't", CAN),
                    Map.entry("could", COULD),
                    Map.entry("couldn't", COULD));

    static Optional<Modal> of(Token token) {
        return token.is(WordClass.MODAL)
                ? Optional.ofNullable(WORDS.get(token.key()))
                : Optional.empty();
    }
}
