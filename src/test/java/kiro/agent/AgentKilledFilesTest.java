package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.agent.AgentTask.Goal;
import kiro.permission.Mode;
import kiro.session.Event;
import kiro.testing.MemoryFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that changes files in every way is killed at every append: looks side by side, a patch of several files, a command, a
/// commit, an edit.
class AgentKilledFilesTest {
    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    private static Worker worker() {
        return new Worker(
                "",
                List.of(
                        List.of(
                                Worker.Action.of("read_file", "{\"path\":\"keep.txt\"}"),
                                Worker.Action.of("read_file", "{\"path\":\"gone.txt\"}"),
                                Worker.Action.of(
                                        "search", "{\"pattern\":\"keep\",\"glob\":\"*.txt\"}"),
                                Worker.Action.making(
                                        "p1.txt",
                                        "apply_patch",
                                        "{\"patch\":\"*** Begin Patch\\n*** Add File: p1.txt\\n+1\\n*** Update File: keep.txt\\n@@\\n-keep\\n+kept\\n*** Delete File: gone.txt\\n*** End Patch\\n\"}"),
                                Worker.Action.making(
                                        "made.txt",
                                        "run_command",
                                        "{\"command\":\"sh effect.sh shell; echo m > made.txt; rm old.txt\"}"),
                                Worker.Action.of("git", "{\"arguments\":[\"add\",\"p1.txt\"]}"),
                                new Worker.Action(
                                        "git",
                                        "{\"arguments\":[\"commit\",\"-m\",\"a patch\"]}",
                                        Optional.of(
                                                new Worker.Proof(
                                                        "git",
                                                        "{\"arguments\":[\"log\",\"--oneline\"]}",
                                                        "a patch"))),
                                Worker.Action.making(
                                        "keep.txt",
                                        "edit_file",
                                        "{\"path\":\"keep.txt\",\"old_text\":\"kept\",\"new_text\":\"kept twice\"}"))));
    }

    static final class Files implements Kills.Work {
        @Override
        public AgentHarness open(Path workspace, boolean isNew) throws InterruptedException {
            if (!isNew) {
                return AgentHarness.at(workspace);
            }
            var agent = new AgentHarness(workspace);
            agent.workspace
                    .with("keep.txt", "keep\n")
                    .with("gone.txt", "gone\n")
                    .with("old.txt", "old\n")
                    .with("effect.sh", "echo $1 >> ../outside/effects\n")
                    .committed()
                    .git("config", "user.name", "Test");
            agent.workspace.git("config", "user.email", "test@example.com");
            return agent;
        }

        @Override
        public RunReport run(AgentHarness agent) throws InterruptedException {
            return agent.run(
                    worker(),
                    new AgentTask(
                            "do it", Optional.empty(), new Goal.WholeWork(), Mode.AUTONOMOUS));
        }

        @Override
        public RunReport resume(AgentHarness agent) throws InterruptedException {
            return agent.resume(worker(), Mode.AUTONOMOUS);
        }
    }

    @Test
    @Tag("sessions#AC-15")
    @Tag("sessions#AC-16")
    void a_run_that_changes_files_is_killed_anywhere_and_loses_and_repeats_nothing()
            throws Exception {
        var kills = new Kills(folder, new Files());

        assertThat(kills.faults()).isEmpty();

        assertThat(kills.events().stream().filter(Event.ToolIntended.class::isInstance)).hasSize(8);
    }
}
