package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.steering.SteeringStore;
import kiro.steering.project.ProjectSteering;
import kiro.steering.project.ToldSteering;
import kiro.steering.source.ProjectFiles;
import kiro.testing.TemporaryWorkspace;
import kiro.testing.Trees;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepRulesTest {
    @TempDir private Path folder;

    @Test
    @Tag("steering-told#AC-4")
    void a_later_step_begins_with_the_rules_about_its_files() throws Exception {
        var files =
                TemporaryWorkspace.in(folder)
                        .with(
                                ".kiro/steering/a.md",
                                "- Never use `eval`.\n- Never use `exec` in `src/db`.\n")
                        .committed();
        ProjectSteering steering =
                ProjectSteering.of(
                        new SteeringStore(files.workspace()).read(),
                        ProjectFiles.of(
                                Map.of("src/db/b.py", "b = 1".getBytes(StandardCharsets.UTF_8))),
                        Trees.parser());
        ToldSteering told =
                ToldSteering.of(steering.rules(), steering.files(), List.of(), ToldSteering.ROOM);
        var rules = new FolderRules(Optional.empty(), told);
        List<WorkspacePath> database = List.of(WorkspacePath.of("src/db/b.py"));

        assertThat(rules.atStep(database)).isEmpty();
        assertThat(rules.atStep(database))
                .contains("- Never use `exec` in `src/db`. [a/no-exec]")
                .doesNotContain("eval");
        assertThat(rules.atStep(List.of(WorkspacePath.of("src/web/a.py")))).isEmpty();
    }
}
