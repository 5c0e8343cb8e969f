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

/// Folders in which nothing is, and what is neither file, link nor folder.
class UndoFoldersTest {
    @TempDir private Path folder;
    private UndoneTree tree;

    @BeforeEach
    void open() throws Exception {
        tree = new UndoneTree(folder);
        tree.files()
                .with("a.txt", "a\n")
                .with("src/one.txt", "one\n")
                .with("was-file", "file\n")
                .with("only/file.txt", "only\n");
        for (String empty : new String[] {"logs", "src/kept/deep", "filled", "parent"}) {
            Files.createDirectories(tree.at(empty));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("undo#AC-15")
    void empty_folders_are_taken_back(boolean isCommitted) throws Exception {
        if (isCommitted) {
            tree.files().committed();
        }
        Map<String, String> before = tree.all();

        tree.agent(
                "mkdir -p made/deep/er parent/child; rmdir logs; echo f >filled/f.txt; rm -r src only",
                "rm was-file; mkdir was-file; mkdir -p half/empty half/full; echo h >half/full/h.txt",
                "mkdir then; rmdir then; rmdir parent/child; mkdir parent/again");

        Map<String, String> after = tree.all();
        assertThat(after).containsKeys("made/deep/er", "parent/again", "half/empty");
        Kiro.Result undone = tree.undo();
        assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
        assertThat(tree.all()).isEqualTo(before);
        Kiro.Result redone = tree.undo("--redo");
        assertThat(redone.code()).as(redone.out() + redone.err()).isZero();
        assertThat(tree.all()).isEqualTo(after);
        assertThat(tree.undo().code()).isZero();
        assertThat(tree.all()).isEqualTo(before);
    }

    @Test
    @Tag("undo#AC-15")
    void a_folder_that_somebody_has_put_something_into_stays() throws Exception {
        tree.files().committed();
        tree.agent("mkdir made; rmdir logs; mkdir also");
        tree.files().with("made/mine.txt", "somebody's\n").with("logs/mine.txt", "somebody's\n");

        Kiro.Result undone = tree.undo();

        assertThat(undone.code()).as(undone.out()).isZero();
        assertThat(undone.out()).contains("as before  made", "deleted    also");
        assertThat(tree.files().read("made/mine.txt")).isEqualTo("somebody's\n");
        assertThat(tree.files().read("logs/mine.txt")).isEqualTo("somebody's\n");
        assertThat(tree.files().has("also")).isFalse();
    }

    @Test
    @Tag("undo#AC-15")
    void what_is_ignored_and_other_repositories_are_left() throws Exception {
        tree.files().with(".gitignore", "spill/\nscript.jsonl\nmade-by-tools/\n").committed();

        Kiro.Result run =
                tree.agent("mkdir -p made-by-tools/x; git init -q other; mkdir other/empty");

        assertThat(run.out())
                .doesNotContain("made-by-tools", "other/empty")
                .contains("the command changed other, which 'kiro undo' cannot bring back");
        Kiro.Result undone = tree.undo();
        assertThat(undone.code()).isEqualTo(1);
        assertThat(undone.out()).contains("conflict   other is left");
        assertThat(tree.all()).containsKeys("made-by-tools/x", "other/empty");
    }

    @Test
    @Tag("undo#AC-9")
    void what_git_ignored_is_left_when_the_repository_is_gone_after_a_command() throws Exception {
        tree.files()
                .with(".gitignore", "spill/\nscript.jsonl\nbuilt/\n.env\n")
                .committed()
                .with("built/out.bin", "built\n")
                .with(".env", "KEY=1\n")
                .with("was-file", "changed before\n");

        Kiro.Result run = tree.agent("mv .git gone; echo more >>was-file");

        assertThat(run.out())
                .contains(
                        "the command changed .git, which 'kiro undo' cannot bring back: it can be asked no more, so that what else was changed is not known");
        Kiro.Result undone = tree.undo();
        assertThat(undone.out()).contains("restored   was-file").doesNotContain("deleted");
        assertThat(tree.files().read("built/out.bin")).isEqualTo("built\n");
        assertThat(tree.files().read(".env")).isEqualTo("KEY=1\n");
        assertThat(tree.files().read("was-file")).isEqualTo("changed before\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rm .gitignore", "git checkout -q other", "mv built moved; rm .gitignore"})
    @Tag("undo#AC-9")
    void what_git_ignored_is_left_when_a_command_makes_it_ignore_it_no_longer(String command)
            throws Exception {
        tree.files().with(".gitignore", "spill/\nscript.jsonl\n").committed();
        tree.files().git("branch", "other");
        tree.files()
                .with(".gitignore", "spill/\nscript.jsonl\nbuilt/\n.env\nold/\n")
                .git("-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qam", "ignore");
        tree.files().with("built/out.bin", "built\n").with(".env", "KEY=1\n");
        Files.createDirectories(tree.at("old"));
        Map<String, String> before = tree.all();

        tree.agent(command + "; echo n >new.txt; mv src renamed; cp -p a.txt copied.txt");

        Kiro.Result undone = tree.undo();
        assertThat(undone.code()).as(undone.out()).isZero();
        assertThat(undone.out()).contains("deleted    new.txt", "deleted    renamed/one.txt");
        if (command.startsWith("mv built")) {
            assertThat(tree.files().read("moved/out.bin")).isEqualTo("built\n");
        } else {
            assertThat(tree.all()).isEqualTo(before);
        }
        assertThat(tree.files().read(".env")).isEqualTo("KEY=1\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("undo#AC-17")
    void a_file_whose_name_is_no_text_is_taken_back(boolean isCommitted) throws Exception {
        shell("printf a >clean$(printf '\\351').txt; printf a >same$(printf '\\377é').txt");
        if (isCommitted) {
            tree.files().committed();
        }
        shell("printf b >own$(printf '\\351').txt; printf b >still$(printf '\\351').txt");
        String names = "ls -d *.txt d[!o]* | od -An -c; cat *.txt";
        String before = printed(names);

        Kiro.Result run =
                tree.agent(
                        "rm clean*; for f in own*; do echo more >>\"$f\"; done; echo x >>a.txt",
                        "d=d$(printf '\\200'); mkdir \"$d\"; echo n >\"$d/n.txt\"");

        assertThat(run.out()).doesNotContain("still", "same", "cannot bring back");
        String after = printed(names);
        assertThat(after).isNotEqualTo(before);
        Kiro.Result undone = tree.undo("--step", "1");
        assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
        assertThat(undone.out())
                .contains(
                        "made anew  clean\\xe9.txt",
                        "restored   own\\xe9.txt",
                        "deleted    d\\x80/n.txt",
                        "restored   a.txt");
        assertThat(printed(names)).isEqualTo(before);
        assertThat(tree.undo("--redo").code()).isZero();
        assertThat(printed(names)).isEqualTo(after);
        shell("printf mine >>own$(printf '\\351').txt");
        undone = tree.undo();
        assertThat(undone.code()).isEqualTo(1);
        assertThat(undone.out())
                .contains("conflict   own\\xe9.txt was changed by someone else since");
    }

    private String printed(String line) throws Exception {
        Process process =
                new ProcessBuilder("sh", "-c", line)
                        .directory(tree.at("").toFile())
                        .redirectErrorStream(true)
                        .start();
        return new String(
                process.getInputStream().readAllBytes(),
                java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private void shell(String line) throws Exception {
        new ProcessBuilder("sh", "-c", line).directory(tree.at("").toFile()).start().waitFor();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("undo#AC-16")
    void a_pipe_in_the_place_of_a_file_is_told_and_never_opened(boolean isCommitted)
            throws Exception {
        if (isCommitted) {
            tree.files().committed();
        }

        Kiro.Result run = tree.agent("rm a.txt; mkfifo a.txt; echo more >>was-file");

        assertThat(run.out())
                .contains(
                        "the command changed a.txt, which 'kiro undo' cannot bring back: it is a pipe, a socket or a device now");
        Kiro.Result undone = tree.undo();
        assertThat(undone.code()).isEqualTo(1);
        assertThat(undone.out()).contains("conflict   a.txt is left", "restored   was-file");
    }

    @Test
    @Tag("undo#AC-16")
    void a_pipe_that_was_there_before_is_left_alone() throws Exception {
        new ProcessBuilder("mkfifo", tree.at("pipe").toString()).start().waitFor();
        Map<String, String> before = tree.all();

        Kiro.Result run = tree.agent("echo more >>was-file");

        assertThat(run.out()).doesNotContain("pipe");
        assertThat(tree.undo().code()).isZero();
        assertThat(tree.all()).isEqualTo(before);
    }
}
