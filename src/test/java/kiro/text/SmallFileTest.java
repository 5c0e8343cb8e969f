package kiro.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class SmallFileTest {
    private static final Path ENDLESS = Path.of("/dev/zero");

    @TempDir Path folder;

    @Test
    void a_small_file_is_read() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "é".repeat(1_000));

        assertThat(SmallFile.read(file)).isEqualTo("é".repeat(1_000));
    }

    @Test
    void one_that_is_too_large_is_refused_by_name() throws Exception {
        Path file = Files.write(folder.resolve("token"), new byte[SmallFile.MOST_BYTES + 1]);

        assertThatThrownBy(() -> SmallFile.read(file))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("token")
                .hasMessageContaining("larger than 1 MB");
    }

    @Test
    @EnabledIf("hasEndlessFile")
    void one_that_has_no_end_is_refused() {
        assertThatThrownBy(() -> SmallFile.read(ENDLESS)).hasMessageContaining("larger than 1 MB");
    }

    static boolean hasEndlessFile() {
        return Files.isReadable(ENDLESS);
    }

    @Test
    void what_is_no_text_or_not_there_is_told_as_before() throws Exception {
        Path file = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xFF, 0});

        assertThatThrownBy(() -> SmallFile.read(file)).isInstanceOf(CharacterCodingException.class);
        assertThatThrownBy(() -> SmallFile.read(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
