package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kiro.agent.AgentTask.Goal;
import kiro.model.Block;
import kiro.model.Purpose;
import kiro.model.Usage;
import kiro.permission.Mode;
import kiro.session.Event;
import kiro.session.EventLog;
import kiro.session.EventReader;
import kiro.session.LogReading;
import kiro.session.Recorded;
import kiro.session.SessionListener;
import kiro.testing.MemoryFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentResumeTest {
    private static final String PLAN =
            """
            {"title":"t","steps":[
             {"action":"make files","files":["made.txt"],"risk":"low","criteria":[]},
             {"action":"prove it","files":["results.txt"],"risk":"low","criteria":["AC-1","AC-2"]}]}\
            """;
    private static final String TEST_FILE = "src/test/java/demo/DemoTest.java";

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    /// As if the process had been killed right after a record was written, or while it was.
    private static final class Kill implements SessionListener {
        private final int after;
        private final Path log;
        private byte[] written = {};
        private int records;

        Kill(int after, Path log) {
            this.after = after;
            this.log = log;
        }

        @Override
        public void recorded(Recorded recorded, String line) {
            records++;
            if (records == after) {
                try {
                    written = Files.readAllBytes(log);
                } catch (IOException cause) {
                    throw new UncheckedIOException(cause);
                }
            }
            if (records >= after) {
                throw new Killed();
            }
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// What of the last record has come to the disk.
    private enum Tail {
        WHOLE,
        TORN;

        byte[] of(byte[] written) {
            int end = written.length - 1;
            int start = end;
            while (start > 0 && written[start - 1] != '\n') {
                start--;
            }
            return switch (this) {
                case WHOLE -> written;
                case TORN -> Arrays.copyOf(written, (start + end) / 2);
            };
        }
    }

    private static Worker worker() {
        return new Worker(
                PLAN,
                List.of(
                        List.of(
                                action(
                                        "write_file",
                                        "{\"path\":\"made.txt\",\"content\":\"m\\n\"}",
                                        ""),
                                action(
                                        "run_command",
                                        "{\"command\":\"echo x >> count.txt\"}",
                                        "count.txt"),
                                action(
                                        "apply_patch",
                                        "{\"patch\":\"*** Begin Patch\\n*** Add File: p1.txt\\n+1\\n*** Add File: p2.txt\\n+2\\n*** End Patch\\n\"}",
                                        "")),
                        List.of(
                                action("read_file", "{\"path\":\"%s\"}".formatted(TEST_FILE), ""),
                                action(
                                        "write_file",
                                        "{\"path\":\"%s\",\"content\":\"%s\"}"
                                                .formatted(TEST_FILE, json(tests())),
                                        TEST_FILE),
                                action(
                                        "write_file",
                                        "{\"path\":\"results.txt\",\"content\":\"proves_ac_1 pass\\nproves_ac_2 pass\\n\"}",
                                        ""))));
    }

    private static String tests() {
        return AgentHarness.testsFor("AC-1", "AC-2");
    }

    private static String json(String text) {
        return text.replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static Worker.Action action(String tool, String arguments, String proof) {
        return proof.isEmpty()
                ? Worker.Action.of(tool, arguments)
                : Worker.Action.making(proof, tool, arguments);
    }

    private AgentHarness harness(String name) throws InterruptedException {
        var harness = new AgentHarness(folder.resolve(name));
        harness.workspace.committed();
        return harness;
    }

    /// Runs until it is killed; answers whether it was.
    private static boolean killed(AgentHarness harness, int after, Tail tail) throws Exception {
        var kill = new Kill(after, harness.log());
        try {
            harness.watchedBy(kill).run(worker(), new Goal.WholeWork(), Mode.AUTONOMOUS);
        } catch (Killed | IllegalStateException end) {
            assertThat(kill.written).isNotEmpty();
        }
        harness.watchedBy();
        if (kill.written.length == 0) {
            return false;
        }
        Files.write(harness.log(), tail.of(kill.written));
        return true;
    }

    /// Keeps the whole folder as it is right after each record was written: a process that is killed there leaves that.
    private final class Snapshots implements SessionListener {
        private final Path workspace;
        private final List<Event> events = new ArrayList<>();

        Snapshots(Path workspace) {
            this.workspace = workspace;
        }

        @Override
        public void recorded(Recorded recorded, String line) {
            events.add(recorded.event());
            copy(workspace, folder.resolve("killed-" + events.size()));
        }
    }

    @Test
    @Tag("sessions#AC-15")
    @Tag("sessions#AC-16")
    void a_run_killed_at_any_append_goes_on_without_losing_or_repeating_anything()
            throws Exception {
        AgentHarness harness = harness("run");
        var snapshots = new Snapshots(harness.workspace.root());
        harness.watchedBy(snapshots).run(worker(), new Goal.WholeWork(), Mode.AUTONOMOUS);
        var wrong = new ArrayList<String>();
        for (int after = 1; after <= snapshots.events.size(); after++) {
            Path killed = folder.resolve("killed-" + after);
            if (followsAnEffect(snapshots.events.get(after - 1))) {
                Path torn = folder.resolve("torn-" + after);
                copy(killed, torn);
                Path log = AgentHarness.at(torn).log();
                Files.write(log, Tail.TORN.of(Files.readAllBytes(log)));
                wrong.addAll(wrong(after, AgentHarness.at(torn)));
            }
            wrong.addAll(wrong(after, AgentHarness.at(killed)));
        }

        assertThat(snapshots.events).hasSizeGreaterThan(40);
        assertThat(wrong).isEmpty();
    }

    /// Records before which something was done that is not in the log yet: killed while it is written, the run leaves
    /// what it did and not the record. Elsewhere that is the same as having been killed after the record before.
    private static boolean followsAnEffect(Event event) {
        return event instanceof Event.ToolFinished
                || event instanceof Event.FilesChanged
                || event instanceof Event.PlanProposed
                || event instanceof Event.PlanApproved
                || event instanceof Event.StepFinished
                || event instanceof Event.CriteriaTicked
                || event instanceof Event.RunEnded;
    }

    /// What is wrong after a run was killed so, and has gone on.
    private static List<String> wrong(int after, AgentHarness harness) throws Exception {
        List<Event> before = harness.events();
        RunReport report = harness.resume(worker(), Mode.AUTONOMOUS);
        LogReading log = new EventReader().read(harness.log());
        String place = "killed at %d, %s: ".formatted(after, last(before));
        return Stream.of(
                        check(report.end() instanceof RunEnd.Done, "ends with " + report.end()),
                        check(log.damage().isEmpty(), "damage " + log.damage()),
                        check(
                                harness.events().subList(0, before.size()).equals(before),
                                "the earlier events are not there any more"),
                        check(
                                harness.workspace.read("count.txt").equals("x\n"),
                                "the command ran "
                                        + harness.workspace.read("count.txt").lines().count()
                                        + " times"),
                        check(harness.workspace.read("made.txt").equals("m\n"), "made.txt"),
                        check(harness.workspace.read("p1.txt").equals("1\n"), "p1.txt"),
                        check(harness.workspace.read("p2.txt").equals("2\n"), "p2.txt"),
                        check(harness.workspace.read(TEST_FILE).equals(tests()), "the test"),
                        check(
                                done(harness, "made.txt") == 1 && done(harness, TEST_FILE) == 1,
                                "an edit was made again"),
                        check(
                                harness.events(Event.PlanApproved.class).size() == 1,
                                "the plan was approved again"))
                .flatMap(Optional::stream)
                .map(fault -> place + fault)
                .toList();
    }

    /// What the tests write is left out: they may be at it.
    private static void copy(Path from, Path to) {
        List<Path> left = List.of(from.resolve("target"), from.resolve(".kiro/sessions"));
        try {
            Files.walkFileTree(
                    from,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path at, BasicFileAttributes attributes) throws IOException {
                            if (left.contains(at)) {
                                return FileVisitResult.SKIP_SUBTREE;
                            }
                            Files.createDirectories(to.resolve(from.relativize(at).toString()));
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path at, BasicFileAttributes attributes)
                                throws IOException {
                            Files.copy(
                                    at,
                                    to.resolve(from.relativize(at).toString()),
                                    StandardCopyOption.COPY_ATTRIBUTES);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Optional<String> check(boolean holds, String fault) {
        return holds ? Optional.empty() : Optional.of(fault);
    }

    private static String last(List<Event> events) {
        return events.isEmpty()
                ? "at the beginning"
                : "after " + events.getLast().getClass().getSimpleName();
    }

    private static long done(AgentHarness harness, String path) throws IOException {
        return Files.readAllLines(harness.journal()).stream()
                .filter(line -> line.contains("\"path\":\"" + path + "\""))
                .count();
    }

    @Test
    @Tag("sessions#AC-17")
    void a_patch_that_was_done_by_half_is_put_back_and_made_again_whole() throws Exception {
        AgentHarness harness = harness("half");
        int intent = indexOf(harness, "apply_patch");
        AgentHarness killed = harness("killed");
        assertThat(killed(killed, intent, Tail.WHOLE)).isTrue();
        killed.workspace.with("p1.txt", "1\n");
        String one = kiro.text.Hash.of("1\n").hex();
        String two = kiro.text.Hash.of("2\n").hex();
        Files.writeString(
                killed.journal(),
                Files.readString(killed.journal())
                        + "{\"set\":7,\"path\":\"p1.txt\",\"before\":null,\"after\":{\"hash\":\"%s\",\"executable\":false}}\n"
                                .formatted(one)
                        + "{\"set\":7,\"path\":\"p2.txt\",\"before\":null,\"after\":{\"hash\":\"%s\",\"executable\":false}}\n"
                                .formatted(two));

        RunReport report = killed.resume(worker(), Mode.AUTONOMOUS);

        assertThat(report.end()).isEqualTo(new RunEnd.Done());
        assertThat(killed.events(Event.ToolFinished.class))
                .anyMatch(finished -> finished.text().contains("what it had done was put back"));
        assertThat(killed.workspace.read("p1.txt")).isEqualTo("1\n");
        assertThat(killed.workspace.read("p2.txt")).isEqualTo("2\n");
    }

    /// The number of the record that intends the first call of a tool.
    private static int indexOf(AgentHarness harness, String tool) throws Exception {
        harness.run(worker(), new Goal.WholeWork(), Mode.AUTONOMOUS);
        List<Event> events = harness.events();
        return 1
                + IntStream.range(0, events.size())
                        .filter(i ->
                                events.get(i) instanceof Event.ToolIntended intended
                                        && intended.tool().equals(tool))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    @Tag("sessions#AC-17")
    void a_file_that_somebody_changed_meanwhile_is_left_and_the_model_is_told() throws Exception {
        AgentHarness counted = harness("first");
        int intent = indexOf(counted, "write_file");
        AgentHarness harness = harness("second");
        assertThat(killed(harness, intent, Tail.WHOLE)).isTrue();
        harness.workspace.with("made.txt", "mine\n");

        harness.with(new Limits(12, 1, 4_000)).resume(worker(), Mode.AUTONOMOUS);

        assertThat(harness.events(Event.ToolFinished.class).getFirst().text())
                .startsWith("the outcome is not known")
                .contains("changed by someone else: [made.txt]");
        assertThat(harness.workspace.read("made.txt")).isEqualTo("mine\n");
    }

    @Test
    @Tag("sessions#AC-18")
    void a_person_is_asked_for_the_plan_again() throws Exception {
        AgentHarness counted = harness("first");
        int intent = indexOf(counted, "apply_patch");
        AgentHarness harness = harness("second");
        assertThat(killed(harness, intent, Tail.WHOLE)).isTrue();
        var says = new Says().to(new Approver.PlanAnswer.Abandoned("not now"));

        RunReport report = harness.asking(says).resume(worker(), Mode.INTERACTIVE);

        assertThat(says.asked).containsExactly("plan t");
        assertThat(report.end()).isEqualTo(new RunEnd.Denied("not now"));
        assertThat(harness.workspace.has("p1.txt")).isFalse();
    }

    @Test
    @Tag("sessions#AC-19")
    void ten_thousand_events_are_taken_up_in_under_a_second() throws Exception {
        AgentHarness harness = harness("long");
        assertThat(killed(harness, 12, Tail.WHOLE)).isTrue();
        var log = EventLog.resume(harness.log().getParent(), Clock.systemUTC(), List.of()).log();
        for (int i = 0; i < 3_000; i++) {
            String id = "x" + i;
            var call = new Block.ToolCall(id, "read_file", "{\"path\":\"pom.xml\"}");
            log.append(new Event.ModelAsked(100 + i, Purpose.CODE, 3, Optional.empty()));
            log.append(new Event.ModelAnswered(100 + i, List.of(call), "tool-use", Usage.NONE));
            log.append(new Event.Warned("between"));
            log.append(new Event.Told(List.of(new Block.ToolResult(id, "a".repeat(400), false))));
        }
        log.close();

        read(harness);
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        RunState state = read(harness);
        long took = (thread.getCurrentThreadCpuTime() - start) / 1_000_000;

        assertThat(state.turns()).isEqualTo(3_099);
        assertThat(state.talk().heard()).hasSizeGreaterThan(6_000);
        assertThat(took).as("milliseconds of the processor").isLessThan(1_000);
    }

    private static RunState read(AgentHarness harness) throws IOException {
        return RunState.of(new EventReader().read(harness.log()));
    }

    @Test
    @Tag("sessions#AC-20")
    void a_torn_end_is_moved_aside_and_named() throws Exception {
        AgentHarness harness = harness("torn");
        assertThat(killed(harness, 9, Tail.TORN)).isTrue();
        byte[] torn = Files.readAllBytes(harness.log());

        var continued = EventLog.resume(harness.log().getParent(), Clock.systemUTC(), List.of());
        continued.log().append(new Event.Warned("after"));
        continued.log().close();

        assertThat(continued.repairs())
                .singleElement()
                .asString()
                .startsWith("the last record of the log was cut off");
        LogReading log = new EventReader().read(harness.log());
        assertThat(log.damage()).isEmpty();
        assertThat(log.records()).hasSize(9);
        assertThat(log.records().getLast().sequence()).isEqualTo(9);
        String kept = Files.readString(harness.log().resolveSibling("events.torn"));
        assertThat(new String(torn, StandardCharsets.UTF_8)).endsWith(kept.replace("\0", ""));
    }
}
