package kiro.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import kiro.edit.FileChange;
import kiro.edit.FileState;
import kiro.edit.UnifiedDiff;
import kiro.evidence.ScratchFolder;
import kiro.evidence.ScratchProject;
import kiro.finding.Finding;
import kiro.hook.EventKind;
import kiro.hook.run.BuiltIn;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.BuiltInRequest;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// `type-check`: what the project's own compilers and linters say, with the ways out that leave no choice.
final class TypeCheckAction implements BuiltIn {
    private static final int MOST = 50;

    private final ActionMeans means;

    TypeCheckAction(ActionMeans means) {
        this.means = means;
    }

    @Override
    public String name() {
        return "type-check";
    }

    @Override
    public BuiltInOutcome run(BuiltInRequest request) throws InterruptedException {
        ModelHelp help = ModelHelp.of(means, request);
        try {
            Files.createDirectories(means.scratch());
            Path scratch = Files.createTempDirectory(means.scratch(), "classes-");
            try {
                return outcome(request, scratch, help);
            } finally {
                ScratchFolder.delete(scratch);
            }
        } catch (IOException broken) {
            return BuiltInOutcome.failed("the files could not be checked: " + broken.getMessage());
        }
    }

    /// What git is about to commit is checked in a copy where it lies otherwise in the folder.
    private BuiltInOutcome outcome(BuiltInRequest request, Path scratch, ModelHelp help)
            throws InterruptedException, IOException {
        if (request.event().kind() == EventKind.PRE_COMMIT) {
            Optional<StagedCopy.Staged> staged =
                    new StagedCopy(means, request.root()).in(means.scratch());
            if (staged.isPresent()) {
                try (ScratchProject copy = staged.get().copy()) {
                    return new TypeCheck(
                                    request,
                                    new Place(copy.folder(), staged.get().files(), true),
                                    scratch)
                            .outcome(help);
                }
            }
        }
        List<String> all =
                means.git(request.root()).files().stream().map(WorkspacePath::value).toList();
        return new TypeCheck(request, new Place(request.root(), all, false), scratch).outcome(help);
    }

    /// Where the tools run.
    ///
    /// @param all files of the project, from the folder
    private record Place(Path folder, List<String> all, boolean isCopy) {}

    /// One run of the tools.
    private final class TypeCheck {
        private final BuiltInRequest request;
        private final Place place;
        private final Path scratch;
        private final Workspace workspace;
        private final Settings settings;
        private final List<String> files;
        private final List<CheckTool> tools;

        TypeCheck(BuiltInRequest request, Place place, Path scratch) {
            this.request = request;
            this.place = place;
            this.scratch = scratch;
            this.workspace = new Workspace(place.folder());
            this.settings = new Settings(request.settings());
            List<String> asked = request.event().files();
            this.files = asked.isEmpty() ? place.all() : asked;
            Optional<String> wanted = settings.text("tool");
            this.tools =
                    CheckTool.of(place.folder(), means.tools().javac(), scratch).stream()
                            .filter(tool -> wanted.isEmpty() || wanted.get().equals(tool.name()))
                            .filter(tool -> files.stream().anyMatch(tool::isFor))
                            .toList();
        }

        BuiltInOutcome outcome(ModelHelp help) throws InterruptedException, IOException {
            if (tools.isEmpty()) {
                return settings.text("tool").isPresent()
                        ? BuiltInOutcome.failed("the project has no " + settings.text("tool").get())
                        : BuiltInOutcome.done(
                                "no tool of the project checks these files", List.of());
            }
            Checked checked = check();
            SequencedMap<String, String> mended = new LinkedHashMap<>();
            Map<Problem, String> said = remedies(checked.problems(), mended);
            boolean isMended = settings.truth("fix", false) && !place.isCopy();
            if (isMended && !mended.isEmpty()) {
                Checked after = mend(mended, checked);
                if (after.isBetterThan(checked)) {
                    var none = new LinkedHashMap<String, String>();
                    Map<Problem, String> left = remedies(after.problems(), none);
                    return outcome(
                            new Said(after, left, proposed(help, after, left)),
                            new LinkedHashMap<>(),
                            List.copyOf(mended.sequencedKeySet()));
                }
            }
            return outcome(
                    new Said(checked, said, proposed(help, checked, said)), mended, List.of());
        }

        /// What a model proposes for what leaves a choice.
        private List<String> proposed(ModelHelp help, Checked checked, Map<Problem, String> said)
                throws InterruptedException, IOException {
            List<Problem> left =
                    checked.problems().stream()
                            .filter(each -> !said.containsKey(each))
                            .sorted(Comparator.comparing(each -> !each.isError()))
                            .toList();
            List<WorkspacePath> paths = place.all().stream().map(WorkspacePath::of).toList();
            return new ProposedFixes(means, workspace, paths)
                    .lines(
                            help,
                            left,
                            folder -> {
                                var copied = new Place(folder, place.all(), true);
                                Checked there = new TypeCheck(request, copied, scratch).check();
                                return there.silent().isEmpty()
                                        ? Optional.of(
                                                new ProposedFixes.Counted(
                                                        there.errors(), there.problems().size()))
                                        : Optional.empty();
                            });
        }

