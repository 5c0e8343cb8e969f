package kiro.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.edit.Undo;
import kiro.memory.Fact;
import kiro.memory.FactId;
import kiro.memory.Scope;
import kiro.memory.Source;
import kiro.memory.Statement;
import kiro.memory.Weight;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;

/// What sessions suggest to remember, from what a person corrected in them: each a proposal that somebody has to accept.
public final class SessionLessons {
    private static final int NEWEST = 100;
    private static final int LONGEST = 300;

    /// What is said in a person's place where they give no reason.
    private static final Set<String> NO_REASON = Set.of("", "make another one", "no", "n");

    private static final double CONFIDENCE = 0.5;

    private final Sessions sessions;
    private final WorkspaceFiles files;
    private final LocalDate today;

    public SessionLessons(Workspace workspace, LocalDate today) {
        this.sessions = new Sessions(workspace);
        this.files = new WorkspaceFiles(workspace);
        this.today = today;
    }

    /// Of the newest sessions.
    public List<Fact> proposals() throws IOException {
        var proposals = new ArrayList<Fact>();
        for (SessionId id : sessions.ids().stream().limit(NEWEST).toList()) {
            new OfSession(id).read(sessions.read(id)).forEach(proposals::add);
        }
        return proposals;
    }

    /// The lessons of one session.
    private final class OfSession {
        private final SessionId id;
        private final List<Fact> lessons = new ArrayList<>();
        private String task = "";
        private Optional<Plan> proposed = Optional.empty();

        private OfSession(SessionId id) {
            this.id = id;
        }

        private List<Fact> read(LogReading log) throws IOException {
            Set<String> ends = ends(log);
            for (Recorded recorded : log.records()) {
                if (recorded.event() instanceof Event.RunStarted started) {
                    task = started.task();
                } else if (recorded.event() instanceof Event.PlanProposed made) {
                    proposed = Optional.of(made.plan());
                } else if (recorded.event() instanceof Event.PlanRejected rejected
                        && !ends.contains(rejected.reason())) {
                    rejected(rejected.reason());
                } else if (recorded.event() instanceof Event.PlanApproved approved
                        && approved.isEdited()) {
                    proposed.ifPresent(plan -> edited(plan, approved.plan()));
                }
            }
            takenBack(log);
            return lessons;
        }

        /// Steps whose changes a person has taken back, all of them.
        private void takenBack(LogReading log) throws IOException {
            Path journal = sessions.folder(id).resolve("journal");
            if (!Files.isDirectory(journal)) {
                return;
            }
            Undo undo = Undo.of(journal, files);
            StepChanges steps = StepChanges.of(log, undo.sets());
            for (Recorded recorded : log.records()) {
                if (recorded.event() instanceof Event.StepStarted step
                        && !steps.of(step.number()).isEmpty()
                        && undo.prepare(steps.of(step.number())).isEmpty()) {
                    propose(
                            "Not wanted for '%s', as it was taken back: %s"
                                    .formatted(task, step.action()),
                            "a step was taken back");
                }
            }
        }

        /// Why the run ended: a plan that nobody answered is no correction.
        private static Set<String> ends(LogReading log) {
            return log.records().stream()
                    .map(Recorded::event)
                    .filter(Event.RunEnded.class::isInstance)
                    .map(event -> ((Event.RunEnded) event).reason())
                    .collect(Collectors.toSet());
        }

        /// The reason is the person's own words.
        private void rejected(String reason) {
            if (!NO_REASON.contains(reason.strip().toLowerCase(java.util.Locale.ROOT))) {
                propose(reason.strip(), "a plan was rejected");
            }
        }

        private void edited(Plan before, Plan after) {
            Set<String> kept = actions(after);
            Set<String> had = actions(before);
            String added = joined(kept, had);
            String removed = joined(had, kept);
            if (!removed.isEmpty()) {
                propose(
                        "Not wanted in a plan for '%s': %s".formatted(task, removed),
                        "a plan was edited");
            }
            if (!added.isEmpty()) {
                propose(
                        "Wanted in a plan for '%s': %s".formatted(task, added),
                        "a plan was edited");
            }
        }

        private void propose(String text, String why) {
            String told =
                    text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026";
            lessons.add(
                    new Fact.Convention(
                            new Statement(
                                    FactId.of("convention", id + "\n" + told),
                                    told,
                                    new Source.OfSession(id.value()),
                                    today,
                                    Weight.proposed(CONFIDENCE),
                                    Scope.of(why),
                                    List.of())));
        }
    }

    private static Set<String> actions(Plan plan) {
        return plan.steps().stream()
                .map(Step::action)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static String joined(Set<String> these, Set<String> butNot) {
        return these.stream()
                .filter(action -> !butNot.contains(action))
                .limit(3)
                .collect(Collectors.joining("; "));
    }
}
