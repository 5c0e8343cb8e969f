package kiro.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryFolderTest {
    @TempDir Path memory;

    @Test
    void what_a_killed_process_has_left_is_deleted_and_nothing_else() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path left = memory.resolve("kiro-test-%d-x".formatted(ended.pid()));
        Files.createDirectories(left.resolve("a/b"));
        Files.writeString(left.resolve("a/b/file"), "left");
        Files.createSymbolicLink(left.resolve("link"), memory.resolve("others"));
        Path others = Files.createDirectory(memory.resolve("others"));
        Path own = Files.writeString(others.resolve("file"), "mine");

        var folders = new MemoryFolder(memory);
        Path living = folders.create();
        folders.sweep();

        assertThat(left).doesNotExist();
        assertThat(own).hasContent("mine");
        assertThat(living).isEmptyDirectory();
    }
}
