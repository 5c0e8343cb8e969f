package kiro.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.spec.Spec;
import kiro.text.FlatYaml;
import kiro.text.FrontMatter;
import kiro.text.PathGlob;
import kiro.workspace.WorkspacePath;

/// What there is to judge the criteria of a spec by: the tests of the project, what they name, and the code.
///
/// @param tests all tests of the project
/// @param links what they name
/// @param index the criteria of the project
/// @param sources the files that hold code and no tests
/// @param owned which code belongs to which criterion
record Grounds(
        List<SourceTest> tests,
        TestLinks links,
        CriterionIndex index,
        CodeBook book,
        OwnedCode owned,
        AssertionCheck assertions,
        List<WorkspacePath> sources) {

    /// @param specs every spec of the project, the judged one among them
    static Grounds of(
            Spec spec,
            List<Spec> specs,
            List<WorkspacePath> paths,
            SourceTree tree,
            TestScan scan) {
        return of(List.of(spec), specs, paths, tree, scan).getFirst();
    }

    /// Those of several specs, in their order. The project is read once.
    ///
    /// @param specs every spec of the project, the judged ones among them
    static List<Grounds> of(
            List<Spec> judged,
            List<Spec> specs,
            List<WorkspacePath> paths,
            SourceTree tree,
            TestScan scan) {
        var index = new CriterionIndex(specs);
        var book = new CodeBook(scan::text);
        List<SourceTest> tests = scan.tests(paths);
        List<WorkspacePath> testFiles = TestFiles.among(paths);
        List<WorkspacePath> sources = sources(paths);
        var marks = ImplementationMarks.of(sources, book, index);
        TestLinks links = TestLinks.of(tests, index);
        var assertions = new AssertionCheck(testFiles, book);
        return judged.stream()
                .map(spec -> new OwnedCode(tree, book, marks, targets(spec), tests, paths))
                .map(owned -> new Grounds(tests, links, index, book, owned, assertions, sources))
                .toList();
    }

    /// The files of a project that hold code and no tests; those of Rust may hold both.
    static List<WorkspacePath> sources(List<WorkspacePath> paths) {
        Set<WorkspacePath> tests = Set.copyOf(TestFiles.among(paths));
        return paths.stream()
                .filter(path -> SourceTrees.isCode(path.value()))
                .filter(path -> !tests.contains(path) || path.name().endsWith(".rs"))
                .toList();
    }

    /// The patterns under `targets` in the front matter of a spec.
    static List<PathGlob> targets(Spec spec) {
        Optional<FrontMatter> matter = FrontMatter.of(spec.document());
        if (matter.isEmpty()
                || !(FlatYaml.read(matter.get().yaml(), 1)
                        instanceof FlatYaml.Reading.Whole whole)) {
            return List.of();
        }
        return whole.find("targets").stream()
                .flatMap(entry -> entry.texts().stream())
                .flatMap(text -> PathGlob.parse(text).stream())
                .toList();
    }
}
