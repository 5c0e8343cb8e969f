package kiro.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.memory.Fact;
import kiro.memory.Source;
import kiro.memory.Weight;
import kiro.model.Usage;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.tool.Risk;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("memory-learning#AC-7")
class SessionLessonsTest {
    private static final SessionId ID = new SessionId("20260301-120000-abcd");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TempDir private Path folder;

    private List<Fact> lessons(Event... events) throws Exception {
        var workspace = new Workspace(folder.toRealPath());
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        Path own = workspace.kiroFolder().resolve("sessions").resolve(ID.value());
        try (EventLog log = EventLog.create(own, clock, List.of())) {
            log.append(
                    new Event.RunStarted(
                            ID, "0", "call the service", Optional.empty(), "interactive", "m"));
            for (Event event : events) {
                log.append(event);
            }
        }
        return new SessionLessons(workspace, DAY).proposals();
    }

    private static Plan plan(String... actions) {
        var steps = new ArrayList<Step>();
        for (String action : actions) {
            steps.add(
                    new Step(
                            steps.size() + 1,
                            action,
                            List.of(),
                            Risk.LOW,
                            List.of(),
                            StepStatus.PENDING));
        }
        return new Plan("t", "call the service", Optional.empty(), steps, List.of());
    }

    private static Event.PlanProposed proposed(String... actions) {
        return new Event.PlanProposed(plan(actions), WorkspacePath.of("plan.md"));
    }

    @Test
    void what_was_taken_out_of_a_plan_and_added_to_it_is_proposed_with_its_session()
            throws Exception {
        List<Fact> lessons =
                lessons(
                        proposed("add a client", "delete the old tests"),
                        new Event.PlanApproved(plan("add a client", "add a timeout"), true));

        assertThat(lessons)
                .extracting(Fact::text)
                .containsExactly(
                        "Not wanted in a plan for 'call the service': delete the old tests",
                        "Wanted in a plan for 'call the service': add a timeout");
        assertThat(lessons)
                .allMatch(
                        fact -> fact.statement().source().equals(new Source.OfSession(ID.value())))
                .allMatch(fact -> fact.statement().weight().standing() == Weight.Standing.PROPOSED);
    }

    @Test
    void a_plan_that_was_taken_as_it_is_or_that_nobody_answered_teaches_nothing() throws Exception {
        assertThat(
                        lessons(
                                proposed("add a client"),
                                new Event.PlanApproved(plan("add a client"), false),
                                proposed("add another"),
                                new Event.PlanRejected("make another one"),
                                proposed("add a third"),
                                new Event.PlanRejected("nobody is there to ask"),
                                new Event.RunEnded("denied", "nobody is there to ask", Usage.NONE)))
                .isEmpty();
    }
}
