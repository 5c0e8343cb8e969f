package kiro.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadFileToolTest {
    @TempDir Path folder;
    private ToolBench bench;

    @BeforeEach
    void open() {
        bench = ToolBench.in(folder);
    }

    @Test
    @Tag("tools#AC-5")
    void a_file_is_shown_as_it_is() throws InterruptedException {
        bench.work.with("src/a.txt", "\uFEFFone\r\n\ttwo\r\n\r\nthree");

        assertThat(bench.done("read_file", "path", "src/a.txt")).isEqualTo("one\n\ttwo\n\nthree");
        assertThat(
                        bench.done(
                                "read_file",
                                "path",
                                bench.work.root().resolve("src/a.txt").toString()))
                .isEqualTo("one\n\ttwo\n\nthree");
        assertThat(
                        bench.done(
                                "read_file",
                                "path",
                                "./src/../src/a.txt",
                                "start_line",
                                2,
                                "end_line",
                                3))
                .isEqualTo("\ttwo\n\n");
    }

    @Test
    void what_it_does_is_known_before() throws InterruptedException {
        bench.work.with("a.txt", "one\n");

        Preparation.Ready whole = bench.ready("read_file", "path", "a.txt");
        Preparation.Ready part =
                bench.ready("read_file", "path", "a.txt", "start_line", 3, "end_line", 9);

        assertThat(whole.effect()).isEqualTo(new Effect.Read(List.of(WorkspacePath.of("a.txt"))));
        assertThat(whole.summary()).isEqualTo("read a.txt");
        assertThat(part.summary()).isEqualTo("read a.txt from line 3 to 9");
    }

    @Test
    @Tag("tools#AC-5")
    void a_long_file_is_cut_and_can_be_read_on() throws InterruptedException {
        String text =
                IntStream.rangeClosed(1, 5_000)
                        .mapToObj(i -> "this is line " + i + "\n")
                        .collect(Collectors.joining());
        bench.work.with("a.txt", text);

        var whole = new StringBuilder();
        int start = 1;
        while (start > 0) {
            String answer = bench.done("read_file", "path", "a.txt", "start_line", start);
            int note = answer.lastIndexOf("\n[lines " + start + " to ");
            whole.append(note < 0 ? answer : answer.substring(0, note + 1));
            start =
                    note < 0
                            ? 0
                            : Integer.parseInt(
                                    answer.replaceAll(
                                            "(?s).*start_line (\\d+) reads on\\]$", "$1"));
        }

        assertThat(whole.toString()).isEqualTo(text);
    }

    @Test
    void a_line_without_end_is_cut() throws InterruptedException {
        bench.work.with("a.txt", "x".repeat(100_000));

        assertThat(bench.done("read_file", "path", "a.txt"))
                .isEqualTo("x".repeat(4_000) + "\n[line 1 is cut: it has 100,000 characters]");
    }

    @Test
    void an_empty_file_is_said_to_be_empty() throws InterruptedException {
        bench.work.with("a.txt", "");

        assertThat(bench.done("read_file", "path", "a.txt")).isEqualTo("[the file is empty]");
    }

    @Test
    void a_line_beyond_the_end_is_said_so() throws InterruptedException {
        bench.work.with("a.txt", "one\n");

        assertThat(bench.failed("read_file", "path", "a.txt", "start_line", 2))
                .isEqualTo("a.txt has 1 lines: there is no line 2");
        assertThat(bench.refused("read_file", "path", "a.txt", "start_line", 3, "end_line", 2))
                .isEqualTo("end_line 2 lies before start_line 3");
    }

    @Test
    @Tag("tools#AC-5")
    void what_is_no_text_is_not_shown() throws InterruptedException {
        bench.work.with("a.bin", new byte[] {1, 0, 2}).with("b.bin", new byte[] {1, (byte) 0xE9});

        assertThat(bench.failed("read_file", "path", "a.bin"))
                .isEqualTo(
                        "a.bin is not text, but binary (3 bytes): look into it with run_command");
        assertThat(bench.failed("read_file", "path", "b.bin"))
                .isEqualTo(
                        "b.bin is not text, but binary (2 bytes): look into it with run_command");
    }

    @Test
    @Tag("edits#AC-12")
    void text_in_another_encoding_is_shown_and_searched() throws InterruptedException {
        bench.work
                .with("latin.txt", "caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1))
                .with("wide.txt", "\uFEFFcaf\u00E9\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(bench.done("read_file", "path", "latin.txt"))
                .isEqualTo(
                        "caf\u00E9\n[the file is Windows-1252 text, and stays so when it is edited]");
        assertThat(bench.done("read_file", "path", "wide.txt"))
                .startsWith("caf\u00E9\n[the file is UTF-16 (little endian) text");
        assertThat(bench.done("search", "pattern", "caf\u00E9"))
                .contains("latin.txt")
                .contains("wide.txt");
    }

    @Test
    void a_very_large_file_is_not_shown() throws InterruptedException {
        bench.work.with("a.txt", new byte[9 * 1024 * 1024]);

        assertThat(bench.failed("read_file", "path", "a.txt"))
                .isEqualTo("a.txt has more than 8 MiB: look into it with run_command");
    }

    @Test
    @Tag("tools#AC-5")
    void a_file_that_is_not_there_is_answered_with_the_nearest() throws InterruptedException {
        bench.work
                .with("src/main/App.java", "")
                .with("src/test/AppTest.java", "")
                .with("README.md", "");

        assertThat(bench.refused("read_file", "path", "src/App.java"))
                .isEqualTo(
                        "there is no file src/App.java; there is src/main/App.java, src/test/AppTest.java");
        assertThat(bench.refused("read_file", "path", "Raedme.md"))
                .isEqualTo("there is no file Raedme.md; there is README.md");
        assertThat(bench.refused("read_file", "path", "zzz"))
                .isEqualTo(
                        "there is no file zzz, and none with a name like it: use list_directory");
    }

    @Test
    void a_folder_is_not_a_file() throws InterruptedException {
        bench.work.with("src/a.txt", "");

        assertThat(bench.refused("read_file", "path", "src"))
                .isEqualTo("src is a folder: use list_directory");
        assertThat(bench.refused("read_file", "path", "."))
                .isEqualTo("the path is a folder: use list_directory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x", "/etc/passwd", "src/../../x", "link/x", "link", "nowhere", "a\0b"})
    @Tag("tools#AC-2")
    void a_path_that_leads_out_is_refused(String path) throws IOException, InterruptedException {
        Files.createSymbolicLink(bench.work.root().resolve("link"), folder);
        Files.createSymbolicLink(bench.work.root().resolve("nowhere"), folder.resolve("missing"));

        assertThat(bench.refused("read_file", "path", path))
                .isEqualTo(path + " is outside of the workspace, which is " + bench.work.root());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git/config",
                ".git",
                "sub/.git/hooks/pre-commit",
                ".GIT/config",
                "gitlink/config"
            })
    @Tag("tools#AC-2")
    void what_belongs_to_git_is_refused(String path) throws IOException, InterruptedException {
        bench.work.with(".git/config", "x");
        Files.createSymbolicLink(bench.work.root().resolve("gitlink"), Path.of(".git"));

        assertThat(bench.refused("read_file", "path", path))
                .isEqualTo(path + " belongs to git: use the git tool");
        assertThat(bench.refused("write_file", "path", path, "content", "x"))
                .isEqualTo(path + " belongs to git: use the git tool");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".env",
                "config/.env.production",
                "key.PEM",
                "home/id_rsa",
                ".aws/credentials"
            })
    @Tag("tools#AC-3")
    void secrets_are_neither_shown_nor_changed_nor_found(String path) throws InterruptedException {
        bench.work
                .with(path, "password\n")
                .with("plain.txt", "password\n")
                .with(".env.example", "password\n");

        assertThat(bench.refused("read_file", "path", path)).contains(path, "secrets");
        assertThat(bench.refused("write_file", "path", path, "content", "x"))
                .contains(path, "secrets");
        assertThat(bench.refused("search", "path", path, "pattern", "password"))
                .contains(path, "secrets");
        assertThat(bench.done("search", "pattern", "password"))
                .isEqualTo(".env.example:1: password\nplain.txt:1: password");
    }

    @Test
    void other_paths_that_mean_nothing_are_refused() throws InterruptedException {
        assertThat(bench.refused("read_file", "path", " ")).isEqualTo("the path is empty");
        assertThat(bench.refused("read_file", "path", "~/x"))
                .startsWith("~/x: `~` means nothing here");
    }

    @Test
    void a_link_inside_of_the_workspace_is_followed_to_its_file()
            throws IOException, InterruptedException {
        bench.work.with("real.txt", "one\n");
        Files.createSymbolicLink(bench.work.root().resolve("link.txt"), Path.of("real.txt"));

        assertThat(bench.ready("read_file", "path", "link.txt").summary())
                .isEqualTo("read real.txt");
        assertThat(bench.done("read_file", "path", "link.txt")).isEqualTo("one\n");
        assertThat(
                        bench.done(
                                "edit_file",
                                "path",
                                "link.txt",
                                "old_text",
                                "one",
                                "new_text",
                                "two"))
                .isEqualTo("done: edit real.txt (+1 -1)");
        assertThat(Files.isSymbolicLink(bench.work.root().resolve("link.txt"))).isTrue();
        assertThat(bench.work.read("real.txt")).isEqualTo("two\n");
    }
}
