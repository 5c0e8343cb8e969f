package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.testing.Processes;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes are taken back where there is no room for what a run made to be kept once more. That is brought about by a limit of the
/// system on the size of files that are written.
class UndoWithoutRoomTest {
    private static final String LARGE = "x".repeat(200_000);

    @TempDir private Path folder;

    @Test
    @Tag("undo#AC-26")
    void what_a_run_made_is_deleted_and_can_be_had_again() throws Exception {
        TemporaryWorkspace workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("small.txt", "one\n")
                        .with(
                                "script.jsonl",
                                ScriptLines.all(
                                        ScriptLines.call(
                                                "c1",
                                                "run_command",
                                                "{\"command\":\"echo two > small.txt; head -c 200000 /dev/zero | tr '\\\\0' x > large.txt\"}"),
                                        ScriptLines.says("done")))
                        .committed();
        Kiro.in(workspace.root())
                .run(
                        "agent",
                        "make it",
                        "--mode",
                        "autonomous",
                        "--model",
                        "scripted/script.jsonl");
        assertThat(workspace.read("large.txt")).isEqualTo(LARGE);

        CommandResult.Exited undone = shell(workspace, "undo");

        assertThat(undone.code()).as(undone.output().text()).isZero();
        assertThat(workspace.has("large.txt")).isFalse();
        assertThat(workspace.read("small.txt")).isEqualTo("one\n");

        Kiro.Result first = Kiro.in(workspace.root()).run("undo", "--redo");
        assertThat(first.out()).contains("1 undoing before that can be had again as well");
        Kiro.Result second = Kiro.in(workspace.root()).run("undo", "--redo");
        assertThat(second.out()).doesNotContain("can be had again");

        assertThat(workspace.read("large.txt")).isEqualTo(LARGE);
        assertThat(workspace.read("small.txt")).isEqualTo("two\n");
    }

    private CommandResult.Exited shell(TemporaryWorkspace workspace, String command)
            throws Exception {
        String line =
                "ulimit -f 64; exec '%s' -XX:-UsePerfData -XX:TieredStopAtLevel=1 kiro.Main %s"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"), command);
        return (CommandResult.Exited)
                new CommandRunner(System.getenv(), folder.resolve("spill"))
                        .run(
                                Command.shell(workspace.root(), Duration.ofSeconds(60), line)
                                        .withEnvironment(
                                                Map.of(
                                                        "CLASSPATH",
                                                        Processes.classPath(),
                                                        "HOME",
                                                        folder.resolve("home").toString())));
    }
}
