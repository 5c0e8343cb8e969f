package kiro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptChecksFileTest {
    @TempDir private Path folder;
    private CheckedProject project;

    @BeforeEach
    void makeProject() throws IOException {
        project = CheckedProject.in(folder);
    }

    @Test
    @Tag("kept-checks#AC-4")
    void a_damaged_file_is_not_used_and_is_replaced() throws IOException {
        Validation anew = project.validation();
        Path file = project.file();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 23)) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x40;
            Files.write(file, changed);
            assertThat(project.kept().run(project.digestOfAll())).as("byte %d", at).isEmpty();
        }
        for (int length : new int[] {0, 1, 11, 12, 15, 50, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(project.kept().run(project.digestOfAll())).as("length %d", length).isEmpty();
        }
        assertThat(project.validation()).isEqualTo(anew);
        assertThat(project.kept().run(project.digestOfAll())).isPresent();
    }

    @Test
    @Tag("kept-checks#AC-4")
    void a_link_or_a_folder_in_place_of_the_file_is_not_used() throws IOException {
        Validation anew = project.validation();
        Path file = project.file();
        Path elsewhere = Files.move(file, folder.resolve("elsewhere"));
        Files.createSymbolicLink(file, elsewhere);

        assertThat(project.kept().run(project.digestOfAll())).isEmpty();
        assertThat(project.validation()).isEqualTo(anew);

        Files.delete(file);
        Files.createDirectories(file.resolve("within"));
        assertThat(project.validation()).isEqualTo(anew);
    }

    @Test
    @Tag("kept-checks#AC-5")
    void a_folder_that_cannot_be_written_is_no_error() throws IOException {
        Files.writeString(project.cache(), "a file where the folder should be");

        Validation anew = project.anew();
        assertThat(project.validation()).isEqualTo(anew);
        assertThat(project.validation()).isEqualTo(anew);
        assertThat(project.cache()).hasContent("a file where the folder should be");
    }

    @Test
    @Tag("kept-checks#AC-6")
    void a_spec_that_could_not_be_read_is_looked_at_again() throws IOException {
        Path design = project.root().resolve(".kiro/specs/gate/design.md");
        Files.delete(design);
        Files.createDirectory(design);
        project.validation();
        Validation broken = project.validation();
        assertThat(broken).isEqualTo(project.anew());

        Files.delete(design);

        assertThat(project.validation()).isEqualTo(project.anew()).isNotEqualTo(broken);
    }

    @Test
    @Tag("kept-checks#AC-7")
    void nothing_is_kept_of_few_specs() throws IOException {
        project = CheckedProject.empty(Files.createDirectories(folder.resolve("few")));
        for (int i = 0; i < 99; i++) {
            project.spec("plain-" + i, "- [ ] AC-1: GET /doors/%d returns 200\n".formatted(i));
        }
        project.validation();
        assertThat(project.cache()).doesNotExist();

        project.spec("plain-99", "- [ ] AC-1: GET /doors/99 returns 200\n");
        project.validation();
        assertThat(project.cache()).isDirectoryContaining(file -> true);
    }

    @Test
    @Tag("kept-checks#AC-7")
    void nothing_is_kept_of_named_specs_and_where_it_is_not_wanted() throws IOException {
        assertThat(project.run("orders")).contains("1 spec checked");
        assertThat(project.cache()).doesNotExist();

        String anew = project.run("--no-cache");
        assertThat(project.cache()).doesNotExist();

        assertThat(project.run()).isEqualTo(anew).contains("specs checked");
        assertThat(project.kept().run(project.digestOfAll())).isPresent();
        assertThat(project.run()).isEqualTo(anew);
        assertThat(project.run("--json")).isEqualTo(project.run("--json", "--no-cache"));
        assertThat(project.run("--format", "sarif"))
                .isEqualTo(project.run("--format", "sarif", "--no-cache"));
    }

    @Test
    @Tag("kept-checks#AC-8")
    void those_written_longest_ago_make_room() throws IOException {
        Files.createDirectories(project.cache());
        for (int i = 0; i < 25; i++) {
            Path file = Files.writeString(project.cache().resolve("project-" + i), "");
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L * i));
        }

        project.validation();

        try (Stream<Path> files = Files.list(project.cache())) {
            assertThat(files)
                    .hasSize(20)
                    .contains(project.cache().resolve("project-24"), project.file());
        }
    }
}
