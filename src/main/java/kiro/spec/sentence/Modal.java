package kiro.spec.sentence;

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

    static Optional<Modal> of(Token token) {
        if (!token.is(Token.Kind.WORD)) {
            return Optional.empty();
        }
        return switch (token.key()) {
            case "shall", "shan't" -> Optional.of(SHALL);
            case "must", "mustn't" -> Optional.of(MUST);
            case "will", "won't" -> Optional.of(WILL);
            case "should", "shouldn't" -> Optional.of(SHOULD);
            case "may" -> Optional.of(MAY);
            case "might" -> Optional.of(MIGHT);
            case "can", "cannot", "can't" -> Optional.of(CAN);
            case "could", "couldn't" -> Optional.of(COULD);
            default -> Optional.empty();
        };
    }
}
