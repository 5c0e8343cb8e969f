package kiro.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tool runs outside of the walls that commands run in, on what they may have written.
@Tag("sandbox#AC-9")
class GitToolTest {
    @TempDir Path folder;
    private ToolBench bench;
    private Path trace;

    @BeforeEach
    void makeRepository() throws Exception {
        bench = ToolBench.in(folder);
        trace = folder.resolve("trace");
        bench.work.with("a.txt", "one\n").committed();
    }

    @Test
    void a_rebase_that_would_run_a_program_is_not_gone_on_with() throws Exception {
        bench.work.with("a.txt", "two\n").committed();
        bench.done(
                "run_command",
                "command",
                "GIT_SEQUENCE_EDITOR='sed -i s/pick/break/' git rebase -q -i HEAD~1");
        Path steps = bench.work.root().resolve(".git/rebase-merge/git-rebase-todo");
        Files.writeString(steps, "exec touch " + trace + "\n");

        assertThat(bench.failed("git", "arguments", List.of("rebase", "--continue")))
                .isEqualTo(
                        "the rebase that is under way would run a program, which a person does: exec touch "
                                + trace);
        assertThat(trace).doesNotExist();

        Files.writeString(steps, "noop\n");
        assertThat(bench.done("git", "arguments", List.of("rebase", "--continue")))
                .startsWith("exit code 0");
    }

    @Test
    void looking_does_not_go_into_a_repository_within_this_one() throws Exception {
        bench.work.git("init", "-q", "sub");
        Path sub = bench.work.root().resolve("sub");
        Files.writeString(sub.resolve("b.txt"), "b\n");
        bench.work.git("-C", "sub", "add", ".");
        bench.work.git("-C", "sub", "commit", "-qm", "sub");
        bench.work.git("add", "sub");
        bench.work.git("commit", "-qm", "with sub");
        Files.writeString(
                bench.work.root().resolve(".gitmodules"),
                "[submodule \"sub\"]\n\tpath = sub\n\turl = ./sub\n\tignore = none\n");
        bench.work.git("-C", "sub", "config", "filter.x.clean", "touch " + trace + "; cat");
        Files.writeString(sub.resolve(".gitattributes"), "* filter=x\n");
        touch(sub);

        for (List<String> look :
                List.of(
                        List.of("status"),
                        List.of("diff"),
                        List.of("diff", "HEAD"),
                        List.of("add", "a.txt"),
                        List.of("commit", "-m", "more"))) {
            bench.done("git", "arguments", look);
            assertThat(trace).as(look.toString()).doesNotExist();
        }
    }

    private static void touch(Path sub) throws IOException {
        Files.writeString(sub.resolve("b.txt"), "c\n");
    }
}
