package kiro.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
    private final Optional<GitExcludes.Rules> excludes;

    /// @param excludes what git ignores beside the ignore files; as it does now where it is empty
    OtherIgnores(
            Workspace workspace, CommandRunner commands, Optional<GitExcludes.Rules> excludes) {
        this.workspace = workspace;
        this.commands = commands;
        this.excludes = excludes;
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
            List<String> as =
                    excludes.isPresent()
                            ? excluding(excludes.get(), repository, scratch)
                            : List.of("--git-dir=" + repository);
            return answer(commands.capture(command(tree, as).withInput(input)));
        } finally {
            delete(scratch);
        }
    }

    /// A repository with nothing in it but the settings of the real one, and these rules.
    private static List<String> excluding(GitExcludes.Rules rules, Path repository, Path scratch)
            throws IOException {
        Path like = Files.createDirectory(scratch.resolve("like"));
        Files.createDirectory(like.resolve("objects"));
        Files.createDirectory(like.resolve("refs"));
        Files.writeString(like.resolve("HEAD"), "ref: refs/heads/none\n");
        Path common = repository.resolve("commondir");
        Path settings =
                Files.isRegularFile(common)
                        ? repository.resolve(Files.readString(common).strip())
                        : repository;
        Files.copy(settings.resolve("config"), like.resolve("config"));
        Files.createDirectory(like.resolve("info"));
        write(like.resolve("info/exclude"), rules.exclude());
        Path others = scratch.resolve("others");
        write(others, rules.text());
        return List.of("-c", "core.excludesFile=" + others, "--git-dir=" + like);
    }

    private static void write(Path file, String bytes) throws IOException {
        Files.write(file, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Command command(Path tree, List<String> repository) {
        var argv = new ArrayList<>(repository);
        argv.addAll(List.of("--work-tree=" + tree, "check-ignore", "--no-index", "--stdin", "-z"));
        return new GitProgram(workspace.root(), commands)
                .call(tree, LIMIT, argv)
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
