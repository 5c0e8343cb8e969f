package kiro.workspace;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads `git status --porcelain=v2 --branch -z`: entries that end in a null character, each with a
/// number of fields that its first letter tells, the path last.
final class GitStatusReader {
    private static final String HEAD = "# branch.oid ";
    private static final String BRANCH = "# branch.head ";

    /// Where the letter stands that tells what became of a file since it was added.
    private static final int WORK_TREE = 3;

    private final String prefix;
    private final Set<WorkspacePath> raw = new LinkedHashSet<>();

    /// @param prefix where the workspace lies in the repository, to whose root the paths are relative
    GitStatusReader(String prefix) {
        this.prefix = prefix;
    }

    /// What a status tells.
    ///
    /// @param missing tracked files that are not there
    /// @param unmerged files in conflict, which may be there or not
    /// @param untracked files that git does not know yet
    record Reading(
            GitState.Repository state,
            Set<WorkspacePath> missing,
            Set<WorkspacePath> unmerged,
            Set<WorkspacePath> untracked) {}

    Reading read(String status) {
        Optional<String> branch = Optional.empty();
        Optional<String> head = Optional.empty();
        var dirty = new TreeSet<WorkspacePath>();
        var missing = new HashSet<WorkspacePath>();
        var unmerged = new HashSet<WorkspacePath>();
        var untracked = new HashSet<WorkspacePath>();
        Iterator<String> entries = List.of(status.split("\0")).iterator();
        while (entries.hasNext()) {
            String entry = entries.next();
            if (entry.startsWith(HEAD)) {
                head = named(entry.substring(HEAD.length()));
            } else if (entry.startsWith(BRANCH)) {
                branch = named(entry.substring(BRANCH.length()));
            } else {
                Optional<WorkspacePath> path = inWorkspace(pathOf(entry));
                path.ifPresent(dirty::add);
                switch (kind(entry)) {
                    case MISSING -> path.ifPresent(missing::add);
                    case UNMERGED -> path.ifPresent(unmerged::add);
                    case UNTRACKED -> path.ifPresent(untracked::add);
                    case OTHER -> {}
                }
                if (entry.startsWith("2 ")) {
                    inWorkspace(entries.next()).ifPresent(dirty::add);
                }
            }
        }
        return new Reading(
                new GitState.Repository(branch, head, List.copyOf(dirty), List.copyOf(raw)),
                missing,
                unmerged,
                untracked);
    }

    private enum Kind {
        MISSING,
        UNMERGED,
        UNTRACKED,
        OTHER
    }

    /// A repository inside this one is told as a folder, and is no file.
    private static Kind kind(String entry) {
        return switch (entry.isEmpty() ? ' ' : entry.charAt(0)) {
            case '?' -> entry.endsWith("/") ? Kind.OTHER : Kind.UNTRACKED;
            case 'u' -> Kind.UNMERGED;
            case '1', '2' ->
                    entry.length() > WORK_TREE && entry.charAt(WORK_TREE) == 'D'
                            ? Kind.MISSING
                            : Kind.OTHER;
            default -> Kind.OTHER;
        };
    }

    /// Before the first commit and off every branch, git writes a word in parentheses.
    private static Optional<String> named(String value) {
        return value.startsWith("(") ? Optional.empty() : Optional.of(value);
    }

    private static String pathOf(String entry) {
        int fields =
                switch (entry.isEmpty() ? ' ' : entry.charAt(0)) {
                    case '?', '!' -> 1;
                    case '1' -> 8;
                    case '2' -> 9;
                    case 'u' -> 10;
                    default -> 0;
                };
        return fields == 0 ? "" : entry.split(" ", fields + 1)[fields];
    }

    private Optional<WorkspacePath> inWorkspace(String path) {
        String folded = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (!folded.startsWith(prefix) || folded.length() <= prefix.length()) {
            return Optional.empty();
        }
        String name = folded.substring(prefix.length());
        if (!RawPath.isRaw(name)) {
            return Optional.of(WorkspacePath.of(name));
        }
        raw.add(WorkspacePath.of(name));
        return Optional.of(WorkspacePath.of(RawPath.replaced(name)));
    }
}
