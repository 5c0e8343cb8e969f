package kiro.edit;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders that are no repositories.
class CommandWatchTest {
    @TempDir Path folder;
    private TemporaryWorkspace work;

    @BeforeEach
    void open() throws Exception {
        work = TemporaryWorkspace.in(Files.createDirectory(folder.toRealPath().resolve("work")));
        work.with("a.txt", "a\n").with("b.txt", "b\n").with("c/c.txt", "c\n");
    }

    private CommandWatch watch(int read, int known) {
        return watch(read, known, 2);
    }

    private CommandWatch watch(int read, int known, int modes) {
        return watch(new Sight.Limits(read, known, modes));
    }

    private CommandWatch watch(Sight.Limits limits) {
        Workspace workspace = work.workspace();
        var files = new WorkspaceFiles(workspace);
        var runner = new CommandRunner(Map.of(), folder.resolve("output"));
        return new CommandWatch(
                new Git(workspace, runner),
                workspace,
                files,
                new Journal(folder.resolve("journal"), files),
                limits);
    }

    private List<String> changed(CommandWatch watch) throws Exception {
        CommandWatch.Before before = watch.begin();
        work.with("a.txt", "changed\n").with("new.txt", "new\n");
        Files.delete(work.root().resolve("c/c.txt"));
        return watch.end(before).stream()
                .map(change -> change.path() + change.lost().map(why -> " " + why).orElse(""))
                .toList();
    }

    @Test
    @Tag("undo#AC-8")
    void a_file_that_is_too_large_to_be_looked_at_is_told_with_its_size() throws Exception {
        work.committed();
        CommandWatch watch = watch(2_000, 50_000);
        CommandWatch.Before before = watch.begin();
        try (var file = new RandomAccessFile(work.root().resolve("large.bin").toFile(), "rw")) {
            file.setLength(250_000_000);
        }

        assertThat(watch.end(before))
                .extracting(ChangeSet.Change::lost)
                .containsExactly(Optional.of("has 250 MB: files over 100 MB are not read"));
    }

    @Test
    @Tag("undo#AC-18")
    void what_a_command_makes_and_has_git_ignore_is_found() throws Exception {
        work.with(".gitignore", "*.log\nbuilt/\n")
                .with("c/.gitignore", "*.tmp\n")
                .with("old.log", "old\n")
                .with("built/x.js", "old\n")
                .with("c/c.tmp", "old\n")
                .committed();
        CommandWatch watch = watch(2_000, 50_000);
        CommandWatch.Before before = watch.begin();

        work.with(".gitignore", "*.log\nbuilt/\n*.js\n")
                .with("d/.gitignore", "*\n")
                .with("old.log", "new\n")
                .with("new.log", "new\n")
                .with("built/y.js", "new\n")
                .with("c/d.tmp", "new\n")
                .with("evil.js", "new\n")
                .with("d/evil.txt", "new\n");

        assertThat(watch.end(before).stream().map(change -> change.path().value()))
                .containsExactlyInAnyOrder(".gitignore", "d/.gitignore", "evil.js", "d/evil.txt");
    }

    private void clones(int count) throws Exception {
        work.with(".gitignore", "origin/\n").committed();
        TemporaryWorkspace.in(Files.createDirectory(work.root().resolve("origin")))
                .with("in.txt", "in\n")
                .committed();
        for (int i = 1; i <= count; i++) {
            work.git("clone", "-q", "origin", "r%02d".formatted(i));
        }
    }

    @Test
    @Tag("undo#AC-20")
    void a_run_that_is_killed_finds_what_its_command_did_in_a_repository_within() throws Exception {
        clones(1);
        work.with("r01/mine.txt", "mine\n");
        CommandWatch killed = watch(2_000, 50_000);
        killed.note("c1", killed.begin());
        work.with("r01/in.txt", "changed\n").with("r01/mine.txt", "x\n").with("r01/new", "n\n");

        CommandWatch.Left left = watch(2_000, 50_000).left().orElseThrow();

        assertThat(left.found().made())
                .extracting(change -> change.path().value())
                .containsExactlyInAnyOrder("r01/in.txt", "r01/mine.txt", "r01/new");
        assertThat(watch(2_000, 50_000).left()).isEmpty();
    }

