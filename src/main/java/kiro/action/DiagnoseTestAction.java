package kiro.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.edit.UnifiedDiff;
import kiro.evidence.ScratchProject;
import kiro.evidence.TestTrial;
import kiro.hook.run.BuiltIn;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.BuiltInRequest;
import kiro.hook.run.Subject;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// `diagnose-test`: what a failing test says, and which change broke it, found by running that test alone in a copy of the
/// project with fewer and fewer of the changes.
final class DiagnoseTestAction implements BuiltIn {
    private static final int USUAL_RUNS = 12;
    private static final int MOST_SOURCES = 4;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ActionMeans means;

    DiagnoseTestAction(ActionMeans means) {
        this.means = means;
    }

    @Override
    public String name() {
        return "diagnose-test";
    }

    @Override
    public BuiltInOutcome run(BuiltInRequest request) throws InterruptedException {
        ModelHelp help = ModelHelp.of(means, request);
        var settings = new Settings(request.settings());
        List<String> tests = settings.text("test").map(List::of).orElse(request.event().tests());
        if (tests.isEmpty()) {
            return BuiltInOutcome.failed(
                    "no test is named: use it on test-failed, or name one with 'test'");
        }
        var workspace = new Workspace(request.root());
        List<WorkspacePath> paths = means.git(request.root()).files();
        Optional<TestTrial> trial = means.proofs().trial(workspace, paths, tests.getFirst());
        var lines = new ArrayList<String>();
        lines.add(tests.getFirst() + " fails");
        if (trial.isEmpty()) {
            lines.addAll(FailureWords.of(report(request), ""));
            lines.add("not tried: its source was not found, so it cannot be run alone");
            return BuiltInOutcome.done(String.join("\n", lines), List.of());
        }
        try {
            diagnose(help, new Failing(tests.getFirst(), trial.get()), workspace, paths, lines);
        } catch (IOException broken) {
            return BuiltInOutcome.failed("the project could not be copied: " + broken.getMessage());
        }
        if (tests.size() > 1) {
            lines.add("not tried: %d other tests that fail".formatted(tests.size() - 1));
        }
        return BuiltInOutcome.done(String.join("\n", lines), List.of());
    }

    /// @param name as reports have it
    private record Failing(String name, TestTrial trial) {}

    private void diagnose(
            ModelHelp help,
            Failing failing,
            Workspace workspace,
            List<WorkspacePath> paths,
            List<String> lines)
            throws InterruptedException, IOException {
        TestTrial trial = failing.trial();
        var likely = new LikelyHunks(workspace, paths, means.parser());
        Optional<List<String>> suspects;
        try (ScratchProject copy = ScratchProject.of(workspace, paths, means.scratch())) {
            suspects =
                    new Diagnosis(
                                    trial,
                                    copy.folder(),
                                    workspace,
                                    means.git(workspace.root()),
                                    likely,
                                    help.settings().number("runs", USUAL_RUNS))
                            .write(lines);
        }
        Optional<TestTrial> proposal =
                suspects.isPresent() && help.isWanted()
                        ? means.proposals().trial(workspace, paths, failing.name())
                        : Optional.empty();
        if (proposal.isPresent()) {
            List<String> sources =
                    Stream.concat(
                                    suspects.orElse(List.of()).stream(),
                                    likely.near(sources(paths), trial.file().value()).stream())
                            .distinct()
                            .limit(MOST_SOURCES)
                            .toList();
            propose(help, proposal.get(), workspace, paths, sources, lines);
        }
    }

    private static List<String> sources(List<WorkspacePath> paths) {
        return paths.stream()
                .map(WorkspacePath::value)
                .filter(path -> FileRole.of(path) == FileRole.SOURCE)
                .toList();
    }

    /// In a copy of its own, which is as the project is.
    private void propose(
            ModelHelp help,
            TestTrial trial,
            Workspace workspace,
            List<WorkspacePath> paths,
            List<String> sources,
            List<String> lines)
            throws InterruptedException, IOException {
        try (ScratchProject copy = ScratchProject.of(workspace, paths, means.scratch())) {
            lines.addAll(
                    new ProposedFix(trial, copy.folder(), workspace, LONGEST)
                            .lines(help, List.copyOf(lines), sources));
        }
    }

    private static String report(BuiltInRequest request) {
        return request.event().subject() instanceof Subject.FailedTests failed
                ? failed.report()
                : "";
    }

