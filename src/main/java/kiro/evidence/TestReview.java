package kiro.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Looks at tests that were written as a reviewer would: whether they go the ways that their criterion speaks of, and
/// whether they are made as the project's own are.
public final class TestReview {
    private final Git git;
    private final TestScan scan;

    public TestReview(Workspace workspace, Git git) {
        this.git = git;
        this.scan = new TestScan(workspace);
    }

    /// A file whose tests are made otherwise than the project's own.
    ///
    /// @param what in a line, for the one who wrote it
    public record Stranger(WorkspacePath file, String what) {}

    /// The ways that a criterion speaks of and none of its tests goes.
    ///
    /// @param criterion its words
    /// @param tests those that name it
    public Set<Way> missing(String criterion, Collection<TestId> tests)
            throws InterruptedException {
        Set<Way> asked = Ways.asked(criterion);
        if (asked.isEmpty()) {
            return asked;
        }
        List<SourceTest> known =
                scan.tests(git.files()).stream().filter(test -> tests.contains(test.id())).toList();
        if (known.size() < tests.size()) {
            return EnumSet.noneOf(Way.class);
        }
        known.forEach(test -> asked.removeAll(Ways.tried(test)));
        return asked;
    }

    /// @param made the files that were not there before
    public List<Stranger> strangers(Set<WorkspacePath> made) throws InterruptedException {
        var own = new ArrayList<TestStyle>();
        var ofNow = new ArrayList<WorkspacePath>();
        for (WorkspacePath file : holdingTests()) {
            if (made.contains(file)) {
                ofNow.add(file);
            } else {
                style(file).ifPresent(own::add);
            }
        }
        return ofNow.stream().flatMap(file -> stranger(file, own).stream()).toList();
    }

    private List<WorkspacePath> holdingTests() throws InterruptedException {
        return scan.tests(git.files()).stream().map(SourceTest::file).distinct().toList();
    }

    private Optional<TestStyle> style(WorkspacePath file) {
        return scan.text(file).flatMap(text -> TestStyle.of(file, text));
    }

    private Optional<Stranger> stranger(WorkspacePath file, List<TestStyle> own) {
        return style(file)
                .flatMap(style -> style.from(own))
                .map(difference ->
                        new Stranger(
                                file,
                                "%s is not in the style of the project's own tests: %s, and theirs %s"
                                        .formatted(
                                                file,
                                                difference.own(),
                                                String.join(" or ", difference.usual()))));
    }
}
