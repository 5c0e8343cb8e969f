package kiro.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitPipesTest {
    @TempDir Path folder;

    @Test
    @Tag("workspace#AC-14")
    void a_pipe_in_the_place_of_a_file_that_git_reads_is_named_and_not_waited_for()
            throws Exception {
        TemporaryWorkspace project =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("src/a.txt", "a\n")
                        .committed();
        Path pipe = project.root().resolve("src/.gitignore");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        var git =
                new Git(
                        project.workspace(),
                        new CommandRunner(System.getenv(), folder.resolve("output")));
        Instant begun = Instant.now();

        GitState state = git.state();

        assertThat(state)
                .isEqualTo(
                        new GitState.Unusable(
                                "src/.gitignore is a pipe, which git would wait for: delete it"));
        for (int i = 0; i < 20; i++) {
            assertThat(git.state()).isEqualTo(state);
        }
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
        Files.delete(pipe);
        assertThat(git.state()).isInstanceOf(GitState.Repository.class);
    }
}
