package kiro.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import kiro.testing.TemporaryWorkspace;
import kiro.text.Hash;
import kiro.workspace.FileMode;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final FileState ABSENT = new FileState.Absent();

    @TempDir Path folder;
    private TemporaryWorkspace work;
    private Path journalFolder;
    private Journal journal;

    @BeforeEach
    void open() throws IOException {
        Path root = Files.createDirectory(folder.toRealPath().resolve("work"));
        work = TemporaryWorkspace.in(root);
        journalFolder = folder.resolve("journal");
        journal = new Journal(journalFolder, new WorkspaceFiles(new Workspace(root)));
    }

    private static FileState text(String text) {
        return FileState.Present.of(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static FileChange change(String path, FileState before, FileState after) {
        return new FileChange(WorkspacePath.of(path), before, after);
    }

    private List<String> index() throws IOException {
        return Files.readAllLines(journalFolder.resolve("journal.jsonl"));
    }

    @Test
    @Tag("chat#AC-8")
    void two_who_write_the_journal_in_turn_never_give_a_number_twice() throws IOException {
        Path root = folder.toRealPath().resolve("work");
        var files = new WorkspaceFiles(new Workspace(root));
        journal.apply(List.of(change("a.txt", ABSENT, text("1\n"))));
        Undo undo = Undo.of(journalFolder, files);
        assertThat(undo.apply(undo.prepare(List.of(1L)))).isEqualTo(new JournalResult.Applied());
        journal.apply(List.of(change("b.txt", ABSENT, text("2\n"))));

        assertThat(Undo.of(journalFolder, files).sets())
                .extracting(ChangeSet::number)
                .containsExactly(1L, 5L);
    }

    @Test
    @Tag("undo#AC-24")
    @Timeout(30)
    void what_somebody_writes_while_the_disk_is_waited_for_is_not_replaced() throws Exception {
        Path file = folder.toRealPath().resolve("work/a.txt");
        work.with("a.txt", "old\n");
        var large = FileState.Present.of(new byte[50_000_000], false);
        Thread person =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!isBeingReplaced(file)) {
                                Thread.onSpinWait();
                            }
                            work.with("a.txt", "a person's\n");
                        });

        JournalResult result = journal.apply(List.of(change("a.txt", text("old\n"), large)));

        person.join();
        assertThat(result)
                .isInstanceOfSatisfying(
                        JournalResult.NotApplied.class,
                        not -> assertThat(not.reason()).contains("changed by someone else"));
        assertThat(work.read("a.txt")).isEqualTo("a person's\n");
        assertThat(isBeingReplaced(file)).isFalse();
    }

    private static boolean isBeingReplaced(Path file) {
        String[] names =
                file.resolveSibling(".").toFile().list((at, name) -> name.endsWith(".tmp"));
        return names != null && names.length > 0;
    }

    @Test
    @Tag("edits#AC-8")
    void changes_are_made_and_what_stood_there_before_is_kept() throws IOException {
        work.with("a.txt", "old\n").with("gone.txt", "gone\n");

        JournalResult result =
                journal.apply(
                        List.of(
                                change("a.txt", text("old\n"), text("new\n")),
                                change("gone.txt", text("gone\n"), ABSENT),
                                change(
                                        "bin/made.sh",
                                        ABSENT,
                                        FileState.Present.of(new byte[] {'x'}, true))));

        assertThat(result).isEqualTo(new JournalResult.Applied());
        assertThat(work.read("a.txt")).isEqualTo("new\n");
        assertThat(work.has("gone.txt")).isFalse();
        assertThat(work.root().resolve("bin/made.sh")).hasContent("x").isExecutable();
        assertThat(kept("old\n")).hasContent("old\n");
        assertThat(kept("gone\n")).hasContent("gone\n");
        assertThat(index())
                .containsExactly(
                        "{\"set\":1,\"path\":\"a.txt\",\"before\":%s,\"after\":%s}"
                                .formatted(json("old\n", false), json("new\n", false)),
                        "{\"set\":1,\"path\":\"gone.txt\",\"before\":%s,\"after\":null}"
                                .formatted(json("gone\n", false)),
                        "{\"set\":1,\"path\":\"bin/made.sh\",\"before\":null,\"after\":%s}"
                                .formatted(json("x", true)),
                        "{\"set\":1,\"outcome\":\"done\"}");
    }

    @Test
    @Tag("edits#AC-8")
    void a_link_is_kept_by_its_target_and_a_mode_as_far_as_it_is_known() throws IOException {
        work.with("a.txt", "a\n");
        Files.setPosixFilePermissions(
                work.root().resolve("a.txt"), PosixFilePermissions.fromString("rw-r-----"));
        byte[] a = {'a', '\n'};

        JournalResult result =
                journal.apply(
                        List.of(
                                change(
                                        "a.txt",
                                        text("a\n"),
                                        FileState.Present.of(a, FileMode.read(false, "600"))),
                                change("led", ABSENT, new FileState.Link("../a \"b\"\n")),
                                change("logs", ABSENT, new FileState.EmptyFolder())));

        assertThat(result).isEqualTo(new JournalResult.Applied());
        assertThat(Files.readSymbolicLink(work.root().resolve("led"))).hasToString("../a \"b\"\n");
        assertThat(Files.getPosixFilePermissions(work.root().resolve("a.txt")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(index())
                .containsExactly(
                        "{\"set\":1,\"path\":\"a.txt\",\"before\":%s,\"after\":%s,\"mode\":\"600\"}}"
                                .formatted(json("a\n", false), json("a\n", false).replace("}", "")),
                        "{\"set\":1,\"path\":\"led\",\"before\":null,\"after\":{\"link\":\"../a \\\"b\\\"\\n\"}}",
                        "{\"set\":1,\"path\":\"logs\",\"before\":null,\"after\":{\"folder\":true}}",
                        "{\"set\":1,\"outcome\":\"done\"}");
        assertThat(work.root().resolve("logs")).isEmptyDirectory();
        assertThat(
                        JournalReader.read(journalFolder.resolve("journal.jsonl"))
                                .getFirst()
                                .changes()
                                .stream()
                                .map(ChangeSet.Change::after))
                .containsExactly(
                        Optional.of(new FileVersion.File(Hash.of(a), FileMode.read(false, "600"))),
                        Optional.of(new FileVersion.Link("../a \"b\"\n")),
                        Optional.of(new FileVersion.EmptyFolder()));
    }

    private Path kept(String text) {
        return journalFolder.resolve("before").resolve(Hash.of(text).hex());
    }

    private static String json(String text, boolean isExecutable) {
        return "{\"hash\":\"%s\",\"executable\":%s}".formatted(Hash.of(text).hex(), isExecutable);
    }

    @Test
    @Tag("edits#AC-9")
    void nothing_is_written_when_a_file_is_not_what_its_change_says() throws IOException {
        work.with("a.txt", "a\n").with("b.txt", "someone else's\n");

        JournalResult result =
                journal.apply(
                        List.of(
                                change("a.txt", text("a\n"), text("A\n")),
                                change("b.txt", text("b\n"), text("B\n"))));

        assertThat(result)
                .isEqualTo(
                        new JournalResult.NotApplied(
                                "b.txt was changed by someone else meanwhile: read it again, and make the"
                                        + " change anew"));
        assertThat(work.read("a.txt")).isEqualTo("a\n");
        assertThat(journalFolder).doesNotExist();
    }

    @Test
    @Tag("edits#AC-9")
    void a_mode_that_was_changed_meanwhile_counts_too() throws IOException {
        work.with("a.sh", "a\n");
        Files.setPosixFilePermissions(
                work.root().resolve("a.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(journal.apply(List.of(change("a.sh", text("a\n"), text("b\n")))))
                .isInstanceOf(JournalResult.NotApplied.class);
        assertThat(work.read("a.sh")).isEqualTo("a\n");
    }

    @Test
    @Tag("edits#AC-10")
    void a_failure_in_the_middle_puts_everything_back() throws IOException {
        work.with("a.txt", "a\n").with("gone.txt", "gone\n").with("file", "in the way\n");

        JournalResult result =
                journal.apply(
                        List.of(
                                change("a.txt", text("a\n"), text("A\n")),
                                change("gone.txt", text("gone\n"), ABSENT),
                                change("new/made.txt", ABSENT, text("made\n")),
                                change("file/below.txt", ABSENT, text("cannot be\n"))));

        assertThat(result).isInstanceOf(JournalResult.NotApplied.class);
        assertThat(((JournalResult.NotApplied) result).reason()).contains("file/below.txt");
        assertThat(work.read("a.txt")).isEqualTo("a\n");
        assertThat(work.read("gone.txt")).isEqualTo("gone\n");
        assertThat(work.has("new")).isFalse();
        assertThat(index()).hasSize(5).endsWith("{\"set\":1,\"outcome\":\"undone\"}");
    }

    @Test
    @Tag("edits#AC-10")
    void a_file_may_become_a_folder_and_is_put_back_when_a_later_change_fails() throws IOException {
        work.with("a", "file\n").with("locked.txt", "locked\n");
        Files.setPosixFilePermissions(
                work.root().resolve("locked.txt"), PosixFilePermissions.fromString("r--r--r--"));

        JournalResult result =
                journal.apply(
                        List.of(
                                change("a", text("file\n"), ABSENT),
                                change("a/b.txt", ABSENT, text("b\n")),
                                change("locked.txt", text("locked\n"), text("x\n"))));

        assertThat(result).isInstanceOf(JournalResult.NotApplied.class);
        assertThat(work.read("a")).isEqualTo("file\n");
        assertThat(work.read("locked.txt")).isEqualTo("locked\n");
    }

    @Test
    @Tag("edits#AC-10")
    void a_file_that_does_not_hold_what_was_written_is_put_back() throws IOException {
        work.with("a.txt", "a\n");
        FileState garbled =
                new FileState.Present(Hash.of("A\n"), new byte[] {'?'}, FileMode.of(false));

        assertThat(journal.apply(List.of(change("a.txt", text("a\n"), garbled))))
                .isEqualTo(
                        new JournalResult.NotApplied("a.txt does not hold what was written to it"));
        assertThat(work.read("a.txt")).isEqualTo("a\n");
    }

    @Test
    @Tag("edits#AC-10")
    void a_file_that_cannot_be_put_back_is_named() throws IOException {
        work.with("a.txt", "a\n").with("file", "in the way\n");
        FileState neverThatAgain =
                new FileState.Present(Hash.of("else"), new byte[] {'a', '\n'}, FileMode.of(false));

        JournalResult result =
                journal.apply(
                        List.of(
                                change("a.txt", neverThatAgain, text("A\n")),
                                change("file/below.txt", ABSENT, text("cannot be\n"))));

        assertThat(result)
                .isInstanceOfSatisfying(
                        JournalResult.LeftBroken.class,
                        broken -> {
                            assertThat(broken.files()).containsExactly(WorkspacePath.of("a.txt"));
                            assertThat(broken.reason())
                                    .contains("file/below.txt", "a.txt could not be put back");
                        });
        assertThat(journalFolder.resolve("before").resolve(Hash.of("else").hex()))
                .hasContent("a\n");
        assertThat(index()).endsWith("{\"set\":1,\"outcome\":\"broken\"}");
    }

    @Test
    @Tag("edits#AC-9")
    void a_link_put_in_the_place_of_a_file_is_not_written_through() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.txt"), "a\n");
        Files.createSymbolicLink(work.root().resolve("a.txt"), outside);

        assertThat(journal.apply(List.of(change("a.txt", text("a\n"), text("b\n")))))
                .isInstanceOf(JournalResult.NotApplied.class);
        assertThat(outside).hasContent("a\n");
    }

    @Test
    @Tag("edits#AC-9")
    void a_link_to_another_file_of_the_workspace_is_not_written_through() throws IOException {
        work.with("b.txt", "a\n");
        Files.createSymbolicLink(work.root().resolve("a.txt"), Path.of("b.txt"));

        assertThat(journal.apply(List.of(change("a.txt", text("a\n"), text("c\n")))))
                .isInstanceOf(JournalResult.NotApplied.class);
        assertThat(work.read("b.txt")).isEqualTo("a\n");
    }

    @Test
    @Tag("edits#AC-9")
    void a_folder_swapped_for_a_link_is_not_written_through() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(work.root().resolve("src"), outside);

        assertThat(journal.apply(List.of(change("src/a.txt", ABSENT, text("b\n")))))
                .isInstanceOf(JournalResult.NotApplied.class);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void an_interrupt_neither_keeps_changes_from_being_made_nor_is_lost() {
        work.with("a.txt", "a\n");
        Thread.currentThread().interrupt();

        JournalResult result = journal.apply(List.of(change("a.txt", text("a\n"), text("b\n"))));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result).isEqualTo(new JournalResult.Applied());
        assertThat(work.read("a.txt")).isEqualTo("b\n");
    }

    @Test
    void the_index_goes_on_after_a_line_that_a_crash_has_cut_off() throws IOException {
        Files.createDirectories(journalFolder);
        Files.writeString(journalFolder.resolve("journal.jsonl"), "{\"set\":1,\"pa");
        work.with("a.txt", "a\n");

        journal.apply(List.of(change("a.txt", text("a\n"), text("b\n"))));
        journal.apply(List.of(change("a.txt", text("b\n"), text("c\n"))));

        assertThat(index())
                .satisfiesExactly(
                        torn -> assertThat(torn).isEqualTo("{\"set\":1,\"pa"),
                        line -> assertThat(line).startsWith("{\"set\":2,\"path\""),
                        line -> assertThat(line).isEqualTo("{\"set\":2,\"outcome\":\"done\"}"),
                        line -> assertThat(line).startsWith("{\"set\":4,\"path\""),
                        line -> assertThat(line).isEqualTo("{\"set\":4,\"outcome\":\"done\"}"));
    }

    @Test
    void a_journal_that_cannot_be_written_keeps_the_files_as_they_are() throws IOException {
        Files.writeString(journalFolder, "a file is in the way");
        work.with("a.txt", "a\n");

        assertThat(journal.apply(List.of(change("a.txt", text("a\n"), text("b\n")))))
                .isInstanceOf(JournalResult.NotApplied.class);
        assertThat(work.read("a.txt")).isEqualTo("a\n");
    }

    @Test
    void two_changes_of_one_file_are_a_mistake_of_the_caller() {
        assertThatThrownBy(() ->
                        journal.apply(
                                List.of(
                                        change("a", ABSENT, text("a")),
                                        change("a", ABSENT, text("b")))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
