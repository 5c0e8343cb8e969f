package kiro.edit;

import static kiro.edit.Sequence.COMMIT;
import static kiro.edit.Sequence.GIT;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What commands do with repositories, and with what git is told to pass over.
class UndoneRepositoriesTest {
    @TempDir private Path folder;

    static Stream<Sequence> sequences() {
        return Stream.of(ofFlags(), ofRepositories()).flatMap(List::stream);
    }

    private static List<Sequence> ofFlags() {
        String own = GIT + "echo a >a.txt; " + COMMIT;
        String sparse = GIT + "mkdir in out; echo a >in/a; echo b >out/b; " + COMMIT;
        return List.of(
                Sequence.of(
                        "a file that git is told to take for unchanged is changed",
                        own + "git update-index --assume-unchanged a.txt; echo mine >a.txt",
                        "echo agent >a.txt"),
                Sequence.of(
                        "a file that git is told to take for unchanged is deleted",
                        own + "git update-index --assume-unchanged a.txt; echo mine >a.txt",
                        "rm a.txt"),
                Sequence.of(
                        "a file that git is told to skip is changed",
                        own + "git update-index --skip-worktree a.txt; echo mine >a.txt",
                        "echo agent >a.txt"),
                Sequence.of(
                        "a command has git take a file for unchanged",
                        own + "echo mine >a.txt",
                        "git update-index --assume-unchanged a.txt",
                        "echo agent >a.txt"),
                Sequence.of(
                        "files are made outside of a sparse checkout",
                        sparse + "git sparse-checkout set in",
                        "mkdir -p out; echo agent >out/b; echo new >out/n"),
                Sequence.of(
                        "a sparse checkout is made whole",
                        sparse + "git sparse-checkout set in",
                        "git sparse-checkout disable"));
    }

    private static List<Sequence> ofRepositories() {
        String inner = "mkdir s; (cd s; " + GIT + "echo s >s; " + COMMIT + "); ";
        return List.of(
                Sequence.of(
                        "a command makes the folder a repository and commits",
                        "echo a >a.txt",
                        GIT + "echo new >new.txt; " + COMMIT),
                Sequence.of(
                        "a command makes the first commit",
                        GIT + "echo a >a.txt",
                        "echo new >new.txt; echo b >>a.txt; " + COMMIT,
                        "echo c >new.txt; rm a.txt; " + COMMIT),
                Sequence.of(
                                "a command makes a repository within",
                                GIT + "echo a >a; " + COMMIT,
                                "git init -q sub; echo x >sub/x; echo b >a")
                        .leaves("test -e sub/x -a $(cat a) = a", "sub"),
                Sequence.of(
                                "a repository within is none any more",
                                inner + GIT + "echo a >a; git add a; git commit -qm a",
                                "rm -rf s/.git; echo x >>s/s; echo y >a")
                        .leaves("test -e s/s -a $(cat a) = a", "s", "s/s"),
                Sequence.of(
                                "a repository within is deleted",
                                inner + GIT + "echo a >a; git add a; git commit -qm a",
                                "rm -rf s; echo y >a")
                        .leaves("test $(cat a) = a", "s"),
                Sequence.of(
                                "a submodule is emptied",
                                inner + GIT + "git add s 2>&1; echo a >a; " + COMMIT,
                                "rm -rf s; mkdir s; echo y >a")
                        .leaves("test $(cat a) = a", "s"),
                Sequence.of(
                                "another working tree is made",
                                GIT + "echo a >a; " + COMMIT,
                                "git worktree add -q wt 2>&1; echo y >a")
                        .leaves("test -e wt/a -a $(cat a) = a", "wt"));
    }

    @ParameterizedTest
    @MethodSource("sequences")
    @Tag("undo#AC-7")
    @Tag("undo#AC-8")
    @Tag("undo#AC-9")
    @Tag("undo#AC-19")
    @Tag("undo#AC-20")
    void what_a_person_had_is_there_again_or_is_named(Sequence sequence) throws Exception {
        sequence.check(folder);
    }
}
