package kiro.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;

/// Asks git what it would ignore if the ignore files of the project were others: in a folder that holds these alone.
final class OtherIgnores {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int NONE_IS = 1;

    private final Workspace workspace;
    private final CommandRunner commands;

    OtherIgnores(Workspace workspace, CommandRunner commands) {
        this.workspace = workspace;
        this.commands = commands;
    }

    /// Those of these names; empty where git does not say.
    Optional<Set<WorkspacePath>> among(
            List<WorkspacePath> names, Map<WorkspacePath, byte[]> ignoreFiles, Path repository)
            throws InterruptedException, IOException {
        Path scratch = Files.createTempDirectory("kiro-ignores");
        try {
            Path tree = Files.createDirectory(scratch.resolve("tree"));
            for (Map.Entry<WorkspacePath, byte[]> each : ignoreFiles.entrySet()) {
                Path file = tree.resolve(each.getKey().value());
                Files.createDirectories(file.resolveSibling(".").normalize());
                Files.write(file, each.getValue());
            }
            Path input = scratch.resolve("names");
            Files.write(
                    input,
                    RawPath.encode(
                            names.stream()
                                    .map(name -> name.value() + "\0")
                                    .collect(Collectors.joining())));
            return answer(commands.capture(command(tree, repository).withInput(input)));
        } finally {
            delete(scratch);
        }
    }

    private Command command(Path tree, Path repository) {
        return new GitProgram(workspace.root(), commands)
                .call(
                        tree,
                        LIMIT,
                        List.of(
                                "--git-dir=" + repository,
                                "--work-tree=" + tree,
                                "check-ignore",
                                "--no-index",
                                "--stdin",
                                "-z"))
                .withEnvironment(GitEnvironment.unattended(workspace.root()));
    }

    private static Optional<Set<WorkspacePath>> answer(Capture capture) {
        if (!(capture instanceof Capture.Ended ended) || ended.code() > NONE_IS) {
            return Optional.empty();
        }
        Set<WorkspacePath> ignored = new HashSet<>();
        for (String name : RawPath.decode(ended.output()).split("\0")) {
            if (!name.isEmpty()) {
                ignored.add(WorkspacePath.of(name));
            }
        }
        return Optional.of(ignored);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList().reversed()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
