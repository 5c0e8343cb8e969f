package kiro.steering.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What test runs have measured.
public interface MeasuredCoverage {
    /// Nothing was measured.
    MeasuredCoverage NONE =
            new MeasuredCoverage() {
                @Override
                public Measured measured() {
                    return new Measured.Missing("there is no coverage report");
                }

                @Override
                public Optional<Set<String>> changed() {
                    return Optional.empty();
                }
            };

    Measured measured();

    /// The files of the change that is at hand; empty where it is not known.
    Optional<Set<String>> changed();

    /// What is known of the code as it is now.
    sealed interface Measured {
        /// @param reason why nothing is, in words
        record Missing(String reason) implements Measured {}

        /// @param files those that a report tells of, by their paths from the project's root
        /// @param older those of them that have changed since
        record Files(Map<String, OfFile> files, Set<String> older) implements Measured {
            public Files {
                files = Map.copyOf(files);
                older = Set.copyOf(older);
            }
        }
    }

    /// One file.
    ///
    /// @param branches of it; none where it has none, or the report does not tell of them
    /// @param firstMissed the first line that did not run; 1 where all did
    record OfFile(Count lines, Count branches, int firstMissed) {
        Count of(boolean ofBranches) {
            return ofBranches ? branches : lines;
        }
    }

    /// @param known how many could have run
    /// @param ran how many did
    record Count(int known, int ran) {
        static final Count NONE = new Count(0, 0);

        Count and(Count other) {
            return new Count(known + other.known, ran + other.ran);
        }

        int missed() {
            return known - ran;
        }
    }
}
