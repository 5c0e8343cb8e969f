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

/// What commands do with many, large and oddly named files, and what a person does in between.
class UndoneFilesTest {
    @TempDir private Path folder;

    /// Git looks into a file that is as young as its list, and takes one with a filter that is not run for a changed one.
    private static final String LONG_AGO = "touch -d 2020-01-01 *; ";

    static Stream<Sequence> sequences() {
        return Stream.of(ofSizes(), ofNames(), ofPersons()).flatMap(List::stream);
    }

    private static List<Sequence> ofSizes() {
        return List.of(
                Sequence.of(
                        "five hundred and ten files are not on another branch",
                        GIT
                                + "mkdir d; for i in $(seq 510); do echo $i >d/$i; done; "
                                + COMMIT
                                + "git checkout -qb o; git rm -qr d; git commit -qm x; git checkout -q main",
                        "git checkout -q o"),
                Sequence.of(
                        "a large file that is not committed is moved",
                        GIT + "echo a >a; " + COMMIT + "head -c 6000000 /dev/zero >big",
                        "mv big big2"),
                Sequence.of(
                                "a file larger than what is read is made",
                                GIT + "echo a >a; " + COMMIT,
                                "truncate -s 101000000 big; echo b >a")
                        .leaves("test -e big -a $(cat a) = a", "big"),
                Sequence.of(
                                "more is deleted than is asked for",
                                GIT
                                        + "echo a >a; for i in 1 2 3 4; do truncate -s 20000000 b$i; done; "
                                        + COMMIT,
                                "rm b*; echo b >a")
                        .leaves("test $(cat a) = a", "b4"));
    }

    private static List<Sequence> ofNames() {
        String raw =
                GIT
                        + "printf a >same$'\\377'é; printf b >$'caf\\351.txt'; mkdir $'d\\200'; printf c >$'d\\200/c'; ln -s $'caf\\351.txt' l$'\\351'; ";
        String changes =
                "echo more >>$'caf\\351.txt'; rm -r $'d\\200'; mkdir $'n\\222'; echo n >$'n\\222/\\223'; echo a >plain; chmod 600 same*";
        return List.of(
                Sequence.of("names that are no text, committed", raw + COMMIT, changes),
                Sequence.of(
                        "names that are no text, not committed",
                        GIT + "git commit -q --allow-empty -m x; " + raw,
                        changes),
                Sequence.of(
                        "names that are no text, changed before",
                        raw + COMMIT + "echo mine >>$'caf\\351.txt'; rm -r $'d\\200'",
                        "echo more >>$'caf\\351.txt'",
                        "git stash -q; git rm -q $'caf\\351.txt'; git commit -qm n"),
                Sequence.of("names that are no text, without git", raw + "rm -rf .git", changes),
                Sequence.of("a name that is no text is changed since", raw + COMMIT, changes)
                        .then("echo mine >>$'caf\\351.txt'")
                        .leaves(
                                "grep -q mine $'caf\\351.txt' && test -e $'d\\200/c' -a ! -e plain",
                                "caf\udce9.txt"),
                Sequence.of(
                        "names that mean something to git",
                        GIT
                                + "for f in ' lead' 'q\"uote' ':colon' ':(top)x' '[glob]*' ./-m $'new\\nline' $'tab\\t'; do echo x >\"$f\"; done; "
                                + COMMIT,
                        "for f in *; do echo more >>\"./$f\"; done"),
                Sequence.of(
                                "a filter that fails",
                                GIT
                                        + "echo '*.bin filter=no' >.gitattributes; for i in 1 2 3; do echo t >$i.txt; echo p >$i.bin; done; "
                                        + COMMIT
                                        + "git config filter.no.smudge false; git config filter.no.required true",
                                "rm *.bin; echo x >1.txt; rm 2.txt 3.txt")
                        .leaves(
                                "cat 1.txt 2.txt 3.txt | grep -c t | grep -q 3",
                                "1.bin",
                                "2.bin",
                                "3.bin"),
                Sequence.of(
                                "line ends and filters of the repository",
                                GIT
                                        + "git config core.autocrlf true; git config filter.up.smudge 'tr a-z A-Z'; git config filter.up.clean 'tr A-Z a-z'; "
                                        + "echo '*.up filter=up' >.gitattributes; printf 'a\\r\\nb\\r\\n' >crlf; printf 'a\\nb\\n' >lf; printf 'UP\\r\\n' >1.up; printf 'UP\\r\\n' >2.up; "
                                        + LONG_AGO
                                        + COMMIT,
                                "echo x >>crlf; touch lf; echo X >1.up; rm 2.up")
                        .leaves(
                                "printf 'a\\r\\nb\\r\\n' | cmp crlf && printf 'a\\nb\\n' | cmp lf",
                                "1.up",
                                "2.up"));
    }

