package kiro.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("memory#AC-2")
class MemoryProcessesTest {
    private static final int PROCESSES = 3;
    private static final int EACH = 25;

    @TempDir private Path folder;

    /// A process that adds facts one by one.
    static final class Adder {
        private Adder() {}

        public static void main(String[] args) throws Exception {
            MemoryHere here = MemoryHere.in(Path.of(args[0]));
            for (int i = 0; i < EACH; i++) {
                here.with(MemoryHere.convention("fact %d of %s".formatted(i, args[1])));
            }
        }
    }

    @Test
    void no_change_of_processes_and_threads_that_write_at_once_is_lost() throws Exception {
        MemoryHere.in(folder);
        var children = new ArrayList<Process>();
        for (int i = 0; i < PROCESSES; i++) {
            children.add(child(i));
        }
        var threads = new ArrayList<Thread>();
        for (String name : List.of("one", "two")) {
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    Adder.main(new String[] {folder.toString(), name});
                                } catch (Exception cause) {
                                    throw new AssertionError(cause);
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (Process child : children) {
            assertThat(child.waitFor()).isZero();
        }

        assertThat(MemoryHere.in(folder).memory().read().facts().facts())
                .hasSize((PROCESSES + 2) * EACH);
    }

    private Process child(int number) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Adder.class.getName(),
                        folder.toString(),
                        "process " + number)
                .inheritIO()
                .start();
    }
}
