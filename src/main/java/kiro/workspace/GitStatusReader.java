package kiro.workspace;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Reads `git status --porcelain=v2 --branch -z`: entries that end in a null character, each with a
/// number of fields that its first letter tells, the path last.
final class GitStatusReader {
    private static final String HEAD = "# branch.oid ";
    private static final String BRANCH = "# branch.head ";

    private final String prefix;

    /// @param prefix where the workspace lies in the repository, to whose root the paths are relative
    GitStatusReader(String prefix) {
        this.prefix = prefix;
    }

    GitState.Repository read(String status) {
        Optional<String> branch = Optional.empty();
        Optional<String> head = Optional.empty();
        var dirty = new TreeSet<WorkspacePath>();
        Iterator<String> entries = List.of(status.split("\0")).iterator();
        while (entries.hasNext()) {
            String entry = entries.next();
            if (entry.startsWith(HEAD)) {
                head = named(entry.substring(HEAD.length()));
            } else if (entry.startsWith(BRANCH)) {
                branch = named(entry.substring(BRANCH.length()));
            } else {
                inWorkspace(pathOf(entry)).ifPresent(dirty::add);
                if (entry.startsWith("2 ")) {
                    inWorkspace(entries.next()).ifPresent(dirty::add);
                }
            }
        }
        return new GitState.Repository(branch, head, List.copyOf(dirty));
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
        return folded.startsWith(prefix) && folded.length() > prefix.length()
                ? Optional.of(WorkspacePath.of(folded.substring(prefix.length())))
                : Optional.empty();
    }
}
