package kiro.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A command that prints a gigabyte: more than the heap of a run has room for.
class GigabyteTest {
    private static final long GIGABYTE = 1L << 30;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "head -c 1073741824 /dev/zero | tr '\\0' x",
                "yes 'a line of some length that is printed again and again' | head -c 1073741824"
            })
    @Tag("commands#AC-9")
    void a_gigabyte_in_one_line_or_in_many_is_bounded_in_memory_and_on_the_disk(String line)
            throws Exception {
        var result =
                (CommandResult.Exited)
                        new CommandRunner(System.getenv(), folder.resolve("spill"))
                                .run(Command.shell(folder, Duration.ofSeconds(100), line));

        assertThat(result.output().length()).isEqualTo(GIGABYTE);
        assertThat(result.output().text()).hasSizeBetween(20_000, 40_000);
        Output.Kept kept = result.output().kept().orElseThrow();
        assertThat(kept.isWhole()).isFalse();
        assertThat(kept.bytes()).isLessThanOrEqualTo(Output.LARGEST_FILE);
        assertThat(Files.size(kept.file())).isEqualTo(kept.bytes());
    }
}
