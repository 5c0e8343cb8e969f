package kiro.steering;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.text.Order;
import kiro.workspace.WorkspacePath;

/// Finds the steering of folders below the project's root, among the files that are known: `packages/web/.kiro/steering/*.md`
/// and `packages/web/AGENTS.md`.
final class NestedSteering {
    private static final Pattern NESTED =
            Pattern.compile("(.+)/(?:\\.kiro/steering/(?:.*/)?[^./][^/]*\\.md|AGENTS\\.md)");

    private NestedSteering() {}

    /// @param folder that it speaks for
    record Found(WorkspacePath path, WorkspacePath folder) {}

    static Stream<Found> among(List<WorkspacePath> known) {
        return known.stream()
                .flatMap(path -> found(path).stream())
                .sorted(Order.<Found, WorkspacePath>by(Found::folder).then(Found::path));
    }

    private static Optional<Found> found(WorkspacePath path) {
        // Of the many files of a large project few are looked at with the expression, which takes
        // its time.
        if (!path.value().endsWith(".md")) {
            return Optional.empty();
        }
        Matcher nested = NESTED.matcher(path.value());
        boolean isNested =
                nested.matches()
                        && !nested.group(1).startsWith(".kiro")
                        && !nested.group(1).contains("/.kiro");
        return isNested
                ? Optional.of(new Found(path, WorkspacePath.of(nested.group(1))))
                : Optional.empty();
    }
}
