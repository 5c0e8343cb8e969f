package kiro.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `list_directory` and `search`.
class LookingToolsTest {
    @TempDir Path folder;
    private ToolBench bench;

    @BeforeEach
    void open() throws InterruptedException {
        bench = ToolBench.in(folder);
        bench.work
                .with(".gitignore", "target/\n")
                .with("pom.xml", "<project/>\n")
                .with("src/main/java/App.java", "class App {\n    String name = \"App\";\n}\n")
                .with("src/main/resources/app.yml", "name: app\n")
                .with("target/App.class", "class App")
                .committed();
    }

    @Test
    @Tag("tools#AC-7")
    void a_folder_is_listed_to_a_depth_without_what_git_ignores() throws InterruptedException {
        assertThat(bench.done("list_directory")).isEqualTo(".gitignore\npom.xml\nsrc/\nsrc/main/");
        assertThat(bench.done("list_directory", "path", "src/main", "depth", 1))
                .isEqualTo("src/main/java/\nsrc/main/resources/");
        assertThat(bench.done("list_directory", "path", "./src/", "depth", 9))
                .isEqualTo(
                        """
                        src/main/
                        src/main/java/
                        src/main/java/App.java
                        src/main/resources/
                        src/main/resources/app.yml\
                        """);
    }

    @Test
    @Tag("tools#AC-7")
    void a_folder_that_git_ignores_lists_nothing() throws InterruptedException {
        assertThat(bench.done("list_directory", "path", "target"))
                .isEqualTo("[no files, apart from what git ignores]");
    }

    @Test
    void a_name_that_could_pass_for_something_else_is_quoted() throws InterruptedException {
        bench.work
                .with("a\nb/it.txt", "needle\n")
                .with("esc\u001b[2J.txt", "needle\n")
                .with("turned\u202etxt.\"exe", "needle\n")
                .with("quote\".txt", "needle\n");

        assertThat(bench.done("list_directory", "depth", 9).lines())
                .contains(
                        "\"a\\nb/it.txt\"",
                        "\"esc\\u001b[2J.txt\"",
                        "\"turned\\u202etxt.\\\"exe\"",
                        "quote\".txt");
        assertThat(bench.done("search", "pattern", "needle").lines())
                .contains("\"a\\nb/it.txt\":1: needle", "quote\".txt:1: needle");
        assertThat(bench.done("read_file", "path", "a\nb/it.txt")).isEqualTo("needle\n");
    }

    @Test
    void a_long_list_is_cut_with_its_length() throws InterruptedException {
        IntStream.range(0, 1_200).forEach(i -> bench.work.with("many/f%04d".formatted(i), ""));

        assertThat(bench.done("list_directory", "path", "many").lines())
                .hasSize(1_001)
                .endsWith("[1000 of 1,200 entries: list a folder of it, or with less depth]");
    }

    @Test
    void what_is_no_folder_is_refused() throws InterruptedException {
        assertThat(bench.refused("list_directory", "path", "pom.xml"))
                .isEqualTo("pom.xml is a file: use read_file");
        assertThat(bench.refused("list_directory", "path", "none"))
                .isEqualTo("there is no folder none");
        assertThat(bench.refused("list_directory", "path", ".."))
                .contains("outside of the workspace");
    }

    @Test
    void looking_is_known_to_be_reading() throws InterruptedException {
        Preparation.Ready list = bench.ready("list_directory", "path", "src");
        Preparation.Ready search = bench.ready("search", "pattern", "x", "path", "src");

        assertThat(list.effect()).isEqualTo(new Effect.Read(List.of(WorkspacePath.of("src"))));
        assertThat(list.summary()).isEqualTo("list src/");
        assertThat(search.effect()).isEqualTo(new Effect.Read(List.of(WorkspacePath.of("src"))));
        assertThat(search.summary()).isEqualTo("search x in src");
    }

