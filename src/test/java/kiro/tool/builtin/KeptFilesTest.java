package kiro.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `.kiroignore` holds for every tool.
class KeptFilesTest {
    @TempDir Path folder;

    @Test
    @Tag("sandbox#AC-7")
    void no_tool_shows_or_changes_what_is_kept() throws Exception {
        Path root = Files.createDirectories(folder.resolve("work"));
        Files.writeString(root.resolve(".kiroignore"), "private/\n*.secret\n");
        ToolBench bench = ToolBench.in(folder);
        var ignored =
                bench.work
                        .with("private/plan.txt", "needle\n")
                        .with("a.secret", "needle\n")
                        .with("open.txt", "needle\n")
                        .committed();
        String kept = "is kept from tools by .kiroignore: work without it, or ask the person";

        assertThat(bench.refused("read_file", "path", "private/plan.txt"))
                .isEqualTo("private/plan.txt " + kept);
        assertThat(bench.refused("read_file", "path", "./x/../a.secret"))
                .isEqualTo("./x/../a.secret " + kept);
        assertThat(bench.refused("write_file", "path", "private/new.txt", "content", "x"))
                .contains(kept);
        assertThat(
                        bench.refused(
                                "edit_file",
                                "path",
                                "a.secret",
                                "old_text",
                                "needle",
                                "new_text",
                                "x"))
                .contains(kept);
        assertThat(
                        bench.refused(
                                "apply_patch",
                                "patch",
                                "*** Begin Patch\n*** Add File: private/x\n+a\n*** End Patch\n"))
                .contains(kept);
        assertThat(bench.refused("list_directory", "path", "private")).contains(kept);
        assertThat(bench.refused("search", "pattern", "needle", "path", "a.secret")).contains(kept);
        assertThat(bench.ready("search", "pattern", "needle").act().run().text())
                .contains("open.txt")
                .doesNotContain("private", "a.secret");
        assertThat(bench.ready("list_directory").act().run().text())
                .contains("open.txt")
                .doesNotContain("private", "a.secret");
        assertThat(
                        bench.refused(
                                "git",
                                "arguments",
                                java.util.List.of("show", "HEAD:private/plan.txt")))
                .contains("names what .kiroignore keeps from tools");
        assertThat(bench.ready("read_file", "path", "open.txt").act().run().text())
                .contains("needle");
    }
}
