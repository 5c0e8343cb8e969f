package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    @TempDir private Path folder;

    @Test
    @Tag("kept-checks#AC-9")
    void jars_with_the_same_files_are_the_same_build() throws IOException {
        assertThat(Build.identity(jar("one.jar", "rules")))
                .isPresent()
                .isEqualTo(Build.identity(jar("two.jar", "rules")));
    }

    @Test
    @Tag("kept-checks#AC-9")
    void one_byte_in_one_file_makes_another_build() throws IOException {
        assertThat(Build.identity(jar("one.jar", "rules")))
                .isNotEqualTo(Build.identity(jar("two.jar", "rulez")));
    }

    @Test
    @Tag("kept-checks#AC-9")
    void what_is_no_jar_has_no_identity() throws IOException {
        Path jar = jar("one.jar", "rules");
        byte[] bytes = Files.readAllBytes(jar);
        Path cut = folder.resolve("cut.jar");
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        Path empty = Files.createFile(folder.resolve("empty.jar"));

        assertThat(Build.identity(cut)).isEmpty();
        assertThat(Build.identity(empty)).isEmpty();
        assertThat(Build.identity()).isEmpty();
    }

    private Path jar(String name, String content) throws IOException {
        Path jar = folder.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String file : new String[] {"kiro/a.txt", "kiro/b.txt"}) {
                var entry = new ZipEntry(file);
                entry.setTime(1_000_000_000_000L);
                out.putNextEntry(entry);
                out.write(
                        (file.endsWith("b.txt") ? content : "same")
                                .getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }
}
