package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Links that commands of a run have made, led elsewhere or deleted.
class UndoLinksTest {
    /// Where the links are when the run begins.
    enum Kept {
        COMMITTED,
        UNTRACKED,
        WITHOUT_GIT
    }

    @TempDir private Path folder;
    private UndoneTree tree;
    private Path outside;

    @BeforeEach
    void open() throws Exception {
        outside = Files.writeString(folder.resolve("outside.txt"), "outside\n");
        tree = new UndoneTree(folder);
        tree.files()
                .with("a.txt", "a\n")
                .with("b.txt", "b\n")
                .with("plain.txt", "plain\n")
                .with("lib/one.txt", "one\n");
    }

    private void links() {
        tree.link("led", "a.txt");
        tree.link("gone", "no/such/file");
        tree.link("out", outside.toString());
        tree.link("becomes-file", "b.txt");
        tree.link("deep/er/folder", "../../lib");
    }

    private void keep(Kept kept) throws Exception {
        switch (kept) {
            case COMMITTED -> {
                links();
                tree.files().committed();
            }
            case UNTRACKED -> {
                tree.files().committed();
                links();
            }
            case WITHOUT_GIT -> links();
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource
    @Tag("undo#AC-13")
    void links_are_taken_back_as_the_links_they_were(Kept kept) throws Exception {
        keep(kept);
        Map<String, String> before = tree.all();

        tree.agent(
                "ln -sfn b.txt led; rm gone; ln -sfn /etc/hostname out; rm becomes-file; echo f >becomes-file",
                "rm -r deep; ln -s a.txt made; rm plain.txt; ln -s b.txt plain.txt");

        Map<String, String> after = tree.all();
        assertThat(after).isNotEqualTo(before).containsEntry("led", "-> b.txt");
        Kiro.Result undone = tree.undo();
        assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
        assertThat(tree.all()).isEqualTo(before);
        assertThat(outside).hasContent("outside");
        assertThat(tree.undo("--redo").code()).isZero();
        assertThat(tree.all()).isEqualTo(after);
        assertThat(tree.undo().code()).isZero();
        assertThat(tree.all()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("undo#AC-13")
    void a_folder_that_a_command_put_a_link_in_the_place_of_is_there_again(boolean isCommitted)
            throws Exception {
        if (isCommitted) {
            tree.files().committed();
        }
        Map<String, String> before = tree.all();

        tree.agent("mv lib moved; ln -s moved lib; echo more >>lib/one.txt");

        Map<String, String> after = tree.all();
        assertThat(after).containsEntry("lib", "-> moved");
        Kiro.Result undone = tree.undo();
        assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
        assertThat(tree.all()).isEqualTo(before);
        assertThat(tree.undo("--redo").code()).isZero();
        assertThat(tree.all()).isEqualTo(after);
    }

    @Test
    @Tag("undo#AC-2")
    void a_link_that_somebody_has_led_elsewhere_since_stays() throws Exception {
        keep(Kept.COMMITTED);
        tree.agent("ln -sfn b.txt led; rm gone; ln -s a.txt made; ln -s a.txt mine; rm -r lib");
        tree.link("led", "plain.txt");
        tree.link("gone", "b.txt");
        tree.files().with("elsewhere/one.txt", "somebody's\n");
        tree.link("lib", "elsewhere");
        Files.delete(tree.at("mine"));
        Files.writeString(tree.at("mine"), "somebody's\n");

        Kiro.Result undone = tree.undo();

        assertThat(undone.code()).isEqualTo(1);
        assertThat(undone.out())
                .contains(
                        "conflict   led was changed by someone else since",
                        "conflict   gone was changed by someone else since",
                        "conflict   mine was changed by someone else since",
                        "conflict   lib/one.txt leads to another file by now, through a link",
                        "deleted    made");
        assertThat(tree.all())
                .containsEntry("led", "-> plain.txt")
                .containsEntry("gone", "-> b.txt")
                .doesNotContainKey("made");
        assertThat(tree.files().read("mine")).isEqualTo("somebody's\n");
        assertThat(tree.files().read("elsewhere/one.txt")).isEqualTo("somebody's\n");
        assertThat(tree.files().read("a.txt")).isEqualTo("a\n");
    }

    @Test
    @Tag("undo#AC-13")
    void nothing_is_written_through_a_link_that_comes_back() throws Exception {
        tree.link("out", outside.toString());
        tree.files().committed();
        tree.agent("rm out; echo inside >out");
        Kiro.Result undone = tree.undo();
        assertThat(undone.code()).as(undone.out()).isZero();
        assertThat(tree.all()).containsEntry("out", "-> " + outside);

        assertThat(tree.undo("--redo").code()).isZero();

        assertThat(tree.files().read("out")).isEqualTo("inside\n");
        assertThat(outside).hasContent("outside");
    }
}
