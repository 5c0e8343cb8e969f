package kiro.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kiro.evidence.Evidence;
import kiro.evidence.Traces;
import kiro.evidence.Verification;
import kiro.process.Capture;
import kiro.spec.Spec;
import kiro.workspace.Git;
import kiro.workspace.GitState;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// What was built for a spec: the code that its criteria own, and what was changed together with its tests.
///
/// @param files paths of code, without tests
/// @param functions names of owned functions
/// @param dependencies names in build files now
/// @param added those of them that were not there when the spec came to be
record Built(
        Set<String> files, Set<String> functions, Set<String> dependencies, Set<String> added) {
    /// A commit of more files says nothing of any single one.
    private static final int MOST_FILES = 25;

    private static final int MOST_COMMITS = 200;
    private static final int LARGEST_FILE = 1 << 20;

    /// Looks at the project and its history.
    static Built of(
            Spec spec, Verification verification, Traces traces, Workspace workspace, Git git)
            throws InterruptedException {
        var files = new TreeSet<String>();
        var functions = new TreeSet<String>();
        for (Evidence evidence : verification.evidence()) {
            for (String part : evidence.owned().parts()) {
                int hash = part.indexOf('#');
                files.add(hash < 0 ? part : part.substring(0, hash));
                if (hash >= 0) {
                    functions.add(part.substring(hash + 1).replaceFirst("~\\d+$", ""));
                }
            }
        }
        List<WorkspacePath> all = git.files();
        Set<String> there = new TreeSet<>();
        all.forEach(path -> there.add(path.value()));
        changedWith(traces.testFiles(), git).stream()
                .filter(there::contains)
                .filter(Built::isCode)
                .forEach(files::add);
        var now = new TreeSet<String>();
        var then = new TreeSet<String>();
        Optional<String> start = start(spec, git);
        for (WorkspacePath path : all) {
            if (Dependencies.isBuildFile(path.name()) && isOver(path, files)) {
                text(workspace.absolute(path))
                        .ifPresent(text -> now.addAll(Dependencies.of(path.name(), text)));
                start.flatMap(commit -> show(commit, path, git))
                        .ifPresent(text -> then.addAll(Dependencies.of(path.name(), text)));
            }
        }
        var added = new TreeSet<>(now);
        added.removeAll(then);
        return new Built(files, functions, now, start.isPresent() ? added : Set.of());
    }

    /// Whether a build file builds any of these: it lies above them.
    private static boolean isOver(WorkspacePath build, Set<String> files) {
        String path = build.value();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return folder.isEmpty() || files.stream().anyMatch(file -> file.startsWith(folder));
    }

    /// The files that were committed together with these, and those that lie uncommitted beside them.
    private static Set<String> changedWith(List<WorkspacePath> tests, Git git)
            throws InterruptedException {
        var files = new TreeSet<String>();
        if (tests.isEmpty()) {
            return files;
        }
        var log =
                new ArrayList<>(
                        List.of(
                                "log",
                                "--format=%H",
                                "--max-count=" + MOST_COMMITS,
                                "--no-merges",
                                // The first commit of a project has everything in it.
                                "--min-parents=1",
                                "--"));
        tests.forEach(path -> log.add(":(literal)" + path));
        for (String commit : lines(git.run(log))) {
            List<String> changed =
                    lines(
                            git.run(
                                    List.of(
                                            "-c",
                                            "core.quotePath=false",
                                            "show",
                                            "--relative",
                                            "--name-only",
                                            "--format=",
                                            "--no-renames",
                                            commit)));
            if (changed.size() <= MOST_FILES) {
                files.addAll(changed);
            }
        }
        if (git.state() instanceof GitState.Repository repository
                && repository.dirty().stream().anyMatch(tests::contains)
                && repository.dirty().size() <= MOST_FILES) {
            repository.dirty().forEach(path -> files.add(path.value()));
        }
        return files;
    }

    /// The commit that the spec came with.
    private static Optional<String> start(Spec spec, Git git) throws InterruptedException {
        List<String> commits =
                lines(
                        git.run(
                                List.of(
                                        "log",
                                        "--diff-filter=A",
                                        "--format=%H",
                                        "--",
                                        ":(literal)" + spec.path())));
        return commits.isEmpty() ? Optional.empty() : Optional.of(commits.getLast());
    }

    private static Optional<String> show(String commit, WorkspacePath path, Git git) {
        try {
            return git.run(List.of("show", commit + ":./" + path.value()))
                                    instanceof Capture.Ended ended
                            && ended.code() == 0
                    ? Optional.of(new String(ended.output(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static List<String> lines(Capture capture) {
        return capture instanceof Capture.Ended ended && ended.code() == 0
                ? new String(ended.output(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
    }

    private static boolean isCode(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean isSource =
                name.matches(
                        ".+\\.(?:java|kt|ts|tsx|js|jsx|mjs|cjs|mts|py|go|rs|sql|tf|proto|graphql)");
        boolean isTest =
                path.matches("(?:.*/)?(?:tests?|__tests__|e2e)/.*")
                        || name.matches(
                                "(?:.*[._-](?:test|spec)\\.\\w+|test_.*\\.py|.*_test\\.\\w+|.*(?:Tests?|IT)\\.(?:java|kt))");
        return isSource && !isTest;
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Files.size(file) <= LARGEST_FILE
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
