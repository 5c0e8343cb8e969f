package kiro.permission;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.permission.Ruling.Decision;
import kiro.sandbox.ClosedPlaces;
import kiro.workspace.MadeByTools;

/// The files that rules keep from a command, whatever its line says of them: for the sandbox to hold, and to be looked at
/// after it.
public final class ClosedPaths implements ClosedPlaces {
    public static final ClosedPaths NONE = new ClosedPaths(List.of(), Limits.NONE, Path.of("/"));

    private static final Set<String> EVERYTHING = Set.of("*", "**", "**/*", "**/**");

    private final List<PermissionRule> rules;
    private final Limits limits;
    private final Path root;

    private ClosedPaths(List<PermissionRule> rules, Limits limits, Path root) {
        this.rules = List.copyOf(rules);
        this.limits = limits;
        this.root = root;
    }

    /// What agents keep themselves to.
    ///
    /// @param rules that deny, or ask
    /// @param allowing rules of persons, which take away a question of an agent's
    /// @param asked paths that a person was asked about
    record Limits(List<PermissionRule> rules, List<PermissionRule> allowing, List<String> asked) {
        static final Limits NONE = new Limits(List.of(), List.of(), List.of());

        Limits {
            rules = List.copyOf(rules);
            allowing = List.copyOf(allowing);
            asked = List.copyOf(asked);
        }

        private boolean isOpen(PermissionRule rule, Facet facet, Path root) {
            return rule.effect() == Decision.ASK
                    && (allowing.stream().anyMatch(each -> each.fits(facet, root))
                            || asked.stream()
                                    .anyMatch(path ->
                                            facet.subject().equals(path)
                                                    || facet.subject().startsWith(path + "/")));
        }

        private boolean mayHoldOpen(String folder, Path root) {
            return asked.stream().anyMatch(path -> path.startsWith(folder + "/"))
                    || Stream.concat(
                                    rules.stream().flatMap(rule -> rule.exclude().stream()),
                                    allowing.stream().flatMap(rule -> rule.match().stream()))
                            .anyMatch(glob ->
                                    glob.indexOf('/') < 0
                                            || glob.startsWith("**")
                                            || RuleGlob.of(glob).overlaps(folder, root));
        }
    }

    /// @param asked rules that ask, and that a person was asked by
    static ClosedPaths of(
            List<PermissionRule> all, List<PermissionRule> asked, Limits limits, Path root) {
        return new ClosedPaths(
                all.stream()
                        .filter(ClosedPaths::isAboutPaths)
                        .filter(rule -> rule.effect() == Decision.DENY || !asked.contains(rule))
                        .toList(),
                limits,
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
        return !rules.isEmpty() || !limits.rules().isEmpty();
    }

    /// What tools make can be written all the same where an agent only does not name it: a build is to go on.
    @Override
    public boolean isClosedToWriting(String path) {
        Optional<PermissionRule> rule = toWriting(path);
        return rule.isPresent()
                && !(rule.get().effect() == Decision.ASK
                        && limits.rules().contains(rule.get())
                        && Stream.of(path.split("/")).anyMatch(MadeByTools.FOLDERS::contains));
    }

    @Override
    public boolean isClosedToReading(String path) {
        return rule(Capability.FS_READ, path).isPresent();
    }

    @Override
    public boolean mayHoldOpen(String folder) {
        return limits.mayHoldOpen(folder, root);
    }

    /// The rule that keeps a file from being changed.
    public Optional<PermissionRule> toWriting(String path) {
        return rule(Capability.FS_WRITE, path);
    }

    private Optional<PermissionRule> rule(Capability capability, String path) {
        Facet facet = Facet.of(capability, path, new Assessment(Concern.SMALL, ""));
        return rules.stream()
                .filter(rule -> rule.fits(facet, root))
                .findFirst()
                .or(() ->
                        limits.rules().stream()
                                .filter(rule -> rule.fits(facet, root))
                                .filter(rule -> !limits.isOpen(rule, facet, root))
                                .findFirst());
    }
}