    /// Of one test, in one copy.
    ///
    /// @param most runs of the test that there may be
    private record Diagnosis(
            TestTrial trial,
            Path copy,
            Workspace workspace,
            Git git,
            LikelyHunks likely,
            int most) {
        /// The files that may have broken it; empty where it does not fail in a copy.
        Optional<List<String>> write(List<String> lines) throws InterruptedException, IOException {
            return switch (trial.run(copy, LONGEST)) {
                case TestTrial.Answer.Passed _ -> {
                    lines.add(
                            "in a copy of the project it passes: it may hang on the time, on the order of tests or on files that git ignores");
                    yield Optional.empty();
                }
                case TestTrial.Answer.Unknown unknown -> {
                    lines.add("not tried: it could not be run in a copy: " + unknown.reason());
                    yield Optional.empty();
                }
                case TestTrial.Answer.Failed failed -> {
                    lines.addAll(FailureWords.of(failed.message(), trial.file().value()));
                    yield Optional.of(bisect(lines));
                }
            };
        }

        /// What differs from the last commit; of a clean tree, what the last commit brought.
        private List<String> bisect(List<String> lines) throws InterruptedException, IOException {
            var reader = new HunkReader(git);
            for (String commit : List.of("HEAD", "HEAD~1")) {
                LikelyHunks.Order order = ordered(reader.since(commit).orElse(List.of()));
                List<Hunk> hunks = order.hunks();
                if (hunks.isEmpty()) {
                    continue;
                }
                String changes =
                        commit.equals("HEAD")
                                ? "the changes since the last commit"
                                : "the last commit";
                Map<String, String> old = new LinkedHashMap<>();
                for (Hunk hunk : hunks) {
                    if (!old.containsKey(hunk.path())) {
                        old.put(hunk.path(), reader.text(commit, hunk.path()).orElse(""));
                    }
                }
                Bisection.Outcome without = with(old, List.of());
                if (without == Bisection.Outcome.FAILS) {
                    lines.add("it fails without %s to sources, too".formatted(changes));
                    if (commit.equals("HEAD")) {
                        lay(old, hunks);
                        continue;
                    }
                    return List.of();
                }
                if (without == Bisection.Outcome.UNKNOWN) {
                    lines.add("not tried: without %s it cannot be run".formatted(changes));
                    return List.of();
                }
                Bisection.Found found =
                        new Bisection(some -> with(old, some), most - 2)
                                .search(hunks, order.likely());
                said(lines, found, old, order);
                return found.suspects().stream().map(Hunk::path).distinct().toList();
            }
            lines.add("not tried: no change of a source that was there before");
            return List.of();
        }

        private void said(
                List<String> lines,
                Bisection.Found found,
                Map<String, String> old,
                LikelyHunks.Order order) {
            List<Hunk> hunks = order.hunks();
            lines.add(
                    (found.isProven() ? "broken by: " : "perhaps broken by: ")
                            + Words.list(found.suspects().stream().map(Hunk::place).toList()));
            for (Hunk hunk : found.suspects()) {
                List<String> words = hunk.words();
                if (!words.isEmpty()) {
                    lines.add("`%s` became `%s`".formatted(words.get(0), words.get(1)));
                }
            }
            if (found.isProven()) {
                lines.add("without it the test passes:");
                List<Hunk> others = new ArrayList<>(hunks);
                others.removeAll(found.suspects());
                found.suspects().stream()
                        .map(Hunk::path)
                        .distinct()
                        .forEach(path ->
                                lines.add(
                                        UnifiedDiff.of(
                                                        TypeCheckAction.changed(
                                                                path,
                                                                Hunk.apply(
                                                                        old.getOrDefault(path, ""),
                                                                        of(path, hunks)),
                                                                Hunk.apply(
                                                                        old.getOrDefault(path, ""),
                                                                        of(path, others))))
                                                .stripTrailing()));
            }
            lines.add(
                    "searched: %d changes of sources in %d runs, %s; not tried: new files, changes of tests"
                            .formatted(
                                    hunks.size(),
                                    found.runs() + 2,
                                    order.told()
                                            ? "those that ran by the reports of coverage first"
                                            : "those nearest to the test first"));
        }

        /// Those of sources alone, the likeliest first.
        private LikelyHunks.Order ordered(List<Hunk> hunks) {
            return likely.of(
                    hunks.stream()
                            .filter(hunk -> FileRole.of(hunk.path()) == FileRole.SOURCE)
                            .toList(),
                    trial.file().value());
        }

        private Bisection.Outcome with(Map<String, String> old, List<Hunk> hunks)
                throws InterruptedException {
            try {
                lay(old, hunks);
            } catch (IOException broken) {
                return Bisection.Outcome.UNKNOWN;
            }
            return switch (trial.run(copy, LONGEST)) {
                case TestTrial.Answer.Passed _ -> Bisection.Outcome.PASSES;
                case TestTrial.Answer.Failed _ -> Bisection.Outcome.FAILS;
                case TestTrial.Answer.Unknown _ -> Bisection.Outcome.UNKNOWN;
            };
        }

        /// Into the copy, never into the person's own folder.
        private void lay(Map<String, String> old, List<Hunk> hunks) throws IOException {
            for (Map.Entry<String, String> file : old.entrySet()) {
                Files.write(
                        copy.resolve(file.getKey()),
                        Hunk.apply(file.getValue(), of(file.getKey(), hunks))
                                .getBytes(StandardCharsets.UTF_8));
            }
        }

        private static List<Hunk> of(String path, List<Hunk> hunks) {
            return hunks.stream()
                    .filter(hunk -> hunk.path().equals(path))
                    .sorted(Comparator.comparingInt(Hunk::line))
                    .toList();
        }
    }
}
