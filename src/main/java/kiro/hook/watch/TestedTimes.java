package kiro.hook.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.text.OwnFile;

/// When `kiro test` last ran the tests, which tells of failures itself: whoever watches reports leaves those of that time alone.
public final class TestedTimes {
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,18})\\s*");
    private static final Duration LATE = Duration.ofSeconds(2);

    private final Path file;
    private final Clock clock;

    /// @param folder of the person's own, for the state of hooks
    public TestedTimes(Path folder, Clock clock) {
        this.file = folder.resolve("tested");
        this.clock = clock;
    }

    /// @param limit how long the tests may run
    public Instant begin(Duration limit) throws IOException {
        Instant now = clock.instant();
        write(now, now.plus(limit));
        return now;
    }

    public void end(Instant begun) throws IOException {
        write(begun, clock.instant());
    }

    private void write(Instant begun, Instant end) throws IOException {
        new OwnFile(file).replacePrivately(begun.toEpochMilli() + " " + end.toEpochMilli() + "\n");
    }

    /// Whether a report of this time, in milliseconds, is of no such run.
    public boolean isOthers(long modified) {
        try {
            Matcher line = LINE.matcher(Files.readString(file));
            return !line.matches()
                    || modified < Long.parseLong(line.group(1))
                    || modified > Long.parseLong(line.group(2)) + LATE.toMillis();
        } catch (IOException none) {
            return true;
        }
    }
}
