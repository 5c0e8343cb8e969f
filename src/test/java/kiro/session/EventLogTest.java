package kiro.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.evidence.TestId;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.evidence.Weakening;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.Money;
import kiro.model.Purpose;
import kiro.model.RequestHash;
import kiro.model.Usage;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.secret.SecretMask;
import kiro.spec.CriterionId;
import kiro.spec.CriterionRef;
import kiro.spec.SpecName;
import kiro.text.Hash;
import kiro.tool.Risk;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventLogTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-01T12:00:00.123Z"), ZoneOffset.UTC);
    private static final CriterionId AC_1 = new CriterionId("AC-1");
    private static final Plan PLAN =
            new Plan(
                    "A plan",
                    "implement",
                    Optional.of(new SpecName("demo")),
                    List.of(
                            new Step(
                                    1,
                                    "write it",
                                    List.of(WorkspacePath.of("src/A b.java")),
                                    Risk.HIGH,
                                    List.of(AC_1),
                                    StepStatus.PENDING)),
                    List.of("a note"));

    @TempDir private Path folder;

    private static List<Event> everyEvent() {
        return List.of(
                new Event.RunStarted(
                        new SessionId("20260301-120000-abcd"),
                        "0.1.0",
                        "implement \"it\"\nnow",
                        Optional.of(new SpecName("demo")),
                        "autonomous",
                        "built-in"),
                new Event.RunStarted(
                        new SessionId("20260301-120000-abcd"), "0", "x", Optional.empty(), "", ""),
                new Event.RunStarted(
                        new SessionId("20260301-120000-abcd"),
                        "0",
                        "x",
                        Optional.empty(),
                        "",
                        "",
                        "plan"),
                new Event.RunResumed("0.2.0", "interactive", "built-in"),
                new Event.Told(
                        List.of(new Block.ToolResult("p1", "noted", false), new Block.Text("go"))),
                new Event.LeftUndone(List.of(new Event.Left("file a", "a", "why", "FAILED"))),
                new Event.TestsStood(
                        "finished", "mvn test", "", List.of(new TestId("demo.DemoTest", "fails"))),
                new Event.WorkspaceSeen(List.of("git: clean", "languages: Java")),
                new Event.PersonSaid("why\nis it \u2028 slow?"),
                new Event.TurnStopped(),
                new Event.AgentChosen("team/dev", ".kiro/agents/team/dev.md"),
                new Event.ChildStarted("1.2", "c7", "", "look\nwell"),
                new Event.ChildDid(
                        "1.2", new Event.ModelAsked(4, Purpose.CODE, 1, Optional.empty())),
                new Event.ChildDid("1.2", new Event.ToolFinished("c1", true, "no")),
                new Event.ChildEnded("1.2", "done", "all said"),
                new Event.Warned("careful \u2028 ü 🙂"),
                new Event.PlanProposed(PLAN, WorkspacePath.of(".kiro/plans/demo.md")),
                new Event.Estimated(
                        new Event.Expected(2, 9_000, Optional.of(new Money(10_000_000))),
                        new Event.Expected(8, 90_000, Optional.empty()),
                        List.of("too many")),
                new Event.PlanApproved(PLAN, true),
                new Event.PlanRejected("too long"),
                new Event.StepStarted(1, "write it"),
                new Event.StepFinished(1, StepStatus.FAILED, "no"),
                new Event.ModelAsked(3, Purpose.CODE, 7, Optional.empty()),
                new Event.ModelAsked(
                        3,
                        Purpose.CODE,
                        7,
                        Optional.of(new RequestHash(Hash.of("all"), Hash.of("first")))),
                new Event.ModelAnswered(
                        3,
                        List.of(
                                new Block.Text("hello"),
                                new Block.Image("image/gif", "R0lG"),
                                new Block.Thinking("hm", "sig", "anthropic"),
                                new Block.Opaque("anthropic", "{\"a\":1}"),
                                new Block.ToolCall("c1", "read_file", "{broken"),
                                new Block.ToolResult("c1", "text", true)),
                        "tool-use",
                        new Usage(1, 2, 3, 4, 5)),
                new Event.ModelFailed(3, "RateLimited", "slow", Optional.of(Duration.ofSeconds(2))),
                new Event.ModelFailed(3, "Rejected", "no", Optional.empty()),
                new Event.ToolIntended(
                        "c1",
                        "write_file",
                        "write a.txt",
                        List.of(
                                new Event.FileMark(
                                        WorkspacePath.of("a.txt"),
                                        Optional.empty(),
                                        Optional.of(Hash.of("x")))),
                        false),
                new Event.ToolStopped("c1", "one\ntwo"),
                new Event.FilesChanged(
                        "c1",
                        List.of(
                                new Event.FileMark(
                                        WorkspacePath.of("b.txt"),
                                        Optional.of(Hash.of("y")),
                                        Optional.empty()))),
                new Event.ToolFinished("c1", false, "written"),
                new Event.ApprovalAsked("write a.txt", "a new file"),
                new Event.ApprovalGiven("write a.txt", true, ""),
                new Event.TestsRan("mvn test", 3, 1, 2, Duration.ofMillis(1234)),
                new Event.TestsNotMeasured("mvn test", "it does not compile"),
                new Event.CriteriaJudged(
                        List.of(
                                new Verdict(
                                        new CriterionRef(new SpecName("demo"), AC_1),
                                        VerdictState.PASSING,
                                        "1 test passes",
                                        List.of(new TestId("demo.DemoTest", "works"))))),
                new Event.DoneRefused(2, List.of(AC_1), List.of("AC-1: no test names it")),
                new Event.CriteriaTicked(new SpecName("demo"), List.of(AC_1), List.of()),
                new Event.ContextLaid(
                        List.of(
                                new Event.ContextPart("system", "", 900),
                                new Event.ContextPart("steering", "security", 120)),
                        200_000),
                new Event.FactsRecalled(
                        List.of(
                                new Event.RecalledFact(
                                        "d-1", "decision", "one jar", "speaks of jar")),
                        List.of("d-2"),
                        3),
                new Event.Compacted(
                        "masked",
                        90_000,
                        40_000,
                        List.of(
                                Message.user("begin"),
                                new Message(
                                        Message.Role.MODEL,
                                        List.of(new Block.ToolCall("c1", "read_file", "{}"))))),
                new Event.TestsWeakened(
                        List.of(
                                new Weakening(
                                        WorkspacePath.of("src/test/java/demo/DemoTest.java"),
                                        "works",
                                        Weakening.Kind.FEWER_ASSERTIONS,
                                        "2 assertions, now 1"))),
                new Event.RunEnded("done", "", Usage.NONE, Optional.of(new Money(12_500_000))),
                new Event.RunEnded("done", "", Usage.NONE));
    }

    /// Programs read what `--json` prints by this page.
    @Test
    @Tag("sessions#AC-25")
    void every_event_and_each_of_its_properties_stands_on_the_page() throws IOException {
        Map<String, String> page = page();
        var told = new TreeMap<String, Set<String>>();
        for (Event event : everyEvent()) {
            var recorded = new Recorded(1, CLOCK.instant(), event);
            JsonNode json = JsonMapper.shared().readTree(EventCodec.encode(recorded));
            if (!(event instanceof Event.Unknown)) {
                told.computeIfAbsent(json.path("type").asString(), _ -> new TreeSet<>())
                        .addAll(json.propertyNames());
            }
        }

        assertThat(page.keySet()).isEqualTo(told.keySet());
        told.forEach((type, properties) -> {
            for (String property : properties) {
                if (!List.of("seq", "at", "type", "crc").contains(property)) {
                    assertThat(page.get(type)).as(type).contains("`" + property + "`");
                }
            }
        });
        assertThat(told).hasSize(records(Event.class) - 1);
    }

    /// The lines of the table of types, by type.
    private static Map<String, String> page() throws IOException {
        var rows = new TreeMap<String, String>();
        String text = Files.readString(Path.of("docs/formats/events.md"));
        Matcher row = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (.*) \\|$").matcher(text);
        row.region(text.indexOf("| type | properties |"), text.length());
        while (row.find()) {
            rows.put(row.group(1), row.group(2));
        }
        return rows;
    }

    private static int records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).mapToInt(EventLogTest::records).sum()
                : 1;
    }

    @Test
    @Tag("sessions#AC-1")
    void every_event_is_read_back_as_it_was_written() throws IOException {
        Path file = write(everyEvent());

        LogReading reading = new EventReader().read(file);

        assertThat(reading.damage()).isEmpty();
        assertThat(reading.records().stream().map(Recorded::event)).isEqualTo(everyEvent());
        assertThat(reading.records().stream().map(Recorded::sequence))
                .isEqualTo(
                        java.util.stream.LongStream.rangeClosed(1, everyEvent().size())
                                .boxed()
                                .toList());
        assertThat(reading.records().getFirst().at()).isEqualTo(CLOCK.instant());
    }

    @Test
    @Tag("sessions#AC-2")
    void a_log_that_is_torn_anywhere_loses_the_torn_record_alone() throws IOException {
        Path file = write(List.of(new Event.Warned("one"), new Event.Warned("two")));
        byte[] whole = Files.readAllBytes(file);
        int first = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        Path torn = folder.resolve("torn.jsonl");

        for (int length = first + 1; length < whole.length - 1; length++) {
            Files.write(torn, java.util.Arrays.copyOf(whole, length));
            LogReading reading = new EventReader().read(torn);
            assertThat(reading.records())
                    .singleElement()
                    .extracting(Recorded::event)
                    .isEqualTo(new Event.Warned("one"));
            assertThat(reading.damage())
                    .containsExactly("line 2 is cut off: the run was ended while it wrote it");
        }
    }

    @Test
    @Tag("sessions#AC-2")
    void a_changed_record_is_left_out_and_named() throws IOException {
        Path file = write(List.of(new Event.Warned("one"), new Event.Warned("two")));
        Files.writeString(file, Files.readString(file).replace("\"one\"", "\"won\""));

        LogReading reading = new EventReader().read(file);

        assertThat(reading.records())
                .singleElement()
                .extracting(Recorded::event)
                .isEqualTo(new Event.Warned("two"));
        assertThat(reading.damage())
                .containsExactly("line 1 is no whole record", "record 1 is missing");
    }

    @Test
    @Tag("sessions#AC-3")
    void an_event_of_another_version_is_kept_as_it_is() throws IOException {
        String open = "{\"seq\":1,\"at\":\"2026-03-01T12:00:00Z\",\"type\":\"dreamt\",\"of\":[1,2]";
        String line = open + EventCodec.CHECKSUM + EventCodec.checksum(open) + "\"}";
        Path file = folder.resolve("other.jsonl");
        Files.writeString(file, line + "\n");

        Recorded recorded = new EventReader().read(file).records().getFirst();

        assertThat(recorded.event()).isEqualTo(new Event.Unknown("dreamt", line));
        assertThat(EventCodec.encode(recorded)).isEqualTo(line);
    }

    @Test
    @Tag("sub-agents#AC-8")
    void what_a_child_did_in_another_version_is_kept_as_it_is() throws IOException {
        for (String event :
                List.of(
                        "{\"type\":\"dreamt\",\"of\":[1]}",
                        "{\"type\":\"child-did\",\"child\":\"2\",\"event\":{\"type\":\"warned\"}}",
                        "7")) {
            String open =
                    "{\"seq\":1,\"at\":\"2026-03-01T12:00:00Z\",\"type\":\"child-did\",\"child\":\"1\",\"event\":"
                            + event;
            String line = open + EventCodec.CHECKSUM + EventCodec.checksum(open) + "\"}";
            Path file = folder.resolve("child.jsonl");
            Files.writeString(file, line + "\n");

            Recorded recorded = new EventReader().read(file).records().getFirst();

            assertThat(recorded.event()).isEqualTo(new Event.Unknown("child-did", line));
            assertThat(EventCodec.encode(recorded)).isEqualTo(line);
        }
    }

    @Test
    @Tag("sessions#AC-4")
    void listeners_see_each_record_as_it_stands_in_the_log() throws IOException {
        var lines = new ArrayList<String>();
        Path session = folder.resolve("s");
        try (var log =
                EventLog.create(session, CLOCK, List.of((recorded, line) -> lines.add(line)))) {
            everyEvent().forEach(log::append);
        }

        assertThat(Files.readString(session.resolve("events.jsonl")).lines()).isEqualTo(lines);
    }

    @Test
    @Tag("sessions#AC-5")
    void an_interrupted_thread_still_writes_its_last_events() throws IOException {
        Path session = folder.resolve("s");
        try (var log = EventLog.create(session, CLOCK, List.of())) {
            Thread.currentThread().interrupt();
            log.append(new Event.RunEnded("interrupted", "", Usage.NONE));
            assertThat(Thread.interrupted()).isTrue();
            log.append(new Event.Warned("and one more"));
        }

        assertThat(new EventReader().read(session.resolve("events.jsonl")).records()).hasSize(2);
    }

    @Test
    void a_session_is_never_written_over() {
        Path session = folder.resolve("s");
        EventLog.create(session, CLOCK, List.of()).close();

        assertThatThrownBy(() -> EventLog.create(session, CLOCK, List.of()))
                .isInstanceOf(LogFailure.class);
    }

    @Test
    @Tag("sessions#AC-6")
    void a_disk_that_is_full_is_a_failure_that_names_the_log() {
        EventLog log =
                EventLog.onto(
                        Path.of("/dev/full"),
                        CLOCK,
                        List.of(),
                        SecretMask.of(Map.of()),
                        LogFile::new);

        assertThatThrownBy(() -> log.append(new Event.Warned("x")))
                .isInstanceOf(LogFailure.class)
                .hasMessageContaining("/dev/full");
    }

    @Test
    @Tag("sessions#AC-6")
    void a_log_that_may_not_be_written_is_a_failure_that_names_it() {
        assertThatThrownBy(
                        () -> {
                            try (var log =
                                    EventLog.onto(
                                            Path.of("/proc/version"),
                                            CLOCK,
                                            List.of(),
                                            SecretMask.of(Map.of()),
                                            LogFile::new)) {
                                log.append(new Event.Warned("x"));
                            }
                        })
                .isInstanceOf(LogFailure.class)
                .hasMessageContaining("/proc/version");
    }

    @Test
    @Tag("sessions#AC-1")
    void a_clock_that_jumps_changes_neither_order_nor_what_is_read_back() throws Exception {
        var times =
                new java.util.ArrayDeque<Instant>(
                        List.of(
                                Instant.parse("2026-03-01T12:00:00Z"),
                                Instant.parse("1999-12-31T23:59:59Z"),
                                Instant.parse("2999-01-01T00:00:00Z"),
                                Instant.parse("2026-03-01T12:00:01Z")));
        var jumping =
                new Clock() {
                    @Override
                    public Instant instant() {
                        return times.removeFirst();
                    }

                    @Override
                    public java.time.ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }
                };
        Path file;
        try (var log = EventLog.create(folder.resolve("session"), jumping, List.of())) {
            for (String text : List.of("one", "two", "three", "four")) {
                log.append(new Event.Warned(text));
            }
            file = log.file();
        }

        assertThat(new EventReader().read(file).records())
                .extracting(Recorded::event)
                .containsExactly(
                        new Event.Warned("one"),
                        new Event.Warned("two"),
                        new Event.Warned("three"),
                        new Event.Warned("four"));
    }

    /// Calls of one reply are at work at the same time.
    @Test
    @Tag("agent-loop#AC-23")
    void a_listener_is_told_of_one_thing_after_the_other() throws Exception {
        var told = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        var others = new ArrayList<Thread>();
        var known = new java.util.concurrent.atomic.AtomicReference<EventLog>();
        var listener =
                new SessionListener() {
                    @Override
                    public void recorded(Recorded recorded, String line) {
                        told.add("recorded");
                    }

                    @Override
                    public void printed(String line) {
                        told.add("begin " + line);
                        if (line.equals("one")) {
                            others.add(Thread.ofPlatform().start(() -> known.get().printed("two")));
                            others.add(
                                    Thread.ofPlatform()
                                            .start(() -> known.get().note(new Event.Warned("x"))));
                            for (Thread other : others) {
                                while (other.getState() != Thread.State.BLOCKED
                                        && other.isAlive()) {
                                    Thread.onSpinWait();
                                }
                            }
                        }
                        told.add("end " + line);
                    }
                };
        try (var log = EventLog.create(folder.resolve("session"), CLOCK, List.of(listener))) {
            known.set(log);
            log.printed("one");
            for (Thread other : others) {
                other.join();
            }
        }

        assertThat(told).startsWith("begin one", "end one").contains("begin two", "recorded");
    }

    private Path write(List<Event> events) {
        Path session = folder.resolve("session");
        try (var log = EventLog.create(session, CLOCK, List.of())) {
            events.forEach(log::append);
            return log.file();
        }
    }
}
