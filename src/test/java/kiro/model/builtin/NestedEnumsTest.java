package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kiro.code.JavaReader;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Several enums with one name, each in the type whose state it is.
@Tag("builtin-engine#AC-207")
class NestedEnumsTest {
    private static final Map<String, String> FILES =
            Map.of(
                    "pom.xml",
                    "<project/>",
                    "src/main/java/b/Court.java",
                    "package b; public record Court(Status status, Floor floor) { public enum Status { OPEN } public enum Floor { CLAY } }",
                    "src/main/java/b/Game.java",
                    "package b; public record Game(Status status) { public enum Status { PLAYED } }",
                    "src/main/java/b/Match.java",
                    "package b; public record Match(Status status, Court.Status of) {}",
                    "src/main/java/c/Report.java",
                    "package c; import b.Game.Status; public record Report(Status status, Floor floor) {}",
                    "src/main/java/c/Guess.java",
                    "package c; public record Guess(Status status) {}");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "Court,  Status,        b.Court.Status",
        "Game,   Status,        b.Game.Status",
        "Match,  Court.Status,  b.Court.Status",
        "Match,  Game.Status,   b.Game.Status",
        "Report, Status,        b.Game.Status",
        "Report, Floor,         b.Court.Floor",
        "Guess,  Status,        -",
        "Guess,  Game.Status,   b.Game.Status",
    })
    void the_one_of_the_file_goes_before_those_that_it_imports(
            String from, String name, String meant) {
        assertThat(resolved(from, name).map(ProjectType::qualifiedName).orElse("-"))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "Court, Status, OPEN,   Court.Status.OPEN, b.Court",
        "Game,  Status, PLAYED, Game.Status.PLAYED, b.Game",
        "Court, Floor,  CLAY,   Floor.CLAY,        b.Court.Floor",
    })
    void a_constant_is_told_apart_by_the_type_around_it(
            String from, String name, String constant, String code, String imported) {
        var sources = read().sources();
        ProjectType type = resolved(from, name).orElseThrow();
        assertThat(sources.constant(type, constant)).isEqualTo(code);
        assertThat(sources.imported(type)).isEqualTo(imported);
    }

    @Test
    void code_and_tests_name_the_state_of_the_thing() throws IOException, InterruptedException {
        LoopStandIn loop = Courts.project().built(folder, "close", Courts.closing());
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("main/java/a/CourtController"))
                .contains(
                        "if (court.status() != Court.Status.OPEN) {",
                        "new Court(court.id(), court.name(), Court.Status.CLOSED)")
                .doesNotContain("Game");
        assertThat(text("test/java/a/CloseTest"))
                .contains(
                        "import b.Court;",
                        "new Court(courts.nextId(), \"Some name\", Court.Status.OPEN)",
                        "new Court(courts.nextId(), \"Some name\", Court.Status.CLOSED)")
                .doesNotContain("import b.Court.Status", "Game");
    }

    @Test
    void the_other_one_has_its_own_states() throws IOException, InterruptedException {
        LoopStandIn loop = Courts.project().built(folder, "finish", Courts.playing());
        assertThat(loop.problem()).isEmpty();
        assertThat(text("main/java/a/GameController"))
                .contains("Game.Status.PLANNED", "Game.Status.PLAYED")
                .doesNotContain("Court");
        assertThat(text("test/java/a/FinishTest"))
                .contains("import b.Game;", "Game.Status.PLANNED", "Game.Status.PLAYED")
                .doesNotContain("Court", "import b.Game.Status");
    }

    private static SpringProject read() {
        return SpringProject.read(JavaReader.ofRuntime(), "pom.xml", FILES);
    }

    private static Optional<ProjectType> resolved(String from, String name) {
        SpringProject project = read();
        ProjectType type =
                project.sources().types().stream()
                        .filter(one -> one.name().equals(from))
                        .findFirst()
                        .orElseThrow();
        return project.sources().resolve(name, type.file());
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve("src/" + path + ".java"));
    }
}
