package kiro.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
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
}
