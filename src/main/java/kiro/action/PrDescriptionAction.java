package kiro.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.evidence.Verification;
import kiro.evidence.Verifier;
import kiro.hook.run.BuiltIn;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.BuiltInRequest;
import kiro.process.Capture;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.text.OwnFile;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// `pr-description`: the description of a pull request, from the change and the specs that it serves.
final class PrDescriptionAction implements BuiltIn {
    /// By which a file is known that may be written again.
    static final String MARK = "<!-- written by kiro: pr-description -->\n";

    private final ActionMeans means;

    PrDescriptionAction(ActionMeans means) {
        this.means = means;
    }

    @Override
    public String name() {
        return "pr-description";
    }

    @Override
    public BuiltInOutcome run(BuiltInRequest request) throws InterruptedException {
        ModelHelp help = ModelHelp.of(means, request);
        var settings = new Settings(request.settings());
        Git git = means.git(request.root());
        Optional<String> base = MergeTarget.of(git, request, settings);
        if (base.isEmpty()) {
            return BuiltInOutcome.failed(
                    "it is not known what the branch is to be merged into: name it with 'base'");
        }
        try {
            return switch (new ChangeReader(git).since(base.get(), "HEAD")) {
                case ChangeReader.Reading.Failed failed ->
                        BuiltInOutcome.failed(
                                "git could not compare with %s: %s"
                                        .formatted(base.get(), failed.reason()));
                case ChangeReader.Reading.Whole whole when whole.files().isEmpty() ->
                        BuiltInOutcome.done(
                                "the branch has nothing that %s has not".formatted(base.get()),
                                List.of());
                case ChangeReader.Reading.Whole whole ->
                        described(request, help, git, base.get(), whole.files());
            };
        } catch (IOException broken) {
            return BuiltInOutcome.failed(
                    "the description could not be written: " + broken.getMessage());
        }
    }

    private static Optional<String> answer(Git git, String... arguments)
            throws InterruptedException {
        return git.run(List.of(arguments)) instanceof Capture.Ended ended && ended.code() == 0
                ? Optional.of(new String(ended.output(), StandardCharsets.UTF_8).strip())
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private BuiltInOutcome described(
            BuiltInRequest request, ModelHelp help, Git git, String base, List<ChangedFile> files)
            throws InterruptedException, IOException {
        var settings = new Settings(request.settings());
        var workspace = new Workspace(request.root());
        Change change = means.change(files);
        Verifier verifier = means.proofs().verifier(workspace);
        List<Spec> specs = specs(new SpecStore(workspace), settings, verifier, change);
        List<Verification> verifications = verifier.judgeKept(specs);
        String subjects =
                answer(git, "log", "--no-merges", "--reverse", "--format=%s", base + "..HEAD")
                        .orElse("");
        boolean isLibrary = new PublicInterface(request.root()).isLibrary();
        var plain =
                new PrDescription(
                        change,
                        specs,
                        verifications,
                        subjects.lines().toList(),
                        BreakingChanges.of(change, isLibrary),
                        Optional.empty());
        ModelHelp.Help<PrDescription> worded =
                new DescriptionWording(help, request.root()).of(plain);
        String text = worded.or(plain).text();
        Optional<String> output = settings.text("output");
        BuiltInOutcome outcome =
                output.isEmpty()
                        ? BuiltInOutcome.done(text, List.of())
                        : written(workspace, output.get(), text);
        return worded.below(outcome);
    }

    /// Those that are named, else those whose criteria the change's tests name and whose documents it changes, else all that its
    /// files have to do with.
    private static List<Spec> specs(
            SpecStore store, Settings settings, Verifier verifier, Change change)
            throws InterruptedException {
        if (settings.text("spec").isPresent()) {
            return store.find(settings.text("spec").get()) instanceof SpecReading.Whole whole
                    ? List.of(whole.spec())
                    : List.of();
        }
        List<String> paths = change.files().stream().map(ChangedFile::path).toList();
        List<Spec> served = new ServedSpecs(store, verifier).of(paths);
        List<Spec> near =
                served.stream()
                        .filter(spec ->
                                change.files().stream().anyMatch(file -> isNear(spec, file)))
                        .toList();
        return near.isEmpty() ? served : near;
    }

    private static boolean isNear(Spec spec, ChangedFile file) {
        return spec.documents().stream().anyMatch(each -> each.path().value().equals(file.path()))
                || (file.role() == FileRole.TEST
                        && file.added().stream()
                                .anyMatch(line -> line.contains(spec.name() + "#")));
    }

    private static BuiltInOutcome written(Workspace workspace, String output, String text)
            throws IOException {
        Optional<WorkspacePath> place = workspace.resolve(output);
        if (place.isEmpty()) {
            return BuiltInOutcome.failed(output + " is not in the workspace");
        }
        Path file = workspace.absolute(place.get());
        if (Files.exists(file)
                && !new String(Files.readAllBytes(file), StandardCharsets.UTF_8).startsWith(MARK)) {
            return BuiltInOutcome.failed(
                    "%s is a file of somebody else: name another with 'output'".formatted(output));
        }
        new OwnFile(file).replace(MARK + text);
        return BuiltInOutcome.done("wrote " + place.get(), List.of(place.get().value()));
    }
}
