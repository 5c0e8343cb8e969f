package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.process.Output;
import kiro.testing.Processes;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace that nobody may write, an administrator neither: it is mounted so. Where the machine lets nobody mount, it has lost its
/// modes to write instead.
class ReadOnlyTreeTest {
    private static final String[] RUN = {
        "agent", "make it", "--mode", "autonomous", "--model", "scripted/script.jsonl"
    };

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;
    private boolean canMount;

    @BeforeEach
    void open() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/specs/keep", "")
                        .with("a.txt", "one\n")
                        .with(
                                "script.jsonl",
                                ScriptLines.all(
                                        ScriptLines.writes("c1", "made.txt", "made\n"),
                                        ScriptLines.says("done")))
                        .committed();
        assertThat(Kiro.in(workspace.root()).run(RUN).code()).isZero();
        canMount = mounted("! touch a.txt 2>&1").code() == 0;
        if (!canMount) {
            writable(false);
        }
    }

    @AfterEach
    void close() throws Exception {
        writable(true);
    }

    private void writable(boolean isSo) throws Exception {
        String modes = (isSo ? "chmod -R u+w ." : "chmod -R a-w .");
        new ProcessBuilder("sh", "-c", modes)
                .directory(workspace.root().toFile())
                .start()
                .waitFor();
    }

    /// In a room of its own where the workspace is read-only.
    private CommandResult.Exited mounted(String line) throws Exception {
        String root = workspace.root().toString();
        return run(
                List.of(
                        "bwrap",
                        "--bind",
                        "/",
                        "/",
                        "--dev-bind",
                        "/dev",
                        "/dev",
                        "--ro-bind",
                        root,
                        root,
                        "--chdir",
                        root,
                        "sh",
                        "-c",
                        line));
    }

    private CommandResult.Exited run(List<String> argv) throws Exception {
        CommandResult result =
                new CommandRunner(System.getenv(), folder.resolve("spill"))
                        .run(
                                Command.of(workspace.root(), Duration.ofSeconds(60), argv)
                                        .withEnvironment(
                                                Map.of(
                                                        "CLASSPATH",
                                                        Processes.classPath(),
                                                        "KIRO_SANDBOX",
                                                        "off",
                                                        "HOME",
                                                        folder.resolve("home").toString())));
        return result instanceof CommandResult.Exited exited
                ? exited
                : new CommandResult.Exited(
                        1, new Output("no bwrap", 0, Optional.empty()), Duration.ZERO);
    }

    private CommandResult.Exited kiro(String arguments) throws Exception {
        String line =
                "exec '%s' -XX:-UsePerfData -XX:TieredStopAtLevel=1 kiro.Main %s"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"), arguments);
        return canMount ? mounted(line) : run(List.of("sh", "-c", line));
    }

    @Test
    @Tag("workspace#AC-15")
    void what_only_looks_works_on_a_read_only_tree() throws Exception {
        for (String line :
                List.of(
                        "sessions",
                        "session show last",
                        "undo --dry-run",
                        "spec list",
                        "permissions list")) {
            CommandResult.Exited looked = kiro(line);

            assertThat(looked.code()).as(line + "\n" + looked.output().text()).isZero();
            assertThat(looked.output().text()).as(line).isNotBlank().doesNotContain("error");
        }
        assertThat(kiro("undo --dry-run").output().text()).contains("deleted    made.txt");
    }

    @Test
    @Tag("workspace#AC-15")
    void what_writes_says_that_it_cannot_and_what_to_do() throws Exception {
        Map<String, List<String>> told =
                Map.of(
                        "undo",
                        List.of(
                                "[io/failed]",
                                "next: free some disk space or mend the permissions"),
                        String.join(" ", RUN).replace("make it", "'make it'"),
                        List.of(
                                "the session's folder cannot be written",
                                "[agent/no-session]",
                                "next: make .kiro/sessions writable"),
                        "spec create x --template bug-fix",
                        List.of("x.md", "[spec/not-written]", "next: make .kiro/specs writable"));
        for (Map.Entry<String, List<String>> each : told.entrySet()) {
            CommandResult.Exited refused = kiro(each.getKey());

            assertThat(refused.code())
                    .as(each.getKey() + "\n" + refused.output().text())
                    .isEqualTo(69);
            assertThat(refused.output().text()).contains(each.getValue());
        }
        assertThat(workspace.has("made.txt")).isTrue();
        assertThat(workspace.has(".kiro/specs/x.md")).isFalse();
    }
}
