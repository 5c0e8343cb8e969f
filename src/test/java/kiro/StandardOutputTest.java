package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import kiro.testing.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of what is printed is known to the system alone, so this is tried with processes.
@Tag("terminal#AC-14")
class StandardOutputTest {
    @TempDir private Path folder;

    @BeforeEach
    void open() throws Exception {
        Files.createDirectories(folder.resolve(".kiro/specs"));
    }

    @Test
    void a_result_for_which_there_is_no_room_is_no_success() throws Exception {
        Ended ended = shell("%s >/dev/full");

        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.text())
                .contains(
                        "error: what was printed is not whole: No space left on device [io/output]",
                        "  next: ");
    }

    @Test
    void a_reader_that_has_read_enough_is_no_failure() throws Exception {
        assertThat(shell("{ %s; echo \"code $?\" >&2; } | true"))
                .isEqualTo(new Ended(0, "code 0\n"));
    }

    @Test
    void what_is_printed_arrives() throws Exception {
        Ended ended = shell("%s");

        assertThat(ended.code()).isZero();
        assertThat(ended.text()).startsWith("no specs in .kiro/specs yet");
    }

    /// @param text what came on both streams
    private record Ended(int code, String text) {}

    private Ended shell(String line) throws Exception {
        String kiro =
                "'%s' -XX:-UsePerfData -XX:TieredStopAtLevel=1 kiro.Main spec list"
                        .formatted(Path.of(System.getProperty("java.home"), "bin", "java"));
        var builder =
                new ProcessBuilder("sh", "-c", line.formatted(kiro))
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        builder.environment().put("CLASSPATH", Processes.classPath());
        builder.environment().put("HOME", folder.resolve("home").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), text);
    }
}