    @Test
    @Tag("undo#AC-20")
    void of_more_repositories_than_are_looked_into_it_is_said() throws Exception {
        clones(12);
        CommandWatch watch = watch(2_000, 50_000, 20);
        CommandWatch.Before before = watch.begin();
        assertThat(watch.unseen(before))
                .singleElement(as(STRING))
                .contains("what commands change in r11, r12 is not recorded");
        for (int i = 1; i <= 12; i++) {
            work.with("r%02d/in.txt".formatted(i), "changed\n");
        }

        assertThat(watch.end(before))
                .extracting(change -> change.path().value())
                .hasSize(10)
                .contains("r01/in.txt", "r10/in.txt");
    }

    @Test
    @Tag("undo#AC-7")
    void few_files_are_kept() throws Exception {
        assertThat(changed(watch(3, 6))).containsExactly("a.txt", "c/c.txt", "new.txt");
    }

    @Test
    @Tag("undo#AC-8")
    void of_many_files_it_is_known_which_were_changed() throws Exception {
        String why = " was not kept: the folder is no git repository, and has more than 2 files";

        assertThat(changed(watch(2, 6)))
                .containsExactlyInAnyOrder("new.txt", "a.txt" + why, "c/c.txt" + why);
    }

    @Test
    @Tag("undo#AC-8")
    void where_there_are_too_many_that_is_said() throws Exception {
        CommandWatch watch = watch(1, 2);

        assertThat(changed(watch)).isEmpty();
        assertThat(watch.unseen(watch.begin()))
                .singleElement(as(STRING))
                .contains("has more than 2 files; 'git init' makes it one");
        assertThat(watch(2, 6).unseen(watch(2, 6).begin())).isEmpty();
    }

    @Test
    @Tag("undo#AC-14")
    void where_there_are_too_many_files_it_is_said_that_only_programs_are_known() throws Exception {
        for (int limit : List.of(4, 3)) {
            CommandWatch watch = watch(new Sight.Limits(3, 6, limit));
            work.with("d.txt", "d\n").committed();
            mode("a.txt", "rw-------");
            mode("b.txt", "rw-------");
            mode("c/c.txt", "rw-r--r--");
            // What git's list does not know yet is looked at as a change.
            work.git("update-index", "-q", "--refresh");
            CommandWatch.Before before = watch.begin();
            assertThat(watch.unseen(before)).hasSize(limit == 4 ? 0 : 1);

            mode("a.txt", "rw-r--r--");
            Files.delete(work.root().resolve("b.txt"));
            mode("c/c.txt", "rwxr-xr-x");

            assertThat(watch.find(before).made())
                    .extracting(change ->
                            "%s %s %s"
                                    .formatted(
                                            change.path(),
                                            mode(change.before()),
                                            mode(change.after())))
                    .containsExactlyElementsOf(
                            limit == 4
                                    ? List.of("b.txt 600 -", "c/c.txt 644 755", "a.txt 600 644")
                                    : List.of("b.txt ? -", "c/c.txt ? 755"));
            work.git("checkout", "-q", ".");
        }
    }

    @Test
    @Tag("undo#AC-14")
    void modes_that_were_looked_up_once_are_known_from_then_on() throws Exception {
        work.committed();
        mode("a.txt", "rw-------");
        mode("b.txt", "rw-r-----");
        mode("c/c.txt", "rw-r--r--");
        untilGitsListIsOld();
        CommandWatch watch = watch(2_000, 50_000, 10);
        assertThat(watch.find(watch.begin()).made()).isEmpty();
        CommandWatch.Before first = watch.begin();
        mode("a.txt", "rw-r--r--");
        assertThat(modes(watch.find(first))).containsExactly("a.txt 600 644");

        // a person, in between
        mode("c/c.txt", "rw-rw-r--");

        CommandWatch.Before second = watch.begin();
        Files.delete(work.root().resolve("b.txt"));
        mode("a.txt", "rw-rw-rw-");
        mode("c/c.txt", "rw-------");
        assertThat(modes(watch.find(second)))
                .containsExactly("a.txt 644 666", "b.txt 640 -", "c/c.txt 664 600");

        CommandWatch.Before third = watch.begin();
        mode("a.txt", "rw-------");
        work.git("add", "a.txt");
        assertThat(modes(watch.find(third))).containsExactly("a.txt 666 600");
    }

    /// What git's list knows of files within its own second tells nothing of later changes.
    private void untilGitsListIsOld() throws Exception {
        long second = modified(work.root().resolve(".git/index"));
        Path probe = folder.resolve("probe");
        do {
            Thread.onSpinWait();
            Files.writeString(probe, "x");
        } while (modified(probe) <= second);
    }

    private static long modified(Path file) throws Exception {
        return Files.getLastModifiedTime(file).toInstant().getEpochSecond();
    }

