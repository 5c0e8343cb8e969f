package kiro.model.builtin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.model.Message;
import kiro.model.TaggedText;
import kiro.model.builtin.write.Blueprint;
import kiro.model.builtin.write.Change;

/// Decides, from a conversation alone, what comes next.
final class Engine {
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
            return missing(transcript, knowledge);
        }
        if (transcript.step().isPresent()) {
            return new StepWork(design, transcript, knowledge, transcript.step().get()).next();
        }
        return plan(transcript, knowledge);
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
    /// all that is wanted, they may.
    private Optional<Move> takenBack(Transcript transcript, Knowledge knowledge) {
        if (transcript.briefing().wantsTests()) {
            return Optional.empty();
        }
        String report = transcript.tests().map(TaggedText::body).orElse("");
        if (!(design.draw(transcript.briefing(), knowledge, Set.of())
                instanceof Design.Outcome.Drawn all)) {
            return Optional.empty();
        }
        return TakenBack.of(all.blueprint().changes(), report)
                .flatMap(back -> takenBack(back, transcript, knowledge));
    }

    private Optional<Move> takenBack(TakenBack back, Transcript transcript, Knowledge knowledge) {
        String after =
                back.kept().isEmpty()
                        ? back.empty()
                        : switch (design.draw(transcript.briefing(), knowledge, back.kept())) {
                            case Design.Outcome.Drawn kept ->
                                    kept.blueprint()
                                            .change(back.path())
                                            .map(Change::after)
                                            .orElseGet(back::empty);
                            case Design.Outcome.Impossible _ -> back.empty();
                        };
        String current = knowledge.current().getOrDefault(back.path(), "");
        if (current.isEmpty() || current.equals(after)) {
            return Optional.empty();
        }
        return Optional.of(
                new Move.Calls(
                        "the tests of %s fail or do not compile, so they are taken back and what they were to prove stays open: the code that they tested may be wrong, look at it before it is used"
                                .formatted(String.join(", ", back.criteria())),
                        Hunks.edits(back.path(), current, after)));
    }

    private Move missing(Transcript transcript, Knowledge knowledge) {
        Optional<Move> back = takenBack(transcript, knowledge);
        if (back.isPresent()) {
            return back.get();
        }
        String open =
                switch (design.draw(transcript.briefing(), knowledge, Set.of())) {
                    case Design.Outcome.Impossible impossible -> impossible.reason();
                    case Design.Outcome.Drawn drawn -> Words.open(drawn.blueprint().unplaced());
                };
        return new Move.Says(
                "the built-in engine has done what it can"
                        + (open.isEmpty() ? "" : "; what stays open:\n" + open)
                        + "\n"
                        + Words.SETTINGS);
    }
}
