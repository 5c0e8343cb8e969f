package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import kiro.cli.Console;
import org.junit.jupiter.api.Test;

class OutsideTest {
    private static final Path LISTED = Path.of("/home/listed");

    @Test
    void what_nobody_needs_after_a_run_lies_apart_for_each_person() {
        assertThat(outside(Map.of("USER", "ada")).temporary())
                .isEqualTo(Path.of("/tmp/kiro-output-ada"));
        assertThat(outside(Map.of("USER", "../a b", "TMPDIR", "/var/tmp")).temporary())
                .isEqualTo(Path.of("/var/tmp/kiro-output-.._a_b"));
        assertThat(outside(Map.of()).temporary()).isEqualTo(Path.of("/tmp/kiro-output-listed"));
        assertThat(outside(Map.of("USER", "")).temporary())
                .isEqualTo(Path.of("/tmp/kiro-output-listed"));
    }

    private static Outside outside(Map<String, String> environment) {
        var nothing = new PrintStream(OutputStream.nullOutputStream());
        return new Outside(
                new Console(
                        nothing,
                        nothing,
                        new BufferedReader(Reader.nullReader()),
                        Console.Screen.PLAIN),
                environment,
                Path.of("/work"),
                Path.of("/java"),
                LISTED,
                Path.of("/etc/kiro/permissions.yaml"),
                Clock.systemUTC());
    }

    @Test
    void the_home_folder_is_that_of_the_variable_and_else_the_systems() {
        assertThat(Outside.home(Map.of("HOME", "/github/home"), LISTED))
                .isEqualTo(Path.of("/github/home"));
        assertThat(Outside.home(Map.of(), LISTED)).isEqualTo(LISTED);
        assertThat(Outside.home(Map.of("HOME", " "), LISTED)).isEqualTo(LISTED);
        assertThat(Outside.home(Map.of("HOME", "relative"), LISTED)).isEqualTo(LISTED);
    }
}