    @Test
    @Tag("tools#AC-8")
    void lines_are_found_with_their_places_in_order() throws InterruptedException {
        assertThat(bench.done("search", "pattern", "(?i)\\bapp\\b"))
                .isEqualTo(
                        """
                        src/main/java/App.java:1: class App {
                        src/main/java/App.java:2:     String name = "App";
                        src/main/resources/app.yml:1: name: app\
                        """);
        assertThat(bench.done("search", "pattern", "nothing like it"))
                .isEqualTo("[no line matches]");
    }

    @Test
    @Tag("tools#AC-8")
    void a_search_is_narrowed_by_path_and_glob() throws InterruptedException {
        String java = "src/main/java/App.java:2:     String name = \"App\";";

        assertThat(bench.done("search", "pattern", "name", "glob", "*.java")).isEqualTo(java);
        assertThat(bench.done("search", "pattern", "name", "glob", "src/**/*.{java,kt}"))
                .isEqualTo(java);
        assertThat(bench.done("search", "pattern", "name", "path", "src/main/java"))
                .isEqualTo(java);
        assertThat(bench.done("search", "pattern", "name", "path", "src/main/java/App.java"))
                .isEqualTo(java);
    }

    @Test
    @Tag("tools#AC-8")
    void binary_and_huge_files_are_passed_over_and_hits_are_counted() throws InterruptedException {
        bench.work
                .with("a.bin", "hit\0")
                .with("huge.txt", "hit\n".repeat(600_000))
                .with("many.txt", "hit\n".repeat(450));

        assertThat(bench.done("search", "pattern", "^hit").lines())
                .hasSize(202)
                .startsWith("many.txt:1: hit")
                .endsWith(
                        "[200 of 450 lines: narrow the search]",
                        "[1 files were too large or not readable]");
    }

    @Test
    void a_file_that_is_deleted_but_still_tracked_is_no_hindrance() throws Exception {
        java.nio.file.Files.delete(bench.work.root().resolve("pom.xml"));

        assertThat(bench.done("search", "pattern", "project")).isEqualTo("[no line matches]");
        assertThat(bench.done("list_directory", "depth", 1)).isEqualTo(".gitignore\nsrc/");
    }

    @Test
    @Tag("tools#AC-9")
    void a_pattern_that_is_wrong_is_refused_with_its_place() throws InterruptedException {
        assertThat(bench.refused("search", "pattern", "a(b"))
                .isEqualTo(
                        "the pattern is not a Java regular expression: Unclosed group at character 4 of a(b");
        assertThat(bench.refused("search", "pattern", "")).startsWith("the pattern is empty");
        assertThat(bench.refused("search", "pattern", "a", "glob", "{a"))
                .isEqualTo("the glob {a is not well formed: a bracket or a brace is not closed");
        assertThat(bench.refused("search", "pattern", "a", "path", "none"))
                .isEqualTo("there is no file or folder none");
    }

    @Test
    @Tag("tools#AC-9")
    void a_pattern_that_backtracks_without_end_is_stopped() throws InterruptedException {
        bench.work.with("trap.txt", "a".repeat(60) + "!\n");

        assertThat(bench.failed("search", "pattern", "^(a|aa)+\\1$"))
                .startsWith("the pattern backtracks without end in a line of trap.txt");
    }

    @Test
    @Tag("tools#AC-9")
    void a_pattern_that_recurses_too_deeply_is_stopped() throws InterruptedException {
        bench.work.with("deep.txt", "ab".repeat(200_000) + "\n");

        assertThat(bench.failed("search", "pattern", "^(a|b)*$", "path", "deep.txt"))
                .startsWith("the pattern recurses too deeply in a line of deep.txt");
    }

