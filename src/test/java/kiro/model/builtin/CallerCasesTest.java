package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The engine on projects that know their callers in ways of their own, each with the specs that are implemented in it one
/// after the other. What it made of them was run with their tests when it was taken down.
class CallerCasesTest {
    private static final Path CASES = Path.of("src/test/resources/kiro/model/builtin-callers");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"museum", "radio", "toolshed", "clinic", "choir", "glossary", "lexicon"})
    @Tag("builtin-engine#AC-124")
    @Tag("builtin-engine#AC-125")
    @Tag("builtin-engine#AC-126")
    @Tag("builtin-engine#AC-163")
    @Tag("builtin-engine#AC-175")
    @Tag("builtin-engine#AC-176")
    void endpoints_ask_for_their_callers_and_tests_sign_them_in(String name)
            throws IOException, InterruptedException {
        Path project = CASES.resolve(name).resolve("project");
        LoopStandIn.copy(project, folder);

        for (Path spec : specs(CASES.resolve(name).resolve("specs"))) {
            var loop = new LoopStandIn(folder, new BuiltinModel());
            loop.run(
                    LoopStandIn.briefing(
                            spec.getFileName().toString().replace(".md", ""),
                            Files.readString(spec),
                            "implement"),
                    UnaryOperator.identity());
            assertThat(loop.problem()).isEmpty();
            assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains(" stays open: "));
        }

        Map<String, String> changed = files(folder);
        changed.entrySet().removeAll(files(project).entrySet());
        assertThat(changed).isEqualTo(files(CASES.resolve(name).resolve("expected")));
    }

    private static List<Path> specs(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.sorted().toList();
        }
    }

    private static Map<String, String> files(Path root) throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
