package kiro.workspace.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Alone, as tens of thousands of files and a clock that goes by the machine leave no room for others.
@Isolated
class FileFloodTest {
    @TempDir Path folder;
    private TemporaryWorkspace project;

    @BeforeEach
    void makeProject() throws IOException {
        project = TemporaryWorkspace.in(Files.createDirectories(folder.resolve("project")));
    }

    private Path at(String path) {
        return project.root().resolve(path);
    }

    @Test
    @Tag("file-watching#AC-5")
    void a_thousand_saves_of_a_file_are_one_and_of_a_thousand_files_a_thousand()
            throws IOException {
        for (int i = 0; i < 1_000; i++) {
            project.with("many/%d.txt".formatted(i), "one");
        }
        project.with("one.txt", "");
        try (Watching heard = Watching.of(project);
                FileChannel one = FileChannel.open(at("one.txt"), StandardOpenOption.WRITE)) {
            for (int i = 0; i < 1_000; i++) {
                one.write(ByteBuffer.wrap("x".getBytes(StandardCharsets.UTF_8)));
                project.with("many/%d.txt".formatted(i), "two" + i);
            }
            List<String> all = heard.changed(1_001);
            assertThat(all).doesNotHaveDuplicates().hasSize(1_001).contains("SAVED one.txt");
        }
    }

    @Test
    @Tag("file-watching#AC-6")
    void more_at_once_than_the_system_tells_of_is_looked_for() {
        try (Watching heard = Watching.of(project)) {
            for (int i = 0; i < 8_000; i++) {
                project.with("flood/%d/%d.txt".formatted(i % 3, i), "");
            }
            assertThat(new HashSet<>(heard.changed(8_000))).hasSize(8_000);
        }
    }

    @Test
    @Tag("file-watching#AC-7")
    void what_git_checks_out_is_told_apart() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            project.with("src/%d/%d.txt".formatted(i % 50, i), "one");
        }
        project.with("only-here.txt", "").committed();
        project.git("checkout", "-q", "-b", "other");
        Files.delete(at("only-here.txt"));
        for (int i = 0; i < 10_000; i++) {
            project.with("src/%d/%d.txt".formatted(i % 50, i), "another");
        }
        project.committed();
        project.git("checkout", "-q", "main");
        try (Watching heard = Watching.of(project)) {
            project.git("checkout", "-q", "other");
            assertThat(heard.checkedOut(10_001))
                    .hasSize(10_001)
                    .contains(
                            "DELETED only-here.txt",
                            "SAVED src/0/0.txt",
                            "CREATED src/49/9999.txt");
            project.with("src/0/0.txt", "by a person");
            assertThat(heard.until("SAVED src/0/0.txt")).containsExactly("SAVED src/0/0.txt");
        }
    }

    @Test
    @Tag("file-watching#AC-9")
    void folders_may_lie_in_one_another_by_the_thousand() throws Exception {
        Files.createDirectories(at("d/".repeat(600)));
        project.with("d/".repeat(600) + "a.txt", "");
        try (Watching heard = Watching.of(project)) {
            assertThat(heard.files()).isEqualTo(1);
            Files.move(at("d"), at("e"));
            project.with("last.txt", "");
            assertThat(heard.changed(3))
                    .contains("DELETED " + "d/".repeat(600) + "a.txt", "CREATED last.txt");
        }
    }
}
