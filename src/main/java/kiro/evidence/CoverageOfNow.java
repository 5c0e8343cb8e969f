package kiro.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import kiro.evidence.coverage.Coverage;
import kiro.evidence.coverage.CoverageReading;
import kiro.evidence.coverage.ProjectPaths;
import kiro.text.PathGlob;

/// What the coverage reports that lie in a project tell of its code as it is now.
///
/// @param damaged reports that cannot be read, each with what is wrong
/// @param changed files that are younger than all reports that tell of them: what ran, ran in other code
public record CoverageOfNow(Coverage coverage, List<String> damaged, SortedSet<String> changed) {
    public CoverageOfNow {
        damaged = List.copyOf(damaged);
    }

    /// @param places where reports lie beside the usual places
    /// @param paths the files of the project
    public static CoverageOfNow read(Path root, List<PathGlob> places, List<String> paths) {
        var known = new ProjectPaths(paths);
        var damaged = new ArrayList<String>();
        var reported = new HashMap<String, FileTime>();
        Coverage all = Coverage.none();
        for (Map.Entry<Path, ReportFiles.Stamp> each :
                new ReportFiles(root, places).stamps().entrySet()) {
            Path file = each.getKey();
            if (!CoverageFiles.isName(file.getFileName().toString())) {
                continue;
            }
            switch (CoverageFiles.read(file, known)) {
                case CoverageReading.Whole(Coverage total, var _) -> {
                    all = all.with(total);
                    for (String path : total.paths()) {
                        reported.merge(path, each.getValue().modified(), CoverageOfNow::younger);
                    }
                }
                case CoverageReading.Damaged(String reason) ->
                        damaged.add("%s: %s".formatted(root.relativize(file), reason));
                case CoverageReading.NotCoverage _ -> {}
            }
        }
        return new CoverageOfNow(all, damaged, changed(root, reported));
    }

    private static FileTime younger(FileTime one, FileTime other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static SortedSet<String> changed(Path root, Map<String, FileTime> reported) {
        var changed = new TreeSet<String>();
        reported.forEach((path, time) -> {
            try {
                if (Files.getLastModifiedTime(root.resolve(path)).compareTo(time) > 0) {
                    changed.add(path);
                }
            } catch (IOException gone) {
                changed.add(path);
            }
        });
        return changed;
    }
}
