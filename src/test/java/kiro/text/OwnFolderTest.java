package kiro.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFolderTest {
    @TempDir Path folder;

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }

    @Test
    @Tag("loop-hygiene#AC-17")
    void a_new_folder_is_the_owners_alone() throws IOException {
        OwnFolder.make(folder.resolve("a/b"));
        OwnFolder.make(folder.resolve("a/b"));

        assertThat(permissions(folder.resolve("a/b"))).isEqualTo("rwx------");
    }

    @Test
    @Tag("loop-hygiene#AC-17")
    void a_folder_that_others_can_look_into_is_closed() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        OwnFolder.make(open);

        assertThat(permissions(open)).isEqualTo("rwx------");
    }

    @Test
    @Tag("loop-hygiene#AC-17")
    void a_link_is_not_followed() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);

        assertThatThrownBy(() -> OwnFolder.make(link))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("link is no folder");
    }
}
