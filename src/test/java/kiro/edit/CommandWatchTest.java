package kiro.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        Workspace workspace = work.workspace();
        var files = new WorkspaceFiles(workspace);
        var runner = new CommandRunner(Map.of(), folder.resolve("output"));
        return new CommandWatch(
                new Git(workspace, runner),
                workspace,
                files,
                new Journal(folder.resolve("journal"), files),
                new CommandWatch.Limits(read, known));
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
        assertThat(watch.blindness(watch.begin()).orElseThrow())
                .contains("has more than 2 files; 'git init' makes it one");
        assertThat(watch(2, 6).blindness(watch(2, 6).begin())).isEmpty();
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
