package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.agent.AgentTask.Goal;
import kiro.permission.Mode;
import kiro.session.Event;
import kiro.steering.SteeringStore;
import kiro.steering.project.ProjectSteering;
import kiro.steering.project.ToldSteering;
import kiro.steering.source.ProjectFiles;
import kiro.testing.Trees;
import kiro.text.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentContextTest {
    @TempDir private Path folder;
    private AgentHarness agent;

    @BeforeEach
    void open() {
        agent = new AgentHarness(folder);
    }

    @Test
    @Tag("context#AC-3")
    void what_the_conversation_begins_with_is_in_the_log_part_by_part()
            throws InterruptedException {
        agent.workspace
                .with(".kiro/steering/security.md", "# Security\n\nSee #[[file:docs/keys.md]].\n")
                .with("docs/keys.md", "keys are rotated\n");

        agent.run(
                new Script().plans("\"AC-1\"", "a").says("done"),
                new Goal.PlanOnly(),
                Mode.AUTONOMOUS);

        Event.ContextLaid laid = agent.events(Event.ContextLaid.class).getFirst();
        assertThat(laid.window()).isEqualTo(1_000_000);
        assertThat(laid.parts())
                .extracting(part -> part.kind() + " " + part.name())
                .containsExactly(
                        "system ",
                        laid.parts().get(1).kind() + " " + laid.parts().get(1).name(),
                        "workspace ",
                        "steering security",
                        "spec demo",
                        "criteria ",
                        "mentioned docs/keys.md",
                        "guide ",
                        "task ",
                        "now ");
        assertThat(laid.parts()).allMatch(part -> part.tokens() > 0);
        assertThat(agent.told(1)).contains("keys are rotated");
    }

    @Test
    @Tag("context#AC-2")
    void a_mention_of_a_file_that_is_not_there_warns_the_person() throws InterruptedException {
        agent.workspace.with(".kiro/steering/security.md", "See #[[file:docs/keys.md]].\n");

        agent.runWithoutSpec(new Script().says("done"), Mode.AUTONOMOUS);

        assertThat(agent.events(Event.Warned.class))
                .contains(
                        new Event.Warned(
                                ".kiro/steering/security.md mentions docs/keys.md, which is not there"));
    }

    @Test
    @Tag("context#AC-4")
    void the_rules_of_a_folder_are_told_once_the_model_comes_to_it_the_nearest_last()
            throws InterruptedException {
        agent.workspace
                .with("AGENTS.md", "root rules\n")
                .with("web/AGENTS.md", "web rules\n")
                .with("web/cart/AGENTS.md", "cart rules\n")
                .with("web/cart/cart.ts", "let a = 1\n")
                .with("web/app.ts", "let b = 1\n");
        var script =
                new Script()
                        .calls("read_file", "{\"path\":\"web/app.ts\"}")
                        .calls("read_file", "{\"path\":\"web/cart/cart.ts\"}")
                        .calls("read_file", "{\"path\":\"web/app.ts\"}")
                        .says("done");

        agent.runWithoutSpec(script, Mode.AUTONOMOUS);

        assertThat(agent.told(1)).contains("root rules").doesNotContain("web rules");
        assertThat(agent.told(2)).contains("web rules").doesNotContain("cart rules", "root rules");
        assertThat(agent.told(3)).contains("cart rules").doesNotContain("web rules");
        assertThat(agent.told(4)).doesNotContain("rules");
    }

    @Test
    @Tag("steering-told#AC-4")
    void the_rules_about_a_steps_files_are_not_repeated_after_its_calls() throws Exception {
        agent.workspace
                .with(".kiro/steering/a.md", "- Never use `exec` in `web`.\n")
                .with("web/app.py", "b = 1\n");
        ProjectSteering steering =
                ProjectSteering.of(
                        new SteeringStore(agent.workspace.workspace()).read(),
                        ProjectFiles.of(Map.of("web/app.py", new byte[0])),
                        Trees.parser());
        agent.steered(
                ToldSteering.of(steering.rules(), steering.files(), List.of(), ToldSteering.ROOM));
        var script =
                new Script()
                        .calls("read_file", "{\"path\":\"web/app.py\"}")
                        .calls("list_directory", "{\"path\":\"web\"}")
                        .calls("read_file", "{\"path\":\"web/app.py\",\"start_line\":1}")
                        .says("done");

        agent.runWithoutSpec(script, Mode.AUTONOMOUS);

        assertThat(agent.told(1)).contains("exec");
        assertThat(List.of(agent.told(2), agent.told(3), agent.told(4)))
                .noneMatch(told -> told.contains("exec"));
    }

    @Test
    @Tag("context#AC-12")
    void a_steering_file_that_is_changed_makes_another_beginning(@TempDir Path other)
            throws InterruptedException {
        Hash with = prefix(agent, "- No cycles.\n");
        Hash again = prefix(new AgentHarness(other.resolve("again")), "- No cycles.\n");
        Hash changed = prefix(new AgentHarness(other.resolve("changed")), "- No cycles at all.\n");

        assertThat(again).isEqualTo(with);
        assertThat(changed).isNotEqualTo(with);
    }

    private static Hash prefix(AgentHarness agent, String steering) throws InterruptedException {
        agent.workspace.with(".kiro/steering/a.md", steering);
        agent.runWithoutSpec(
                new Script().calls("list_directory", "{}").says("done"), Mode.AUTONOMOUS);
        List<Hash> all =
                agent.events(Event.ModelAsked.class).stream()
                        .map(asked -> asked.hash().orElseThrow().prefix())
                        .toList();
        assertThat(all).hasSize(2);
        assertThat(all.getFirst()).isEqualTo(all.getLast());
        return all.getFirst();
    }

    @Test
    @Tag("context#AC-4")
    void the_rules_of_a_steps_folder_are_told_before_the_step() throws InterruptedException {
        agent.workspace.with("src/main/AGENTS.md", "main rules\n");

        agent.run(
                new Script().plans("\"AC-1\"", "write it").says("done").says("no").says("no"),
                new Goal.WholeWork(),
                Mode.AUTONOMOUS);

        String told = agent.told(2);
        assertThat(told.indexOf("main rules")).isPositive().isLessThan(told.indexOf("<step "));
    }

    @Test
    @Tag("context#AC-3")
    void the_same_task_begins_with_the_same_text() throws InterruptedException {
        agent.runWithoutSpec(new Script().says("done"), Mode.AUTONOMOUS);
        var again = new AgentHarness(folder.resolve("again"));
        String first = agent.told(1);

        again.runWithoutSpec(new Script().says("done"), Mode.AUTONOMOUS);

        assertThat(List.of(again.requests().getFirst().system(), again.told(1)))
                .isEqualTo(List.of(agent.requests().getFirst().system(), first));
    }

    @Test
    @Tag("context#AC-9")
    void the_map_is_told_before_the_task_and_measured() throws InterruptedException {
        agent.mapped("src/App.java\n  1: class App {\n")
                .runWithoutSpec(new Script().says("done"), Mode.AUTONOMOUS);

        String told = agent.told(1);
        assertThat(told.indexOf("<map>\nsrc/App.java\n"))
                .isPositive()
                .isLessThan(told.indexOf("<task>"));
        assertThat(agent.events(Event.ContextLaid.class).getFirst().parts())
                .extracting(Event.ContextPart::kind)
                .contains("map");
    }
}