    @Test
    @Tag("tools#AC-18")
    void a_search_shows_lines_with_those_around_them_or_files_or_counts() throws Exception {
        bench.work.with("notes.txt", "one\ntwo\nNeedle\nfour\nfive\nsix\nneedle.\n");
        assertThat(
                        bench.done(
                                "search",
                                "pattern",
                                "needle",
                                "path",
                                "notes.txt",
                                "case",
                                "insensitive",
                                "context",
                                1))
                .isEqualTo(
                        """
                        notes.txt:2- two
                        notes.txt:3: Needle
                        notes.txt:4- four
                        --
                        notes.txt:6- six
                        notes.txt:7: needle.\
                        """);
        assertThat(bench.done("search", "pattern", "needle.", "path", "notes.txt", "kind", "text"))
                .isEqualTo("notes.txt:7: needle.");
        assertThat(
                        bench.done(
                                "search",
                                "pattern",
                                "needle",
                                "glob",
                                "notes.txt",
                                "show",
                                "files",
                                "case",
                                "smart"))
                .isEqualTo("notes.txt");
        assertThat(
                        bench.done(
                                "search",
                                "pattern",
                                "needle",
                                "glob",
                                "notes.txt",
                                "show",
                                "counts",
                                "case",
                                "smart"))
                .isEqualTo("notes.txt: 2");
        assertThat(
                        bench.done(
                                "search",
                                "pattern",
                                "Needle",
                                "glob",
                                "notes.txt",
                                "show",
                                "counts",
                                "case",
                                "smart"))
                .isEqualTo("notes.txt: 1");
        assertThat(bench.refused("search", "pattern", "x", "show", "all"))
                .isEqualTo("`show` is one of lines, files, counts, not 'all'");
    }

    @Test
    @Tag("tools#AC-18")
    void what_search_programs_leave_out_is_left_out() throws Exception {
        bench.work
                .with("kept/a.txt", "needle\n")
                .with("left/a.txt", "needle\n")
                .with("b.min.js", "needle\n")
                .with(".ignore", "left/\n")
                .with(".rgignore", "*.min.js\n");
        assertThat(bench.done("search", "pattern", "needle", "show", "files"))
                .isEqualTo("kept/a.txt");
    }

    @Test
    @Tag("tools#AC-18")
    void a_folders_ignore_files_are_about_what_lies_in_it() throws Exception {
        bench.work
                .with("web/a.gen", "needle\n")
                .with("web/deep/b.gen", "needle\n")
                .with("web/deep/b.txt", "needle\n")
                .with("c.gen", "needle\n")
                .with("web/.ignore", "*.gen\n")
                .with("web/deep/.rgignore", "/b.txt\n");
        assertThat(bench.done("search", "pattern", "needle", "show", "files")).isEqualTo("c.gen");
    }

    @Test
    @Tag("tools#AC-18")
    void a_glob_that_begins_with_an_exclamation_mark_leaves_out() throws Exception {
        bench.work.with("a.txt", "needle\n").with("b.md", "needle\n");
        assertThat(bench.done("search", "pattern", "needle", "show", "files", "glob", "!*.txt"))
                .isEqualTo("b.md");
    }

    @Test
    @Tag("tools#AC-9")
    void a_pattern_over_lines_is_refused_instead_of_never_matching() throws Exception {
        bench.work.with("a.txt", "one\\next\ntwo\n");
        for (String over : List.of("one\\ntwo", "one\ntwo", "a\\\\\\n", "one\\Rtwo")) {
            assertThat(bench.refused("search", "pattern", over))
                    .startsWith("each line is looked at by itself");
        }
        assertThat(bench.done("search", "pattern", "one\\\\next")).isEqualTo("a.txt:1: one\\next");
        assertThat(bench.done("search", "pattern", "one[^\\n]+")).isEqualTo("a.txt:1: one\\next");
        assertThat(bench.done("search", "pattern", "one.*\\n?")).isEqualTo("a.txt:1: one\\next");
    }

    @Test
    @Tag("tools#AC-18")
    void groups_are_named_as_other_programs_name_them() throws Exception {
        bench.work.with("a.txt", "needle\n");
        assertThat(bench.done("search", "pattern", "(?P<eyed>need)le"))
                .isEqualTo("a.txt:1: needle");
    }
}