        private Checked check() throws InterruptedException {
            Set<Problem> problems = new LinkedHashSet<>();
            var silent = new ArrayList<String>();
            for (CheckTool tool : tools) {
                switch (means.tools().run(place.folder(), tool.line(files), request.limit())) {
                    case ProjectTools.Ran.Refused refused ->
                            silent.add(tool.name() + ": " + refused.reason());
                    case ProjectTools.Ran.Ended ended -> {
                        List<Problem> found =
                                new CheckOutput(tool.name(), place.folder())
                                        .read(tool.form(), ended.output(), ended.errors());
                        problems.addAll(found);
                        if (found.isEmpty() && ended.code() != 0) {
                            silent.add(
                                    "%s ended with %d: %s"
                                            .formatted(
                                                    tool.name(), ended.code(), firstLine(ended)));
                        }
                    }
                }
            }
            return new Checked(List.copyOf(problems), silent);
        }

        private static String firstLine(ProjectTools.Ran.Ended ended) {
            return (ended.errors() + "\n" + ended.output())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("it says nothing");
        }

        /// What is proposed for each problem; the texts with all of it go into `mended`.
        private Map<Problem, String> remedies(List<Problem> problems, Map<String, String> mended) {
            var remedies = new Remedies(new ImportFinder(place.folder(), place.all()));
            var said = new LinkedHashMap<Problem, String>();
            var edits = new LinkedHashMap<String, List<TextEdit>>();
            for (Problem problem : problems) {
                Optional<String> text =
                        workspace
                                .resolve(problem.file())
                                .flatMap(path -> Sources.text(workspace.absolute(path)));
                text.flatMap(each -> remedies.of(problem, each))
                        .ifPresent(remedy -> {
                            said.put(problem, remedy.said());
                            edits.computeIfAbsent(problem.file(), _ -> new ArrayList<>())
                                    .addAll(remedy.edits());
                        });
            }
            edits.forEach((file, each) -> {
                String text = Sources.text(place.folder().resolve(file)).orElse("");
                String now = TextEdit.apply(text, each);
                if (!now.equals(text)) {
                    mended.put(file, now);
                }
            });
            return said;
        }

        /// Writes what is proposed, and looks again: what made nothing better is taken back.
        private Checked mend(Map<String, String> mended, Checked before)
                throws InterruptedException, IOException {
            var writer = new WorkspaceFiles(workspace);
            var old = new LinkedHashMap<String, byte[]>();
            for (Map.Entry<String, String> file : mended.entrySet()) {
                old.put(file.getKey(), Files.readAllBytes(request.root().resolve(file.getKey())));
                writer.write(
                        WorkspacePath.of(file.getKey()),
                        file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            Checked after = check();
            if (after.isBetterThan(before)) {
                return after;
            }
            for (Map.Entry<String, byte[]> file : old.entrySet()) {
                Path path = request.root().resolve(file.getKey());
                byte[] ours =
                        mended.getOrDefault(file.getKey(), "").getBytes(StandardCharsets.UTF_8);
                if (Arrays.equals(Files.readAllBytes(path), ours)) {
                    writer.write(WorkspacePath.of(file.getKey()), file.getValue());
                }
            }
            return before;
        }

        private BuiltInOutcome outcome(
                Said told, Map<String, String> mechanical, List<String> written) {
            Checked checked = told.checked();
            var lines = new ArrayList<String>();
            List<Finding> findings =
                    checked.problems().stream()
                            .map(each ->
                                    each.finding(Optional.ofNullable(told.remedies().get(each))))
                            .sorted(Finding.ORDER)
                            .toList();
            findings.stream().limit(MOST).forEach(finding -> lines.add(finding.toString()));
            if (findings.size() > MOST) {
                lines.add("and %d more".formatted(findings.size() - MOST));
            }
            lines.addAll(checked.silent());
            if (!written.isEmpty()) {
                lines.add("mended " + Words.list(written));
            }
            mechanical.forEach((file, now) ->
                    lines.add(
                            UnifiedDiff.of(
                                            changed(
                                                    file,
                                                    Sources.text(place.folder().resolve(file))
                                                            .orElse(""),
                                                    now))
                                    .stripTrailing()));
            String names = Words.list(tools.stream().map(CheckTool::name).toList());
            if (findings.isEmpty() && checked.silent().isEmpty()) {
                lines.add(names + (tools.size() == 1 ? " has" : " have") + " nothing against it");
            }
            lines.addAll(told.byModel());
            String text = String.join("\n", lines);
            if (checked.errors() > 0) {
                return new BuiltInOutcome(BuiltInOutcome.Answer.OBJECTS, text, written);
            }
            return checked.silent().isEmpty()
                    ? BuiltInOutcome.done(text, written)
                    : new BuiltInOutcome(BuiltInOutcome.Answer.FAILED, text, written);
        }
    }

    static FileChange changed(String path, String before, String after) {
        return new FileChange(
                WorkspacePath.of(path),
                FileState.Present.of(before.getBytes(StandardCharsets.UTF_8), false),
                FileState.Present.of(after.getBytes(StandardCharsets.UTF_8), false));
    }

    /// What is said of the files beside what was written.
    ///
    /// @param remedies what is proposed for each problem
    /// @param byModel lines of what a model proposes
    private record Said(Checked checked, Map<Problem, String> remedies, List<String> byModel) {}

    /// @param silent tools that did not say what is wrong, each with the reason
    private record Checked(List<Problem> problems, List<String> silent) {
        boolean isBetterThan(Checked other) {
            return errors() < other.errors()
                    || (errors() == other.errors() && problems.size() < other.problems.size());
        }

        long errors() {
            return problems.stream().filter(Problem::isError).count();
        }
    }
}
