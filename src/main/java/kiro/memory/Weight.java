package kiro.memory;

/// How much a fact counts.
///
/// @param confidence from 0 to 1
/// @param isPinned whether it is told whatever the task is
public record Weight(double confidence, boolean isPinned, Standing standing) {
    public static final Weight CERTAIN = new Weight(1, false, Standing.ACTIVE);

    public Weight {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
    }

    /// Whether a fact counts yet.
    public enum Standing {
        ACTIVE,
        /// Somebody has to accept it first.
        PROPOSED
    }

    public static Weight of(double confidence) {
        return new Weight(confidence, false, Standing.ACTIVE);
    }

    public static Weight proposed(double confidence) {
        return new Weight(confidence, false, Standing.PROPOSED);
    }

    Weight pinned(boolean isWanted) {
        return new Weight(confidence, isWanted, standing);
    }

    Weight certain() {
        return new Weight(1, isPinned, Standing.ACTIVE);
    }

    Weight accepted() {
        return new Weight(confidence, isPinned, Standing.ACTIVE);
    }
}
