package kiro.steering.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.steering.SteeringFile;
import kiro.steering.SteeringStore;
import kiro.steering.source.ProjectFiles;
import kiro.testing.TemporaryWorkspace;
import kiro.testing.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldSteeringTest {
    @TempDir Path folder;
    private ProjectSteering steering;

    @BeforeEach
    void readSteering() throws Exception {
        TemporaryWorkspace files =
                TemporaryWorkspace.in(folder)
                        .with(
                                ".kiro/steering/a.md",
                                "- Avoid `alert` in `src/web`.\n- Never use `eval` in `src/web`.\n- Be kind.\n")
                        .with(".kiro/steering/b.md", "- Never use `exec` in `src/db`.\n")
                        .committed();
        SteeringStore.Reading reading = new SteeringStore(files.workspace()).read();
        steering =
                ProjectSteering.of(
                        reading,
                        ProjectFiles.of(
                                Map.of(
                                        "src/web/a.ts", "1;".getBytes(StandardCharsets.UTF_8),
                                        "src/db/b.ts", "1;".getBytes(StandardCharsets.UTF_8))),
                        Trees.parser());
    }

    private ToldSteering told(int room, String... inHand) {
        return ToldSteering.of(steering.rules(), steering.files(), List.of(inHand), room);
    }

    @Test
    @Tag("steering-told#AC-1")
    void the_rules_of_the_files_in_hand_come_first_and_errors_before_warnings() {
        assertThat(told(10_000, "src/db/b.ts").rules().lines())
                .containsExactly(
                        "- Never use `exec` in `src/db`. [b/no-exec]",
                        "- Never use `eval` in `src/web`. [a/no-eval]",
                        "- Avoid `alert` in `src/web`. [a/no-alert]");
        assertThat(told(10_000, "src/web/a.ts").rules().lines())
                .containsExactly(
                        "- Never use `eval` in `src/web`. [a/no-eval]",
                        "- Avoid `alert` in `src/web`. [a/no-alert]",
                        "- Never use `exec` in `src/db`. [b/no-exec]");
    }

    @Test
    @Tag("steering-told#AC-4")
    void of_the_files_of_a_step_only_rules_about_their_paths_are_repeated() {
        ToldSteering told = told(10_000);

        assertThat(told.about(List.of("src/db/b.ts", "README.md")))
                .isEqualTo("- Never use `exec` in `src/db`. [b/no-exec]");
        assertThat(told.about(List.of("README.md"))).isEmpty();
    }

    @Test
    @Tag("steering-told#AC-2")
    void what_has_no_room_is_named() {
        ToldSteering told = told(60);

        assertThat(told.rules().lines())
                .containsExactly(
                        "- Never use `eval` in `src/web`. [a/no-eval]",
                        "- and more, for which there is no room here: a write that violates one is told it");
        assertThat(told.files()).isEmpty();
        assertThat(told.named()).extracting(SteeringFile::name).containsExactly("a", "b");
        assertThat(told(10_000).named()).isEmpty();
    }
}
