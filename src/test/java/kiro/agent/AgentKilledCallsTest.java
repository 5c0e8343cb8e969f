package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import kiro.agent.AgentTask.Goal;
import kiro.hook.run.Cause;
import kiro.hook.run.HookRuns;
import kiro.hook.run.Subject;
import kiro.permission.Mode;
import kiro.session.Event;
import kiro.session.SessionId;
import kiro.testing.MemoryFolder;
import kiro.tool.Effect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run whose calls go to others is killed at every append: to a server, to the network, past hooks, with a person who is asked
/// for the plan and for each call, and near the end of its time.
class AgentKilledCallsTest {
    private static final String PLAN =
            "{\"title\":\"t\",\"steps\":[{\"action\":\"call\",\"files\":[],\"risk\":\"low\",\"criteria\":[]}]}";

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    private static Worker worker() {
        return new Worker(
                PLAN,
                List.of(
                        List.of(
                                Worker.Action.of("look", "{\"n\":1}"),
                                Worker.Action.of("look", "{\"n\":2}"),
                                Worker.Action.making("server.txt", "server", "{\"n\":1}"),
                                Worker.Action.of("fetch", "{}"),
                                Worker.Action.making("server2.txt", "server", "{\"n\":2}"),
                                Worker.Action.of(
                                        "write_file",
                                        "{\"path\":\"made.txt\",\"content\":\"m\\n\"}"))));
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static final class Calls implements Kills.Work {
        @Override
        public AgentHarness open(Path workspace, boolean isNew) throws InterruptedException {
            AgentHarness agent = isNew ? new AgentHarness(workspace) : AgentHarness.at(workspace);
            if (isNew) {
                agent.workspace.committed();
            }
            Path outside = workspace.resolveSibling(Kills.OUTSIDE);
            agent.with(
                            new Limits(
                                    100,
                                    3,
                                    4_000,
                                    new Allowance(
                                            OptionalLong.empty(),
                                            Optional.empty(),
                                            Optional.of(Duration.ofMinutes(10)),
                                            OptionalInt.empty())))
                    .asking(new Says())
                    .hooked(hooks(outside))
                    .offering(
                            TestTool.looking("look", arguments -> "seen " + arguments),
                            new TestTool(
                                    "fetch",
                                    new Effect.Fetch(URI.create("https://example.com/")),
                                    _ -> "page"),
                            new TestTool(
                                    "server",
                                    new Effect.ServerCall("s", "do", false),
                                    arguments -> {
                                        append(outside.resolve("effects"), "server " + arguments);
                                        String name = arguments.contains("2") ? "2" : "";
                                        append(
                                                workspace.resolve("server%s.txt".formatted(name)),
                                                "x");
                                        agent.time.set(Duration.ofMinutes(9).toNanos());
                                        return "done";
                                    }));
            return agent;
        }

        /// They count too: before and after each call that was made, and no more often than it was begun.
        private static SessionHooks hooks(Path outside) {
            return SessionHooks.of(
                    event -> {
                        if (event.subject() instanceof Subject.ToolUse use
                                && use.tool().equals("server")) {
                            append(
                                    outside.resolveSibling("hooks"),
                                    event.kind().word() + " " + use.input());
                        }
                        return HookRuns.NONE;
                    },
                    new SessionId("20260301-120000-abcd"),
                    Cause.AGENT,
                    (_, _) -> {},
                    _ -> {});
        }

        @Override
        public RunReport run(AgentHarness agent) throws InterruptedException {
            return agent.run(
                    worker(),
                    new AgentTask(
                            "do it", Optional.empty(), new Goal.WholeWork(), Mode.INTERACTIVE));
        }

        @Override
        public RunReport resume(AgentHarness agent) throws InterruptedException {
            return agent.resume(worker(), Mode.INTERACTIVE);
        }
    }

    @Test
    @Tag("sessions#AC-15")
    @Tag("sessions#AC-16")
    void a_run_that_calls_others_is_killed_anywhere_and_loses_and_repeats_nothing()
            throws Exception {
        var kills = new Kills(folder, new Calls());

        assertThat(kills.faults()).isEmpty();

        assertThat(kills.events().stream().filter(Event.ApprovalGiven.class::isInstance))
                .hasSize(4);
        assertThat(kills.events().toString()).contains("more than 80 % of a limit is used up");
        assertThat(Files.readAllLines(folder.resolve("whole/hooks")))
                .containsExactly(
                        "before-tool {\"n\":1}",
                        "after-tool {\"n\":1}",
                        "before-tool {\"n\":2}",
                        "after-tool {\"n\":2}");
        for (int after = 1; after <= kills.events().size(); after++) {
            hooksRanWithTheirCalls(folder.resolve("killed-" + after));
        }
    }

    /// A call that is begun again has its hooks again; none that was made goes without those before it.
    private static void hooksRanWithTheirCalls(Path killed) throws IOException {
        Path hooks = killed.resolve("hooks");
        AgentHarness agent = AgentHarness.at(killed.resolve(Kills.WORKSPACE));
        if (!Files.exists(hooks)) {
            return;
        }
        List<String> ran = Files.readAllLines(hooks);
        long begun =
                agent.events(Event.ToolIntended.class).stream()
                        .filter(intended -> intended.tool().equals("server"))
                        .count();
        assertThat(ran.stream().filter(line -> line.startsWith("before")))
                .hasSizeBetween(2, (int) begun);
    }
}
