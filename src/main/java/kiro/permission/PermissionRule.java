package kiro.permission;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kiro.permission.Ruling.Decision;

/// What somebody has said about commands or files once and for all.
///
/// @param place where it stands, such as `~/.kiro/settings/permissions.yaml:4`
/// @param capability what it is about, by a name of Kiro's permissions
/// @param match patterns of which one has to fit; none fit everything
/// @param exclude patterns of which none may fit
public record PermissionRule(
        Origin origin,
        String place,
        String capability,
        List<String> match,
        List<String> exclude,
        Decision effect) {
    public PermissionRule {
        match = List.copyOf(match);
        exclude = List.copyOf(exclude);
    }

    boolean fits(Facet facet, Path root) {
        boolean isNamed =
                isAbout(facet.capability())
                        && (match.isEmpty() || fits(match, facet, root))
                        && !fits(exclude, facet, root);
        return isNamed || (effect != Decision.ALLOW && isReached(facet.reach(), root));
    }

    /// What denies and asks is about all that a command may come to, by whatever words.
    private boolean isReached(Reach reach, Path root) {
        return isReached(Capability.FS_WRITE, reach.written(), root)
                || isReached(Capability.FS_READ, reach.read(), root);
    }

    private boolean isReached(Capability asked, List<String> paths, Path root) {
        if (!isAbout(asked) || paths.isEmpty()) {
            return false;
        }
        List<RuleGlob> globs = match.stream().map(RuleGlob::of).toList();
        return paths.stream()
                .filter(path -> globs.stream().anyMatch(glob -> glob.overlaps(path, root)))
                .anyMatch(path -> !isExcluded(asked, path, root));
    }

    private boolean isExcluded(Capability asked, String path, Path root) {
        return fits(exclude, Facet.of(asked, path, new Assessment(Concern.SMALL, "")), root);
    }

    private static boolean fits(List<String> globs, Facet facet, Path root) {
        return globs.stream().map(RuleGlob::of).anyMatch(glob -> glob.matches(facet, root));
    }

    /// Whether it keeps some files from being read or changed.
    boolean restrictsPaths() {
        return effect != Decision.ALLOW
                && !match.isEmpty()
                && (isAbout(Capability.FS_WRITE) || isAbout(Capability.FS_READ));
    }

    /// Whether there is anything that it could decide.
    boolean isAboutAnything() {
        return Stream.of(Capability.values()).anyMatch(this::isAbout);
    }

    boolean isAbout(Capability asked) {
        return switch (capability) {
            case "all" -> true;
            case "builtin" -> asked != Capability.MCP;
            case "filesystem" -> asked == Capability.FS_READ || asked == Capability.FS_WRITE;
            default -> capability.equals(asked.word());
        };
    }

    /// In words, such as `allow shell 'mvn *' but 'mvn deploy*'`.
    @Override
    public String toString() {
        return "%s %s%s%s"
                .formatted(
                        effect.word(),
                        capability,
                        match.isEmpty() ? "" : " " + quoted(match),
                        exclude.isEmpty() ? "" : " but " + quoted(exclude));
    }

    private static String quoted(List<String> globs) {
        return "'" + String.join("', '", globs) + "'";
    }
}
