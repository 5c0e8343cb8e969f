package kiro.cli.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import kiro.model.Block;
import kiro.model.Usage;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.session.Event;
import kiro.session.Recorded;
import kiro.session.SessionId;
import kiro.spec.CriterionId;
import kiro.spec.SpecName;
import kiro.tool.Risk;
import kiro.workspace.WorkspacePath;

/// Events of a run, for tests of how they are shown.
final class Told {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private Told() {}

    static Recorded at(int second, Event event) {
        return new Recorded(SEQUENCE.incrementAndGet(), START.plusSeconds(second), event);
    }

    static Event.RunStarted started() {
        return new Event.RunStarted(
                new SessionId("20260301-120000-abcd"),
                "0.1.0",
                "implement",
                SpecName.parse("demo"),
                "interactive",
                "anthropic/claude");
    }

    static Plan plan(String... actions) {
        var steps = new java.util.ArrayList<Step>();
        for (String action : actions) {
            steps.add(
                    new Step(
                            steps.size() + 1,
                            action,
                            List.of(WorkspacePath.of("src/App.java")),
                            Risk.MEDIUM,
                            List.of(CriterionId.parse("AC-1").orElseThrow()),
                            StepStatus.PENDING));
        }
        return new Plan("Greet", "implement", Optional.empty(), steps, List.of());
    }

    static Event.ModelAnswered answered(String words, Usage usage) {
        return new Event.ModelAnswered(1, List.of(new Block.Text(words)), "end_turn", usage);
    }
}
