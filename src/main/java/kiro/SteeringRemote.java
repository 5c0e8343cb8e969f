package kiro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.cli.SharedSteering;
import kiro.process.Capture;
import kiro.process.ChildEnvironment;
import kiro.process.CommandRunner;
import kiro.workspace.GitProgram;

/// Fetches the steering of a team's shared repository into memory. Nothing of the repository is run: no hooks, no filters,
/// no submodules, and no transport but those of git's own.
final class SteeringRemote implements SharedSteering.Source {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int MOST_FILES = 200;
    private static final long LARGEST = 1 << 20;
    private static final Set<String> OTHERS =
            Set.of("readme.md", "license.md", "changelog.md", "contributing.md");

    private static final Map<String, String> UNATTENDED =
            Map.of(
                    "GIT_TERMINAL_PROMPT", "0",
                    "GIT_ALLOW_PROTOCOL", "https:http:ssh:git:file",
                    "GIT_LFS_SKIP_SMUDGE", "1",
                    "LC_ALL", "C");

    private final Outside outside;

    SteeringRemote(Outside outside) {
        this.outside = outside;
    }

    @Override
    public SharedSteering fetch(String remote) throws InterruptedException {
        if (remote.startsWith("-") || remote.contains("::")) {
            return new SharedSteering.Unreachable("that is no address of a repository");
        }
        try {
            Path folder = Files.createTempDirectory(outside.temporary(), "kiro-steering");
            try {
                return fetch(remote, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException failure) {
            return new SharedSteering.Unreachable(String.valueOf(failure.getMessage()));
        }
    }

    private SharedSteering fetch(String remote, Path folder)
            throws IOException, InterruptedException {
        Path copy = folder.resolve("copy");
        Capture cloned =
                git(
                        folder,
                        "clone",
                        "-q",
                        "--depth",
                        "1",
                        "--no-tags",
                        "--single-branch",
                        "--template=",
                        "-c",
                        "core.hooksPath=/dev/null",
                        "-c",
                        "core.symlinks=false",
                        "--",
                        remote,
                        copy.toString());
        if (!(cloned instanceof Capture.Ended ended) || ended.code() != 0) {
            return new SharedSteering.Unreachable(reason(cloned));
        }
        if (!(git(copy, "rev-parse", "HEAD") instanceof Capture.Ended head) || head.code() != 0) {
            return new SharedSteering.Unreachable("the repository has no commit");
        }
        return read(copy, new String(head.output(), StandardCharsets.UTF_8).strip());
    }

    private static SharedSteering read(Path copy, String commit) throws IOException {
        Path own = copy.resolve(".kiro/steering");
        Path root = Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS) ? own : copy;
        var files = new TreeMap<String, byte[]>();
        for (Path file : markdown(root)) {
            if (Files.size(file) > LARGEST || files.size() == MOST_FILES) {
                return new SharedSteering.Unreachable(
                        "it has more than %d files of steering, or one of more than 1 MB"
                                .formatted(MOST_FILES));
            }
            files.put(
                    root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        return files.isEmpty()
                ? new SharedSteering.Unreachable(
                        "it has no Markdown in .kiro/steering or elsewhere")
                : new SharedSteering.Fetched(commit, files);
    }

    private static List<Path> markdown(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file ->
                            !OTHERS.contains(
                                    file.getFileName().toString().toLowerCase(Locale.ROOT)))
                    .filter(file -> isPlain(root.relativize(file)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static boolean isPlain(Path path) {
        for (Path name : path) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    private Capture git(Path folder, String... arguments) throws InterruptedException {
        var commands =
                new CommandRunner(ChildEnvironment.of(outside.environment()), outside.temporary());
        return commands.capture(
                new GitProgram(outside.directory(), commands)
                        .call(folder, LIMIT, List.of(arguments))
                        .withEnvironment(UNATTENDED));
    }

    private static String reason(Capture capture) {
        return switch (capture) {
            case Capture.Ended ended ->
                    ended.errors()
                            .lines()
                            .filter(line -> !line.isBlank())
                            .reduce((_, last) -> last)
                            .orElse("git ended with " + ended.code())
                            .strip();
            case Capture.Failed failed -> failed.reason();
        };
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
