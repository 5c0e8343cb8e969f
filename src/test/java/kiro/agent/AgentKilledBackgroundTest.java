package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.testing.MemoryFolder;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run is killed at each of its records while a command goes on in the background. What goes on with it has no such command: it died with
/// the run.
class AgentKilledBackgroundTest {
    private static final String PLAN =
            "{\"title\":\"t\",\"steps\":[{\"action\":\"do\",\"files\":[],\"risk\":\"low\",\"criteria\":[]}]}";

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    /// A command in the background is started, looked at and stopped, with other work meanwhile.
    static final class Background extends LivingWork {
        @Override
        Worker worker() {
            return new Worker(
                    PLAN,
                    List.of(
                            List.of(
                                    Worker.Action.making(
                                            "background.txt",
                                            "start_command",
                                            "{\"command\":\"sh background.sh\"}"),
                                    Worker.Action.of(
                                            "command_output",
                                            "{\"handle\":\"bg-1\",\"wait_seconds\":0}"),
                                    Worker.Action.of(
                                            "write_file",
                                            "{\"path\":\"made.txt\",\"content\":\"m\\n\"}"),
                                    Worker.Action.making(
                                            "last.txt",
                                            "run_command",
                                            "{\"command\":\"echo front >> ../outside/effects; echo l > last.txt\"}"),
                                    Worker.Action.of("stop_command", "{\"handle\":\"bg-1\"}"),
                                    Worker.Action.of(
                                            "write_file",
                                            "{\"path\":\"end.txt\",\"content\":\"e\\n\"}"))));
        }

        @Override
        void prepare(TemporaryWorkspace workspace) {
            workspace.with(
                    "background.sh",
                    "echo background >> ../outside/effects; echo b > background.txt; echo ready; exec sleep 300\n");
        }

        @Override
        Optional<String> server() {
            return Optional.empty();
        }
    }

    @Test
    @Tag("sessions#AC-15")
    @Tag("sessions#AC-16")
    void a_run_with_a_command_in_the_background_is_killed_anywhere_and_repeats_nothing()
            throws Exception {
        var kills = new Kills(folder, new Background());

        assertThat(kills.faults()).isEmpty();

        assertThat(Kills.left(folder.resolve("whole")).get("outside/effects"))
                .isEqualTo("[background, front]");
        assertThat(KilledProgram.goesOn(folder.toRealPath())).isEmpty();
    }
}
