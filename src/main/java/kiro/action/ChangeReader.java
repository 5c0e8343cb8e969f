package kiro.action;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.workspace.Git;

/// Asks git what differs between two states of a project, with the whole text of both.
final class ChangeReader {
    /// Both texts come in one answer where the whole of each file is context.
    private static final List<String> OPTIONS =
            List.of(
                    "--raw",
                    "-p",
                    "-z",
                    "-M",
                    "-U1000000",
                    "--relative",
                    "--no-ext-diff",
                    "--no-textconv",
                    "--no-color",
                    "--submodule=short");

    private final Git git;

    ChangeReader(Git git) {
        this.git = git;
    }

    /// What came of asking.
    sealed interface Reading {
        record Whole(List<ChangedFile> files) implements Reading {
            public Whole {
                files = List.copyOf(files);
            }
        }

        record Failed(String reason) implements Reading {}
    }

    /// What is to be committed.
    Reading staged() throws InterruptedException {
        return read(List.of("--cached"));
    }

    /// What a branch has that its base had not when they parted.
    Reading since(String base, String head) throws InterruptedException {
        return read(List.of(base + "..." + head));
    }

    /// What one commit has that another has not.
    Reading between(String earlier, String later) throws InterruptedException {
        return read(List.of(earlier, later));
    }

    private Reading read(List<String> states) throws InterruptedException {
        List<String> arguments =
                Stream.of(
                                List.of("-c", "diff.suppressBlankEmpty=false", "diff"),
                                OPTIONS,
                                states,
                                List.of("--"))
                        .flatMap(List::stream)
                        .toList();
        return switch (git.run(arguments)) {
            case Capture.Failed failed -> new Reading.Failed(failed.reason());
            case Capture.Ended ended when ended.code() != 0 ->
                    new Reading.Failed(
                            ended.errors().strip().lines().findFirst().orElse("git diff failed"));
            case Capture.Ended ended ->
                    new Reading.Whole(
                            PatchReader.read(new String(ended.output(), StandardCharsets.UTF_8)));
        };
    }

    /// The same files without those that a person did not ask about.
    static List<ChangedFile> among(List<ChangedFile> files, List<String> paths) {
        var kept = new ArrayList<>(files);
        kept.removeIf(file -> !paths.contains(file.path()) && !paths.contains(file.before()));
        return kept;
    }
}
