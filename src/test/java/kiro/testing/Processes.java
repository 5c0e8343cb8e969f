package kiro.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The processes of this machine, as tests ask about them.
public final class Processes {
    private Processes() {}

    /// The places of the classes that run now, whatever folder they are looked for from.
    public static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(place -> Path.of(place).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Whether a process has ended, be it that nobody has collected it yet: to Java such a one is alive.
    public static boolean hasEnded(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "stat=", "-p", String.valueOf(pid)).start();
            String state =
                    new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return state.isEmpty() || state.startsWith("Z");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
