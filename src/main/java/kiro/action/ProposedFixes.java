package kiro.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.draft.AddedNames;
import kiro.draft.Judge;
import kiro.edit.UnifiedDiff;
import kiro.evidence.ScratchProject;
import kiro.model.Purpose;
import kiro.model.TaggedText;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Has a model propose what mends the problems that leave a choice. A proposal is shown when the tools say less with it, in a
/// copy; it is never written.
final class ProposedFixes {
    private static final int MOST_PROBLEMS = 10;
    private static final int MOST_FILES = 4;
    private static final int LONGEST = 400;

    /// What tools run by themselves when they look at a project.
    private static final Pattern RUN_BY_TOOLS =
            Pattern.compile(
                    "(?:.*/)?(?:[^/]+\\.config\\.\\w+|\\.[^/]+|build\\.rs|setup\\.py|conftest\\.py|[^/]+\\.gradle(?:\\.kts)?)");

    private final ActionMeans means;
    private final Workspace workspace;
    private final List<WorkspacePath> paths;

    /// @param paths of the project's files
    ProposedFixes(ActionMeans means, Workspace workspace, List<WorkspacePath> paths) {
        this.means = means;
        this.workspace = workspace;
        this.paths = List.copyOf(paths);
    }

    /// Runs the tools in a folder: how many errors, and how many problems; empty where they cannot be run there.
    interface Count {
        Optional<Counted> in(Path folder) throws InterruptedException, IOException;
    }

    record Counted(long errors, int problems) {
        boolean isBetterThan(Counted other) {
            return errors < other.errors()
                    || (errors == other.errors() && problems < other.problems());
        }
    }

    /// @param texts that differ then, by their files
    private record Proposal(String why, SequencedMap<String, String> texts, Counted left) {}

    /// @param problems those for which nothing else is proposed
    List<String> lines(ModelHelp help, List<Problem> problems, Count count)
            throws InterruptedException, IOException {
        if (!help.isWanted() || problems.isEmpty()) {
            return List.of();
        }
        ToldFiles told = ToldFiles.of(workspace.root());
        var texts = new LinkedHashMap<String, String>();
        for (Problem problem : problems) {
            if (texts.size() < MOST_FILES
                    && told.mayTell(problem.file())
                    && !RUN_BY_TOOLS.matcher(problem.file()).matches()) {
                workspace
                        .resolve(problem.file())
                        .flatMap(path -> Sources.text(workspace.absolute(path)))
                        .ifPresent(text -> texts.put(problem.file(), text));
            }
        }
        List<Problem> asked =
                problems.stream()
                        .filter(each -> texts.containsKey(each.file()))
                        .limit(MOST_PROBLEMS)
                        .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        try (ScratchProject copy = ScratchProject.of(workspace, paths, means.scratch())) {
            Optional<Counted> before = count.in(copy.folder());
            return before.isEmpty()
                    ? List.of("without a model: the tools cannot be run in a copy of the project")
                    : said(
                            ask(help, asked, texts, new Try(copy.folder(), before.get(), count)),
                            texts);
        }
    }

    /// @param before what the tools say of the copy as it is
    private record Try(Path copy, Counted before, Count count) {}

    private static ModelHelp.Help<Proposal> ask(
            ModelHelp help, List<Problem> problems, Map<String, String> texts, Try trial)
            throws InterruptedException {
        var parts = new ArrayList<TaggedText>();
        parts.add(
                TaggedText.of(
                        "problems",
                        problems.stream()
                                .map(each -> each.finding(Optional.empty()).toString())
                                .collect(Collectors.joining("\n"))));
        texts.forEach((path, text) ->
                parts.add(TaggedText.of("source", Map.of("file", path), ToldFiles.cut(text))));
        String known = parts.stream().map(TaggedText::render).collect(Collectors.joining());
        return help.ask(
                "fixes",
                Purpose.CODE,
                parts,
                arguments -> judged(ProposedFields.of(arguments), texts, known, trial));
    }

    private static List<String> said(ModelHelp.Help<Proposal> helped, Map<String, String> texts) {
        var lines = new ArrayList<String>();
        if (helped instanceof ModelHelp.Help.Given<Proposal>(Proposal proposal, String _)) {
            lines.add(
                    "proposed, not written; with it %d errors and %d problems are left: %s"
                            .formatted(
                                    proposal.left().errors(),
                                    proposal.left().problems(),
                                    proposal.why()));
            proposal.texts()
                    .forEach((path, text) ->
                            lines.add(
                                    UnifiedDiff.of(
                                                    TypeCheckAction.changed(
                                                            path,
                                                            texts.getOrDefault(path, ""),
                                                            text))
                                            .stripTrailing()));
        }
        lines.add(helped.line());
        return lines;
    }

    private static Judge.Judgement<Proposal> judged(
            ProposedFields proposed, Map<String, String> texts, String known, Try trial)
            throws InterruptedException {
        String why = proposed.line("why");
        if (why.length() < 3
                || why.length() > LONGEST
                || !AddedNames.ofCode(why, known).isEmpty()) {
            return faulty(
                    "'why' has not 3 to %d characters, or names what stands nowhere: %s"
                            .formatted(LONGEST, AddedNames.ofCode(why, known)));
        }
        if (proposed.edits().isEmpty()) {
            return faulty("there is no edit");
        }
        return switch (ProposedEdit.lay(proposed.edits(), texts)) {
            case ProposedEdit.Laid.Wrong(String wrong) -> faulty(wrong);
            case ProposedEdit.Laid.Whole(SequencedMap<String, String> changed) -> {
                Optional<Counted> after = tried(texts, changed, trial);
                yield after.filter(each -> each.isBetterThan(trial.before())).isPresent()
                        ? new Judge.Judgement.Good<>(new Proposal(why, changed, after.get()))
                        : faulty(
                                after.map(each ->
                                                "with the edits there are %d errors, and %d without"
                                                        .formatted(
                                                                each.errors(),
                                                                trial.before().errors()))
                                        .orElse("with the edits the tools cannot be run"));
            }
        };
    }

    private static Judge.Judgement<Proposal> faulty(String problem) {
        return new Judge.Judgement.Faulty<>(Optional.empty(), List.of(problem));
    }

    private static Optional<Counted> tried(
            Map<String, String> texts, Map<String, String> changed, Try trial)
            throws InterruptedException {
        try {
            for (Map.Entry<String, String> file : texts.entrySet()) {
                Files.writeString(
                        trial.copy().resolve(file.getKey()),
                        changed.getOrDefault(file.getKey(), file.getValue()),
                        StandardCharsets.UTF_8);
            }
            return trial.count().in(trial.copy());
        } catch (IOException broken) {
            return Optional.empty();
        }
    }
}
