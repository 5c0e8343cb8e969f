package kiro.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads `git ls-files -t -z`: a letter, a space and a path for each entry.
///
/// A tracked file that was deleted is listed twice, the second time as removed; a file in conflict
/// once for each side; a repository inside this one as a folder.
final class GitFilesReader {
    private static final char REMOVED = 'R';
    private static final char NOT_CHECKED_OUT = 'S';
    private static final char UNDECODABLE = '\ufffd';

    List<WorkspacePath> read(String listing) {
        var files = new ArrayList<WorkspacePath>();
        Set<WorkspacePath> removed = new HashSet<>();
        String last = "";
        boolean isInOrder = true;
        for (int start = 0, end; start < listing.length(); start = end + 1) {
            int zero = listing.indexOf('\0', start);
            end = zero < 0 ? listing.length() : zero;
            if (end - start < 3 || listing.charAt(end - 1) == '/') {
                continue;
            }
            String path = listing.substring(start + 2, end);
            if (isUndecodable(path)) {
                continue;
            }
            char kind = listing.charAt(start);
            if (kind == REMOVED || kind == NOT_CHECKED_OUT) {
                removed.add(WorkspacePath.of(path));
            } else {
                files.add(WorkspacePath.of(path));
                isInOrder &= last.compareTo(path) < 0;
                last = path;
            }
        }
        return isInOrder && removed.isEmpty() ? List.copyOf(files) : sorted(files, removed);
    }

    /// Whether a name is no text: no file can be opened by it.
    static boolean isUndecodable(String path) {
        return path.indexOf(UNDECODABLE) >= 0;
    }

    /// Git lists what is nearly in order already, which a sort makes use of and a tree does not.
    private static List<WorkspacePath> sorted(
            List<WorkspacePath> files, Set<WorkspacePath> removed) {
        files.sort(null);
        var listed = new ArrayList<WorkspacePath>(files.size());
        for (WorkspacePath file : files) {
            boolean isListed = !listed.isEmpty() && listed.getLast().equals(file);
            if (!isListed && !removed.contains(file)) {
                listed.add(file);
            }
        }
        return List.copyOf(listed);
    }
}
