package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.spec.CriterionId;

/// A file of the project as it is, and as it has to be.
///
/// @param before its text; empty where the file is new
/// @param criteria the ones that it serves
public record Change(
        String path, Optional<String> before, String after, Part part, List<CriterionId> criteria) {
    public Change {
        criteria = List.copyOf(criteria);
    }

    public boolean isNew() {
        return before.isEmpty();
    }

    /// The name of the type that the file holds.
    public String typeName() {
        return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
    }

    /// Whether this change uses what the other one makes.
    public boolean needs(Change other) {
        return !other.path().equals(path)
                && other.part().compareTo(part) <= 0
                && other.part() != Part.TESTS
                && after.matches("(?s).*\\b" + other.typeName() + "\\b.*")
                && (other.isNew() || other.part() != part);
    }
}
