package kiro.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.evidence.coverage.Coverage;
import kiro.evidence.coverage.CoverageReading;
import kiro.evidence.coverage.CoverageReports;
import kiro.evidence.coverage.ProjectPaths;

/// The coverage reports among the files of a run.
final class CoverageFiles {
    private static final long LARGEST = 256L << 20;
    private static final Pattern NAME =
            Pattern.compile(
                    "(?i)jacoco.*\\.xml|(?:cobertura|.*[_.-]cobertura|coverage|cobertura-coverage)\\.xml"
                            + "|lcov\\.info|.*\\.lcov|(?:cover|coverage|c)\\.out|coverage\\.lcov");

    private CoverageFiles() {}

    static boolean isName(String file) {
        return NAME.matcher(file).matches();
    }

    /// What they tell together; empty where none of them tells anything of the project. A report that cannot be read
    /// tells nothing: coverage never proves by itself.
    static Optional<CoverageReading.Whole> read(List<Path> files, ProjectPaths paths) {
        Coverage total = Coverage.none();
        Map<String, Coverage> byTest = new HashMap<>();
        for (Path file : files) {
            if (read(file, paths) instanceof CoverageReading.Whole whole) {
                total = total.with(whole.total());
                whole.byTest().forEach((test, ran) -> byTest.merge(test, ran, Coverage::with));
            }
        }
        return total.isEmpty()
                ? Optional.empty()
                : Optional.of(new CoverageReading.Whole(total, byTest));
    }

    static CoverageReading read(Path file, ProjectPaths paths) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Files.size(file) > LARGEST
                    ? new CoverageReading.Damaged("it is larger than 256 MB")
                    : CoverageReports.read(bytes, paths);
        } catch (IOException unreadable) {
            return new CoverageReading.Damaged(OneLine.of(unreadable.toString(), 200));
        }
    }
}
