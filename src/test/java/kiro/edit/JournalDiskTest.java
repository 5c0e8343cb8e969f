package kiro.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kiro.testing.TemporaryWorkspace;
import kiro.text.Hash;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `/dev/null` takes whatever is written, and refuses to bring it to a disk.
class JournalDiskTest {
    private static final Path NO_DISK = Path.of("/dev/null");

    @TempDir Path folder;
    private TemporaryWorkspace work;
    private Path journalFolder;
    private Journal journal;

    @BeforeEach
    void open() throws IOException {
        Path root = Files.createDirectory(folder.toRealPath().resolve("work"));
        work = TemporaryWorkspace.in(root);
        journalFolder = Files.createDirectory(folder.resolve("journal"));
        journal = new Journal(journalFolder, new WorkspaceFiles(new Workspace(root)));
    }

    private static FileState text(String text) {
        return FileState.Present.of(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static List<FileChange> change(String before, String after) {
        return List.of(new FileChange(WorkspacePath.of("a.txt"), text(before), text(after)));
    }

    @Test
    @Tag("edits#AC-8")
    void no_file_is_changed_before_the_line_of_its_change_is_on_the_disk() throws IOException {
        Files.createSymbolicLink(journalFolder.resolve("journal.jsonl"), NO_DISK);
        work.with("a.txt", "before\n");

        assertThat(journal.apply(change("before\n", "after\n")))
                .isInstanceOf(JournalResult.NotApplied.class);
        assertThat(work.root().resolve("a.txt")).hasContent("before\n");
    }

    @Test
    @Tag("edits#AC-8")
    void no_file_is_changed_before_a_content_that_was_kept_earlier_is_on_the_disk()
            throws IOException {
        Path images = Files.createDirectory(journalFolder.resolve("before"));
        Files.createSymbolicLink(images.resolve(Hash.of("").hex()), NO_DISK);
        work.with("a.txt", "");

        assertThat(journal.apply(change("", "after\n")))
                .isInstanceOf(JournalResult.NotApplied.class);
        assertThat(work.root().resolve("a.txt")).isEmptyFile();
    }

    @Test
    @Tag("edits#AC-8")
    void a_content_has_its_name_once_it_is_on_the_disk() throws IOException {
        var sizes = new ArrayList<Long>();
        Path kept = journalFolder.resolve(Hash.of("before\n").hex());
        var images =
                new PreImages(
                        journalFolder,
                        channel -> {
                            assertThat(kept).doesNotExist();
                            sizes.add(channel.size());
                        });

        images.keep((FileState.Present) text("before\n"));

        assertThat(sizes).containsExactly(7L);
        assertThat(kept).hasContent("before\n");
    }
}
