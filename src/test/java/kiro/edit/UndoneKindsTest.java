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

/// What commands do with files, folders, links and branches.
class UndoneKindsTest {
    @TempDir private Path folder;

    static Stream<Sequence> sequences() {
        return Stream.of(ofKinds(), ofBranches()).flatMap(List::stream);
    }

    private static List<Sequence> ofKinds() {
        return List.of(
                Sequence.of(
                        "a file becomes a folder, and a file again",
                        GIT + "echo a >f; " + COMMIT,
                        "rm f; mkdir f; echo i >f/i",
                        "rm -r f; echo b >f"),
                Sequence.of(
                        "a file becomes a folder that stays",
                        GIT + "mkdir d; echo a >d/f; " + COMMIT,
                        "rm d/f; mkdir -p d/f/g; echo i >d/f/g/i; mkdir d/f/empty"),
                Sequence.of(
                        "a folder becomes a file",
                        GIT + "mkdir d; echo a >d/f; " + COMMIT + "echo g >d/g",
                        "rm -r d; echo x >d"),
                Sequence.of(
                        "a folder is moved and a link put in its place",
                        GIT + "mkdir d; echo a >d/f; echo u >d/u; git add d/f; git commit -qm x",
                        "mv d e; ln -s e d; echo b >d/f"),
                Sequence.of(
                        "links lead in a circle",
                        GIT + "ln -s l l; echo a >a; " + COMMIT,
                        "rm l; ln -s a l; ln -s m m"),
                Sequence.of(
                        "a file has two names", GIT + "echo a >a; ln a b; " + COMMIT, "echo x >>b"),
                Sequence.of(
                        "a read-only file is replaced by one",
                        GIT + "echo a >a; chmod 444 a; echo b >b; " + COMMIT,
                        "rm a; echo x >a; chmod 444 a; echo x >b"),
                Sequence.of(
                        "a folder without write is written in",
                        GIT + "mkdir d; echo a >d/a; " + COMMIT + "chmod 555 d",
                        "chmod 755 d; echo x >d/a; rm d/a; chmod 555 d"),
                Sequence.of(
                        "a file is renamed by the case of its letters",
                        GIT + "echo a >Read.txt; " + COMMIT,
                        "git mv Read.txt read.txt; echo b >>read.txt"));
    }

    private static List<Sequence> ofBranches() {
        String two =
                GIT
                        + "echo a >a; echo k >k; "
                        + COMMIT
                        + "git checkout -qb o; echo o >a; rm k; echo n >n; "
                        + COMMIT
                        + "git checkout -q main; ";
        return List.of(
                Sequence.of(
                        "another branch is checked out",
                        two + "echo mine >u",
                        "git checkout -q o; echo x >u"),
                Sequence.of(
                        "work is put into the stash",
                        GIT + "echo a >a; " + COMMIT + "echo mine >a; echo new >n",
                        "git stash -q -u; echo c >c; git add c; git commit -qm c"),
                Sequence.of(
                        "a stash is applied",
                        GIT + "echo a >a; echo b >b; " + COMMIT + "echo mine >a; git stash -q",
                        "git stash pop -q; echo agent >b"),
                Sequence.of(
                        "a branch is rebased",
                        two + "echo m >m; git add m; git commit -qm m; git checkout -q o",
                        "git rebase -q main; echo x >m"),
                Sequence.of(
                        "all is reset",
                        GIT + "echo a >a; " + COMMIT + "echo mine >a; echo s >s; git add s",
                        "git reset -q --hard"),
                Sequence.of(
                        "what is untracked is cleaned away",
                        GIT + "echo a >a; " + COMMIT + "echo mine >u; mkdir e",
                        "git clean -fdq"),
                Sequence.of(
                        "a merge is in conflict",
                        two + "echo m >a; git commit -qam m",
                        "git merge o; echo resolved >a"),
                Sequence.of(
                        "a merge that was in conflict is ended",
                        two + "echo m >a; git commit -qam m; git merge o",
                        "echo resolved >a; git add -A; git commit -qm m"),
                Sequence.of(
                        "files are taken out of git's list",
                        GIT + "echo a >a; echo b >b; echo c >c; " + COMMIT + "git add -N c",
                        "git rm -q --cached a; echo x >>a; git rm -q b; echo d >c"));
    }

    @ParameterizedTest
    @MethodSource("sequences")
    @Tag("undo#AC-7")
    @Tag("undo#AC-8")
    @Tag("undo#AC-9")
    @Tag("undo#AC-21")
    void what_a_person_had_is_there_again_or_is_named(Sequence sequence) throws Exception {
        sequence.check(folder);
    }
}
