package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaHomeTest {
    @TempDir Path folder;

    private Path java(String version, boolean isJdk) throws IOException {
        Path home = Files.createDirectories(folder.resolve("java-" + version + isJdk));
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        if (isJdk) {
            Path compiler = Files.createDirectories(home.resolve("bin")).resolve("javac");
            Files.writeString(compiler, "#!/bin/sh\n");
            assertThat(compiler.toFile().setExecutable(true)).isTrue();
        }
        return home;
    }

    @Test
    void the_configured_java_is_taken_where_it_is_new_enough() throws IOException {
        Path old = java("1.8.0_392", true);
        Path configured = java("21.0.4", true);
        Path own = java("25.0.1", true);

        assertThat(new JavaHome(Optional.of(configured), Optional.of(own)).forRelease(21))
                .contains(configured);
        assertThat(new JavaHome(Optional.of(configured), Optional.of(own)).forRelease(25))
                .contains(own);
        assertThat(new JavaHome(Optional.of(old), Optional.of(own)).forRelease(8)).contains(old);
        assertThat(new JavaHome(Optional.empty(), Optional.of(own)).forRelease(0)).contains(own);
    }

    @Test
    void a_java_that_cannot_compile_or_is_too_old_is_not_offered() throws IOException {
        assertThat(new JavaHome(Optional.empty(), Optional.of(java("25", false))).forRelease(17))
                .isEmpty();
        assertThat(new JavaHome(Optional.empty(), Optional.of(java("25", true))).forRelease(26))
                .isEmpty();
        assertThat(
                        new JavaHome(Optional.of(folder.resolve("gone")), Optional.empty())
                                .forRelease(17))
                .isEmpty();
        assertThat(JavaHome.none().forRelease(0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<project><properties><java.version>25</java.version></properties></project> | 25",
                "<project><properties><maven.compiler.source>1.8</maven.compiler.source></properties></project> | 8",
                "<project><properties><maven.compiler.target>17</maven.compiler.target><x>99</x></properties></project> | 17",
                "<project><configuration><release>21</release></configuration></project> | 21",
                "<project><properties><java.version>${other}</java.version></properties></project> | 0",
                "<project><version>26</version></project> | 0",
                "<project><properties><java.version>21</java.version></oops> | 21",
                "not xml | 0",
            })
    void the_release_of_a_project_is_read_from_its_pom(String pom, int release) {
        assertThat(PomRelease.of(pom.getBytes(StandardCharsets.UTF_8))).isEqualTo(release);
    }
}
