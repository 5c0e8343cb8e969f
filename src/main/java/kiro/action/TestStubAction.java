package kiro.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.code.Grammar;
import kiro.hook.run.BuiltIn;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.BuiltInRequest;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// `test-stub`: a test for a new source, in the style of the project's tests, that says of itself that it is not written yet.
final class TestStubAction implements BuiltIn {
    private static final int MOST_SAMPLES = 12;
    private static final List<String> BUILDS =
            List.of(
                    "pom.xml",
                    "build.gradle",
                    "build.gradle.kts",
                    "package.json",
                    "pyproject.toml");

    private final ActionMeans means;

    TestStubAction(ActionMeans means) {
        this.means = means;
    }

    @Override
    public String name() {
        return "test-stub";
    }

    @Override
    public BuiltInOutcome run(BuiltInRequest request) throws InterruptedException {
        ModelHelp help = ModelHelp.of(means, request);
        var settings = new Settings(request.settings());
        List<String> sources = settings.text("file").map(List::of).orElse(request.event().files());
        if (sources.isEmpty()) {
            return BuiltInOutcome.failed(
                    "the event is about no file: use it on file-created, or name one with 'file'");
        }
        var workspace = new Workspace(request.root());
        List<WorkspacePath> paths = means.git(request.root()).files();
        var places = new TestPlaces(paths.stream().map(WorkspacePath::value).toList());
        var filled = new FilledTests(means, workspace, paths);
        var lines = new ArrayList<String>();
        var written = new ArrayList<String>();
        try {
            for (String source : sources) {
                switch (stub(workspace, places, source, settings.text("mark", "auto"))) {
                    case Stub.None none -> lines.add(source + ": " + none.reason());
                    case Stub.Ready ready -> {
                        ModelHelp.Help<String> tests =
                                filled.of(help, draft(workspace, places, source, ready));
                        lines.add(write(workspace, filled(ready, tests), written));
                        if (!tests.line().isEmpty()) {
                            lines.add(tests.line());
                        }
                    }
                }
            }
        } catch (IOException broken) {
            return BuiltInOutcome.failed("a test could not be written: " + broken.getMessage());
        }
        return BuiltInOutcome.done(String.join("\n", lines), written);
    }

    private static FilledTests.Draft draft(
            Workspace workspace, TestPlaces places, String source, Stub.Ready stub) {
        String path = workspace.resolve(source).map(WorkspacePath::value).orElse(source);
        return new FilledTests.Draft(
                path,
                stub.place(),
                stub.text(),
                places.samples(path).stream()
                        .findFirst()
                        .map(workspace.root()::resolve)
                        .flatMap(Sources::text));
    }

    /// Who reads the file is told that no person wrote it.
    private static Stub.Ready filled(Stub.Ready stub, ModelHelp.Help<String> tests) {
        if (!(tests instanceof ModelHelp.Help.Given<String>(String text, String _))) {
            return stub;
        }
        String mark = stub.place().value().endsWith(".py") ? "#" : "//";
        String by = tests.line().replaceFirst(",.*", "");
        return new Stub.Ready(
                stub.place(),
                "%s Proposed %s: see that they ask for the right thing.\n%s"
                        .formatted(mark, by, text),
                "wrote %s: its tests pass".formatted(stub.place()));
    }

    private sealed interface Stub {
        record Ready(WorkspacePath place, String text, String said) implements Stub {}

        record None(String reason) implements Stub {}
    }

    private Stub stub(Workspace workspace, TestPlaces places, String source, String mark)
            throws IOException {
        Optional<WorkspacePath> path = workspace.resolve(source);
        if (path.isEmpty() || !Files.isRegularFile(workspace.absolute(path.get()))) {
            return new Stub.None("there is no such file in the workspace");
        }
        String name = path.get().value();
        if (FileRole.of(name) != FileRole.SOURCE
                || Grammar.of(name).isEmpty()
                || name.endsWith(".d.ts")) {
            return new Stub.None("no source that tests are written for");
        }
        List<String> existing = places.existing(name);
        if (!existing.isEmpty()) {
            return new Stub.None("its tests are in " + existing.getFirst());
        }
        Optional<WorkspacePath> place = places.place(name).flatMap(workspace::resolve);
        if (place.isEmpty()) {
            return new Stub.None("tests of this language stand in the source itself");
        }
        String text = TestStubs.text(Files.readAllBytes(workspace.absolute(path.get())));
        TestSubject subject =
                TestSubject.of(name, new SymbolChanges(means.parser()).symbols(name, text));
        return subject.functions().isEmpty()
                ? new Stub.None("it has nothing public to test")
                : stub(workspace, places, subject, place.get(), mark);
    }

    private static Stub stub(
            Workspace workspace,
            TestPlaces places,
            TestSubject subject,
            WorkspacePath place,
            String mark)
            throws IOException {
        var samples = new ArrayList<String>();
        for (String sample : places.samples(subject.path()).stream().limit(MOST_SAMPLES).toList()) {
            Path file = workspace.root().resolve(sample);
            if (Files.isRegularFile(file)) {
                samples.add(TestStubs.text(Files.readAllBytes(file)));
            }
        }
        boolean isSkipped =
                mark.equals("skip") || (mark.equals("auto") && TestStubs.areSkipped(samples));
        int count = subject.functions().size();
        return new TestStubs(samples, builds(workspace), isSkipped)
                .write(subject, place.value())
                .<Stub>map(text ->
                        new Stub.Ready(
                                place,
                                text,
                                "wrote %s: %d %s until written"
                                        .formatted(
                                                place,
                                                count,
                                                (count == 1 ? "test that " : "tests that ")
                                                        + (isSkipped
                                                                ? count == 1
                                                                        ? "is passed over"
                                                                        : "are passed over"
                                                                : count == 1 ? "fails" : "fail"))))
                .orElseGet(() ->
                        new Stub.None(
                                "the project has no test to take the style from, and its build names no framework that is known"));
    }

    private static String builds(Workspace workspace) {
        return BUILDS.stream()
                .map(workspace.root()::resolve)
                .filter(Files::isRegularFile)
                .flatMap(file -> {
                    try {
                        return Stream.of(TestStubs.text(Files.readAllBytes(file)));
                    } catch (IOException unreadable) {
                        return Stream.of();
                    }
                })
                .collect(Collectors.joining("\n"));
    }

    /// Only where there is no file: what somebody wrote meanwhile stays.
    private static String write(Workspace workspace, Stub.Ready stub, List<String> written)
            throws IOException {
        Path file = workspace.absolute(stub.place());
        Files.createDirectories(file.resolve("..").normalize());
        try {
            Files.write(
                    file,
                    stub.text().getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            written.add(stub.place().value());
            return stub.said();
        } catch (FileAlreadyExistsException there) {
            return stub.place() + " is there already";
        }
    }
}
