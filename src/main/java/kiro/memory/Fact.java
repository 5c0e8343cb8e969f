package kiro.memory;

import java.util.Locale;
import java.util.Optional;

/// Something that is known about the project and was not said in the task. The format is described in
/// `docs/formats/memory.md`.
public sealed interface Fact {
    Statement statement();

    /// The same kind of fact with other words about it.
    Fact with(Statement statement);

    /// What was decided, and holds until it is decided otherwise.
    record Decision(Statement statement) implements Fact {
        @Override
        public Fact with(Statement other) {
            return new Decision(other);
        }
    }

    /// What the code does nearly everywhere.
    ///
    /// @param tally how often it was seen; empty where a person says so
    record Pattern(Statement statement, Optional<Tally> tally) implements Fact {
        @Override
        public Fact with(Statement other) {
            return new Pattern(other, tally);
        }
    }

    /// What people want to be done.
    record Convention(Statement statement) implements Fact {
        @Override
        public Fact with(Statement other) {
            return new Convention(other);
        }
    }

    /// What the project speaks to.
    record Integration(Statement statement) implements Fact {
        @Override
        public Fact with(Statement other) {
            return new Integration(other);
        }
    }

    /// A kind of another version: kept, and not told.
    ///
    /// @param word its kind as it is written
    record Unknown(String word, Statement statement) implements Fact {
        @Override
        public Fact with(Statement other) {
            return new Unknown(word, other);
        }
    }

    /// How often something was seen.
    ///
    /// @param count of these places
    /// @param of where it might have been
    record Tally(int count, int of) {
        public Tally {
            if (count < 0 || of < count) {
                throw new IllegalArgumentException("%d of %d".formatted(count, of));
            }
        }

        /// The share, with two digits.
        double share() {
            return of == 0 ? 0 : Math.round(100.0 * count / of) / 100.0;
        }
    }

    default FactId id() {
        return statement().id();
    }

    default String text() {
        return statement().text();
    }

    /// The kind's word, such as `decision`.
    default String kind() {
        return switch (this) {
            case Decision _ -> "decision";
            case Pattern _ -> "pattern";
            case Convention _ -> "convention";
            case Integration _ -> "integration";
            case Unknown unknown -> unknown.word();
        };
    }

    /// The fact in a line, as a model is told it.
    default String line() {
        return "- %s: %s (%s)"
                .formatted(
                        kind(),
                        text().replaceAll("\\s+", " ").strip(),
                        statement().source().words());
    }

    /// A fact of the kind that a word names.
    static Fact of(String kind, Statement statement) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "decision" -> new Decision(statement);
            case "pattern" -> new Pattern(statement, Optional.empty());
            case "convention" -> new Convention(statement);
            case "integration" -> new Integration(statement);
            default -> new Unknown(kind, statement);
        };
    }
}
