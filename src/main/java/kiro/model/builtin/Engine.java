package kiro.model.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.model.Message;
import kiro.model.TaggedText;
import kiro.model.builtin.write.Blueprint;
import kiro.model.builtin.write.Change;
import kiro.model.builtin.write.Part;

/// Decides, from a conversation alone, what comes next.
final class Engine {
    private static final Pattern WRITTEN_WITHOUT =
            Pattern.compile("; [A-Z]+ \\S+ is written without it(?=\n|$)");

    private final Design design;

    Engine(Design design) {
        this.design = design;
    }

    Move next(List<Message> messages) {
        Transcript transcript = Transcript.of(messages);
        Briefing briefing = transcript.briefing();
        if (briefing.spec().isEmpty() || !Design.tasks().contains(briefing.task())) {
            return Move.problem(
                    "no model is configured, and the built-in engine does one thing: it implements (task 'implement') or tests (task 'generate-tests') the endpoints of a rest-api spec; for this task "
                            + Words.SETTINGS);
        }
        Optional<String> foreign = foreign(briefing);
        if (foreign.isPresent()) {
            return Move.problem(foreign.get());
        }
        Knowledge knowledge = Knowledge.of(transcript.exchanges());
        List<Call> questions = new Explorer(briefing, knowledge).next();
        if (!questions.isEmpty()) {
            return new Move.Calls("", questions);
        }
        if (transcript.missing().isPresent()) {
            return once(missing(transcript, knowledge), messages);
        }
        if (transcript.step().isPresent()) {
            return new StepWork(design, transcript, knowledge, transcript.step().get()).next();
        }
        return plan(transcript, knowledge);
    }

    /// What was said before is not said again.
    private static Move once(Move move, List<Message> messages) {
        boolean isSaid =
                move instanceof Move.Says(String words)
                        && messages.stream()
                                .anyMatch(one ->
                                        one.role() == Message.Role.MODEL
                                                && one.text().strip().equals(words.strip()));
        return isSaid
                ? new Move.Says("nothing is left to try: what stays open, and why, is said above")
                : move;
    }

    /// Why a project is none that this engine works on.
    private static Optional<String> foreign(Briefing briefing) {
        boolean isMaven = briefing.fact("build tool").equalsIgnoreCase("maven");
        boolean isJava = briefing.fact("languages").contains("Java");
        return isMaven && isJava
                ? Optional.empty()
                : Optional.of(
                        "the built-in engine works on Spring MVC projects in Java with Maven; this one is built with %s and written in %s; %s"
                                .formatted(
                                        briefing.fact("build tool"),
                                        briefing.fact("languages"),
                                        Words.SETTINGS));
    }

    private Move plan(Transcript transcript, Knowledge knowledge) {
        Optional<Exchange> answer = transcript.proposal().filter(Exchange::failed);
        if (answer.isPresent()) {
            return Move.problem(
                    answer.get().text()
                            + "; the built-in engine has no other plan: edit this one, or use a model that can be told; "
                            + Words.SETTINGS);
        }
        return switch (design.draw(transcript.briefing(), knowledge, Set.of())) {
            case Design.Outcome.Impossible impossible ->
                    Move.problem(impossible.reason() + "; " + Words.SETTINGS);
            case Design.Outcome.Drawn drawn -> plan(drawn.blueprint());
        };
    }

    private static Move plan(Blueprint blueprint) {
        if (blueprint.steps().isEmpty()) {
            String open = Words.nothing(blueprint.unplaced());
            return Move.problem(
                    (blueprint.already().isEmpty()
                                    ? ""
                                    : String.join("; ", blueprint.already()) + "\n")
                            + (open.isEmpty()
                                    ? "there is nothing to do"
                                    : "the built-in engine can do nothing of this spec here:\n"
                                            + open
                                            + "\n"
                                            + Words.SETTINGS));
        }
        return new Move.Calls(
                "no model configured: the built-in engine reads the structured parts of a spec",
                List.of(Proposal.of(blueprint)));
    }

    /// Tests of this engine that fail do not stay: what they were to prove is open, and is said to be. Where tests are
    /// all that is wanted, they may fail; none that do not compile stay, as with them no test of the project would run.
    private Optional<Move> takenBack(
            Transcript transcript, Knowledge knowledge, Blueprint blueprint) {
        String report = transcript.tests().map(TaggedText::body).orElse("");
        boolean mayFail =
                transcript.briefing().wantsTests() && !report.startsWith("could not measure");
        return mayFail || !transcript.isTestedAsItIs()
                ? Optional.empty()
                : TakenBack.of(blueprint.changes(), knowledge.current(), report)
                        .flatMap(back ->
                                takenBack(back, blueprint.changes(), transcript, knowledge));
    }

