package kiro.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import kiro.evidence.Verdict;
import kiro.model.Usage;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.workspace.WorkspacePath;

/// What a session came to, folded from its events.
///
/// @param last when the last event was written
/// @param begun what was asked for; empty where the first record of the log is lost
/// @param end how the run ended; empty where the log does not say, as the run goes on or was killed
/// @param usage tokens of all replies
/// @param damage one line for each place of the log that could not be read
public record SessionView(
        SessionId id,
        Instant last,
        Optional<Event.RunStarted> begun,
        Optional<Event.RunEnded> end,
        Work work,
        Usage usage,
        List<String> damage) {
    public SessionView {
        damage = List.copyOf(damage);
    }

    /// How many of how many.
    public record Count(int done, int all) {}

    /// What was done.
    ///
    /// @param files what tools made, changed or removed
    public record Work(Count steps, Count criteria, List<WorkspacePath> files) {
        public Work {
            files = List.copyOf(files);
        }
    }

    public static SessionView of(SessionId id, LogReading log) {
        var fold = new Fold();
        log.records().forEach(record -> fold.add(record.event()));
        return new SessionView(
                id,
                log.records().isEmpty() ? id.start() : log.records().getLast().at(),
                fold.begun,
                fold.end,
                new Work(fold.steps(), fold.criteria, List.copyOf(fold.files)),
                fold.usage,
                log.damage());
    }

    /// The short name of the end, or `stopped` where the log breaks off.
    public String state() {
        return end.map(Event.RunEnded::end).orElse("stopped");
    }

    private static final class Fold {
        private Optional<Event.RunStarted> begun = Optional.empty();
        private Optional<Event.RunEnded> end = Optional.empty();
        private Optional<Plan> plan = Optional.empty();
        private Count criteria = new Count(0, 0);
        private Usage usage = Usage.NONE;
        private final Map<String, Event.ToolIntended> open = new HashMap<>();
        private final SequencedSet<WorkspacePath> files = new LinkedHashSet<>();

        void add(Event event) {
            end = event instanceof Event.RunEnded ? end : Optional.empty();
            switch (event) {
                case Event.ChildDid did -> child(did);
                case Event.RunStarted started -> begun = begun.or(() -> Optional.of(started));
                case Event.RunEnded ended -> end = Optional.of(ended);
                case Event.PlanProposed proposed -> plan = Optional.of(proposed.plan());
                case Event.PlanApproved approved -> plan = Optional.of(approved.plan());
                case Event.StepFinished step ->
                        plan = plan.map(known -> known.withStatus(step.number(), step.status()));
                case Event.ModelAnswered answered -> add(answered);
                case Event.ToolIntended intended -> open.put(intended.callId(), intended);
                case Event.FilesChanged changed -> add(changed);
                case Event.ToolFinished finished -> finished(finished.callId(), finished);
                case Event.CriteriaJudged judged -> criteria = count(judged);
                case Event.RunResumed _,
                        Event.Told _,
                        Event.LeftUndone _,
                        Event.ToolStopped _,
                        Event.AgentChosen _,
                        Event.OfPerson _,
                        Event.OfChild _,
                        Event.WorkspaceSeen _,
                        Event.Warned _,
                        Event.PlanRejected _,
                        Event.Estimated _,
                        Event.StepStarted _,
                        Event.ContextLaid _,
                        Event.FactsRecalled _,
                        Event.Compacted _,
                        Event.ModelAsked _,
                        Event.ModelFailed _,
                        Event.OfApproval _,
                        Event.OfTests _,
                        Event.DoneRefused _,
                        Event.CriteriaTicked _,
                        Event.Unknown _ -> {}
            }
        }

        private static Count count(Event.CriteriaJudged judged) {
            long proven = judged.verdicts().stream().filter(Verdict::isProven).count();
            return new Count((int) proven, judged.verdicts().size());
        }

        private void add(Event.ModelAnswered answered) {
            usage = usage.plus(answered.usage());
        }

        private void add(Event.FilesChanged changed) {
            changed.files().forEach(file -> files.add(file.path()));
        }

        /// What children use and change counts as the run's own; calls of two may have one id.
        private void child(Event.ChildDid did) {
            if (did.event() instanceof Event.ToolIntended intended) {
                open.put(did.child() + "/" + intended.callId(), intended);
            } else if (did.event() instanceof Event.ToolFinished finished) {
                finished(did.child() + "/" + finished.callId(), finished);
            } else if (did.event() instanceof Event.ModelAnswered answered) {
                add(answered);
            } else if (did.event() instanceof Event.FilesChanged changed) {
                add(changed);
            }
        }

        private void finished(String call, Event.ToolFinished finished) {
            Event.ToolIntended intended = open.remove(call);
            if (intended != null && !finished.isError()) {
                intended.files().forEach(file -> files.add(file.path()));
            }
        }

        Count steps() {
            List<Step> steps = plan.map(Plan::steps).orElse(List.of());
            var done = new ArrayList<>(steps);
            done.removeIf(step -> step.status() != StepStatus.DONE);
            return new Count(done.size(), steps.size());
        }
    }
}
