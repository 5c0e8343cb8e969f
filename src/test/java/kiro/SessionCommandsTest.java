package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.model.Block;
import kiro.model.Purpose;
import kiro.model.RequestHash;
import kiro.model.Usage;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.session.Event;
import kiro.session.EventLog;
import kiro.session.SessionId;
import kiro.spec.CriterionId;
import kiro.spec.CriterionRef;
import kiro.spec.SpecName;
import kiro.testing.TemporaryWorkspace;
import kiro.text.Hash;
import kiro.tool.Risk;
import kiro.workspace.WorkspaceLock;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SessionCommandsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-02-01T10:20:30Z"), ZoneOffset.UTC);
    private static final String OLD = "20260131-090000-aaaa";
    private static final String NEW = "20260201-102030-abcd";
    private static final WorkspacePath FILE = WorkspacePath.of("src/Greeter.java");

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = TemporaryWorkspace.in(folder).with(".kiro/specs/demo.md", "# Demo\n");
    }

    private Kiro.Result kiro(String... args) {
        return Kiro.in(workspace.root()).with("DEPLOY_TOKEN", "correct-horse-battery").run(args);
    }

    private Path log(String session, List<Event> events) {
        Path at = workspace.root().resolve(".kiro/sessions").resolve(session);
        try (var log = EventLog.create(at, CLOCK, List.of())) {
            events.forEach(log::append);
            return log.file();
        }
    }

    private static Event begins(String session, String task, Optional<SpecName> spec) {
        return new Event.RunStarted(
                new SessionId(session), "0.1.0", task, spec, "autonomous", "built-in");
    }

    private void aFinishedRun() {
        var plan =
                new Plan(
                        "Greet",
                        "implement",
                        Optional.of(new SpecName("demo")),
                        List.of(
                                new Step(
                                        1,
                                        "write the greeter",
                                        List.of(FILE),
                                        Risk.LOW,
                                        List.of(),
                                        StepStatus.PENDING)),
                        List.of());
        log(
                NEW,
                List.of(
                        begins(NEW, "implement", Optional.of(new SpecName("demo"))),
                        new Event.WorkspaceSeen(List.of("git: clean")),
                        new Event.PlanProposed(plan, WorkspacePath.of(".kiro/plans/demo.md")),
                        new Event.PlanApproved(plan, false),
                        new Event.StepStarted(1, "write the greeter"),
                        new Event.ModelAsked(1, Purpose.CODE, 1, Optional.empty()),
                        new Event.ModelAnswered(
                                1,
                                List.of(
                                        new Block.Text("I write the greeter"),
                                        new Block.ToolCall("c1", "write_file", "{}")),
                                "tool-use",
                                new Usage(1000, 0, 0, 234, 0)),
                        new Event.ToolIntended(
                                "c1",
                                "write_file",
                                "write src/Greeter.java (+3)",
                                List.of(
                                        new Event.FileMark(
                                                FILE, Optional.empty(), Optional.of(Hash.of("x")))),
                                false),
                        new Event.ToolFinished("c1", false, "line\n".repeat(40) + "the last line"),
                        new Event.StepFinished(1, StepStatus.DONE, "it greets"),
                        new Event.TestsRan("mvn test", 1, 0, 0, Duration.ofMillis(1500)),
                        new Event.CriteriaJudged(
                                List.of(
                                        new Verdict(
                                                new CriterionRef(
                                                        new SpecName("demo"),
                                                        new CriterionId("AC-1")),
                                                VerdictState.PASSING,
                                                "1 test passes",
                                                List.of()))),
                        new Event.RunEnded("done", "", new Usage(1000, 0, 0, 234, 0))));
    }

    private void anOlderRun(String answer) {
        log(
                OLD,
                List.of(
                        begins(OLD, "rename the field", Optional.empty()),
                        new Event.ToolIntended("c1", "run_command", "run ls", List.of(), false),
                        new Event.ToolFinished("c1", false, answer)));
    }

    @Test
    @Tag("sessions#AC-7")
    void sessions_are_listed_with_what_they_came_to_the_newest_first() {
        anOlderRun("a\nb");
        aFinishedRun();

        Kiro.Result result = kiro("sessions");

        assertThat(workspace.has(".kiro/sessions/lock")).isFalse();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        """
                        SESSION               TASK              STATE    STEPS  PROVEN  FILES  TOKENS
                        20260201-102030-abcd  demo: implement   done     1/1    1/1     1      1,234
                        20260131-090000-aaaa  rename the field  stopped  -      -       -      -
                        """);
    }

    @Test
    @Tag("sessions#AC-7")
    void the_list_for_programs_says_the_same() {
        aFinishedRun();

        JsonNode root = JsonMapper.shared().readTree(kiro("sessions", "--json").out());

        assertThat(root.path("sessions").path(0))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"session":"20260201-102030-abcd","started":"2026-02-01T10:20:30Z",
                                         "last":"2026-02-01T10:20:30Z","task":"implement","spec":"demo",
                                         "mode":"autonomous","model":"built-in","state":"done","reason":"",
                                         "steps":{"done":1,"all":1},"criteria":{"proven":1,"all":1},
                                         "files":["src/Greeter.java"],
                                         "usage":{"input":1000,"cacheRead":0,"cacheWrite":0,"output":234,
                                          "reasoning":0,"estimated":0},
                                         "damage":[]}\
                                        """));
    }

    @Test
    @Tag("sessions#AC-7")
    void a_session_that_holds_the_workspace_is_running() throws Exception {
        anOlderRun("a");
        var attempt = WorkspaceLock.lock(workspace.workspace(), "session " + OLD);
        try (var lock = ((WorkspaceLock.Attempt.Locked) attempt).lock()) {
            assertThat(lock).isNotNull();
            assertThat(kiro("sessions").out()).contains("running").doesNotContain("stopped");
        }
        assertThat(kiro("sessions").out()).contains("stopped").doesNotContain("running");
    }

    @Test
    @Tag("sessions#AC-7")
    void the_newest_twenty_are_listed_unless_all_are_asked_for() {
        for (int i = 10; i < 35; i++) {
            String id = "20260101-0000%d-aaaa".formatted(i);
            log(id, List.of(begins(id, "task " + i, Optional.empty())));
        }

        assertThat(kiro("sessions").out().lines()).hasSize(21);
        assertThat(kiro("sessions").err()).contains("5 older sessions are not listed");
        assertThat(kiro("sessions", "--all").out().lines()).hasSize(26);
    }

    @Test
    @Tag("sessions#AC-7")
    void where_there_is_none_the_list_says_how_to_get_one() {
        assertThat(kiro("sessions").out()).contains("'kiro agent' makes one");
        assertThat(kiro("session", "show").err())
                .contains("there is no session yet [session/not-found]");
    }

    @Test
    @Tag("sessions#AC-8")
    void a_session_is_named_by_a_part_of_its_id() {
        anOlderRun("a");
        aFinishedRun();

        assertThat(kiro("session", "show", "aaaa").out()).contains(OLD);
        assertThat(kiro("session", "show", "20260201").out()).contains(NEW);
        assertThat(kiro("session", "show").out()).contains(NEW);
        assertThat(kiro("session", "show", "last").out()).contains(NEW);
        assertThat(kiro("session", "show", "2026").err()).contains("2 sessions are named so");
        assertThat(kiro("session", "show", "zzzz").code()).isEqualTo(1);
        assertThat(kiro("session", "show", "../..").err()).contains("there is no session '../..'");
    }

    @Test
    @Tag("sessions#AC-9")
    void a_run_is_shown_in_order_with_long_answers_cut() {
        aFinishedRun();

        Kiro.Result result = kiro("session", "show");

        assertThat(result.out())
                .containsSubsequence(
                        "session " + NEW,
                        "10:20:30  run       demo: implement",
                        "plan      proposed: Greet",
                        "1. write the greeter (src/Greeter.java)",
                        "plan      approved",
                        "step      1. write the greeter",
                        "model     I write the greeter",
                        "tool      write src/Greeter.java (+3)",
                        "answer    line",
                        "... 28 more lines: '--full' shows them",
                        "step      1 is done",
                        "it greets",
                        "tests     1 passed, 0 failed, 0 skipped (mvn test, 1.5 s)",
                        "criteria  1 of 1 proven",
                        "[x] AC-1 1 test passes",
                        "end       done")
                .doesNotContain("the last line");
        assertThat(kiro("session", "show", "--full").out()).contains("the last line");
    }

    private static Event.ModelAsked asked(int turn, String prefix) {
        return new Event.ModelAsked(
                turn,
                Purpose.CODE,
                turn,
                Optional.of(new RequestHash(Hash.of("request " + turn), Hash.of(prefix))));
    }

    @Test
    @Tag("sessions#AC-29")
    void it_is_shown_where_requests_begin_otherwise_than_before() {
        log(
                OLD,
                List.of(
                        begins(OLD, "rename the field", Optional.empty()),
                        new Event.ModelAsked(1, Purpose.CODE, 1, Optional.empty()),
                        asked(2, "one"),
                        new Event.ChildDid("1", asked(3, "the child's")),
                        asked(4, "one"),
                        new Event.ChildDid("1", asked(5, "the child's")),
                        new Event.RunResumed("0.2.0", "autonomous", "built-in"),
                        asked(6, "another"),
                        asked(7, "another"),
                        new Event.ChildDid("1", asked(8, "another child's"))));

        assertThat(kiro("session", "show").out())
                .contains(
                        "the run went on in between, with kiro 0.2.0 in the place of 0.1.0: its tools and instructions may be others");
        assertThat(kiro("session", "show").out().lines().filter(line -> line.contains("begin")))
                .satisfiesExactly(
                        own ->
                                assertThat(own)
                                        .endsWith(
                                                "context   requests begin otherwise from here on: a provider's cache does not find them"),
                        child ->
                                assertThat(child)
                                        .endsWith(
                                                "context   child 1: requests begin otherwise from here on: a provider's cache does not find them"));
    }

    @Test
    @Tag("sessions#AC-10")
    void an_export_is_markdown_that_no_answer_breaks_out_of() {
        anOlderRun("```\n# not a heading\n```");

        String document = kiro("session", "export").out();

        assertThat(document)
                .startsWith("# Session " + OLD + "\n\n- Task: rename the field\n")
                .contains("- State: stopped", "**tool** run ls")
                .contains("````text\n```\n# not a heading\n```\n````\n");
    }

    @Test
    @Tag("sessions#AC-10")
    @Tag("sessions#AC-12")
    void an_export_for_programs_has_every_event_and_no_secret() {
        anOlderRun("key AKIAIOSFODNN7EXAMPLE and correct-horse-battery");

        Kiro.Result result = kiro("session", "export", "--json");

        JsonNode events = JsonMapper.shared().readTree(result.out()).path("events");
        assertThat(events.size()).isEqualTo(3);
        assertThat(events.path(2).path("type").asString("")).isEqualTo("tool-finished");
        assertThat(events.path(2).path("text").asString("")).isEqualTo("key [secret] and [secret]");
    }

    @Test
    @Tag("sessions#AC-11")
    void words_are_found_in_all_sessions_whatever_their_case() {
        anOlderRun("first\nThe GREETER is missing\nlast");
        aFinishedRun();

        Kiro.Result found = kiro("session", "search", "the greeter");

        assertThat(found.code()).isZero();
        assertThat(found.out())
                .contains(
                        NEW + " #3 plan: 1. write the greeter (src/Greeter.java)",
                        NEW + " #7 model: I write the greeter",
                        OLD + " #3 answer: The GREETER is missing");
        assertThat(kiro("session", "search", "greeter", "--session", "aaaa").out().lines())
                .hasSize(1);
        assertThat(
                        JsonMapper.shared()
                                .readTree(kiro("session", "search", "GREETER is", "--json").out())
                                .path("matches")
                                .path(0)
                                .path("seq")
                                .asInt())
                .isEqualTo(3);
    }

    @Test
    @Tag("sessions#AC-11")
    void words_that_nobody_said_are_not_found() {
        anOlderRun("a");

        Kiro.Result none = kiro("session", "search", "unheard of");

        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("nothing says 'unheard of'");
        assertThat(kiro("session", "search", " ").code()).isEqualTo(64);
    }

    @Test
    @Tag("sessions#AC-12")
    @Tag("sessions#AC-13")
    void what_is_shown_has_neither_secrets_nor_commands_to_the_terminal() {
        anOlderRun("a\u001b]0;title\u0007b\u001b[31mred\u001b[0m\u202ec\r\nghp_" + "a1".repeat(18));

        for (String command : List.of("show", "export")) {
            assertThat(kiro("session", command).out())
                    .contains("abredc", "[secret]")
                    .doesNotContain("\u001b", "\u202e", "\r", "ghp_");
        }
        assertThat(kiro("session", "search", "ghp_a1").code()).isEqualTo(1);
        assertThat(kiro("session", "search", "abredc").out()).doesNotContain("\u001b");
    }

    @Test
    @Tag("sessions#AC-14")
    void a_damaged_log_is_shown_as_far_as_it_is_whole() throws Exception {
        anOlderRun("the answer");
        Path file = workspace.root().resolve(".kiro/sessions/" + OLD + "/events.jsonl");
        String whole = Files.readString(file);
        Files.writeString(
                file, whole.replace("run ls", "run xx").substring(0, whole.length() - 10));

        for (String[] command :
                List.of(
                        new String[] {"sessions"},
                        new String[] {"session", "show"},
                        new String[] {"session", "export"})) {
            Kiro.Result result = kiro(command);
            assertThat(result.code()).isZero();
            assertThat(result.out()).contains("rename the field");
            assertThat(result.err())
                    .contains("line 2 is no whole record", "line 3 is cut off: the run was ended");
        }
    }

    @Test
    @Tag("sessions#AC-14")
    void an_event_that_this_version_does_not_know_is_shown_as_it_is() {
        String open =
                "{\"seq\":1,\"at\":\"2026-02-01T10:20:30Z\",\"type\":\"dreamt\",\"of\":\"sheep\"";
        var crc = new CRC32C();
        crc.update(open.getBytes(StandardCharsets.UTF_8));
        String line = open + ",\"crc\":\"%08x\"}".formatted(crc.getValue());
        log(OLD, List.of(new Event.Unknown("dreamt", line)));

        assertThat(kiro("session", "show").out())
                .contains("an event that this version does not know: dreamt", "sheep");
        assertThat(kiro("session", "export", "--json").out()).contains("\"of\" : \"sheep\"");
    }
}
