package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelRequest;
import kiro.model.Patience;
import kiro.model.Purpose;
import kiro.model.scripted.ScriptedModel;
import kiro.session.EventLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCallerTest {
    @TempDir private Path folder;

    @Test
    @Tag("agent-loop#AC-19")
    void a_request_that_breaks_a_rule_reaches_no_model() {
        var model = new ScriptedModel(new Script().says("hello").answers());
        try (var log = EventLog.create(folder.resolve("s"), Clock.systemUTC(), List.of())) {
            var caller =
                    new ModelCaller(
                            model,
                            new Patience(RandomGenerator.getDefault()),
                            time -> {},
                            new Spending(new Budget(Limits.STANDARD, () -> 0), Optional.empty()),
                            log);
            var broken =
                    new ModelRequest(
                            Purpose.CODE,
                            "",
                            List.of(),
                            List.of(Message.model("I begin")),
                            10,
                            Deadlines.STANDARD);

            assertThatThrownBy(() -> caller.ask(broken))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("message 1 is the MODEL's");
        }
        assertThat(model.requests()).isEmpty();
    }
}
