package kiro.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {
    private static final String ENTRY = "tree_sitter_go";

    @TempDir private Path folder;
    private Path cache;
    private byte[] library;

    @BeforeEach
    void take_a_library() throws IOException {
        cache = folder.resolve("home/cache");
        Files.createDirectories(folder.resolve("tmp"));
        Platform platform =
                Platform.of(System.getProperty("os.name"), System.getProperty("os.arch"))
                        .orElseThrow();
        try (InputStream in =
                getClass()
                        .getClassLoader()
                        .getResourceAsStream(platform.resource("tree-sitter-go"))) {
            library = in.readAllBytes();
        }
    }

    @Test
    @Tag("source-trees#AC-7")
    void a_library_is_unpacked_once() throws IOException {
        assertThat(cache().load("a", library).find(ENTRY)).isPresent();
        Path unpacked = list(cache).getFirst();
        Object made = Files.getAttribute(unpacked, "basic:lastModifiedTime");

        assertThat(cache().load("a", library).find(ENTRY)).isPresent();

        assertThat(list(cache)).containsExactly(unpacked);
        assertThat(Files.getAttribute(unpacked, "basic:lastModifiedTime")).isEqualTo(made);
        assertThat(list(folder.resolve("tmp"))).isEmpty();
    }

    @Test
    @Tag("source-trees#AC-7")
    void runs_that_start_at_once_do_not_disturb_each_other() throws Exception {
        var loads = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 16; i++) {
                loads.add(threads.submit(() -> cache().load("a", library).find(ENTRY).isPresent()));
            }
        }

        for (Future<Boolean> load : loads) {
            assertThat(load.get()).isTrue();
        }
        assertThat(list(cache)).hasSize(1);
    }

    @Test
    @Tag("source-trees#AC-7")
    void a_file_that_was_cut_short_or_changed_is_replaced() throws IOException {
        cache().load("a", library);
        Path unpacked = list(cache).getFirst();
        Files.delete(unpacked);
        Files.write(unpacked, new byte[library.length]);

        assertThat(cache().load("a", library).find(ENTRY)).isPresent();
        assertThat(unpacked).hasBinaryContent(library);
    }

    @Test
    @Tag("source-trees#AC-7")
    void a_home_that_cannot_be_written_is_no_hindrance() throws IOException {
        Files.writeString(folder.resolve("home"), "a file where a folder should be");

        assertThat(cache().load("a", library).find(ENTRY)).isPresent();
        assertThat(list(folder.resolve("tmp"))).isEmpty();
    }

    @Test
    @Tag("source-trees#AC-7")
    void when_no_folder_will_do_both_are_named_with_the_way_out() {
        assertThatThrownBy(() -> cache().load("a", new byte[] {1, 2, 3}))
                .isInstanceOf(NativeFailure.class)
                .hasMessageContaining(cache.toString())
                .hasMessageContaining(folder.resolve("tmp").toString())
                .hasMessageContaining("set XDG_CACHE_HOME to a folder");
    }

    private NativeCache cache() {
        return new NativeCache(cache, folder.resolve("tmp"));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
