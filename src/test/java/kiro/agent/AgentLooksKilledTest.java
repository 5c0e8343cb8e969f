package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kiro.model.scripted.ScriptedModel;
import kiro.permission.Mode;
import kiro.session.Event;
import kiro.session.Recorded;
import kiro.session.SessionListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs that are killed while a call is under way.
class AgentLooksKilledTest {
    @TempDir private Path folder;

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private record Kill(String tool) implements SessionListener {
        @Override
        public void recorded(Recorded recorded, String line) {
            if (recorded.event() instanceof Event.ToolIntended intended
                    && intended.tool().equals(tool)) {
                throw new Killed();
            }
        }
    }

    @ParameterizedTest
    @Tag("sessions#AC-26")
    @CsvSource(
            delimiter = '|',
            value = {
                "git | {\"arguments\":[\"status\"]} | done",
                "list_directory | {\"path\":\".\"} | done",
                "search | {\"pattern\":\"x\"} | done",
                "read_file | {\"path\":\"README.md\"} | done",
                "run_command | {\"command\":\"echo x > y.txt\"} | undone",
            })
    void only_a_call_that_may_leave_something_counts_as_undone(
            String tool, String arguments, String end) throws InterruptedException {
        AgentHarness killed = new AgentHarness(folder);
        killed.workspace.with("README.md", "x\n");
        killed.watchedBy(new Kill(tool));
        boolean isKilled = false;
        try {
            killed.runWithoutSpec(new Script().calls(tool, arguments).says("x"), Mode.AUTONOMOUS);
        } catch (Killed expected) {
            isKilled = true;
        }
        assertThat(isKilled).isTrue();

        RunReport report =
                AgentHarness.at(folder)
                        .resume(
                                new ScriptedModel(new Script().says("done").says("done").answers()),
                                Mode.AUTONOMOUS);

        assertThat(report.end().getClass().getSimpleName()).isEqualToIgnoringCase(end);
    }
}
