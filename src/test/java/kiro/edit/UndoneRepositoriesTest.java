package kiro.edit;

import static kiro.edit.Sequence.COMMIT;
import static kiro.edit.Sequence.GIT;
import static kiro.edit.Sequence.PERSON;

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
        return Stream.of(ofFlags(), ofRepositories(), within(), hidden()).flatMap(List::stream);
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

    /// What git is told to ignore elsewhere than in an ignore file of the project.
    private static List<Sequence> hidden() {
        String own =
                GIT
                        + "echo '*.log' >.gitignore; echo 'local' >.git/info/exclude; echo a >a; "
                        + COMMIT
                        + "echo mine >local; echo mine >m.log; ";
        String kept = "test $(cat local) = x -a $(cat m.log) = x -a ! -e made -a $(cat a) = a";
        String acts = "echo x >made; echo x >local; echo x >m.log; echo x >a; ";
        return List.of(
                Sequence.of(
                                "a command hides what it makes by the repository's own list",
                                own,
                                acts + "echo made >>.git/info/exclude")
                        .leaves(kept),
                Sequence.of(
                                "a command hides all that is new",
                                own,
                                acts + "echo '*' >.git/info/exclude")
                        .leaves(kept),
                Sequence.of(
                                "a command hides what it makes by a file that the settings name",
                                own,
                                acts
                                        + "echo made >../hidden; git config core.excludesFile \"$PWD/../hidden\"")
                        .leaves(kept),
                Sequence.of(
                                "a command hides what it makes by the person's own list",
                                "mkdir -p ../.config/git; echo local >../.config/git/ignore; "
                                        + own,
                                acts + "echo made >>../.config/git/ignore")
                        .leaves(kept),
                Sequence.of(
                                "a command hides what it makes in a repository within",
                                "mkdir s; (cd s; "
                                        + own
                                        + "); "
                                        + GIT
                                        + "echo a >a; git add a; git commit -qm a",
                                "cd s; " + acts + "echo made >>.git/info/exclude")
                        .leaves("cd s; " + kept),
                Sequence.of(
                                "a command has git see what it ignored",
                                own,
                                "rm .git/info/exclude; echo x >local; echo x >a")
                        .leaves("test $(cat local) = x -a $(cat a) = a", "local"));
    }

    private static List<Sequence> within() {
        String files =
                "echo s >s; echo more >d/more; mkdir e; echo x >e/x; echo '*.o' >.gitignore; ";
        String inner =
                "mkdir -p s/d; (cd s; "
                        + GIT
                        + files
                        + COMMIT
                        + "echo mine >mine; echo mine >>s); ";
        String outer = GIT + "echo a >a; git add a; git commit -qm a; ";
        String sub = inner + GIT + "git add s 2>&1; echo a >a; " + COMMIT;
        String acts =
                "cd s; echo agent >>s; rm -r d; chmod 755 mine; echo n >new; mv e/x f; mkdir none; ln -s s l; ";
        return List.of(
                Sequence.of("files of a clone", inner + outer, acts + "cd ..; echo b >a"),
                Sequence.of(
                                "files of a clone, one command after the other",
                                inner + outer,
                                "echo one >>s/s",
                                PERSON + "echo too >>s/mine",
                                "echo two >>s/s; rm s/mine")
                        .leaves("grep -q too s/mine && ! grep -q one s/s"),
                Sequence.of("files of a submodule", sub, acts + "cd ..; echo b >a"),
                Sequence.of(
                        "files of a submodule that has its repository in the one around",
                        "git init -q -b main lib; (cd lib; echo l >l; "
                                + COMMIT
                                + "); git init -q -b main p; cd p; echo a >a; git -c protocol.file.allow=always submodule -q add ../lib lib 2>&1; "
                                + COMMIT
                                + "cd ..; mv p/* p/.git p/.gitmodules .; rm -rf p; sed -i s,p/,, lib/.git",
                        "echo x >>lib/l; echo n >lib/n; echo x >>a"),
                Sequence.of(
                        "a commit in a clone",
                        inner + outer,
                        "cd s; echo agent >>s; echo n >new; "
                                + COMMIT
                                + "git rm -q d/more; "
                                + COMMIT),
                Sequence.of(
                        "a clone in a clone",
                        inner + "(cd s; git clone -q . in 2>&1); " + outer,
                        "echo x >s/in/s; rm s/in/e/x; echo x >s/s; echo x >a"),
                Sequence.of(
                        "a file is moved from one repository to another",
                        inner + outer,
                        "mv s/e/x moved; mv a s/a"),
                Sequence.of(
                        "hostile names in a clone",
                        inner
                                + "(cd s; for f in ':x' $'n\nl' '-m' $'caf\351' 'q\"q'; do echo 1 >\"./$f\"; done; "
                                + COMMIT
                                + "); "
                                + outer,
                        "cd s; for f in ':x' $'n\nl' '-m' $'caf\351' 'q\"q'; do echo 2 >\"./$f\"; done"),
                Sequence.of(
                                "a link is put in the place of a clone",
                                "mkdir o; (cd o; "
                                        + GIT
                                        + "echo o >o; "
                                        + COMMIT
                                        + "); "
                                        + inner
                                        + outer,
                                "mv s t; ln -s o s; echo x >s/o")
                        .leaves("test -e t/s -a $(cat o/o) = o", "s", "t"),
                Sequence.of(
                                "what a clone ignores is left",
                                inner + "echo mine >s/k.o; " + outer,
                                "echo x >s/k.o; echo x >s/s")
                        .leaves("test $(cat s/k.o) = x && grep -q mine s/s"),
                Sequence.of(
                                "a clone whose repository is broken",
                                inner + outer,
                                "echo x >>s/s; rm s/.git/HEAD; echo b >a")
                        .leaves("grep -q x s/s && test $(cat a) = a", "s"),
                Sequence.of(
                                "the settings of a clone are no file that is taken back",
                                inner + outer,
                                "git -C s config core.x y; echo hook >s/.git/hooks/pre-commit; echo x >>s/s")
                        .leaves("test -e s/.git/hooks/pre-commit && ! grep -q x s/s"));
    }

    @ParameterizedTest
    @MethodSource("sequences")
    @Tag("undo#AC-7")
    @Tag("undo#AC-8")
    @Tag("undo#AC-9")
    @Tag("undo#AC-18")
    @Tag("undo#AC-19")
    @Tag("undo#AC-20")
    void what_a_person_had_is_there_again_or_is_named(Sequence sequence) throws Exception {
        sequence.check(folder);
    }
}
