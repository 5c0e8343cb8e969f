package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.agent.AgentTask.Goal;
import kiro.permission.Mode;
import kiro.session.Event;
import kiro.testing.MemoryFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run is killed at every append whose conversation becomes too long, twice in two ways, and that gives a piece of its work to
/// another agent.
class AgentKilledTalkTest {
    private static final int WINDOW = 14_500;

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    private static Worker worker() {
        var actions = new ArrayList<Worker.Action>();
        for (int i = 0; i < 4; i++) {
            actions.add(Worker.Action.of("read_file", "{\"path\":\"notes/%d.txt\"}".formatted(i)));
        }
        actions.add(
                Worker.Action.making(
                        "shell.txt",
                        "run_command",
                        "{\"command\":\"sh effect.sh shell; echo s > shell.txt\"}"));
        for (int i = 4; i < 8; i++) {
            actions.add(Worker.Action.of("read_file", "{\"path\":\"notes/%d.txt\"}".formatted(i)));
        }
        actions.add(
                Worker.Action.making("child.txt", "delegate", "{\"task\":\"the work of step 2\"}"));
        for (int i = 0; i < 2; i++) {
            actions.add(
                    Worker.Action.of(
                            "write_file",
                            "{\"path\":\"made%d.txt\",\"content\":\"%s\"}"
                                    .formatted(i, "what the model has written\\n".repeat(750))));
        }
        actions.add(Worker.Action.of("write_file", "{\"path\":\"made.txt\",\"content\":\"m\\n\"}"));
        return new Worker(
                "",
                List.of(
                        actions,
                        List.of(
                                Worker.Action.making(
                                        "child.txt",
                                        "run_command",
                                        "{\"command\":\"sh effect.sh child; echo c > child.txt\"}"))),
                WINDOW);
    }

    private static final class Talk implements Kills.Work {
        @Override
        public AgentHarness open(Path workspace, boolean isNew) throws InterruptedException {
            if (!isNew) {
                return AgentHarness.at(workspace).employing();
            }
            var agent = new AgentHarness(workspace).employing();
            agent.workspace.with("effect.sh", "echo $1 >> ../outside/effects\n");
            for (int i = 0; i < 8; i++) {
                agent.workspace.with(
                        "notes/" + i + ".txt",
                        ("a line of note " + i + " to fill the room\n").repeat(250));
            }
            agent.workspace.committed();
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
    void a_run_that_forgets_and_has_help_is_killed_anywhere_and_loses_and_repeats_nothing()
            throws Exception {
        var kills = new Kills(folder, new Talk());

        assertThat(kills.faults()).isEmpty();

        assertThat(
                        kills.events().stream()
                                .filter(Event.Compacted.class::isInstance)
                                .map(event -> ((Event.Compacted) event).way()))
                .contains("masked", "summarised");
        assertThat(kills.events().stream().filter(Event.ChildEnded.class::isInstance)).hasSize(1);
    }
}
