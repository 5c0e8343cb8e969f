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

/// The engine from the prose of a spec to the code of a project. What it made was run with its tests when it
/// was taken down; here it is compared with that, word for word.
class ProseCasesTest {
    private static final Path CASES = Path.of("src/test/resources/kiro/model/builtin-prose");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bookings",
                "bookings-list",
                "bookings-sorted",
                "parcels",
                "basket",
                "school",
                "school-list",
                "school-change",
                "shelter",
                "shelter-update",
                "shelter-delete",
                "harbour",
                "harbour-delete",
                "kennel-create",
                "kennel-update",
                "clinic-issue",
                "clinic-list",
                "clinic-contact"
            })
    @Tag("builtin-engine#AC-12")
    @Tag("builtin-engine#AC-13")
    @Tag("builtin-engine#AC-14")
    @Tag("builtin-engine#AC-15")
    @Tag("builtin-engine#AC-16")
    @Tag("builtin-engine#AC-18")
    @Tag("builtin-engine#AC-19")
    @Tag("builtin-engine#AC-60")
    @Tag("builtin-engine#AC-63")
    @Tag("builtin-engine#AC-75")
    @Tag("builtin-engine#AC-76")
    @Tag("builtin-engine#AC-77")
    @Tag("builtin-engine#AC-78")
    @Tag("builtin-engine#AC-79")
    @Tag("builtin-engine#AC-98")
    @Tag("builtin-engine#AC-136")
    @Tag("builtin-engine#AC-137")
    @Tag("builtin-engine#AC-138")
    @Tag("builtin-engine#AC-139")
    void a_spec_in_prose_becomes_code_and_tests(String name)
            throws IOException, InterruptedException {
        Path project = CASES.resolve(name.split("-")[0]).resolve("project");
        LoopStandIn.copy(project, folder);
        var loop = new LoopStandIn(folder, new BuiltinModel());
        String spec = Files.readString(CASES.resolve(name).resolve("spec.md"));

        loop.run(LoopStandIn.briefing("prose", spec, "implement"), UnaryOperator.identity());

        assertThat(loop.problem()).isEmpty();
        assertThat(notes(loop)).noneMatch(note -> note.contains(" stays open: "));
        Map<String, String> changed = files(folder);
        changed.entrySet().removeAll(files(project).entrySet());
        assertThat(changed).isEqualTo(files(CASES.resolve(name).resolve("expected")));
    }

    private static List<String> notes(LoopStandIn loop) {
        return loop.plan().path("notes").values().stream().map(note -> note.asString()).toList();
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
