package kiro.permission;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.text.PathGlob;

/// A pattern of a rule: of commands, where `*` alone has a meaning, or of paths.
final class RuleGlob {
    private final String text;
    private final Pattern command;
    private final Optional<PathGlob> path;

    private RuleGlob(String text, Pattern command, Optional<PathGlob> path) {
        this.text = text;
        this.command = command;
        this.path = path;
    }

    static RuleGlob of(String text) {
        String regex =
                Stream.of(text.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"));
        return new RuleGlob(
                text,
                Pattern.compile(regex, Pattern.DOTALL),
                PathGlob.parse(text.startsWith("/") ? text.substring(1) : text));
    }

    /// Whether it can stand for paths: its brackets match.
    boolean isPath() {
        return path.isPresent();
    }

    boolean matches(Facet facet, Path root) {
        return switch (facet.capability()) {
            case SHELL, WEB_FETCH, SUBAGENT -> command.matcher(facet.subject()).matches();
            case MCP -> matchesTool(facet.subject());
            case FS_READ, FS_WRITE -> matchesPath(facet.subject(), root);
        };
    }

    /// A server alone stands for all of its tools, and may have the sign before it that agents' files use.
    private boolean matchesTool(String subject) {
        RuleGlob plain = text.startsWith("@") ? of(text.substring(1)) : this;
        return plain.command.matcher(subject).matches()
                || (plain.text.indexOf('/') < 0
                        && plain.command
                                .matcher(subject.substring(0, Math.max(0, subject.indexOf('/'))))
                                .matches());
    }

    /// A pattern from the root of the file system is held against whole paths, any other against paths
    /// from the workspace's root.
    private boolean matchesPath(String subject, Path root) {
        boolean isAbsolute = text.startsWith("/");
        String whole = subject.startsWith("/") ? subject : root + "/" + subject;
        String seen = isAbsolute ? whole.substring(1) : subject;
        return path.filter(glob -> glob.matches(seen)).isPresent();
    }

    /// Whether a path of a command line may be, or hold, what the pattern stands for.
    boolean overlaps(String path, Path root) {
        if (!text.startsWith("/")) {
            return !path.startsWith("/") && !path.startsWith("..") && Overlap.of(text, path);
        }
        String whole = path.startsWith("/") ? path : Place.normalized(root + "/" + path);
        return Overlap.of(text.substring(1), whole.substring(1));
    }

    @Override
    public String toString() {
        return text;
    }
}
