package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who may read, write and execute files that commands of a run have changed.
class UndoModesTest {
    /// How git sees the files when the run begins.
    enum Seen {
        CLEAN,
        CHANGED,
        UNTRACKED,
        WITHOUT_GIT
    }

    @TempDir private Path folder;
    private UndoneTree tree;

    @BeforeEach
    void open() {
        tree = new UndoneTree(folder);
    }

    private void files(String text) {
        for (String name : new String[] {"closed", "gone", "rewritten", "replaced", "open"}) {
            tree.files().with(name, text);
        }
        tree.files().with("program.sh", text).with("usual.txt", text);
        tree.mode("closed", "rw-------");
        tree.mode("gone", "rw-r-----");
        tree.mode("rewritten", "rw-r-----");
        tree.mode("replaced", "rw-------");
        tree.mode("open", "rw-r--r--");
        tree.mode("program.sh", "rwxr-x---");
        tree.mode("usual.txt", "rw-r--r--");
    }

    private void are(Seen seen) throws Exception {
        switch (seen) {
            case CLEAN -> {
                files("text\n");
                tree.files().committed();
            }
            case CHANGED -> {
                files("text\n");
                tree.files().committed();
                files("changed\n");
            }
            case UNTRACKED -> {
                tree.files().committed();
                files("text\n");
            }
            case WITHOUT_GIT -> files("text\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("undo#AC-14")
    void modes_are_taken_back_whole(Seen seen) throws Exception {
        are(seen);
        Map<String, String> before = tree.all();

        tree.agent(
                "chmod 644 closed; rm gone; echo more >>rewritten; rm replaced; echo new >replaced",
                "chmod 755 open; chmod 600 program.sh");

        Map<String, String> after = tree.all();
        assertThat(after.get("closed")).startsWith("rw-r--r--");
        Kiro.Result undone = tree.undo();
        assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
        assertThat(tree.all()).isEqualTo(before);
        assertThat(tree.undo("--redo").code()).isZero();
        assertThat(tree.all()).isEqualTo(after);
        assertThat(tree.undo().code()).isZero();
        assertThat(tree.all()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("undo#AC-2")
    void a_mode_that_somebody_has_set_since_stays(Seen seen) throws Exception {
        are(seen);
        tree.agent("chmod 644 closed; chmod 755 open");
        tree.mode("closed", "rw-rw----");

        Kiro.Result undone = tree.undo();

        assertThat(undone.code()).isEqualTo(1);
        assertThat(undone.out())
                .contains("conflict   closed was changed by someone else since", "restored   open");
        assertThat(tree.all().get("closed")).startsWith("rw-rw----");
        assertThat(tree.all().get("open")).startsWith("rw-r--r--");
    }

    @Test
    @Tag("undo#AC-14")
    void a_file_that_a_command_protects_from_writing_is_taken_back() {
        tree.files().with("a.txt", "a\n").with("b.txt", "b\n");
        tree.mode("b.txt", "r--r--r--");
        Map<String, String> before = tree.all();

        tree.agent("echo more >>a.txt; chmod 444 a.txt; chmod 644 b.txt; echo more >>b.txt");

        assertThat(tree.undo().code()).isZero();
        assertThat(tree.all()).isEqualTo(before);
        assertThat(tree.undo("--redo").code()).isZero();
        assertThat(tree.undo().code()).isZero();
        assertThat(tree.all()).isEqualTo(before);
    }

    @Test
    @Tag("undo#AC-14")
    void a_file_that_git_is_told_to_pass_over_keeps_what_a_person_wrote() throws Exception {
        tree.files().with("own.txt", "committed\n").committed().with("own.txt", "a person's\n");
        tree.files().git("update-index", "--assume-unchanged", "own.txt");
        Map<String, String> before = tree.all();

        tree.agent("chmod 600 own.txt");

        assertThat(tree.undo().code()).isZero();
        assertThat(tree.all()).isEqualTo(before);
        assertThat(tree.files().read("own.txt")).isEqualTo("a person's\n");
    }
}
