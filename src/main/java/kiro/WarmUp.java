package kiro;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import kiro.text.Hash;

/// Begins on another thread, while the command line is read, what every run of an agent comes to and what takes the
/// platform some tens of milliseconds the first time.
final class WarmUp {
    /// So long takes the start of a run mostly, and an answer longer.
    private static final Duration BEFORE_ANSWERS = Duration.ofMillis(400);

    private static final Set<String> COMMANDS = Set.of("agent", "chat");

    private WarmUp() {}

    /// @param command the first word of the command line
    static void begin(String command) {
        if (COMMANDS.contains(command)) {
            Thread.ofPlatform().daemon().name("warm-up").start(WarmUp::touch);
        }
    }

    /// To read the first text, the platform goes through the list of all that the jar holds. Digests look for their providers. Numbers,
    /// which reading JSON needs, make tables of large powers: that is for the first answer, and is done while it is waited for.
    private static void touch() {
        Objects.requireNonNull(WarmUp.class.getResource("/kiro/tool/tools.md"));
        Hash.of("").hex();
        try {
            Thread.sleep(BEFORE_ANSWERS);
            BigDecimal.ONE.signum();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
