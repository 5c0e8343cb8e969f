package kiro.workspace;

import java.util.List;
import java.util.TreeSet;

/// Reads `git ls-files -t -z`: a letter, a space and a path for each entry.
///
/// A tracked file that was deleted is listed twice, the second time as removed; a file in conflict
/// once for each side; a repository inside this one as a folder.
final class GitFilesReader {
    private static final char REMOVED = 'R';
    private static final char NOT_CHECKED_OUT = 'S';
    private static final char UNDECODABLE = '\ufffd';

    List<WorkspacePath> read(String listing) {
        var files = new TreeSet<WorkspacePath>();
        var removed = new TreeSet<WorkspacePath>();
        for (String entry : listing.split("\0")) {
            if (entry.length() < 3 || entry.endsWith("/") || entry.indexOf(UNDECODABLE) >= 0) {
                continue;
            }
            WorkspacePath path = WorkspacePath.of(entry.substring(2));
            switch (entry.charAt(0)) {
                case REMOVED, NOT_CHECKED_OUT -> removed.add(path);
                default -> files.add(path);
            }
        }
        files.removeAll(removed);
        return List.copyOf(files);
    }
}
