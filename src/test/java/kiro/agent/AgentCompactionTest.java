package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kiro.agent.AgentTask.Goal;
import kiro.model.Answer;
import kiro.model.Message;
import kiro.model.Model;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.Reply;
import kiro.model.RequestHash;
import kiro.model.RequestRules;
import kiro.model.Tokens;
import kiro.model.scripted.ScriptedModel;
import kiro.permission.Mode;
import kiro.session.Event;
import kiro.session.Recorded;
import kiro.session.SessionListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentCompactionTest {
    private static final int WINDOW = 40_000;

    @TempDir private Path folder;
    private AgentHarness agent;

    @BeforeEach
    void open() {
        agent = new AgentHarness(folder);
        for (int i = 0; i < 20; i++) {
            agent.workspace.with(
                    "notes/" + i + ".txt",
                    ("a line of note " + i + " to fill the room\n").repeat(400));
        }
    }

    /// A scripted model that takes no more than its window.
    private static final class Small implements Model {
        private final ScriptedModel script;
        private final int window;

        Small(Script script, int window) {
            this.script = new ScriptedModel(script.answers());
            this.window = window;
        }

        @Override
        public String name() {
            return "small";
        }

        @Override
        public int window() {
            return window;
        }

        @Override
        public Answer answer(ModelRequest request, Consumer<Reply> onReply)
                throws InterruptedException {
            assertThat(RequestRules.violation(request)).isEmpty();
            return script.answer(request, onReply);
        }
    }

    private static Script reading(Script script, int files) {
        for (int i = 0; i < files; i++) {
            script.calls("read_file", "{\"path\":\"notes/" + i + ".txt\"}");
        }
        return script;
    }

    private static Script writing(Script script, int files) {
        for (int i = 0; i < files; i++) {
            script.writes("made/" + i + ".txt", "what the model itself has written\n".repeat(400));
        }
        return script;
    }

    private static AgentTask task() {
        return new AgentTask("say hello", Optional.empty(), new Goal.WholeWork(), Mode.AUTONOMOUS);
    }

    private static String text(List<Message> messages) {
        return messages.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    @Test
    @Tag("context#AC-5")
    void old_answers_of_tools_are_left_out_first() throws InterruptedException {
        var model = new Small(reading(new Script(), 16).says("done"), WINDOW);

        RunReport report = agent.run(model, task());

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        List<Event.Compacted> compacted = agent.events(Event.Compacted.class);
        assertThat(compacted).isNotEmpty().allMatch(each -> each.way().equals("masked"));
        assertThat(compacted).allMatch(each -> each.after() <= each.before() * 0.9);
        String last = text(model.script.requests().getLast().messages());
        assertThat(last)
                .contains("left out to make room: 400 lines", "a line of note 15 to fill the room");
        assertThat(model.script.requests())
                .allMatch(request ->
                        Tokens.about(request.system(), request.tools(), request.messages()) * 0.7
                                < WINDOW);
    }

    @Test
    @Tag("context#AC-6")
    void a_summary_stands_for_what_was_said_and_the_state_is_told_from_what_is_known()
            throws InterruptedException {
        var script =
                writing(new Script().plans("\"AC-1\"", "write it down"), 11)
                        .says("the summary: all is written")
                        .says("done")
                        .says("no")
                        .says("no");
        var model = new Small(script, WINDOW);

        agent.run(model, new Goal.WholeWork(), Mode.AUTONOMOUS);

        Event.Compacted compacted = agent.events(Event.Compacted.class).getFirst();
        assertThat(compacted.way()).isEqualTo("summarised");
        assertThat(compacted.after()).isLessThanOrEqualTo(Math.round(compacted.before() * 0.9));
        String first = text(List.of(compacted.messages().getFirst()));
        assertThat(first)
                .contains(
                        "<workspace>",
                        "<spec name=",
                        "<criteria>",
                        "<plan>",
                        "<changed-files>",
                        "made/0.txt",
                        "<step number=",
                        "the summary: all is written");
        assertThat(model.script.requests().stream().map(ModelRequest::purpose))
                .contains(Purpose.SUMMARY);
    }

    @Test
    @Tag("context#AC-12")
    void a_conversation_that_became_shorter_begins_as_before_also_in_a_run_that_goes_on()
            throws InterruptedException {
        var script =
                writing(new Script().plans("\"AC-1\"", "write it down"), 11)
                        .says("the summary: all is written")
                        .says("done");
        agent.with(new Limits(14, 3, 4_000))
                .run(new Small(script, WINDOW), new Goal.WholeWork(), Mode.AUTONOMOUS);
        assertThat(agent.events(Event.Compacted.class)).isNotEmpty();
        int before = asked().size();

        agent.with(new Limits(50, 3, 4_000))
                .resume(
                        new Small(
                                new Script().after(50).says("done").says("no").says("no"), WINDOW),
                        Mode.AUTONOMOUS);

        assertThat(asked()).hasSizeGreaterThan(before);
        assertThat(asked().stream().map(RequestHash::whole)).doesNotHaveDuplicates();
        assertThat(asked().stream().map(RequestHash::prefix).distinct()).hasSize(1);
    }

    private List<RequestHash> asked() {
        return agent.events(Event.ModelAsked.class).stream()
                .map(each -> each.hash().orElseThrow())
                .toList();
    }

    @Test
    @Tag("context#AC-7")
    void a_conversation_that_cannot_become_a_tenth_shorter_stops_the_run_in_a_state_to_go_on_from()
            throws InterruptedException {
        var model = new Small(new Script().says("the summary").says("never"), 1_500);

        RunReport report = agent.with(new Limits(50, 3, 500)).run(model, task());

        assertThat(report.end()).isInstanceOf(RunEnd.LimitReached.class);
        assertThat(report.end().reason()).contains("cannot be made shorter");
        assertThat(agent.events(Event.Compacted.class)).isEmpty();
    }

    @Test
    @Tag("context#AC-5")
    void a_request_that_the_model_finds_too_long_is_made_shorter_and_sent_again_once()
            throws InterruptedException {
        var script =
                reading(new Script(), 6)
                        .fails(new ModelFailure.ContextTooLong("too long"))
                        .says("done");
        var model = new Small(script, 1_000_000);

        RunReport report = agent.run(new Small(script, 60_000), task());

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(agent.events(Event.Compacted.class)).hasSize(1);
        assertThat(model.window()).isEqualTo(1_000_000);
    }

    @Test
    @Tag("context#AC-8")
    void a_run_that_is_stopped_after_it_became_shorter_goes_on_from_there()
            throws InterruptedException {
        var first = new Small(reading(new Script(), 16).says("done"), WINDOW);
        agent.with(new Limits(14, 3, 4_000)).run(first, task());
        List<Event.Compacted> compacted = agent.events(Event.Compacted.class);
        assertThat(compacted).isNotEmpty();

        var later = new Small(new Script().after(50).says("done"), WINDOW);
        RunReport report = agent.with(new Limits(50, 3, 4_000)).resume(later, Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        List<Message> told = later.script.requests().getFirst().messages();
        List<Message> shorter = compacted.getLast().messages();
        assertThat(told.subList(0, shorter.size() - 1))
                .isEqualTo(shorter.subList(0, shorter.size() - 1));
        assertThat(text(told)).contains("left out to make room");
    }

    @Test
    @Tag("context#AC-8")
    void a_run_that_is_killed_while_it_is_summarised_has_no_summary_in_its_conversation()
            throws InterruptedException {
        var script =
                writing(new Script().plans("\"AC-1\"", "write it down"), 11)
                        .says("the summary: all is written")
                        .says("done");
        try {
            agent.watchedBy(
                            (recorded, line) -> {
                                if (recorded.event() instanceof Event.Compacted) {
                                    throw new IllegalStateException("killed here");
                                }
                                if (recorded.event() instanceof Event.ModelAnswered answered
                                        && answered.toString().contains("the summary:")) {
                                    throw new IllegalStateException("killed here");
                                }
                            })
                    .run(new Small(script, WINDOW), new Goal.WholeWork(), Mode.AUTONOMOUS);
        } catch (IllegalStateException kill) {
            assertThat(kill).hasMessage("killed here");
        }

        var later =
                new Small(
                        new Script().after(50).says("done").says("no").says("no").says("no"),
                        1_000_000);
        agent.watchedBy().resume(later, Mode.AUTONOMOUS);

        assertThat(text(later.script.requests().getFirst().messages()))
                .doesNotContain("the summary:")
                .contains("made/10.txt");
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// The summary says nothing of it, and the model that reads the summary knows of nothing else.
    @Test
    @Tag("context#AC-11")
    void a_call_whose_end_nobody_knows_is_told_again_beside_a_summary()
            throws InterruptedException {
        agent.watchedBy(
                new SessionListener() {
                    @Override
                    public void recorded(Recorded recorded, String line) {
                        if (recorded.event() instanceof Event.ToolIntended) {
                            throw new Killed();
                        }
                    }
                });
        boolean isKilled = false;
        try {
            agent.runWithoutSpec(
                    new Script().calls("run_command", "{\"command\":\"make release\"}"),
                    Mode.AUTONOMOUS);
        } catch (Killed expected) {
            isKilled = true;
        }
        assertThat(isKilled).isTrue();
        var script = new Script().after(1);
        for (int i = 0; i < 9; i++) {
            script.calls(
                    "search", "{\"pattern\":\"%s\"}".formatted((i + " of many ").repeat(1_800)));
        }
        var model = new Small(script.says("a summary").says("x").says("x"), WINDOW);

        agent.watchedBy().resume(model, Mode.AUTONOMOUS);

        assertThat(agent.events(Event.Compacted.class))
                .anyMatch(compacted -> compacted.way().equals("summarised"));
        assertThat(text(model.script.requests().getLast().messages()))
                .contains("<open-calls>", "look before you make one again", "run make release: ");
    }
}