    /// What this engine has written does not stay where the project does not compile with it, or tests of the project fail
    /// that passed without it: its tests go first, as these may leave behind what others stumble over; then all goes.
    private static Optional<Move> withdrawn(
            Transcript transcript, Knowledge knowledge, Blueprint blueprint) {
        String report = transcript.tests().map(TaggedText::body).orElse("");
        List<Change> tests =
                blueprint.changes().stream().filter(change -> change.part() == Part.TESTS).toList();
        var symptoms = Symptoms.of(report, tests);
        if (symptoms.isEmpty() || !transcript.isTestedAsItIs()) {
            return Optional.empty();
        }
        Set<String> refused = transcript.refused();
        List<Call> calls =
                symptoms.broken().isEmpty()
                        ? Withdrawal.calls(tests, knowledge.current(), refused)
                        : List.of();
        boolean areTests = !calls.isEmpty();
        if (!areTests) {
            calls = Withdrawal.calls(blueprint.changes(), knowledge.current(), refused);
        }
        return calls.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Move.Calls(
                                "%s, so %s taken back"
                                        .formatted(
                                                symptoms.says(),
                                                areTests
                                                        ? "the tests that were written are"
                                                        : "all that was written is"),
                                calls));
    }

    private Optional<Move> takenBack(
            TakenBack back, List<Change> changes, Transcript transcript, Knowledge knowledge) {
        List<Call> calls = without(back, changes, transcript, knowledge);
        return calls.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Move.Calls(
                                "the tests of %s fail or do not compile, so they are taken back"
                                        .formatted(String.join(", ", back.criteria())),
                                calls));
    }

    /// The calls that take tests back, and what only they needed.
    private List<Call> without(
            TakenBack back, List<Change> changes, Transcript transcript, Knowledge knowledge) {
        String path = back.path();
        String current = knowledge.current().getOrDefault(path, "");
        boolean isRefused = transcript.refused().contains(path);
        Optional<String> left =
                !back.kept().isEmpty()
                        ? Optional.of(rest(back, transcript, knowledge))
                        : back.before().or(() -> isRefused ? Optional.of(back.empty()) : none());
        var calls =
                new ArrayList<>(
                        left.map(text -> Hunks.edits(path, current, text))
                                .orElseGet(() -> List.of(Call.delete(path))));
        var texts = new HashMap<>(knowledge.current());
        texts.put(path, left.orElse(""));
        calls.addAll(Withdrawal.leftOver(changes, texts));
        return calls;
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    /// The class with the tests that stay. It is written anew once, without what only the others needed; then they
    /// are cut out, so that nothing is missing that was there.
    private String rest(TakenBack back, Transcript transcript, Knowledge knowledge) {
        if (!back.isFirst()) {
            return back.cut();
        }
        return switch (design.draw(transcript.briefing(), knowledge, back.kept())) {
            case Design.Outcome.Drawn kept ->
                    kept.blueprint().change(back.path()).map(Change::after).orElseGet(back::cut);
            case Design.Outcome.Impossible _ -> back.cut();
        };
    }

    private Move missing(Transcript transcript, Knowledge knowledge) {
        return switch (design.draw(transcript.briefing(), knowledge, Set.of())) {
            case Design.Outcome.Impossible impossible -> says(impossible.reason());
            case Design.Outcome.Drawn drawn ->
                    withdrawn(transcript, knowledge, drawn.blueprint())
                            .or(() -> takenBack(transcript, knowledge, drawn.blueprint()))
                            .orElseGet(() -> says(open(drawn.blueprint(), knowledge, transcript)));
        };
    }

    private static String open(Blueprint blueprint, Knowledge knowledge, Transcript transcript) {
        List<String> gone = TakenBack.gone(blueprint.changes(), knowledge.current());
        String open = Words.open(blueprint.unplaced());
        boolean isAllBack =
                blueprint.changes().stream()
                        .noneMatch(change -> Withdrawal.isThere(change, knowledge.current()));
        List<String> reports = transcript.reports().stream().map(TaggedText::body).toList();
        var said = new ArrayList<String>();
        boolean isNothingLeft = isAllBack && !gone.isEmpty();
        if (!open.isEmpty()) {
            said.add(isNothingLeft ? WRITTEN_WITHOUT.matcher(open).replaceAll("") : open);
        }
        if (isNothingLeft) {
            said.add(
                    "all that was written was taken back: with it the project did not compile, or tests of it failed"
                            + broken(blueprint, reports));
        } else if (!gone.isEmpty()) {
            said.add(
                    "the tests of %s failed or did not compile and were taken back: the code that they tested stays, and may be wrong%s"
                            .formatted(
                                    String.join(", ", gone),
                                    first(TakenBack.reasons(blueprint.changes(), reports))));
        }
        return String.join("\n", said);
    }

    /// What the run of the tests said after which all went.
    private static String broken(Blueprint blueprint, List<String> reports) {
        List<Change> tests =
                blueprint.changes().stream().filter(change -> change.part() == Part.TESTS).toList();
        List<String> causes =
                reports.stream()
                        .map(report -> Symptoms.of(report, tests))
                        .filter(symptoms -> !symptoms.isEmpty())
                        .map(Symptoms::cause)
                        .toList();
        return causes.isEmpty()
                ? first(TakenBack.reasons(blueprint.changes(), reports))
                : "\n    " + causes.getLast();
    }

    /// The first of some reasons, and how many more there are.
    private static String first(List<String> reasons) {
        if (reasons.isEmpty()) {
            return "";
        }
        String more = reasons.size() == 1 ? "" : " (and %d more)".formatted(reasons.size() - 1);
        return "\n    " + reasons.getFirst() + more;
    }

    private static Move says(String open) {
        return new Move.Says(
                "the built-in engine has done what it can"
                        + (open.isEmpty() ? "" : "; what stays open:\n" + open)
                        + "\n"
                        + Words.SETTINGS);
    }
}
