package kiro.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The processes of this machine, as tests ask about them.
public final class Processes {
    private Processes() {}

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
