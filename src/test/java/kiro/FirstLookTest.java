package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import kiro.cli.Console;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstLookTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"agent 'do this'", "chat"})
    void what_works_on_a_project_looks_at_it_before_its_command_line_is_read(String line)
            throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("project/.kiro"));
        Files.writeString(folder.resolve("project/a.txt"), "a");

        Optional<FirstLook> look = FirstLook.early(outside("project"), line.split(" "));

        assertThat(look.orElseThrow().view().get().files()).contains(WorkspacePath.of("a.txt"));
        assertThat(look.get().isOf(workspace("project"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "spec list", "agent --help", "chat -h", "agents"})
    void what_only_shows_something_does_not_look(String line) throws IOException {
        Files.createDirectories(folder.resolve("project/.kiro"));

        assertThat(
                        FirstLook.early(
                                outside("project"),
                                line.isEmpty() ? new String[0] : line.split(" ")))
                .isEmpty();
    }

    @Test
    void a_look_at_one_project_is_none_at_another() throws IOException {
        Files.createDirectories(folder.resolve("project/.kiro"));
        Files.createDirectories(folder.resolve("other/.kiro"));

        Optional<FirstLook> look = FirstLook.early(outside("project"), new String[] {"agent"});

        assertThat(look.orElseThrow().isOf(workspace("other"))).isFalse();
    }

    private Workspace workspace(String name) throws IOException {
        return Workspace.around(folder.resolve(name), folder.resolve("home"));
    }

    private Outside outside(String directory) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var console =
                new Console(
                        nowhere,
                        nowhere,
                        new BufferedReader(new StringReader("")),
                        new Console.Screen(false, false, 80, false));
        return new Outside(
                console,
                Map.of("PATH", System.getenv("PATH"), "HOME", folder.resolve("home").toString()),
                folder.resolve(directory),
                Path.of(System.getProperty("java.home")),
                folder.resolve("home"),
                folder.resolve("organisation.yaml"),
                Clock.systemUTC());
    }
}
