package kiro.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceFilesTest {
    private static final WorkspacePath A = WorkspacePath.of("a.txt");

    @TempDir Path temporary;
    private Path root;
    private Path outside;
    private WorkspaceFiles files;

    @BeforeEach
    void start() throws IOException {
        root = Files.createDirectories(temporary.toRealPath().resolve("project"));
        outside = Files.createDirectories(temporary.toRealPath().resolve("outside"));
        files = new WorkspaceFiles(new Workspace(root));
    }

    @Test
    @Tag("workspace#AC-6")
    void what_was_written_is_read_and_nothing_else_is_left() throws IOException {
        files.write(WorkspacePath.of("new/folder/ü n.txt"), bytes("one"));
        files.write(WorkspacePath.of("new/folder/ü n.txt"), bytes("two"));
        assertThat(files.read(WorkspacePath.of("new/folder/ü n.txt"))).hasValue(bytes("two"));
        assertThat(entries(root.resolve("new/folder"))).containsExactly("ü n.txt");
        assertThat(files.read(A)).isEmpty();
        assertThat(files.read(WorkspacePath.of("new/folder/ü n.txt/below"))).isEmpty();
    }

    @Test
    @Tag("workspace#AC-6")
    void the_mode_of_an_existing_file_is_kept_and_a_new_one_has_the_usual() throws IOException {
        files.write(A, bytes("1"));
        Path plain = Files.createFile(root.resolve("plain"));
        assertThat(mode(A))
                .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(plain)));
        Files.setPosixFilePermissions(
                root.resolve("a.txt"), PosixFilePermissions.fromString("rwxr-x---"));
        files.write(A, bytes("2"));
        assertThat(mode(A)).isEqualTo("rwxr-x---");
        assertThat(files.isExecutable(A)).isTrue();
    }

    private void put(WorkspacePath path, byte[] bytes, boolean isExecutable) throws IOException {
        files.entries().put(path, new FileEntry.Regular(bytes, FileMode.of(isExecutable)));
    }

    @Test
    @Tag("workspace#AC-6")
    void a_file_is_made_executable_for_those_who_may_read_it() throws IOException {
        put(A, bytes("1"), false);
        Files.setPosixFilePermissions(
                root.resolve("a.txt"), PosixFilePermissions.fromString("rw-r-----"));
        put(A, bytes("2"), true);
        assertThat(mode(A)).isEqualTo("rwxr-x---");
        put(A, bytes("3"), false);
        assertThat(mode(A)).isEqualTo("rw-r-----");
        WorkspacePath script = WorkspacePath.of("script");
        put(script, bytes("#!/bin/sh\n"), true);
        assertThat(files.isExecutable(script)).isTrue();
    }

    @Test
    @Tag("workspace#AC-7")
    void a_link_inside_keeps_leading_to_the_file_that_is_written() throws IOException {
        Files.writeString(root.resolve("real.txt"), "old");
        Files.createSymbolicLink(root.resolve("a.txt"), Path.of("real.txt"));
        files.write(A, bytes("new"));
        assertThat(root.resolve("a.txt")).isSymbolicLink();
        assertThat(root.resolve("real.txt")).hasContent("new");
        files.delete(A);
        assertThat(root.resolve("a.txt")).doesNotExist();
        assertThat(root.resolve("real.txt")).exists();
    }

    @Test
    @Tag("workspace#AC-7")
    void a_link_that_leads_out_is_refused_for_every_act() throws IOException {
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(root.resolve("a.txt"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("out"), outside);
        assertRefused(() -> files.read(A), "a.txt leads out of the workspace, through a link");
        assertRefused(
                () -> files.write(A, bytes("x")),
                "a.txt leads out of the workspace, through a link");
        WorkspacePath below = WorkspacePath.of("out/secret.txt");
        assertRefused(
                () -> files.read(below),
                "out/secret.txt leads out of the workspace, through a link");
        assertRefused(
                () -> files.write(WorkspacePath.of("out/new/x"), bytes("x")),
                "out/new/x leads out of the workspace, through a link");
        assertThatThrownBy(() -> files.delete(below))
                .hasMessageContaining("leads out of the workspace");
        assertThat(outside.resolve("secret.txt")).hasContent("secret");
        assertThat(entries(outside)).containsExactly("secret.txt");
    }

    @Test
    @Tag("workspace#AC-7")
    void a_link_is_no_way_around_what_holds_for_a_folder() throws IOException {
        Files.createDirectories(root.resolve(".git/hooks"));
        Files.createDirectories(root.resolve(".kiro/evidence"));
        Files.createSymbolicLink(root.resolve("docs"), Path.of(".git/hooks"));
        Files.createSymbolicLink(root.resolve("proof"), Path.of(".kiro"));
        assertRefused(
                () -> files.write(WorkspacePath.of("docs/pre-commit"), bytes("x")),
                "docs/pre-commit leads into .git/hooks/pre-commit, through a link: use that path itself");
        assertRefused(
                () -> files.write(WorkspacePath.of("proof/evidence/x.json"), bytes("x")),
                "proof/evidence/x.json leads into .kiro/evidence/x.json, through a link: use that path itself");
    }

    @Test
    @Tag("workspace#AC-7")
    void a_link_that_leads_nowhere_or_in_a_circle_is_refused() throws IOException {
        Files.createSymbolicLink(root.resolve("a.txt"), root.resolve("none"));
        assertRefused(() -> files.write(A, bytes("x")), "a.txt is a link that leads nowhere");
        Files.createSymbolicLink(root.resolve("circle"), Path.of("circle"));
        assertRefused(
                () -> files.write(WorkspacePath.of("circle/x"), bytes("x")),
                "circle/x is a link that leads nowhere");
    }

    @Test
    @Tag("workspace#AC-8")
    void what_cannot_be_written_says_why_and_stays() throws Exception {
        Files.writeString(root.resolve("a.txt"), "old");
        Files.setPosixFilePermissions(
                root.resolve("a.txt"), PosixFilePermissions.fromString("r--r--r--"));
        Files.createDirectory(root.resolve("folder"));
        assertRefused(
                () -> files.write(A, bytes("x")), "a.txt is read-only: make it writable first");
        assertRefused(
                () -> files.write(WorkspacePath.of("a.txt/below"), bytes("x")),
                "a.txt/below could not be written: "
                        + root.resolve("a.txt")
                        + " is a file, not a folder");
        assertRefused(
                () -> files.write(WorkspacePath.of("folder"), bytes("x")), "folder is a folder");
        assertRefused(() -> files.read(WorkspacePath.of("folder")), "folder is a folder");
        String longName = "n".repeat(300);
        assertRefused(
                () -> files.write(WorkspacePath.of(longName), bytes("x")),
                longName + " could not be written: file name too long");
        assertThat(root.resolve("a.txt")).hasContent("old");
        assertThat(entries(root)).containsExactlyInAnyOrder("a.txt", "folder");
    }

    @Test
    @Tag("workspace#AC-8")
    void a_pipe_is_not_waited_for() throws Exception {
        run("mkfifo a.txt");
        assertRefused(() -> files.read(A), "a.txt is a pipe, a socket or a device, not a file");
        assertRefused(
                () -> files.write(A, bytes("x")),
                "a.txt is a pipe, a socket or a device, not a file");
    }

    @Test
    @Tag("workspace#AC-8")
    void a_file_too_large_to_be_held_is_not_read() throws Exception {
        run("truncate -s 3G a.txt");
        assertRefused(() -> files.read(A), "a.txt has 3,221 MB: files over 100 MB are not read");
    }

    @Test
    @Tag("workspace#AC-9")
    void a_write_that_the_system_breaks_off_leaves_the_old_content_and_no_rest() throws Exception {
        Files.writeString(root.resolve("a.txt"), "old");
        // The system breaks off a file at 100 KB, as it does on a full disk.
        String java = ProcessHandle.current().info().command().orElseThrow();
        var command =
                Command.of(
                        root,
                        Duration.ofSeconds(30),
                        List.of(
                                "bash",
                                "-c",
                                "ulimit -f 100; exec \"$@\"",
                                "bash",
                                java,
                                "-XX:-UsePerfData",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path", ""),
                                BrokenOff.class.getName(),
                                root.toString()));
        assertThat(run(command)).isEqualTo("a.txt could not be written: file too large\n");
        assertThat(root.resolve("a.txt")).hasContent("old");
        assertThat(entries(root)).containsExactly("a.txt");
    }

    /// Writes a megabyte in a process of its own.
    static final class BrokenOff {
        private BrokenOff() {}

        public static void main(String[] arguments) {
            byte[] large = new byte[1_000_000];
            Arrays.fill(large, (byte) 'x');
            try {
                new WorkspaceFiles(new Workspace(Path.of(arguments[0]))).write(A, large);
            } catch (IOException expected) {
                System.out.println(expected.getMessage());
            }
        }
    }

    @Test
    @Tag("workspace#AC-10")
    void a_deletion_takes_the_folders_that_it_leaves_empty() throws IOException {
        files.write(WorkspacePath.of("keep.txt"), bytes("x"));
        files.write(WorkspacePath.of("one/two/three/a.txt"), bytes("x"));
        files.write(WorkspacePath.of("one/b.txt"), bytes("x"));
        files.delete(WorkspacePath.of("one/two/three/a.txt"));
        assertThat(entries(root.resolve("one"))).containsExactly("b.txt");
        files.delete(WorkspacePath.of("one/b.txt"));
        files.delete(WorkspacePath.of("one/b.txt"));
        assertThat(entries(root)).containsExactly("keep.txt");
        files.delete(WorkspacePath.of("keep.txt"));
        assertThat(root).isEmptyDirectory();
        Files.createDirectory(root.resolve("folder"));
        assertRefused(
                () -> files.delete(WorkspacePath.of("folder")),
                "folder is a folder: delete the files in it one by one");
    }

    private static void assertRefused(ThrowingCallable act, String message) {
        assertThatThrownBy(act).isInstanceOf(IOException.class).hasMessage(message);
    }

    private String mode(WorkspacePath path) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(root.resolve(path.value())));
    }

    private void run(String line) throws InterruptedException {
        run(Command.shell(root, Duration.ofSeconds(10), line));
    }

    private String run(Command command) throws InterruptedException {
        var runner = new CommandRunner(Map.of("PATH", "/usr/bin:/bin"), outside.resolve("spill"));
        return ((CommandResult.Exited) runner.run(command)).output().text();
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(Path::toFile).map(File::getName).toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
