package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kiro.agent.Approver.CircleAnswer;
import kiro.permission.Mode;
import kiro.session.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentCircleTest {
    private static final String CIRCLE =
            "the model makes the same call to list_directory again and again";

    @TempDir private Path folder;
    private AgentHarness agent;

    @BeforeEach
    void open() {
        agent = new AgentHarness(folder);
    }

    private static Script circling() {
        var script = new Script();
        for (int i = 0; i < 6; i++) {
            script.calls("list_directory", "{\"path\":\"src\"}");
        }
        return script;
    }

    @Test
    @Tag("loop-hygiene#AC-4")
    void a_circle_that_nobody_is_asked_about_ends_the_step() throws InterruptedException {
        RunReport report = agent.runWithoutSpec(circling(), Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.StepFailed(1, CIRCLE));
        assertThat(agent.told(4)).contains("error: this same call was made before");
        assertThat(agent.events(Event.ToolIntended.class)).hasSize(2);
        assertThat(agent.events(Event.ApprovalGiven.class))
                .containsExactly(new Event.ApprovalGiven(CIRCLE, false, CIRCLE));
    }

    @Test
    @Tag("loop-hygiene#AC-4")
    void a_person_can_tell_the_model_what_to_do_instead() throws InterruptedException {
        var person = new Says().to(new CircleAnswer.GoOn("look into lib"));

        RunReport report =
                agent.asking(person)
                        .runWithoutSpec(circling().says("there it was"), Mode.AUTONOMOUS);

        assertThat(person.asked).contains(CIRCLE);
        assertThat(agent.told(7))
                .isEqualTo("error: not made; a person looked at it and says: look into lib");
        assertThat(report.end()).isEqualTo(new RunEnd.Done());
    }
}
