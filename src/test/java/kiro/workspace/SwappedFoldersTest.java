package kiro.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody puts a link to a folder outside in the place of one of the workspace, and takes it away again, as fast as they can.
@Tag("workspace#AC-13")
class SwappedFoldersTest {
    private static final int TRIES = 400;
    private static final int MOST_TRIES = 50_000;

    @TempDir Path folder;
    private Path root;
    private Path outside;
    private WorkspaceFiles files;

    @BeforeEach
    void makeFolders() throws IOException {
        root = Files.createDirectories(folder.toRealPath().resolve("work"));
        outside = Files.createDirectories(folder.toRealPath().resolve("outside"));
        Files.createDirectories(root.resolve("src/deep"));
        files = new WorkspaceFiles(new Workspace(root));
    }

    @Test
    void no_write_lands_outside() throws Exception {
        int written;
        try (var _ = new Swap(root.resolve("src"), outside)) {
            written = tries(i -> files.write(path("src/deep/" + i + ".txt"), bytes("inside")));
        }

        assertThat(names(outside)).isEmpty();
        assertThat(written).isPositive();
        assertThat(names(root).stream().filter(name -> name.endsWith("t"))).hasSize(written);
    }

    @Test
    void no_link_lands_outside() throws Exception {
        int made;
        try (var _ = new Swap(root.resolve("src"), outside)) {
            made =
                    tries(i ->
                            files.entries()
                                    .put(path("src/deep/" + i), new FileEntry.Link("../../a")));
        }

        assertThat(names(outside)).isEmpty();
        assertThat(made).isPositive();
    }

    @Test
    void no_write_into_folders_that_are_made_for_it_lands_outside() throws Exception {
        int written;
        try (var _ = new Swap(root.resolve("src"), outside)) {
            written = tries(i -> files.write(path("src/" + i + "/new/a.txt"), bytes("inside")));
        }

        assertThat(names(outside)).isEmpty();
        assertThat(written).isPositive();
    }

    @Test
    void no_deletion_reaches_what_lies_outside() throws Exception {
        Files.createDirectories(outside.resolve("deep"));
        for (int i = 0; i < TRIES; i++) {
            Files.writeString(outside.resolve("deep/" + i + ".txt"), "outside");
            Files.writeString(root.resolve("src/deep/" + i + ".txt"), "inside");
        }
        try (var _ = new Swap(root.resolve("src"), outside)) {
            tries(i -> files.delete(path("src/deep/" + i % TRIES + ".txt")));
        }

        assertThat(names(outside.resolve("deep"))).hasSize(TRIES);
    }

    @Test
    void nothing_that_lies_outside_is_read() throws Exception {
        Files.createDirectories(outside.resolve("deep"));
        Files.writeString(outside.resolve("deep/a.txt"), "outside");
        Files.writeString(root.resolve("src/deep/a.txt"), "inside");
        int read;
        try (var _ = new Swap(root.resolve("src"), outside)) {
            read =
                    tries(_ -> {
                        Optional<byte[]> text = files.read(path("src/deep/a.txt"));
                        assertThat(text.map(SwappedFoldersTest::text).orElse("inside"))
                                .isEqualTo("inside");
                    });
        }
        assertThat(read).isPositive();
    }

    /// Where the system does not hold folders open, what has landed elsewhere is noticed and taken back.
    @Test
    void without_folders_that_are_held_open_it_is_noticed_afterwards() throws Exception {
        HeldFolder inside = new PathFolder(root.resolve("src/deep"));
        HeldFolder.write(inside, "a.txt", bytes("inside"));
        Files.move(root.resolve("src"), root.resolve("away"));
        Files.createDirectories(outside.resolve("deep"));
        Files.createSymbolicLink(root.resolve("src"), outside);

        assertThatThrownBy(() -> HeldFolder.write(inside, "b.txt", bytes("lost")))
                .hasMessageContaining("was put in its place");
        assertThatThrownBy(() -> new PathFolder(root).enter("src"))
                .hasMessageContaining("was put in its place");
        assertThat(names(outside.resolve("deep"))).isEmpty();
    }

    private interface Act {
        void run(int number) throws IOException;
    }

    /// How many came through.
    private static int tries(Act act) {
        int done = 0;
        for (int i = 0; i < TRIES || (done == 0 && i < MOST_TRIES); i++) {
            try {
                act.run(i);
                done++;
            } catch (IOException refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
        return done;
    }

    private static WorkspacePath path(String path) {
        return WorkspacePath.of(path);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> !each.equals(folder))
                    .map(each -> each.getFileName().toString())
                    .toList();
        }
    }

    private static final class Swap implements AutoCloseable {
        private final AtomicBoolean goesOn = new AtomicBoolean(true);
        private final Thread thread;

        private Swap(Path place, Path outside) {
            Path away = place.resolveSibling("away");
            thread =
                    Thread.ofPlatform()
                            .start(() -> {
                                while (goesOn.get()) {
                                    swap(place, away, outside);
                                    LockSupport.parkNanos(50_000);
                                }
                            });
        }

        private static void swap(Path place, Path away, Path outside) {
            try {
                Files.move(place, away, StandardCopyOption.ATOMIC_MOVE);
                Files.createSymbolicLink(place, outside);
                Thread.onSpinWait();
                Files.delete(place);
            } catch (IOException somebodyWasFaster) {
                Thread.yield();
            }
            try {
                if (Files.isDirectory(away, LinkOption.NOFOLLOW_LINKS)
                        && !Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(away, place, StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException somebodyWasFaster) {
                Thread.yield();
            }
        }

        @Override
        public void close() {
            goesOn.set(false);
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