    private static List<Sequence> ofPersons() {
        String own = GIT + "echo a >a; echo b >b; " + COMMIT;
        return List.of(
                Sequence.of("a file is changed since", own, "echo x >a; echo x >b")
                        .then("echo mine >a")
                        .leaves("test $(cat a) = mine -a $(cat b) = b", "a"),
                Sequence.of(
                                "a person changes a file between two commands",
                                own,
                                "echo x >a; echo x >b",
                                PERSON + "echo mine >>a; chmod 600 b",
                                "echo y >>a")
                        .leaves("grep -q mine a && grep -q y a && test $(cat b) = x", "a", "b"),
                Sequence.of(
                                "a person makes and changes files between commands",
                                own,
                                "echo x >n",
                                PERSON + "echo mine >m; echo mine >a; mkdir e",
                                "echo y >>n; rm m; rmdir e; echo y >a")
                        .leaves("test $(cat m) = mine -a $(cat a) = mine -a -d e -a ! -e n"),
                Sequence.of(
                                "a person switches branches between commands",
                                own
                                        + "git checkout -qb o; echo o >a; git commit -qam o; git checkout -q main",
                                "echo x >b",
                                PERSON + "git stash -q; git checkout -q o; echo mine >a",
                                "echo y >>a; echo n >n")
                        .leaves("test $(cat a) = mine -a $(cat b) = b -a ! -e n"),
                Sequence.of(
                        "a folder is reached by a link",
                        own + "mkdir d; echo d >d/f; ln -s d l; " + COMMIT,
                        "echo x >l/f; echo n >l/n",
                        "rm l; mkdir l; echo y >l/f"),
                Sequence.of("a file is committed since", own, "echo x >a; echo new >n")
                        .then("git add -A; git commit -qm mine; echo mine >n")
                        .leaves("test $(cat a) = a -a $(cat n) = mine", "n"),
                Sequence.of("a folder is in the place of a file since", own, "echo x >a; echo x >b")
                        .then("rm a; mkdir a; echo mine >a/mine")
                        .leaves("test $(cat a/mine) = mine -a $(cat b) = b", "a"),
                Sequence.of(
                                "a file is in the place of its folder since",
                                own,
                                "mkdir d; echo x >d/x")
                        .then("rm -r d; echo mine >d")
                        .leaves("test $(cat d) = mine"),
                Sequence.of(
                                "a file is in the place of a deleted folder since",
                                own + "mkdir d; echo d >d/x; " + COMMIT,
                                "rm -r d; echo x >a")
                        .then("echo mine >d")
                        .leaves("test $(cat d) = mine -a $(cat a) = a", "d/x"),
                Sequence.of("something is put into a new folder since", own, "mkdir d; echo x >d/x")
                        .then("echo mine >d/mine")
                        .leaves("test $(cat d/mine) = mine -a ! -e d/x"),
                Sequence.of(
                                "what was ignored is changed and ignored no longer",
                                own
                                        + "echo secret >.gitignore; git add -A; git commit -qm i; echo key >secret",
                                "rm .gitignore; echo more >>secret; echo x >a")
                        .leaves("grep -q key secret && test $(cat a) = a", "secret"),
                Sequence.of(
                                "what was ignored is moved to where it is not",
                                own
                                        + "echo secret >.gitignore; git add -A; git commit -qm i; echo key >secret",
                                "mv secret open; echo x >a")
                        .leaves("test $(cat open) = key -a $(cat a) = a", "open"),
                Sequence.of(
                        "a file is moved and changed",
                        own + "for i in $(seq 50); do echo $i >>m; done; " + COMMIT,
                        "git mv m n; echo more >>n; cp -p a c"));
    }

    @ParameterizedTest
    @MethodSource("sequences")
    @Tag("undo#AC-7")
    @Tag("undo#AC-8")
    @Tag("undo#AC-9")
    @Tag("undo#AC-17")
    @Tag("undo#AC-21")
    @Tag("undo#AC-22")
    @Tag("undo#AC-23")
    void what_a_person_had_is_there_again_or_is_named(Sequence sequence) throws Exception {
        sequence.check(folder);
    }
}
