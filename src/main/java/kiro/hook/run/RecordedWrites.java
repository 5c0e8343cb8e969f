package kiro.hook.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.hook.Origin;
import kiro.text.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Who wrote which files of late, by what hooks and the agent have written down, in whatever process.
///
/// What a built-in or the agent wrote is known to the byte. What a command wrote is not: a change while one ran may be its
/// doing or a person's. It is taken for a person's, and counts as one that a hook led to, so that nothing a person does is
/// lost, and a hook that starts itself comes to an end.
public final class RecordedWrites implements WriteOrigins {
    private static final long MOST_BYTES = 256 << 10;
    private static final Duration FRESH = Duration.ofMinutes(2);

    /// Clocks of file systems go in steps.
    private static final Duration LATE = Duration.ofMillis(50);

    private final HookLog log;
    private final JsonLines lines;
    private final Clock clock;
    private long known = -1;
    private List<Write> writes = List.of();
    private List<LoggedRun> runs = List.of();

    /// @param folder where it is kept
    public RecordedWrites(Path folder, HookLog log, Clock clock) {
        this.lines = new JsonLines(folder.resolve("writes.jsonl"), MOST_BYTES);
        this.log = log;
        this.clock = clock;
    }

    private record Write(Instant time, String path, String hash, Cause cause) {}

    /// The agent wrote a file. What cannot be written down is taken for a person's.
    ///
    /// @param content empty where it took the file away
    public void wrote(String path, Optional<Hash> content, Cause cause) {
        ObjectNode line =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("time", clock.instant().toString())
                        .put("path", path)
                        .put("hash", content.map(Hash::hex).orElse(""));
        cause.hooks().forEach(line.putArray("hooks")::add);
        try {
            lines.append(line);
        } catch (IOException full) {
            return;
        }
    }

    @Override
    public synchronized Cause of(String path, Optional<Hash> content, Instant when) {
        refresh();
        String hash = content.map(Hash::hex).orElse("");
        Instant oldest = when.minus(FRESH);
        for (Write write : writes.reversed()) {
            if (write.path().equals(path)
                    && write.hash().equals(hash)
                    && write.time().isAfter(oldest)) {
                return write.cause();
            }
        }
        for (LoggedRun run : runs.reversed()) {
            if (spans(run, when)) {
                var hooks = new ArrayList<>(run.about().cause());
                hooks.add("?");
                return new Cause(Origin.USER, hooks.stream().map(_ -> "?").toList());
            }
        }
        return Cause.PERSON;
    }

    private static boolean spans(LoggedRun run, Instant when) {
        boolean wasStarted = run.isRunning() || run.ending().tries() > 0;
        Instant end = run.begun().plus(run.ending().took()).plus(LATE);
        return wasStarted && !when.isBefore(run.begun()) && (run.isRunning() || !when.isAfter(end));
    }

    private void refresh() {
        long now = log.stamp() * 31 + lines.stamp();
        if (now == known) {
            return;
        }
        known = now;
        try {
            runs = log.read();
            var found = new ArrayList<Write>();
            for (JsonNode line : lines.read()) {
                JsonLines.time(line).ifPresent(time -> found.add(ofAgent(line, time)));
            }
            runs.forEach(run -> ofRun(run, found));
            writes = found;
        } catch (IOException unreadable) {
            writes = List.of();
            runs = List.of();
        }
    }

    private static Write ofAgent(JsonNode line, Instant time) {
        var hooks = new ArrayList<String>();
        line.path("hooks").forEach(each -> hooks.add(each.asString("")));
        return new Write(
                time,
                line.path("path").asString(""),
                line.path("hash").asString(""),
                new Cause(Origin.AGENT, hooks));
    }

    private static void ofRun(LoggedRun run, List<Write> found) {
        var hooks = new ArrayList<>(run.about().cause());
        hooks.add(run.hook());
        for (LoggedRun.Written each : run.written()) {
            found.add(
                    new Write(
                            run.begun().plus(run.ending().took()),
                            each.path(),
                            each.hash(),
                            new Cause(Origin.AGENT, hooks)));
        }
    }
}
