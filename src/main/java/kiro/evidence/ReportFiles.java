package kiro.evidence;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.evidence.coverage.CoverageReading;
import kiro.evidence.coverage.ProjectPaths;
import kiro.evidence.report.ReportReading;
import kiro.evidence.report.Reports;
import kiro.text.PathGlob;

/// The test reports that lie in a project. Only those that a run has written say anything of that run:
/// the files are looked at before and after, and one that is as it was does not count. Nothing is
/// deleted, since reports belong to the project.
final class ReportFiles {
    private static final int DEEPEST = 16;
    private static final long LARGEST = 512L << 20;
    private static final Set<String> REPORT_FOLDERS =
            Set.of("surefire-reports", "failsafe-reports", "test-results", "test-reports");
    private static final Pattern REPORT_NAME =
            Pattern.compile(
                    "(?i)(?:TEST-.*|.*junit.*|.*test[_-]?(?:results?|reports?)|reports?|results?)\\.xml"
                            + "|(?:.*[_.-])?(?:vitest|jest|go-?test|tests?)(?:[_.-]?(?:results?|reports?|output))?\\.json"
                            + "|.*\\.tap|cargo-test(?:[_.-]\\w+)?\\.(?:txt|log)");

    /// Sources, copies of sources, and what others wrote: reports in there are somebody's examples.
    private static final Set<String> NOT_LOOKED_INTO =
            Set.of(
                    ".git",
                    ".gradle",
                    ".kiro",
                    ".venv",
                    "venv",
                    "classes",
                    "node_modules",
                    "resources",
                    "site-packages",
                    "src",
                    "test-classes");

    private final Path root;
    private final List<PathGlob> places;

    /// @param places where reports lie beside the usual places
    ReportFiles(Path root, List<PathGlob> places) {
        this.root = root;
        this.places = places;
    }

    /// What a file looks like from the outside.
    record Stamp(FileTime modified, long size) {}

    /// The report files there are now.
    Map<Path, Stamp> stamps() {
        var stamps = new TreeMap<Path, Stamp>();
        var visitor =
                new SimpleFileVisitor<Path>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return isLookedInto(folder)
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && isReport(file)) {
                            stamps.put(file, stamp(attributes));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                        return FileVisitResult.CONTINUE;
                    }
                };
        try {
            Files.walkFileTree(
                    root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, visitor);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return stamps;
    }

    /// The reports that lie right in these folders, as far as there are such.
    Map<Path, Stamp> stampsIn(Set<Path> folders) {
        var stamps = new TreeMap<Path, Stamp>();
        folders.stream().filter(Files::isDirectory).forEach(each -> stamps.putAll(right(each)));
        return stamps;
    }

    private Map<Path, Stamp> right(Path folder) {
        var stamps = new TreeMap<Path, Stamp>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(this::isReport).toList()) {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    stamps.put(file, stamp(attributes));
                }
            }
            return stamps;
        } catch (IOException | UncheckedIOException vanished) {
            return stamps;
        }
    }

    /// The reports that were written since.
    List<Path> writtenSince(Map<Path, Stamp> before) {
        return stamps().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// @param damaged for each file that cannot be read, its path and what is wrong with it
    /// @param files how many reports were read whole
    record Contents(
            List<TestResult> results,
            List<String> damaged,
            int files,
            Optional<CoverageReading.Whole> coverage) {}

    /// @param paths the files of the project, which coverage is told of
    Contents read(List<Path> files, ProjectPaths paths) {
        var coverage = new ArrayList<Path>();
        var results = new ArrayList<TestResult>();
        var damaged = new ArrayList<String>();
        int whole = 0;
        for (Path file : files) {
            if (CoverageFiles.isName(file.getFileName().toString())) {
                coverage.add(file);
                continue;
            }
            switch (read(file)) {
                case ReportReading.Whole report -> {
                    results.addAll(report.results());
                    report.gaps().forEach(gap -> damaged.add(shown(file) + ": " + gap));
                    whole++;
                }
                case ReportReading.Damaged report ->
                        damaged.add(shown(file) + ": " + report.reason());
                case ReportReading.NotAReport report -> {}
            }
        }
        return new Contents(results, damaged, whole, CoverageFiles.read(coverage, paths));
    }

    private String shown(Path file) {
        return (file.startsWith(root) ? root.relativize(file) : file.getFileName()).toString();
    }

    private static ReportReading read(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            long size = Files.size(file);
            return size > LARGEST
                    ? new ReportReading.Damaged("it is larger than 512 MB")
                    : Reports.read(file.getFileName().toString(), bytes);
        } catch (IOException unreadable) {
            return new ReportReading.Damaged(OneLine.of(unreadable.toString(), 200));
        }
    }

    private static Stamp stamp(BasicFileAttributes attributes) {
        return new Stamp(attributes.lastModifiedTime(), attributes.size());
    }

    private boolean isLookedInto(Path folder) {
        return folder.equals(root) || !NOT_LOOKED_INTO.contains(folder.getFileName().toString());
    }

    private boolean isReport(Path file) {
        String name = file.getFileName().toString();
        String path = root.relativize(file).toString().replace(File.separatorChar, '/');
        if (places.stream().anyMatch(place -> place.matches(path))) {
            return true;
        }
        if (CoverageFiles.isName(name)) {
            return true;
        }
        for (Path folder : root.relativize(file.getParent())) {
            if (name.endsWith(".xml") && REPORT_FOLDERS.contains(folder.toString())) {
                return true;
            }
        }
        return REPORT_NAME.matcher(name).matches();
    }

    /// The files of a folder that holds nothing but reports.
    static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
