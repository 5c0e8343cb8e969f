package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.Model;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.ModelRoutes;
import kiro.model.Money;
import kiro.model.Patience;
import kiro.model.Price;
import kiro.model.Purpose;
import kiro.model.Reply;
import kiro.model.Routed;
import kiro.model.Usage;
import kiro.model.scripted.ScriptedModel;
import kiro.session.Event;
import kiro.session.EventLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who answers a request, in whose place, and what is told to whom.
class RoutedAnswersTest {
    @TempDir private Path folder;

    private final List<Event> events = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private EventLog log;

    @BeforeEach
    void begin() {
        log =
                EventLog.create(
                        folder.resolve("s"),
                        Clock.systemUTC(),
                        List.of((recorded, _) -> events.add(recorded.event())));
    }

    @AfterEach
    void end() {
        log.close();
    }

    /// A scripted model with a name and a window of its own.
    private record Named(String name, int window, ScriptedModel script) implements Model {
        @Override
        public Answer answer(ModelRequest request, Consumer<Reply> onReply)
                throws InterruptedException {
            return script.answer(request, onReply);
        }
    }

    private static Named model(String name, Script script) {
        return new Named(name, 100_000, new ScriptedModel(script.answers()));
    }

    private static Routed routed(Model model, String why, String input) {
        return new Routed(
                model,
                why,
                Money.parse(input).map(each -> new Price(each, each, each, Money.NONE)));
    }

