package kiro.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.Grammar;
import kiro.code.SyntaxReading;
import kiro.draft.Judge;
import kiro.evidence.ScratchProject;
import kiro.evidence.TestTrial;
import kiro.model.Purpose;
import kiro.model.TaggedText;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Has a model write the tests of a draft. They stand only when they keep the draft's names, assert something and pass in a
/// copy of the project.
final class FilledTests {
    private static final int LONGEST = 60_000;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /// What a model may not tie to a spec: its ticks are evidence.
    private static final Pattern CRITERION =
            Pattern.compile("[a-z0-9-]+#(?:AC-\\d|\\d+\\.\\d)|\\bAC-\\d+\\b");

    /// What no first test of a source needs.
    private static final Pattern OUTSIDE =
            Pattern.compile(
                    "ProcessBuilder|Runtime\\.getRuntime|System\\.exit|child_process|\\bsubprocess\\b|os\\.(?:system|popen|exec)|exec\\.Command"
                            + "|\\bfetch\\(|HttpClient|\\brequests\\.|urllib|net\\.Dial|Thread\\.sleep|time\\.sleep|\\beval\\(");

    private final ActionMeans means;
    private final Workspace workspace;
    private final List<WorkspacePath> paths;

    /// @param paths of the project's files
    FilledTests(ActionMeans means, Workspace workspace, List<WorkspacePath> paths) {
        this.means = means;
        this.workspace = workspace;
        this.paths = List.copyOf(paths);
    }

    /// @param source from the workspace's root
    /// @param place of the test, where nothing is yet
    /// @param sample the nearest test of the project, where there is one
    record Draft(String source, WorkspacePath place, String text, Optional<String> sample) {}

    ModelHelp.Help<String> of(ModelHelp help, Draft draft)
            throws InterruptedException, IOException {
        if (!help.isWanted()) {
            return new ModelHelp.Help.Off<>();
        }
        String text = Sources.text(workspace.root().resolve(draft.source())).orElse("");
        if (!ToldFiles.of(workspace.root()).mayTell(draft.source()) || text.isEmpty()) {
            return new ModelHelp.Help.Without<>("%s is not told".formatted(draft.source()));
        }
        var parts = new ArrayList<TaggedText>();
        parts.add(TaggedText.of("source", Map.of("file", draft.source()), ToldFiles.cut(text)));
        draft.sample().ifPresent(each -> parts.add(TaggedText.of("sample", ToldFiles.cut(each))));
        parts.add(TaggedText.of("draft", Map.of("file", draft.place().value()), draft.text()));
        try (ScratchProject copy = ScratchProject.of(workspace, paths, means.scratch())) {
            return help.ask(
                    "tests",
                    Purpose.TESTS,
                    parts,
                    arguments ->
                            judged(
                                    ProposedFields.of(arguments).text("text"),
                                    draft,
                                    copy.folder()));
        }
    }

    private Judge.Judgement<String> judged(String proposed, Draft draft, Path copy)
            throws InterruptedException {
        String text = proposed.stripTrailing() + "\n";
        try {
            Optional<String> problem = wording(text, draft).or(() -> syntax(text, draft));
            if (problem.isEmpty()) {
                problem = run(text, draft, copy);
            }
            return problem.isEmpty()
                    ? new Judge.Judgement.Good<>(text)
                    : new Judge.Judgement.Faulty<>(Optional.empty(), List.of(problem.get()));
        } catch (IOException broken) {
            return new Judge.Judgement.Faulty<>(
                    Optional.empty(), List.of("it could not be tried: " + broken.getMessage()));
        }
    }

    private static Optional<String> wording(String text, Draft draft) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.of("the text has not up to %d characters".formatted(LONGEST));
        }
        if (text.contains(TestStubs.WORDS) || text.contains("[secret]")) {
            return Optional.of("a test is not written yet, or what was taken out is in it");
        }
        if (CRITERION.matcher(text).find()) {
            return Optional.of("a test names a criterion: leave that out");
        }
        return OUTSIDE.matcher(text)
                .results()
                .map(each -> each.group())
                .distinct()
                .filter(each -> !draft.sample().orElse("").contains(each))
                .findFirst()
                .map("'%s' reaches outside of the test"::formatted);
    }

    private Optional<String> syntax(String text, Draft draft) {
        boolean isBroken =
                Grammar.of(draft.place().value())
                        .map(grammar ->
                                means.parser().read(grammar, text.getBytes(StandardCharsets.UTF_8)))
                        .filter(reading ->
                                !(reading instanceof SyntaxReading.Whole whole)
                                        || whole.tree().hasErrors())
                        .isPresent();
        return isBroken ? Optional.of("the text is no code that can be read") : Optional.empty();
    }

    private Optional<String> run(String text, Draft draft, Path copy)
            throws InterruptedException, IOException {
        List<String> wanted =
                laid(draft.text(), draft, copy).map(TestTrial::names).orElse(List.of());
        Optional<TestTrial> trial = laid(text, draft, copy);
        if (trial.isEmpty()) {
            return Optional.of("no test is found in the text");
        }
        List<String> missing =
                wanted.stream().filter(each -> !trial.get().names().contains(each)).toList();
        if (!missing.isEmpty()) {
            return Optional.of("the draft's %s are missing".formatted(Words.list(missing)));
        }
        if (!trial.get().empty().isEmpty()) {
            return Optional.of(
                    "%s: passed over, or nothing is asserted"
                            .formatted(Words.list(trial.get().empty())));
        }
        return switch (trial.get().withinWalls().run(copy, LIMIT)) {
            case TestTrial.Answer.Passed _ -> Optional.empty();
            case TestTrial.Answer.Failed(String message) -> Optional.of("a test fails: " + message);
            case TestTrial.Answer.Unknown(String reason) ->
                    Optional.of("the tests do not run: " + reason);
        };
    }

    /// The tests of the copy once a text lies there.
    private Optional<TestTrial> laid(String text, Draft draft, Path copy) throws IOException {
        Path file = copy.resolve(draft.place().value());
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return means.proposals()
                .trial(
                        workspace,
                        new Workspace(copy),
                        Stream.concat(paths.stream(), Stream.of(draft.place())).toList(),
                        draft.place());
    }
}
