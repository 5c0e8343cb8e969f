package kiro.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kiro.edit.FileChange;
import kiro.edit.FileState;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `write_file`, `edit_file` and `apply_patch`.
class EditingToolsTest {
    @TempDir Path folder;
    private ToolBench bench;

    @BeforeEach
    void open() {
        bench = ToolBench.in(folder);
        bench.work.with("a.txt", "one\ntwo\n");
    }

    private static String patch(String... lines) {
        return "*** Begin Patch\n" + String.join("\n", lines) + "\n*** End Patch\n";
    }

    private static FileState text(String text) {
        return FileState.Present.of(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                kiro.workspace.FileMode.read(false, "640"));
    }

    @Test
    @Tag("tools#AC-6")
    void an_edit_is_known_exactly_before_it_is_made() throws Exception {
        java.nio.file.Files.setPosixFilePermissions(
                bench.work.root().resolve("a.txt"),
                java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----"));
        bench.done("read_file", "path", "a.txt");

        Preparation.Ready ready =
                bench.ready("edit_file", "path", "a.txt", "old_text", "two", "new_text", "2\n3");

        assertThat(ready.effect())
                .isEqualTo(
                        new Effect.Change(
                                List.of(
                                        new FileChange(
                                                WorkspacePath.of("a.txt"),
                                                text("one\ntwo\n"),
                                                text("one\n2\n3\n")))));
        assertThat(ready.summary()).isEqualTo("edit a.txt (+2 -1)");
        assertThat(bench.work.read("a.txt")).isEqualTo("one\ntwo\n");
        assertThat(ready.act().run()).isEqualTo(new ToolResult.Done("done: edit a.txt (+2 -1)"));
        assertThat(bench.work.read("a.txt")).isEqualTo("one\n2\n3\n");
    }

    @Test
    @Tag("tools#AC-4")
    void a_file_that_was_not_read_is_not_changed() throws InterruptedException {
        String refusal = "a.txt was not read yet: read it first with read_file";

        assertThat(bench.refused("edit_file", "path", "a.txt", "old_text", "one", "new_text", "1"))
                .isEqualTo(refusal);
        assertThat(
                        bench.refused(
                                "edit_file",
                                "path",
                                "a.txt",
                                "old_text",
                                "nowhere",
                                "new_text",
                                "1"))
                .isEqualTo(refusal);
        assertThat(bench.refused("write_file", "path", "a.txt", "content", "1")).isEqualTo(refusal);
        assertThat(
                        bench.refused(
                                "apply_patch",
                                "patch",
                                patch("*** Update File: a.txt", "@@", "-one", "+1")))
                .isEqualTo(refusal);
        assertThat(bench.refused("apply_patch", "patch", patch("*** Delete File: a.txt")))
                .isEqualTo(refusal);
    }

    @Test
    @Tag("tools#AC-4")
    void a_file_that_has_changed_since_it_was_read_is_not_changed() throws InterruptedException {
        bench.done("read_file", "path", "a.txt");
        bench.work.with("a.txt", "one\ntwo\nthree\n");

        assertThat(bench.refused("edit_file", "path", "a.txt", "old_text", "one", "new_text", "1"))
                .isEqualTo("a.txt has changed since it was read: read it again with read_file");

        bench.done("read_file", "path", "a.txt");
        bench.done("edit_file", "path", "a.txt", "old_text", "one", "new_text", "1");
        assertThat(bench.work.read("a.txt")).isEqualTo("1\ntwo\nthree\n");
    }

    @Test
    @Tag("tools#AC-4")
    void a_file_that_changes_between_the_preparation_and_the_act_is_left_alone()
            throws InterruptedException {
        bench.done("read_file", "path", "a.txt");
        Preparation.Ready ready =
                bench.ready("edit_file", "path", "a.txt", "old_text", "one", "new_text", "1");
        bench.work.with("a.txt", "one!\n");

        assertThat(ready.act().run())
                .isEqualTo(
                        new ToolResult.Failed(
                                "nothing was changed: a.txt was changed by someone else meanwhile: read it"
                                        + " again, and make the change anew"));
        assertThat(bench.work.read("a.txt")).isEqualTo("one!\n");
    }

    @Test
    @Tag("tools#AC-4")
    void what_was_written_or_edited_here_is_known() throws InterruptedException {
        assertThat(bench.done("write_file", "path", "new/b.txt", "content", "b\n"))
                .isEqualTo("done: create new/b.txt (+1 -0)");
        assertThat(bench.done("edit_file", "path", "new/b.txt", "old_text", "b", "new_text", "c"))
                .isEqualTo("done: edit new/b.txt (+1 -1)");
        assertThat(bench.done("write_file", "path", "new/b.txt", "content", "d\n"))
                .isEqualTo("done: edit new/b.txt (+1 -1)");
        assertThat(
                        bench.done(
                                "apply_patch",
                                "patch",
                                patch(
                                        "*** Update File: new/b.txt",
                                        "*** Move to: c.txt",
                                        "@@",
                                        "-d",
                                        "+e")))
                .isEqualTo("done: change 2 files: delete new/b.txt (+0 -1), create c.txt (+1 -0)");
        assertThat(bench.done("edit_file", "path", "c.txt", "old_text", "e", "new_text", "f"))
                .isEqualTo("done: edit c.txt (+1 -1)");
        assertThat(bench.work.read("c.txt")).isEqualTo("f\n");
        assertThat(bench.work.has("new")).isFalse();
    }

    @Test
    void a_binary_file_can_be_deleted_after_it_was_looked_at() throws InterruptedException {
        bench.work.with("a.bin", new byte[] {0, 1});
        bench.failed("read_file", "path", "a.bin");

        bench.done("apply_patch", "patch", patch("*** Delete File: a.bin"));

        assertThat(bench.work.has("a.bin")).isFalse();
    }

    @Test
    @Tag("tools#AC-6")
    void a_tolerance_that_was_needed_is_told_with_the_diff() throws InterruptedException {
        bench.work.with("A.java", "class A {\n    int a;\n}\n");
        bench.done("read_file", "path", "A.java");

        assertThat(
                        bench.done(
                                "edit_file",
                                "path",
                                "A.java",
                                "old_text",
                                "int a;\n",
                                "new_text",
                                "int b;\n"))
                .isEqualTo("done: edit A.java (+1 -1)"); // a part of a line, to the letter
        assertThat(
                        bench.done(
                                "edit_file",
                                "path",
                                "A.java",
                                "old_text",
                                "class A { \n    int b;\n",
                                "new_text",
                                "class A { \n    int c;\n"))
                .isEqualTo(
                        """
                        done: edit A.java (+1 -1)
                        note: found at line 1 apart from space at the ends of lines
                        diff --git a/A.java b/A.java
                        --- a/A.java
                        +++ b/A.java
                        @@ -1,3 +1,3 @@
                         class A {
                        -    int b;
                        +    int c;
                         }\
                        """);
    }

    @Test
    void an_edit_that_does_not_fit_is_refused_with_the_file_named() throws InterruptedException {
        bench.done("read_file", "path", "a.txt");

        assertThat(bench.refused("edit_file", "path", "a.txt", "old_text", "zwei", "new_text", "2"))
                .isEqualTo(
                        "a.txt: the old text is not in the file: nothing in its 2 lines is like it: read the"
                                + " file again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.txt", "/tmp/out.txt", ".git/hooks/pre-commit", ".", "key.pem"})
    @Tag("tools#AC-2")
    void a_patch_goes_nowhere_that_the_other_tools_do_not(String path) throws InterruptedException {
        assertThat(
                        bench.refused(
                                "apply_patch",
                                "patch",
                                patch("*** Add File: ok.txt", "+x", "*** Add File: " + path, "+x")))
                .startsWith(path);
        assertThat(bench.work.has("ok.txt")).isFalse();
    }

    @Test
    void a_folder_is_not_written_over() throws InterruptedException {
        bench.work.with("src/a.txt", "");

        assertThat(bench.refused("write_file", "path", "src", "content", "x"))
                .isEqualTo("src is a folder");
        assertThat(bench.refused("edit_file", "path", "src", "old_text", "", "new_text", "x"))
                .isEqualTo("src is a folder");
        assertThat(bench.refused("write_file", "path", ".", "content", "x"))
                .isEqualTo("the path is the workspace itself: give a file");
    }

    @Test
    @Tag("tools#AC-6")
    void a_patch_over_several_files_is_made_as_one() throws InterruptedException {
        bench.work.with("b.txt", "b\n");
        bench.done("read_file", "path", "a.txt");
        bench.done("read_file", "path", "b.txt");

        String answer =
                bench.done(
                        "apply_patch",
                        "patch",
                        patch(
                                "*** Update File: a.txt",
                                "@@",
                                " one",
                                "-two",
                                "+2",
                                "*** Delete File: b.txt",
                                "*** Add File: c/d.txt",
                                "+d"));

        assertThat(answer)
                .isEqualTo(
                        "done: change 3 files: edit a.txt (+1 -1), delete b.txt (+0 -1), create c/d.txt (+1"
                                + " -0)");
        assertThat(bench.work.read("a.txt")).isEqualTo("one\n2\n");
        assertThat(bench.work.has("b.txt")).isFalse();
        assertThat(bench.work.read("c/d.txt")).isEqualTo("d\n");
    }

    @Test
    void a_write_that_cannot_be_made_is_answered_and_changes_nothing() throws InterruptedException {
        assertThat(bench.failed("write_file", "path", "a.txt/below.txt", "content", "x"))
                .startsWith("nothing was changed: a.txt/below.txt");
        assertThat(bench.work.read("a.txt")).isEqualTo("one\ntwo\n");
    }
}
