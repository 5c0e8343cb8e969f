package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kiro.model.scripted.ScriptedModel;
import kiro.permission.Mode;
import kiro.session.Event;
import kiro.session.Recorded;
import kiro.session.SessionListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that are killed while a child is at work.
class AgentChildrenKilledTest {
    @TempDir private Path folder;

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// As if the process had been killed right after a record of a child was written.
    private record Kill(int after, List<Recorded> seen) implements SessionListener {
        @Override
        public void recorded(Recorded recorded, String line) {
            if (recorded.event() instanceof Event.OfChild) {
                seen.add(recorded);
                if (seen.size() >= after) {
                    throw new Killed();
                }
            }
        }
    }

    private static Script counting() {
        return new Script()
                .calls("delegate", "{\"task\":\"count\"}")
                .calls("run_command", "{\"command\":\"echo x >> count.txt\"}")
                .writes("made.txt", "m")
                .says("counted")
                .says("done");
    }

    /// Kills a run after a record of a child, and goes on with it; answers whether there was such a record.
    private static boolean isSurvived(Path place, int after) throws InterruptedException {
        AgentHarness killed = new AgentHarness(place).employing();
        var seen = new ArrayList<Recorded>();
        killed.watchedBy(new Kill(after, seen));
        try {
            killed.runWithoutSpec(counting(), Mode.AUTONOMOUS);
            return false;
        } catch (Killed expected) {
            assertThat(seen).hasSize(after);
        }
        String last = seen.getLast().event().toString();
        AgentHarness again = AgentHarness.at(place).employing();
        long before = lines(again, "count.txt");
        RunReport report =
                again.resume(
                        new ScriptedModel(new Script().says("I look").says("x").answers()),
                        Mode.AUTONOMOUS);
        assertThat(lines(again, "count.txt")).as(last).isEqualTo(before).isLessThan(2);
        assertThat(again.toldLast())
                .as(last)
                .contains(
                        "the outcome is not known: the run was stopped while the agent was at work");
        assertThat(again.events(Event.ChildStarted.class)).hasSize(1);
        assertThat(RunState.of(again.reading()).children().unknown()).isEmpty();
        assertThat(report.work().origins()).as(last).hasSize(changes(again));
        return true;
    }

    private static int changes(AgentHarness harness) {
        return (int)
                List.of("count.txt", "made.txt").stream()
                        .filter(name -> Files.exists(harness.workspace.root().resolve(name)))
                        .count();
    }

    private static long lines(AgentHarness harness, String name) {
        return Files.exists(harness.workspace.root().resolve(name))
                ? harness.workspace.read(name).lines().count()
                : 0;
    }

    @Test
    @Tag("sub-agents#AC-10")
    void a_run_that_is_killed_at_any_record_of_a_child_repeats_nothing()
            throws InterruptedException {
        int after = 1;
        while (isSurvived(folder.resolve("kill-" + after), after)) {
            after++;
        }
        assertThat(after).isGreaterThan(12);
    }
}