    private static List<String> modes(CommandWatch.Found found) {
        return found.made().stream()
                .map(change ->
                        "%s %s %s"
                                .formatted(
                                        change.path(), mode(change.before()), mode(change.after())))
                .sorted()
                .toList();
    }

    private static String mode(FileState state) {
        return state instanceof FileState.Present file ? file.mode().octal().orElse("?") : "-";
    }

    private void mode(String path, String mode) throws Exception {
        Files.setPosixFilePermissions(
                work.root().resolve(path), PosixFilePermissions.fromString(mode));
    }

    /// As another process finds it.
    private void leftByAKill() throws Exception {
        CommandWatch killed = watch(3, 6);
        killed.note("c1", killed.begin());
        work.with("a.txt", "changed\n").with("new.txt", "new\n");
        Files.delete(work.root().resolve("c/c.txt"));
    }

    @Test
    @Tag("sessions#AC-28")
    void a_process_that_comes_after_knows_what_the_command_changed() throws Exception {
        leftByAKill();
        CommandWatch watch = watch(3, 6);

        CommandWatch.Left left = watch.left().orElseThrow();

        assertThat(left.call()).isEqualTo("c1");
        assertThat(left.found().made())
                .extracting(change -> change.path().value())
                .containsExactly("a.txt", "c/c.txt", "new.txt");
        assertThat(left.others()).isEmpty();
        assertThat(watch.left()).isEmpty();
    }

    @Test
    @Tag("sessions#AC-28")
    void modes_and_links_are_known_to_it_too() throws Exception {
        work.with("clean.txt", "clean\n").with("private.txt", "private\n");
        mode("private.txt", "rw-------");
        mode("clean.txt", "rw-r--r--");
        Files.createSymbolicLink(work.root().resolve("led"), Path.of("a.txt"));
        work.committed().with("a.txt", "not committed\n");
        mode("a.txt", "rw-r-----");
        Files.createSymbolicLink(work.root().resolve("new"), Path.of("a.txt"));
        Files.createDirectories(work.root().resolve("empty"));
        CommandWatch killed = watch(new Sight.Limits(3, 6, 9));
        killed.note("c1", killed.begin());
        for (String name : List.of("a.txt", "clean.txt", "private.txt", "led", "new", "empty")) {
            Files.delete(work.root().resolve(name));
        }

        CommandWatch.Left left = watch(new Sight.Limits(3, 6, 9)).left().orElseThrow();

        assertThat(left.found().made())
                .extracting(change -> change.path() + " " + mode(change.before()))
                .containsExactly(
                        "a.txt 640",
                        "clean.txt 644",
                        "led -",
                        "new -",
                        "private.txt 600",
                        "empty -");
        assertThat(left.found().made().getLast().before()).isEqualTo(new FileState.EmptyFolder());
        assertThat(left.found().made().get(2).before()).isEqualTo(new FileState.Link("a.txt"));
        assertThat(left.found().made().get(3).before()).isEqualTo(new FileState.Link("a.txt"));
    }

    @Test
    @Tag("sessions#AC-28")
    void what_was_changed_after_the_kill_is_not_the_commands() throws Exception {
        leftByAKill();
        Files.setLastModifiedTime(
                folder.resolve("journal/under-way.json"),
                FileTime.from(Instant.now().minusSeconds(60)));

        CommandWatch.Left left = watch(3, 6).left().orElseThrow();

        assertThat(left.found().changes()).isEmpty();
        assertThat(left.others())
                .extracting(WorkspacePath::value)
                .containsExactly("a.txt", "c/c.txt", "new.txt");
    }

    @Test
    @Tag("sessions#AC-28")
    void a_note_that_is_damaged_or_made_up_does_nothing() throws Exception {
        for (String text :
                List.of(
                        "",
                        "{",
                        "[1]",
                        "{\"held\":{\"../x\":{}}}",
                        "{\"held\":{\"a.txt\":{\"hash\":\"../../x\"}}}",
                        "{\"held\":{\"a.txt\":{\"lost\":\"x\",\"size\":1,\"changed\":\"x\"}}}")) {
            Path file =
                    Files.createDirectories(folder.resolve("journal")).resolve("under-way.json");
            Files.writeString(file, text);

            assertThat(watch(3, 6).left().stream().flatMap(left -> left.found().made().stream()))
                    .as(text)
                    .isEmpty();
        }
        assertThat(work.read("a.txt")).isEqualTo("a\n");
    }
}
