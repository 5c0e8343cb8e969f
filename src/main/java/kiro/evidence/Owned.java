package kiro.evidence;

import java.util.List;
import kiro.text.Hash;

/// The code that a criterion's tests prove it for.
///
/// @param by how it is known which code that is
/// @param code its digest
/// @param parts files and functions, such as `src/cart.ts#add`; empty where it is all code
/// @param hasRun whether it is known that the criterion's own tests run it
public record Owned(By by, Hash code, List<String> parts, boolean hasRun) {
    public Owned {
        parts = List.copyOf(parts);
    }

    /// How it is known, in order of trust.
    public enum By {
        /// The criterion's tests ran it, as a coverage report tells.
        COVERAGE,
        /// Marks in the code say so.
        MARKER,
        /// The spec names the files as its `targets`.
        TARGETS,
        /// Nothing says so, and all code counts.
        TREE
    }

    static Owned tree(Hash code) {
        return new Owned(By.TREE, code, List.of(), false);
    }
}
