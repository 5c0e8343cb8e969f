package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.plan.Plan;
import kiro.secret.SecretMask;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFilesTest {
    @TempDir Path folder;

    @Test
    void what_a_killed_run_has_left_half_written_goes_and_what_others_write_stays()
            throws Exception {
        String others = ".kiro-" + ProcessHandle.current().pid() + "-1.tmp";
        TemporaryWorkspace work =
                TemporaryWorkspace.in(folder)
                        .with(".kiro/plans/.kiro-2147483646-1.tmp", "# Pl")
                        .with(".kiro/plans/" + others, "# Pl")
                        .with(".kiro/plans/a.md", "old");
        var files = new PlanFiles(new WorkspaceFiles(work.workspace()), SecretMask.of(Map.of()));

        files.save(
                new Plan("t", "do it", Optional.empty(), List.of(), List.of()),
                WorkspacePath.of(".kiro/plans/a.md"));

        try (Stream<Path> left = Files.list(work.root().resolve(".kiro/plans"))) {
            assertThat(left.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder(others, "a.md");
        }
        assertThat(work.read(".kiro/plans/a.md")).startsWith("# Plan");
    }
}