    private ModelCaller caller(Map<Purpose, Routed> special, Routed usual, Routed... fallbacks) {
        var routes = new EnumMap<Purpose, Routed>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            routes.put(purpose, special.getOrDefault(purpose, usual));
        }
        return new ModelCaller(
                new ModelRoutes(routes, List.of(fallbacks), _ -> Optional.empty()),
                new Patience(RandomGenerator.of("L64X128MixRandom")),
                pauses::add,
                new Budget(Limits.STANDARD, () -> 0),
                log);
    }

    private static ModelRequest request(Purpose purpose, Message... messages) {
        return new ModelRequest(purpose, "", List.of(), List.of(messages), 100, Deadlines.STANDARD);
    }

    private List<Event.ModelAnswered> answers() {
        return events.stream()
                .filter(Event.ModelAnswered.class::isInstance)
                .map(Event.ModelAnswered.class::cast)
                .toList();
    }

    private List<String> warnings() {
        return events.stream()
                .filter(Event.Warned.class::isInstance)
                .map(event -> ((Event.Warned) event).text())
                .toList();
    }

    @Test
    @Tag("model-routing#AC-4")
    void each_request_goes_to_the_model_of_its_kind_and_the_reply_says_which_and_why()
            throws Exception {
        ModelCaller caller =
                caller(
                        Map.of(
                                Purpose.SECURITY,
                                routed(model("a/opus", new Script().says("no")), "because", "4")),
                        routed(model("a/sonnet", new Script().says("yes")), "as set", "2"));

        caller.ask(request(Purpose.CODE, Message.user("x")));
        caller.ask(request(Purpose.SECURITY, Message.user("x")), "the step says 'jwt'");

        assertThat(answers())
                .extracting(Event.ModelAnswered::model, Event.ModelAnswered::why)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a/sonnet", "code: as set"),
                        org.assertj.core.groups.Tuple.tuple(
                                "a/opus", "security, as the step says 'jwt': because"));
    }

    @Test
    @Tag("model-routing#AC-11")
    void each_reply_costs_what_its_model_costs_and_one_without_a_price_makes_the_sum_unknown()
            throws Exception {
        ModelCaller caller =
                caller(
                        Map.of(
                                Purpose.SECURITY,
                                routed(model("a/opus", new Script().says("no")), "x", "4"),
                                Purpose.TESTS,
                                routed(model("a/odd", new Script().says("no")), "x", "?")),
                        routed(model("a/sonnet", new Script().says("yes")), "x", "2"));

        caller.ask(request(Purpose.CODE, Message.user("x")));
        caller.ask(request(Purpose.SECURITY, Message.user("x")));
        assertThat(caller.cost()).isEqualTo(Money.parse("0.0006"));

        caller.ask(request(Purpose.TESTS, Message.user("x")));
        assertThat(caller.cost()).isEmpty();
    }

    @Test
    @Tag("model-routing#AC-4")
    void a_summary_of_more_than_its_model_takes_is_written_by_the_usual_one() throws Exception {
        Model small = new Named("a/small", 500, new ScriptedModel(new Script().answers()));
        ModelCaller caller =
                caller(
                        Map.of(Purpose.SUMMARY, routed(small, "x", "1")),
                        routed(model("a/sonnet", new Script().says("short")), "x", "2"));

        caller.ask(request(Purpose.SUMMARY, Message.user("word ".repeat(2_000))));

        assertThat(answers().getFirst().model()).isEqualTo("a/sonnet");
        assertThat(answers().getFirst().why())
                .isEqualTo("summaries go to a/small, which takes no more than 500 tokens");
    }

    @Test
    @Tag("model-routing#AC-8")
    void an_overloaded_model_is_replaced_after_its_second_try_and_that_is_announced()
            throws Exception {
        var overloaded = new ModelFailure.Overloaded("a/sonnet is overloaded", Optional.empty());
        Script first = new Script().fails(overloaded).fails(overloaded);
        Script second = new Script().says("here").says("again");
        ModelCaller caller =
                caller(
                        Map.of(),
                        routed(model("a/sonnet", first), "x", "2"),
                        routed(model("o/other", second), "models.fallback (here:1)", "1"));

        caller.ask(request(Purpose.CODE, Message.user("x")));
        caller.ask(request(Purpose.CODE, Message.user("y")));

        assertThat(answers())
                .extracting(Event.ModelAnswered::model)
                .containsExactly("o/other", "o/other");
        assertThat(answers().getFirst().why())
                .isEqualTo("a/sonnet was overloaded: models.fallback (here:1)");
        assertThat(warnings())
                .containsExactly(
                        "o/other answers from here on, in the place of a/sonnet (models.fallback (here:1)): a/sonnet is overloaded");
        assertThat(pauses).hasSize(1);
    }

    @Test
    @Tag("model-routing#AC-8")
    void a_provider_that_asks_to_wait_too_long_is_replaced_at_once_and_the_last_failure_stands()
            throws Exception {
        var long1 = new ModelFailure.RateLimited("come later", Optional.of(Duration.ofHours(1)));
        ModelCaller caller =
                caller(
                        Map.of(),
                        routed(model("a/sonnet", new Script().fails(long1)), "x", "2"),
                        routed(model("o/other", new Script().fails(long1)), "f", "1"));

        Answer answer = caller.ask(request(Purpose.CODE, Message.user("x")));

        assertThat(answer)
                .isEqualTo(new Answer.Failed(long1.saying("the provider asks to wait 60 minutes")));
        assertThat(pauses).isEmpty();
        assertThat(warnings()).hasSize(1);
    }

    @Test
    @Tag("model-routing#AC-8")
    void without_a_setting_nobody_else_answers() throws Exception {
        var busy = new ModelFailure.Overloaded("busy", Optional.empty());
        Script script = new Script();
        for (int i = 0; i < Patience.MAX_TRIES; i++) {
            script.fails(busy);
        }
        ModelCaller caller = caller(Map.of(), routed(model("a/sonnet", script), "x", "2"));

        assertThat(caller.ask(request(Purpose.CODE, Message.user("x"))))
                .isEqualTo(new Answer.Failed(busy.saying("it was tried 6 times")));
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @Tag("model-routing#AC-8")
    @ValueSource(strings = {"Unauthorized", "Rejected", "ContextTooLong"})
    void a_wrong_key_or_a_bad_request_is_never_hidden_by_another_model(String kind)
            throws Exception {
        ModelFailure failure =
                switch (kind) {
                    case "Unauthorized" -> new ModelFailure.Unauthorized("who?");
                    case "Rejected" -> new ModelFailure.Rejected("no");
                    default -> new ModelFailure.ContextTooLong("too long");
                };
        ModelCaller caller =
                caller(
                        Map.of(),
                        routed(model("a/sonnet", new Script().fails(failure)), "x", "2"),
                        routed(model("o/other", new Script().says("hidden")), "f", "1"));

        assertThat(caller.ask(request(Purpose.CODE, Message.user("x"))))
                .isEqualTo(new Answer.Failed(failure));
        assertThat(warnings()).isEmpty();
    }

    @Test
    @Tag("model-routing#AC-9")
    void a_conversation_that_became_shorter_has_nothing_of_what_was_kept_in_the_longer_one() {
        var conversation = new Conversation("", List.of(), log);
        var thought =
                new Message(
                        Message.Role.MODEL,
                        List.of(
                                new Block.Thinking("hm", "sealed", "anthropic"),
                                new Block.Text("I think so")));

        conversation.compact("masked", List.of(Message.user("x"), thought), 10, 5);

        assertThat(conversation.messages())
                .containsExactly(Message.user("x"), Message.model("I think so"));
        assertThat(events)
                .containsExactly(new Event.Compacted("masked", 10, 5, conversation.messages()));
    }

    @Test
    @Tag("model-routing#AC-9")
    void what_a_model_kept_of_its_thinking_is_not_told_to_another_and_that_is_said_once()
            throws Exception {
        var thought =
                new Message(
                        Message.Role.MODEL,
                        List.of(
                                new Block.Thinking("hm", "sealed", "anthropic"),
                                new Block.Opaque("anthropic", "{}"),
                                new Block.Text("I think so")));
        var first =
                new ScriptedModel(
                        List.of(
                                new Answer.Complete(
                                        thought, new Answer.Stop.EndOfTurn(), Usage.NONE),
                                new Answer.Complete(
                                        thought, new Answer.Stop.EndOfTurn(), Usage.NONE)));
        Named second = model("a/opus", new Script().says("no").says("no"));
        ModelCaller caller =
                caller(
                        Map.of(Purpose.SECURITY, routed(second, "x", "4")),
                        routed(new Named("a/sonnet", 1_000, first), "x", "2"));
        Message answered =
                ((Answer.Complete) caller.ask(request(Purpose.CODE, Message.user("x")))).message();
        Message more = Message.user("more");

        caller.ask(request(Purpose.SECURITY, Message.user("x"), answered, more));
        caller.ask(request(Purpose.SECURITY, Message.user("x"), answered, more));
        caller.ask(request(Purpose.CODE, Message.user("x"), answered, more));

        Message plain = second.script().requests().getFirst().messages().get(1);
        assertThat(plain).isEqualTo(Message.model("I think so"));
        assertThat(second.script().requests().getLast().messages().get(1)).isSameAs(plain);
        assertThat(first.requests().getLast().messages().get(1)).isSameAs(answered);
        assertThat(warnings())
                .containsExactly(
                        "what a/sonnet kept of its thinking is not told to a/opus, which could not read it");
    }
}
