package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kiro.model.Usage;
import kiro.session.Event;
import kiro.session.EventLog;
import kiro.session.SessionId;
import kiro.spec.SpecName;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageCommandTest {
    private static final String FIRST = "20260131-235900-aaaa";
    private static final String SECOND = "20260201-102030-bbbb";
    private static final String THIRD = "20260201-112030-cccc";

    @TempDir Path folder;
    private Kiro kiro;

    @BeforeEach
    void makeSessions() {
        TemporaryWorkspace.in(folder).with("project/.kiro/specs/demo.md", "# Demo\n");
        kiro = Kiro.in(folder.resolve("project"));
        log(
                FIRST,
                "2026-01-31T23:59:30Z",
                begins(
                        FIRST,
                        "implement",
                        Optional.of(new SpecName("demo")),
                        "anthropic/claude-sonnet-4"),
                answered(new Usage(1_000_000, 0, 0, 100_000, 40)),
                new Event.ChildDid("1", answered(new Usage(0, 1_000_000, 0, 0, 0))));
        log(
                SECOND,
                "2026-02-01T10:20:30Z",
                begins(SECOND, "=tidy, please", Optional.empty(), "openai/unheard-of"),
                answered(new Usage(200, 0, 0, 50, 0)));
        log(
                THIRD,
                "2026-02-01T11:20:30Z",
                begins(THIRD, "implement", Optional.of(new SpecName("demo")), "built-in"),
                answered(Usage.NONE));
    }

    private static Event begins(
            String session, String task, Optional<SpecName> spec, String model) {
        return new Event.RunStarted(
                new SessionId(session), "0.1.0", task, spec, "autonomous", model);
    }

    private static Event answered(Usage usage) {
        return new Event.ModelAnswered(1, List.of(), "end", usage);
    }

    private Path log(String session, String at, Event... events) {
        Path place = folder.resolve("project/.kiro/sessions").resolve(session);
        Clock clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        try (var log = EventLog.create(place, clock, List.of())) {
            List.of(events).forEach(log::append);
            return log.file();
        }
    }

    @Test
    @Tag("sessions#AC-24")
    void tokens_and_money_are_summed_up_by_day() {
        assertThat(kiro.run("usage"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                DAY         RUNS  REPLIES  INPUT      CACHED     STORED  OUTPUT   THOUGHT  COST
                                2026-01-31  1     2        1,000,000  1,000,000  0       100,000  40       $4.8000
                                2026-02-01  2     2        200        0          0       50       0        not known
                                all         3     4        1,000,200  1,000,000  0       100,050  40       $4.8000+
                                """,
                                "250 tokens are of models whose price is not known: set price.input and price.output\n"));
    }

    @Test
    @Tag("sessions#AC-24")
    void sums_are_made_by_spec_and_by_model() {
        assertThat(kiro.run("usage", "--by", "spec").out())
                .containsPattern("demo +2 +3 +1,000,000 +1,000,000 +0 +100,000 +40 +\\$4.8000")
                .containsPattern("\\(no spec\\) +1 +1 +200 ");
        assertThat(kiro.run("usage", "--by", "session").out())
                .containsPattern(FIRST + " +1 +2 +1,000,000 ")
                .containsPattern(SECOND + " +1 +1 +200 ");
        assertThat(kiro.run("usage", "--by", "model").out())
                .containsPattern("anthropic/claude-sonnet-4 +1 +2 ")
                .containsPattern("built-in +1 +1 +0 +0 +0 +0 +0 +\\$0.0000")
                .containsPattern("openai/unheard-of +1 +1 +200 +0 +0 +50 +0 +not known");
    }

    @Test
    @Tag("sessions#AC-24")
    void a_price_of_the_settings_counts() {
        TemporaryWorkspace.in(folder)
                .with("home/.kiro/config.yaml", "price:\n  input: 10000\n  output: 20000\n");

        assertThat(kiro.run("usage", "--since", "2026-02-01", "--by", "model").out())
                .containsPattern("openai/unheard-of .* \\$3.0000");
    }

    @Test
    @Tag("sessions#AC-24")
    void days_are_chosen() {
        assertThat(kiro.run("usage", "--until", "2026-01-31", "--csv"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                day,sessions,replies,input,cache_read,cache_write,output,reasoning,cost_usd,unpriced_tokens,estimated_replies
                                2026-01-31,1,2,1000000,1000000,0,100000,40,4.8000,0,0
                                """,
                                ""));
        assertThat(kiro.run("usage", "--since", "2027-01-01").out())
                .isEqualTo("no model was asked yet in these days\n");
        assertThat(kiro.run("usage", "--since", "yesterday"))
                .isEqualTo(
                        new Kiro.Result(
                                64,
                                "",
                                "error: 'yesterday' is no day [cli/usage]\n  next: write it as in 2026-11-01\n"));
    }

    @Test
    @Tag("sessions#AC-24")
    void a_task_is_no_formula_of_a_spreadsheet() {
        assertThat(kiro.run("usage", "--by", "task", "--csv").out())
                .contains("\n\"'=tidy, please\",1,1,200,0,0,50,0,,250,0\n");
    }

    @Test
    @Tag("sessions#AC-24")
    void programs_get_json_in_which_an_unknown_price_is_null() {
        assertThat(kiro.run("usage", "--by", "model", "--since", "2026-02-01", "--json").out())
                .isEqualTo(
                        "{\"version\":1,\"by\":\"model\",\"rows\":["
                                + "{\"model\":\"built-in\",\"sessions\":1,\"replies\":1,\"input\":0,\"cacheRead\":0,\"cacheWrite\":0,"
                                + "\"output\":0,\"reasoning\":0,\"cost\":\"0.0000\",\"unpricedTokens\":0,\"estimatedReplies\":0},"
                                + "{\"model\":\"openai/unheard-of\",\"sessions\":1,\"replies\":1,\"input\":200,\"cacheRead\":0,\"cacheWrite\":0,"
                                + "\"output\":50,\"reasoning\":0,\"cost\":null,\"unpricedTokens\":250,\"estimatedReplies\":0}],"
                                + "\"all\":{\"sessions\":2,\"replies\":2,\"input\":200,\"cacheRead\":0,\"cacheWrite\":0,"
                                + "\"output\":50,\"reasoning\":0,\"cost\":null,\"unpricedTokens\":250,\"estimatedReplies\":0}}\n");
    }

    @Test
    @Tag("sessions#AC-24")
    void a_log_that_is_damaged_is_named_and_the_rest_counts() throws Exception {
        Files.writeString(
                folder.resolve("project/.kiro/sessions").resolve(SECOND).resolve("events.jsonl"),
                "{\"seq\":9,",
                StandardOpenOption.APPEND);

        Kiro.Result result = kiro.run("usage", "--by", "model");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("openai/unheard-of");
        assertThat(result.err()).contains("the log of " + SECOND);
    }

    @Test
    @Tag("sessions#AC-24")
    void what_is_not_understood_is_said() {
        assertThat(kiro.run("usage", "--by", "week").err())
                .contains("there is no '--by week'", "day, spec, model, task or session");
        assertThat(kiro.run("usage", "--json", "--csv").code()).isEqualTo(64);
        assertThat(Kiro.in(folder).run("usage").code()).isEqualTo(1);
    }
}
