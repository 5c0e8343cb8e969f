package kiro.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.process.Confinement;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `run_command` and `git`.
class RunningToolsTest {
    @TempDir Path folder;
    private ToolBench bench;

    @BeforeEach
    void open() {
        bench = ToolBench.in(folder);
    }

    @Test
    @Tag("tools#AC-10")
    void a_command_answers_with_its_exit_code_and_output() throws InterruptedException {
        assertThat(bench.done("run_command", "command", "pwd; echo problem >&2; exit 3"))
                .isEqualTo("exit code 3\n" + bench.work.root() + "\nproblem\n");
    }

    @Test
    @Tag("sandbox#AC-3")
    void a_hidden_file_that_git_takes_for_changed_is_named() throws InterruptedException {
        ToolBench hiding =
                ToolBench.in(
                        folder.resolve("other"),
                        command ->
                                command.withEnvironment(
                                        Map.of(Confinement.HIDDEN, ".env\nweb/secrets.json")));

        assertThat(hiding.done("run_command", "command", "echo ' M .env' # git status"))
                .isEqualTo(
                        "exit code 0\n M .env\n\n[hidden from commands, and no change of them is real that git shows here: .env]");
        assertThat(hiding.done("run_command", "command", "echo .env"))
                .isEqualTo("exit code 0\n.env\n");
        assertThat(hiding.done("run_command", "command", "echo a # git status"))
                .isEqualTo("exit code 0\na\n");
    }

    @Test
    void what_a_command_is_is_known_before() throws InterruptedException {
        Preparation.Ready ready = bench.ready("run_command", "command", "echo one\necho two");

        assertThat(ready.effect()).isEqualTo(new Effect.Execute("echo one\necho two"));
        assertThat(ready.summary()).isEqualTo("run echo one ...");
        assertThat(bench.refused("run_command", "command", " ")).isEqualTo("the command is empty");
        assertThat(bench.refused("run_command", "command", "x", "limit_seconds", 1801))
                .isEqualTo("run_command: `limit_seconds` must be between 1 and 1800, not 1801");
    }

    @Test
    @Tag("tools#AC-10")
    void a_command_that_takes_too_long_is_ended_and_what_it_printed_is_told()
            throws InterruptedException {
        assertThat(
                        bench.done(
                                "run_command",
                                "command",
                                "echo started; sleep 100; echo never",
                                "limit_seconds",
                                1))
                .isEqualTo(
                        "no exit code: it was ended after 1 seconds, with all that it started\nstarted\n");
    }

    @Test
    @Tag("tools#AC-10")
    void long_output_is_cut_and_the_whole_of_it_can_be_read() throws InterruptedException {
        String answer = bench.done("run_command", "command", "seq 1 30000");

        assertThat(answer).startsWith("exit code 0\n1\n2\n").hasSizeLessThan(50_000);
        String path =
                answer.replaceAll(
                        "(?s).*\\[168,894 bytes in all: the whole output is in (.*)\\]", "$1");
        assertThat(bench.work.read(path)).endsWith("29999\n30000\n");
        assertThat(bench.done("read_file", "path", path)).startsWith("1\n2\n3\n");
    }

    @Test
    @Tag("tools#AC-4")
    void what_a_command_changes_must_be_read_again() throws InterruptedException {
        bench.work.with("a.txt", "one\n");
        bench.done("read_file", "path", "a.txt");
        bench.done("run_command", "command", "echo two >> a.txt");

        assertThat(bench.refused("edit_file", "path", "a.txt", "old_text", "one", "new_text", "1"))
                .isEqualTo("a.txt has changed since it was read: read it again with read_file");
    }

