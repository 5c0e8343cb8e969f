package kiro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs change files that their command lines do not name.
class ClosedPathsRunTest {
    @TempDir Path folder;
    private ScriptedProject project;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws Exception {
        project = ScriptedProject.in(folder);
        workspace =
                project.workspace
                        .with("docs/legal/terms.txt", "the terms\n")
                        .with("docs/other.txt", "other\n")
                        .with("db/one.sql", "select 1\n")
                        .with(
                                "change.sh",
                                "echo bad > docs/legal/terms.txt\necho bad > docs/legal/new.txt\n"
                                        + "echo bad > db/one.sql\necho bad > db/two.sql\n"
                                        + "mv docs documents\necho good > db/a.txt\nexit 0\n")
                        .committed();
        project.ruledBy(
                "  - {capability: fs_write, match: ['docs/legal/**'], effect: deny}\n"
                        + "  - {capability: fs_write, match: ['*.sql'], effect: ask}\n");
    }

    /// In the sandbox of this machine, where it has one, and without.
    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    @Tag("permissions#AC-25")
    @Tag("sandbox#AC-10")
    void what_rules_keep_stays_as_it_is_whatever_a_program_does(String sandbox) {
        Kiro.Result result = project.running("sh change.sh").agent(sandbox);

        assumeFalse(result.out().contains("would not be confined"), "nothing confines here");
        assertThat(workspace.root().resolve("docs/legal/terms.txt")).hasContent("the terms\n");
        assertThat(workspace.root().resolve("docs/legal/new.txt")).doesNotExist();
        assertThat(workspace.root().resolve("db/one.sql")).hasContent("select 1\n");
        assertThat(workspace.root().resolve("db/two.sql")).doesNotExist();
        assertThat(workspace.root().resolve("db/a.txt")).hasContent("good\n");
        assertThat(result.out())
                .contains("taken back after a command", "~/.kiro/settings/permissions.yaml:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm -rf db", "git rm -rq db", "mv db elsewhere"})
    @Tag("permissions#AC-27")
    void a_line_that_sweeps_a_folder_with_such_files_is_not_run(String line) {
        Kiro.Result result = project.running(line).agent("off");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out())
                .contains("refused: not allowed: the rule 'ask fs_write '*.sql''")
                .doesNotContain("taken back");
        assertThat(workspace.root().resolve("db/one.sql")).hasContent("select 1\n");
    }
}
