package kiro.model.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.finding.Finding;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.Usage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScriptFileTest {
    private static final Optional<Duration> WAIT = Optional.of(Duration.ofSeconds(3));
    private static final List<Answer> ANSWERS =
            List.of(
                    new Answer.Complete(
                            new Message(
                                    Message.Role.MODEL,
                                    List.of(
                                            new Block.Text("a\nb"),
                                            new Block.ToolCall("c1", "git", "{}"))),
                            new Answer.Stop.ToolUse(),
                            new Usage(1, 2, 3, 4, 5)),
                    new Answer.Complete(
                            Message.model("cut"), new Answer.Stop.Unknown("paused"), Usage.NONE),
                    new Answer.Failed(new ModelFailure.RateLimited("slow", WAIT)),
                    new Answer.Failed(new ModelFailure.Overloaded("busy", Optional.empty())),
                    new Answer.Failed(new ModelFailure.Silent("quiet", Duration.ofSeconds(9))),
                    new Answer.Failed(new ModelFailure.ProviderFault("x")),
                    new Answer.Failed(new ModelFailure.Disconnected("x")),
                    new Answer.Failed(new ModelFailure.Malformed("x")),
                    new Answer.Failed(new ModelFailure.Unauthorized("x")),
                    new Answer.Failed(new ModelFailure.ContextTooLong("x")),
                    new Answer.Failed(new ModelFailure.Rejected("x")),
                    new Answer.Failed(new ModelFailure.Blocked("x", new Usage(1, 0, 0, 4, 0))),
                    new Answer.Failed(new ModelFailure.Blocked("x", Usage.NONE)));

    @Test
    @Tag("scripted-model#AC-1")
    void every_answer_survives_being_written_and_read() {
        String text = ANSWERS.stream().map(ScriptFile::write).collect(Collectors.joining("\n"));

        assertThat(ScriptFile.read("s.jsonl", text))
                .isEqualTo(new ScriptFile.Reading.Whole(ANSWERS));
    }

    @Test
    @Tag("scripted-model#AC-2")
    void a_line_that_is_no_answer_is_named_with_its_place() {
        String text =
                "{\"blocks\":[{\"type\":\"text\",\"text\":\"ok\"}]}\n\n{\"blocks\":[]}\nnot json\n";

        assertThat(ScriptFile.read("s.jsonl", text))
                .isInstanceOfSatisfying(
                        ScriptFile.Reading.Broken.class,
                        broken ->
                                assertThat(broken.findings())
                                        .extracting(finding -> finding.span().line())
                                        .containsExactly(3, 4));
    }

    @Test
    @Tag("scripted-model#AC-3")
    void what_a_model_answered_can_be_recorded_and_played_again() throws InterruptedException {
        var lines = new ArrayList<String>();
        var recording =
                new RecordingModel(
                        new ScriptedModel(ANSWERS), answer -> lines.add(ScriptFile.write(answer)));
        for (int i = 0; i < ANSWERS.size(); i++) {
            recording.answer(request(), reply -> {});
        }

        List<Answer> played =
                switch (ScriptFile.read("s.jsonl", String.join("\n", lines))) {
                    case ScriptFile.Reading.Whole whole -> whole.answers();
                    case ScriptFile.Reading.Broken broken -> throw failure(broken.findings());
                };

        assertThat(played).isEqualTo(ANSWERS);
    }

    @Test
    @Tag("scripted-model#AC-4")
    void a_script_that_has_ended_fails_the_request() throws InterruptedException {
        assertThat(new ScriptedModel(List.of()).answer(request(), reply -> {}))
                .isEqualTo(
                        new Answer.Failed(
                                new ModelFailure.Rejected(
                                        "the script has no answer for request 1")));
    }

    private static ModelRequest request() {
        return new ModelRequest(
                Purpose.CODE, "", List.of(), List.of(Message.user("x")), 10, Deadlines.STANDARD);
    }

    private static AssertionError failure(List<Finding> findings) {
        return new AssertionError(findings.toString());
    }
}
