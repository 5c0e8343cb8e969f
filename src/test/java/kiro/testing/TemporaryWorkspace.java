package kiro.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;
import kiro.workspace.Workspace;

/// A real project folder for one test. Make it below a JUnit `@TempDir`.
public final class TemporaryWorkspace {
    private static final String PERSON = "[user]\n\tname = Test\n\temail = test@example.com\n";

    private final Path root;

    private TemporaryWorkspace(Path root) {
        this.root = root;
    }

    public static TemporaryWorkspace in(Path folder) {
        try {
            return new TemporaryWorkspace(folder.toRealPath());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Writes a file, making its folders.
    public TemporaryWorkspace with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public TemporaryWorkspace with(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Makes it a git repository with everything committed.
    public TemporaryWorkspace committed() throws InterruptedException {
        init();
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", "start");
        return this;
    }

    /// Commits everything at a time, in a repository that is made for it.
    public TemporaryWorkspace committedAt(String time) throws InterruptedException {
        init();
        git("add", "-A");
        run(
                Map.of("GIT_COMMITTER_DATE", time, "GIT_AUTHOR_DATE", time),
                "commit",
                "-q",
                "-m",
                "at " + time);
        return this;
    }

    /// With a person of its own, who commits: the machine may know none.
    private void init() throws InterruptedException {
        git("init", "-q", "-b", "main");
        String config = read(".git/config");
        if (!config.contains(PERSON)) {
            with(".git/config", config + PERSON);
        }
    }

    public String git(String... arguments) throws InterruptedException {
        return run(Map.of(), arguments);
    }

    private String run(Map<String, String> environment, String... arguments)
            throws InterruptedException {
        var argv = new java.util.ArrayList<String>(List.of("git"));
        argv.addAll(List.of(arguments));
        var runner = new CommandRunner(System.getenv(), root.resolve("spill"));
        return switch (runner.capture(
                Command.of(root, Duration.ofSeconds(30), argv).withEnvironment(environment))) {
            case Capture.Ended ended -> new String(ended.output(), StandardCharsets.UTF_8);
            case Capture.Failed failed -> throw new IllegalStateException(failed.reason());
        };
    }

    public String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    public boolean has(String path) {
        return Files.exists(root.resolve(path));
    }

    public Path root() {
        return root;
    }

    public Workspace workspace() {
        return new Workspace(root);
    }
}
