package kiro;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kiro.code.Grammar;
import kiro.evidence.CoverageOfNow;
import kiro.evidence.TestSettings;
import kiro.evidence.coverage.Coverage;
import kiro.process.Capture;
import kiro.steering.check.MeasuredCoverage;
import kiro.workspace.Git;
import kiro.workspace.GitState;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// What the coverage reports that lie in a project tell, looked for when a rule asks.
///
/// @param places where reports lie beside the usual places, as the settings have it
record ProjectCoverage(
        Workspace workspace, List<WorkspacePath> files, Supplier<Optional<String>> places, Git git)
        implements MeasuredCoverage {
    @Override
    public Measured measured() {
        CoverageOfNow now =
                CoverageOfNow.read(
                        workspace.root(),
                        TestSettings.patterns(places.get()),
                        files.stream().map(WorkspacePath::value).toList());
        if (!now.damaged().isEmpty()) {
            return new Measured.Missing(
                    "a coverage report cannot be read: " + now.damaged().getFirst());
        }
        return now.coverage().isEmpty()
                ? new Measured.Missing("there is no coverage report")
                : of(now.coverage(), now.changed());
    }

    /// @param older files that have changed since
    static Measured of(Coverage coverage, Set<String> older) {
        Map<String, OfFile> files = new HashMap<>();
        coverage.files().forEach((path, lines) -> files.put(path, of(lines)));
        return new Measured.Files(files, older);
    }

    private static OfFile of(Coverage.Lines lines) {
        BitSet missed = (BitSet) lines.known().clone();
        missed.andNot(lines.ran());
        return new OfFile(
                new Count(
                        lines.known().cardinality(),
                        lines.known().cardinality() - missed.cardinality()),
                new Count(
                        lines.branches().values().stream().mapToInt(Coverage.Branches::known).sum(),
                        lines.branches().values().stream().mapToInt(Coverage.Branches::ran).sum()),
                Math.max(1, missed.nextSetBit(0)));
    }

    /// The files that are another than in the last commit; where none of them is code, those of that commit, which in a pipeline is
    /// the change that is looked at: the reports themselves lie there by then.
    @Override
    public Optional<Set<String>> changed() {
        try {
            return switch (git.state()) {
                case GitState.Repository(var _, var _, List<WorkspacePath> dirty, var _)
                        when dirty.stream().anyMatch(ProjectCoverage::isCode) ->
                        Optional.of(
                                dirty.stream()
                                        .map(WorkspacePath::value)
                                        .collect(Collectors.toUnmodifiableSet()));
                case GitState.Repository _ -> lastCommit();
                case GitState.NoGit _, GitState.NotARepository _, GitState.Unusable _ ->
                        Optional.empty();
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean isCode(WorkspacePath path) {
        return Grammar.of(path.value()).isPresent();
    }

    /// Empty where there is no commit before it, as in a clone of one commit.
    private Optional<Set<String>> lastCommit() throws InterruptedException {
        List<String> differences =
                List.of("diff", "--name-only", "--relative", "-z", "HEAD^1", "HEAD");
        return git.run(differences) instanceof Capture.Ended ended && ended.code() == 0
                ? Optional.of(
                        Set.of(new String(ended.output(), StandardCharsets.UTF_8).split("\0")))
                : Optional.empty();
    }
}
