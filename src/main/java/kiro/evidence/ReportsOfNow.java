package kiro.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kiro.evidence.ReportFiles.Contents;
import kiro.evidence.ReportFiles.Stamp;
import kiro.workspace.Workspace;

/// Reads reports that no run of ours has written. A report does not say which code it is of, so one that lies in the
/// project counts only when no file of the code is younger: this is no judgement of evidence, which goes by digests
/// alone, but of whether the report may become any.
///
/// @param reports where they lie
record ReportsOfNow(Workspace workspace, SourceTrees trees, ReportFiles reports) {
    TestRun read() throws InterruptedException {
        Map<Path, Stamp> there = reports.stamps();
        if (there.isEmpty()) {
            return notMeasured("there is no test report: run the tests first, or add --run");
        }
        Newest code = newest();
        List<Path> ofNow =
                there.entrySet().stream()
                        .filter(entry -> entry.getValue().modified().compareTo(code.time()) >= 0)
                        .map(Map.Entry::getKey)
                        .toList();
        if (ofNow.isEmpty()) {
            return notMeasured(
                    "%s has changed since the tests were reported: run them again, or add --run"
                            .formatted(code.path()));
        }
        return finished(ofNow, code.tree());
    }

    TestRun read(List<Path> named) throws InterruptedException {
        var files = new ArrayList<Path>();
        for (Path path : named) {
            files.addAll(Files.isDirectory(path) ? ReportFiles.in(path) : List.of(path));
        }
        return finished(files, trees.now());
    }

    private TestRun finished(List<Path> files, SourceTree tree) {
        Contents contents = reports.read(files, ProjectTests.paths(tree));
        if (contents.files() == 0) {
            return notMeasured(
                    contents.damaged().isEmpty()
                            ? "none of the %d files is a test report".formatted(files.size())
                            : "no report can be read: " + String.join("; ", contents.damaged()));
        }
        return new TestRun.Finished(
                "reports: " + String.join(", ", folders(files)),
                contents.results(),
                Duration.ZERO,
                contents.damaged(),
                List.of(),
                contents.coverage(),
                false);
    }

    /// Where reports came from, for people: their folders, or their names in the root; of folders elsewhere the name alone, which
    /// is the same on every machine.
    private TreeSet<String> folders(List<Path> files) {
        var folders = new TreeSet<String>();
        for (Path file : files) {
            Path absolute = file.toAbsolutePath().normalize();
            Path folder = absolute.getParent();
            if (!absolute.startsWith(workspace.root())) {
                Path name = folder == null ? null : folder.getFileName();
                folders.add((name == null ? absolute.getFileName() : name).toString());
                continue;
            }
            Path shown = workspace.root().relativize(absolute);
            Path parent = shown.getParent();
            folders.add((parent == null ? shown : parent).toString());
        }
        return folders;
    }

    /// The youngest file of the code.
    private record Newest(FileTime time, String path, SourceTree tree) {}

    private Newest newest() throws InterruptedException {
        SourceTree tree = trees.now();
        var newest = new Newest(FileTime.fromMillis(0), "", tree);
        for (String path : tree.files().keySet()) {
            try {
                FileTime time = Files.getLastModifiedTime(workspace.root().resolve(path));
                newest = time.compareTo(newest.time()) > 0 ? new Newest(time, path, tree) : newest;
            } catch (IOException vanished) {
                newest = new Newest(FileTime.fromMillis(Long.MAX_VALUE), path, tree);
            }
        }
        return newest;
    }

    private static TestRun notMeasured(String reason) {
        return new TestRun.NotMeasured("", reason, "", Duration.ZERO);
    }
}
