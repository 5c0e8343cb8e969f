package kiro.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import kiro.draft.AddedNames;
import kiro.draft.Judge;
import kiro.edit.UnifiedDiff;
import kiro.evidence.TestTrial;
import kiro.model.Purpose;
import kiro.model.TaggedText;
import kiro.workspace.Workspace;

/// Has a model explain why a test fails and propose what mends it. A proposal is shown when the test passes with it, in a copy;
/// it is never written.
final class ProposedFix {
    private static final int LONGEST = 900;

    private final TestTrial trial;
    private final Path copy;
    private final Workspace workspace;
    private final Duration limit;

    /// @param copy of the project, in which files may be written
    ProposedFix(TestTrial trial, Path copy, Workspace workspace, Duration limit) {
        this.trial = trial.withinWalls();
        this.copy = copy;
        this.workspace = workspace;
        this.limit = limit;
    }

    /// @param texts the sources that differ then, by their files
    private record Proposal(String explanation, SequencedMap<String, String> texts) {}

    /// @param found what is known of the failure, in lines
    /// @param paths the sources that it may lie in, the likeliest first
    List<String> lines(ModelHelp help, List<String> found, List<String> paths)
            throws InterruptedException, IOException {
        if (!help.isWanted()) {
            return List.of();
        }
        ToldFiles told = ToldFiles.of(workspace.root());
        var sources = new LinkedHashMap<String, String>();
        for (String path : paths) {
            Sources.text(workspace.root().resolve(path))
                    .filter(_ -> told.mayTell(path))
                    .ifPresent(text -> sources.put(path, text));
        }
        String test = Sources.text(workspace.absolute(trial.file())).orElse("");
        var parts = new ArrayList<TaggedText>();
        parts.add(TaggedText.of("failure", String.join("\n", found)));
        parts.add(TaggedText.of("test", Map.of("file", trial.file().value()), test));
        sources.forEach((path, text) ->
                parts.add(TaggedText.of("source", Map.of("file", path), ToldFiles.cut(text))));
        String known = parts.stream().map(TaggedText::render).collect(Collectors.joining());
        ModelHelp.Help<Proposal> helped =
                help.ask(
                        "diagnosis",
                        Purpose.CODE,
                        parts,
                        arguments -> judged(ProposedFields.of(arguments), sources, known));
        return said(helped);
    }

    private List<String> said(ModelHelp.Help<Proposal> helped) {
        var lines = new ArrayList<String>();
        if (helped instanceof ModelHelp.Help.Given<Proposal>(Proposal proposal, String _)) {
            lines.add("why: " + proposal.explanation());
            if (!proposal.texts().isEmpty()) {
                lines.add("proposed, not written; with it the test passes:");
            }
            proposal.texts()
                    .forEach((path, text) ->
                            lines.add(
                                    UnifiedDiff.of(
                                                    TypeCheckAction.changed(
                                                            path,
                                                            Sources.text(
                                                                            workspace
                                                                                    .root()
                                                                                    .resolve(path))
                                                                    .orElse(""),
                                                            text))
                                            .stripTrailing()));
        }
        lines.add(helped.line());
        return lines;
    }

    private Judge.Judgement<Proposal> judged(
            ProposedFields proposed, Map<String, String> sources, String known)
            throws InterruptedException {
        String explanation = proposed.line("explanation");
        Optional<String> problem = problem(explanation, known);
        if (problem.isPresent()) {
            return new Judge.Judgement.Faulty<>(Optional.empty(), List.of(problem.get()));
        }
        var alone = new Proposal(explanation, new LinkedHashMap<>());
        List<ProposedEdit> edits = proposed.edits();
        if (edits.isEmpty()) {
            return new Judge.Judgement.Good<>(alone);
        }
        return switch (ProposedEdit.lay(edits, sources)) {
            case ProposedEdit.Laid.Wrong(String wrong) ->
                    new Judge.Judgement.Faulty<>(Optional.of(alone), List.of(wrong));
            case ProposedEdit.Laid.Whole(SequencedMap<String, String> texts) -> {
                Optional<String> failure = tried(sources, texts);
                yield failure.isEmpty()
                        ? new Judge.Judgement.Good<>(new Proposal(explanation, texts))
                        : new Judge.Judgement.Faulty<>(Optional.of(alone), List.of(failure.get()));
            }
        };
    }

    private static Optional<String> problem(String explanation, String known) {
        if (explanation.length() < 12 || explanation.length() > LONGEST) {
            return Optional.of("the explanation has not 12 to %d characters".formatted(LONGEST));
        }
        var added = AddedNames.ofCode(explanation, known);
        return added.isEmpty()
                ? Optional.empty()
                : Optional.of("%s stands nowhere in the code".formatted(String.join(", ", added)));
    }

    /// Empty where the test passes with it.
    private Optional<String> tried(Map<String, String> sources, Map<String, String> texts)
            throws InterruptedException {
        try {
            for (String path : sources.keySet()) {
                Files.writeString(
                        copy.resolve(path),
                        texts.getOrDefault(path, sources.getOrDefault(path, "")),
                        StandardCharsets.UTF_8);
            }
        } catch (IOException broken) {
            return Optional.of("the edits could not be tried: " + broken.getMessage());
        }
        return switch (trial.run(copy, limit)) {
            case TestTrial.Answer.Passed _ -> Optional.empty();
            case TestTrial.Answer.Failed(String message) ->
                    Optional.of("with the edits the test still fails: " + message);
            case TestTrial.Answer.Unknown(String reason) ->
                    Optional.of("with the edits the test does not run: " + reason);
        };
    }
}
