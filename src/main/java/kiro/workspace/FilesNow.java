package kiro.workspace;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// The files of a repository as they are now: what is tracked and there, and what is there and not tracked yet. Mostly that is what is
/// tracked but for a few, and looking at each of tens of thousands of names again is felt at the start.
final class FilesNow {
    /// So many files more are put into their places one by one; that many names are long in order already.
    private static final int FEW = 200;

    private final Workspace workspace;
    private final GitStatusReader.Reading reading;

    FilesNow(Workspace workspace, GitStatusReader.Reading reading) {
        this.workspace = workspace;
        this.reading = reading;
    }

    /// @param tracked sorted
    List<WorkspacePath> of(List<WorkspacePath> tracked) {
        if (reading.untracked().size() > FEW) {
            return Stream.concat(
                            tracked.stream().filter(this::isKept), reading.untracked().stream())
                    .filter(file -> !GitFilesReader.isUndecodable(file.value()))
                    .distinct()
                    .sorted()
                    .toList();
        }
        var files = new ArrayList<WorkspacePath>(tracked);
        Stream.concat(reading.missing().stream(), reading.unmerged().stream())
                .filter(file -> !isKept(file))
                .forEach(file -> remove(files, file));
        reading.untracked().stream()
                .filter(file -> !GitFilesReader.isUndecodable(file.value()))
                .forEach(file -> insert(files, file));
        return List.copyOf(files);
    }

    private boolean isKept(WorkspacePath tracked) {
        return !reading.missing().contains(tracked)
                && (!reading.unmerged().contains(tracked) || isThere(tracked));
    }

    private static void remove(List<WorkspacePath> sorted, WorkspacePath file) {
        int at = Collections.binarySearch(sorted, file);
        if (at >= 0) {
            sorted.remove(at);
        }
    }

    private static void insert(List<WorkspacePath> sorted, WorkspacePath file) {
        int at = Collections.binarySearch(sorted, file);
        if (at < 0) {
            sorted.add(-at - 1, file);
        }
    }

    private boolean isThere(WorkspacePath file) {
        return Files.exists(workspace.absolute(file), LinkOption.NOFOLLOW_LINKS);
    }
}