    @Test
    @Tag("tools#AC-11")
    void git_looks_and_changes() throws InterruptedException {
        bench.work.with("a.txt", "one\n").committed();
        bench.work.with("a.txt", "two\n");

        assertThat(bench.ready("git", "arguments", List.of("status", "--short")).effect())
                .isEqualTo(new Effect.Read(List.of()));
        assertThat(bench.done("git", "arguments", List.of("status", "--short")))
                .isEqualTo("exit code 0\n M a.txt");
        assertThat(bench.done("git", "arguments", List.of("diff", "--", "a.txt")))
                .contains("-one\n+two");
        assertThat(bench.ready("git", "arguments", List.of("add", "a.txt")).effect())
                .isEqualTo(new Effect.GitChange(List.of("add", "a.txt")));
        bench.done("git", "arguments", List.of("add", "a.txt"));
        assertThat(bench.done("git", "arguments", List.of("diff", "--cached", "--stat")))
                .contains("a.txt | 2 +-");
        assertThat(bench.done("git", "arguments", List.of("blame", "-L", "1,1", "a.txt")))
                .startsWith("exit code 0\n");
        assertThat(bench.done("git", "arguments", List.of("show", "none")))
                .startsWith("exit code 128\n")
                .contains("none");
    }

    @Test
    @Tag("tools#AC-11")
    void looking_runs_no_program_that_the_repository_names() throws InterruptedException {
        bench.work.with("a.txt", "one\n").with(".gitattributes", "*.txt diff=evil\n").committed();
        bench.work.with("a.txt", "two\n");
        Path trace = folder.resolve("trace");
        String evil = "echo ran >> " + trace + "; true";
        for (String setting :
                List.of(
                        "diff.external",
                        "diff.evil.command",
                        "diff.evil.textconv",
                        "core.fsmonitor",
                        "core.pager")) {
            bench.work.git("config", setting, evil);
        }

        for (List<String> look :
                List.of(
                        List.of("status"),
                        List.of("diff"),
                        List.of("log", "-p"),
                        List.of("show"),
                        List.of("blame", "a.txt"),
                        List.of("ls-files", "-m"))) {
            assertThat(bench.ready("git", "arguments", look).effect())
                    .isEqualTo(new Effect.Read(List.of()));
            bench.done("git", "arguments", look);
        }

        assertThat(trace).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git commit -a",
                "git commit -a --amend",
                "git rebase -i HEAD~1",
                "git tag -a v1",
                "$EDITOR a.txt",
                "$VISUAL a.txt"
            })
    @Tag("tools#AC-19")
    void what_wants_an_editor_ends_at_once_and_says_what_to_do(String line) throws Exception {
        bench.work.with("a.txt", "zero\n").committed();
        bench.work.with("a.txt", "one\n").committed();
        bench.work.with("a.txt", line.contains("rebase") ? "one\n" : "two\n");

        assertThat(bench.done("run_command", "command", line, "limit_seconds", 10))
                .doesNotStartWith("exit code 0")
                .contains(
                        "kiro:nobody-can-edit-here:give-the-text-on-the-command-line,as-git-commit--m-does");
    }

    @Test
    @Tag("tools#AC-19")
    void nothing_waits_for_a_pager_a_password_or_an_answer() throws Exception {
        bench.work.with("a.txt", "one\n".repeat(500)).committed();

        assertThat(bench.done("run_command", "command", "git -p log -p", "limit_seconds", 10))
                .startsWith("exit code 0")
                .contains("+one");
        assertThat(
                        bench.done(
                                "run_command",
                                "command",
                                "$PAGER a.txt | wc -l; read answer; echo \"answer: $answer\"",
                                "limit_seconds",
                                10))
                .isEqualTo("exit code 0\n500\nanswer: \n");
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> {
                        try (Socket asked = server.accept()) {
                            asked.getInputStream().read(new byte[4096]);
                            asked.getOutputStream()
                                    .write(
                                            ("HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                                                            + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                                                    .getBytes(StandardCharsets.US_ASCII));
                        } catch (IOException closed) {
                            throw new UncheckedIOException(closed);
                        }
                    });
            assertThat(
                            bench.done(
                                    "run_command",
                                    "command",
                                    "unset GIT_ASKPASS SSH_ASKPASS; git ls-remote http://127.0.0.1:"
                                            + server.getLocalPort()
                                            + "/x.git",
                                    "limit_seconds",
                                    10))
                    .contains("terminal prompts disabled");
        }
    }

    @Test
    void a_commit_without_a_message_does_not_wait_for_an_editor() throws InterruptedException {
        bench.work.with("a.txt", "one\n").committed();
        bench.work.with("a.txt", "two\n");

        assertThat(bench.done("git", "arguments", List.of("commit", "-a")))
                .doesNotStartWith("exit code 0");
    }
}
