package kiro.model.builtin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.model.TaggedText;
import kiro.model.builtin.write.Blueprint;
import kiro.model.builtin.write.Change;
import kiro.spec.CriterionId;

/// Carries out one step of an approved plan, which a person may have edited: by the files that it names.
final class StepWork {
    private final Design design;
    private final Transcript transcript;
    private final Knowledge knowledge;
    private final TaggedText step;

    StepWork(Design design, Transcript transcript, Knowledge knowledge, TaggedText step) {
        this.design = design;
        this.transcript = transcript;
        this.knowledge = knowledge;
        this.step = step;
    }

    Move next() {
        Optional<String> broken = brokenTests();
        if (broken.isPresent()) {
            return takenBack(broken.get());
        }
        Optional<Exchange> failed =
                transcript.sinceStep().stream()
                        .filter(one -> one.is("write_file") || one.is("edit_file"))
                        .filter(Exchange::failed)
                        .findFirst();
        if (failed.isPresent()) {
            return Move.problem(
                    "%s could not be changed: %s"
                            .formatted(failed.get().argument("path"), failed.get().text()));
        }
        boolean isDone =
                transcript.sinceStep().stream()
                        .anyMatch(one -> one.is("write_file") || one.is("edit_file"));
        return switch (design.draw(transcript.briefing(), knowledge, tested())) {
            case Design.Outcome.Impossible impossible ->
                    Move.problem(impossible.reason() + "; " + Words.SETTINGS);
            case Design.Outcome.Drawn drawn ->
                    isDone ? new Move.Says(done(drawn.blueprint())) : work(drawn.blueprint());
        };
    }

    private String number() {
        return step.attribute("number");
    }

    private List<String> files() {
        var files = new ArrayList<String>();
        for (String file : step.attribute("files").split(",")) {
            if (!file.isBlank()) {
                files.add(file.strip());
            }
        }
        return files;
    }

    /// The criteria that the step names; a person may have taken some out.
    private Set<CriterionId> tested() {
        var ids = new LinkedHashSet<CriterionId>();
        boolean isTests = files().stream().anyMatch(file -> file.contains("src/test/"));
        for (String id : step.attribute("criteria").split(",")) {
            if (isTests && !id.isBlank()) {
                ids.add(new CriterionId(id.strip()));
            }
        }
        return ids;
    }

    /// Tests that fail after a step, for which this engine has no remedy.
    private Optional<String> brokenTests() {
        String report = transcript.tests().map(TaggedText::body).orElse("");
        boolean changed =
                transcript.exchanges().stream()
                        .anyMatch(one ->
                                (one.is("write_file") || one.is("edit_file")) && one.succeeded());
        boolean isBroken = report.contains("\nFAILED ") || report.startsWith("could not measure");
        return changed && isBroken ? Optional.of(report) : Optional.empty();
    }

    /// What the steps before have written does not stay where the project does not compile with it, tests of the project fail
    /// that passed without it, or nobody can tell: then the work ends, and the project is as it was.
    private Move takenBack(String report) {
        Symptoms symptoms = Symptoms.of(report, List.of());
        String says = symptoms.says() + ": " + symptoms.cause();
        if (!(design.draw(transcript.briefing(), knowledge, tested())
                instanceof Design.Outcome.Drawn drawn)) {
            return Move.problem(says + "; " + Words.SETTINGS);
        }
        List<Change> changes = drawn.blueprint().changes();
        List<Call> calls = Withdrawal.calls(changes, knowledge.current(), transcript.refused());
        if (!calls.isEmpty()) {
            return new Move.Calls(symptoms.says() + ": what was written is taken back", calls);
        }
        List<String> left =
                changes.stream()
                        .filter(change -> Withdrawal.isThere(change, knowledge.current()))
                        .map(Change::path)
                        .toList();
        String back =
                left.isEmpty()
                        ? "; all that was written is taken back, and the criteria stay open"
                        : "; what was written is taken back, but for " + String.join(", ", left);
        return Move.problem(says + back + (symptoms.isEmpty() ? "" : "; " + Words.SETTINGS));
    }

    private Move work(Blueprint blueprint) {
        List<String> files = files();
        boolean isWhole =
                files.isEmpty() && step.body().strip().equals(transcript.briefing().task());
        List<Change> changes =
                blueprint.changes().stream()
                        .filter(change -> isWhole || files.contains(change.path()))
                        .toList();
        List<String> unknown =
                files.stream().filter(file -> blueprint.change(file).isEmpty()).toList();
        if (changes.isEmpty() || !unknown.isEmpty()) {
            return Move.problem(
                    "step %s (\"%s\") is not one that the built-in engine can carry out%s; %s"
                            .formatted(
                                    number(),
                                    step.body().strip(),
                                    unknown.isEmpty()
                                            ? ""
                                            : ": it has nothing to do in "
                                                    + String.join(", ", unknown),
                                    Words.SETTINGS));
        }
        Optional<String> lacking = lacking(blueprint, changes);
        if (lacking.isPresent()) {
            return Move.problem(lacking.get());
        }
        List<Call> calls =
                changes.stream()
                        .filter(change -> !isApplied(change))
                        .flatMap(change -> calls(change).stream())
                        .toList();
        return calls.isEmpty()
                ? new Move.Says("step " + number() + " is done already")
                : new Move.Calls(step.body().strip(), calls);
    }

    /// What the step builds on and no step has made.
    private Optional<String> lacking(Blueprint blueprint, List<Change> changes) {
        for (Change change : changes) {
            for (Change other : blueprint.changes()) {
                if (!changes.contains(other) && change.needs(other) && !isApplied(other)) {
                    return Optional.of(
                            "step %s changes %s, which needs %s as an earlier step would have made it: put that file back into the plan"
                                    .formatted(number(), change.path(), other.path()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isApplied(Change change) {
        return change.after().equals(knowledge.current().get(change.path()));
    }

    private static List<Call> calls(Change change) {
        return change.before()
                .map(before -> Hunks.edits(change.path(), before, change.after()))
                .orElseGet(() -> List.of(Call.write(change.path(), change.after())));
    }

    private String done(Blueprint blueprint) {
        var text = new StringBuilder("step " + number() + " is done");
        boolean isLast = blueprint.changes().stream().allMatch(this::isApplied);
        if (isLast) {
            blueprint.untested().forEach(one -> text.append('\n').append(one));
        }
        // Where criteria are open, the loop asks for them, and is told then.
        boolean isAsked =
                blueprint.unplaced().stream().anyMatch(one -> one.criterion().isPresent());
        if (isLast && !isAsked && !blueprint.unplaced().isEmpty()) {
            text.append("\n\nwhat stays open:\n")
                    .append(Words.open(blueprint.unplaced()))
                    .append("\n\nfor these ")
                    .append(Words.SETTINGS);
        }
        return text.toString();
    }
}
