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
import org.junit.jupiter.params.provider.EnumSource;

/// The engine on projects of different build. What it made of them was run with their tests when it was
/// taken down; here it is compared with that, word for word.
class ProjectCasesTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    @Tag("builtin-engine#AC-4")
    @Tag("builtin-engine#AC-5")
    @Tag("builtin-engine#AC-18")
    @Tag("builtin-engine#AC-90")
    @Tag("builtin-engine#AC-92")
    @Tag("builtin-engine#AC-93")
    void a_project_becomes_what_it_is_expected_to_become(ProjectCase project)
            throws IOException, InterruptedException {
        Path before = Path.of(project.project());
        LoopStandIn.copy(before, folder);
        var loop = new LoopStandIn(folder, new BuiltinModel(_ -> project.reading()));

        loop.run(
                LoopStandIn.briefing("sample", project.spec(), "implement"),
                UnaryOperator.identity());

        assertThat(loop.problem()).isEmpty();
        Map<String, String> changed = files(folder);
        changed.entrySet().removeAll(files(before).entrySet());
        changed.put("notes.txt", notes(loop));
        assertThat(changed).isEqualTo(files(Path.of(project.folder(), "expected")));
    }

    private static String notes(LoopStandIn loop) {
        var text = new StringBuilder();
        loop.plan()
                .path("notes")
                .values()
                .forEach(note -> text.append(note.asString()).append('\n'));
        return text.toString();
    }

    private static Map<String, String> files(Path root) throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                boolean isBuilt = List.of("target").contains(name.split("/")[0]);
                if (!isBuilt) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }
}
