package kiro.action.dependency;

import java.util.List;

/// What another version of a dependency means to a project.
///
/// @param imports the places that import it, such as `src/App.java:3`
/// @param uses of what is different, the worst first
public record Impact(
        VersionChange change, Comparison comparison, List<String> imports, List<Use> uses) {
    /// What came of comparing both versions.
    sealed interface Comparison {
        /// @param unread how many files of both could not be read
        record Compared(List<ApiChange> changes, int unread) implements Comparison {
            public Compared {
                changes = List.copyOf(changes);
            }

            long count(ApiChange.Kind kind) {
                return changes.stream().filter(each -> each.kind() == kind).count();
            }
        }

        /// @param remedies commands that would bring to hand what is missing
        record NotCompared(String reason, List<String> remedies) implements Comparison {
            public NotCompared {
                remedies = List.copyOf(remedies);
            }
        }
    }

    public Impact {
        imports = List.copyOf(imports);
        uses = List.copyOf(uses);
    }

    /// Whether something that the project uses is not there any more, or not as it was.
    public boolean isBreaking() {
        return uses.stream()
                .anyMatch(use -> use.isSure() && use.change().kind() != ApiChange.Kind.DEPRECATED);
    }

    List<ApiChange> changes() {
        return switch (comparison) {
            case Comparison.Compared compared -> compared.changes();
            case Comparison.NotCompared _ -> List.of();
        };
    }
}
