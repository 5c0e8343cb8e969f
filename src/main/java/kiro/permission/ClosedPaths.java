package kiro.permission;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.permission.Ruling.Decision;
import kiro.sandbox.ClosedPlaces;

/// The files that rules keep from a command, whatever its line says of them: for the sandbox to hold, and to be looked at
/// after it.
public final class ClosedPaths implements ClosedPlaces {
    public static final ClosedPaths NONE = new ClosedPaths(List.of(), Path.of("/"));

    private static final Set<String> EVERYTHING = Set.of("*", "**", "**/*", "**/**");

    private final List<PermissionRule> rules;
    private final Path root;

    private ClosedPaths(List<PermissionRule> rules, Path root) {
        this.rules = List.copyOf(rules);
        this.root = root;
    }

    /// @param asked rules that ask, and that a person was asked by
    static ClosedPaths of(List<PermissionRule> all, List<PermissionRule> asked, Path root) {
        return new ClosedPaths(
                all.stream()
                        .filter(ClosedPaths::isAboutPaths)
                        .filter(rule -> rule.effect() == Decision.DENY || !asked.contains(rule))
                        .toList(),
                root);
    }

    /// A rule that asks about every file says nothing of one.
    private static boolean isAboutPaths(PermissionRule rule) {
        return rule.restrictsPaths()
                && (rule.effect() == Decision.DENY
                        || rule.match().stream().noneMatch(EVERYTHING::contains));
    }

    @Override
    public boolean isAny() {
        return !rules.isEmpty();
    }

    @Override
    public boolean isClosedToWriting(String path) {
        return toWriting(path).isPresent();
    }

    @Override
    public boolean isClosedToReading(String path) {
        return rule(Capability.FS_READ, path).isPresent();
    }

    /// The rule that keeps a file from being changed.
    public Optional<PermissionRule> toWriting(String path) {
        return rule(Capability.FS_WRITE, path);
    }

    private Optional<PermissionRule> rule(Capability capability, String path) {
        Facet facet = Facet.of(capability, path, new Assessment(Concern.SMALL, ""));
        return rules.stream().filter(rule -> rule.fits(facet, root)).findFirst();
    }
}
