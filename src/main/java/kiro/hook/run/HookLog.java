package kiro.hook.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import kiro.hook.Hook;
import kiro.text.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The runs of a workspace's hooks, in a file of the person's own. A run is written down before it begins and when it has
/// ended, so that one that a crash has cut short is known.
public final class HookLog {
    private static final long MOST_BYTES = 512 << 10;
    private static final int MOST_FILES = 20;
    private static final int MOST_CHARACTERS = 1_000;

    private final JsonLines lines;
    private final UnaryOperator<String> mask;
    private final LongPredicate isAlive;

    /// @param folder where it is kept
    /// @param mask takes secrets out of what is shown
    /// @param isAlive whether a process of this id runs
    public HookLog(Path folder, UnaryOperator<String> mask, LongPredicate isAlive) {
        this.lines = new JsonLines(folder.resolve("log.jsonl"), MOST_BYTES);
        this.mask = mask;
        this.isAlive = isAlive;
    }

    void begun(String id, Hook hook, HookEvent event, Instant time) throws IOException {
        ObjectNode line =
                line("begun", id, time)
                        .put("hook", hook.name())
                        .put("event", event.kind().word())
                        .put("pid", ProcessHandle.current().pid())
                        .put("files", event.files().size());
        event.files().stream().limit(MOST_FILES).forEach(line.putArray("first")::add);
        event.cause().hooks().forEach(line.putArray("cause")::add);
        lines.append(line);
    }

    /// @param hashes of the files that it wrote
    void ended(HookRun run, Instant time, Map<String, Hash> hashes) throws IOException {
        ObjectNode line =
                line("ended", run.id(), time)
                        .put("hook", run.hook())
                        .put("event", run.event().word())
                        .put("outcome", run.outcome().word())
                        .put("reason", mask.apply(run.outcome().reason()))
                        .put("millis", run.times().took().toMillis())
                        .put("tries", run.times().tries())
                        .put("output", start(run));
        run.left().whole().ifPresent(file -> line.put("whole", file.toString()));
        var written = line.putArray("written");
        hashes.forEach(
                (path, hash) -> written.addObject().put("path", path).put("hash", hash.hex()));
        lines.append(line);
    }

    private String start(HookRun run) {
        String text = run.left().errors() + run.left().output();
        String masked = mask.apply(text.strip());
        return masked.length() <= MOST_CHARACTERS
                ? masked
                : masked.substring(0, MOST_CHARACTERS) + " …";
    }

    private static ObjectNode line(String phase, String id, Instant time) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("version", 1)
                .put("phase", phase)
                .put("id", id)
                .put("time", time.toString());
    }

    /// Changes whenever a run was written down.
    long stamp() {
        return lines.stamp();
    }

    /// The runs there are, the oldest first.
    public List<LoggedRun> read() throws IOException {
        Map<String, LoggedRun> runs = new LinkedHashMap<>();
        for (JsonNode line : lines.read()) {
            String id = line.path("id").asString("");
            Optional<Instant> time = JsonLines.time(line);
            if (id.isEmpty() || time.isEmpty()) {
                continue;
            }
            if (line.path("phase").asString("").equals("begun")) {
                runs.put(id, begun(line, id, time.get()));
            } else {
                runs.put(id, ended(line, Optional.ofNullable(runs.get(id)), time.get()));
            }
        }
        return List.copyOf(runs.values());
    }

    private LoggedRun begun(JsonNode line, String id, Instant time) {
        boolean runs = isAlive.test(line.path("pid").asLong(-1));
        return new LoggedRun(
                id,
                line.path("hook").asString(""),
                line.path("event").asString(""),
                new LoggedRun.About(
                        texts(line.path("first")),
                        line.path("files").asInt(0),
                        texts(line.path("cause"))),
                time,
                runs
                        ? LoggedRun.Ending.open("running", "")
                        : LoggedRun.Ending.open(
                                "lost", "was cut short: the program that ran it is gone"),
                List.of());
    }

    /// @param begun empty where the file that had it is gone
    private static LoggedRun ended(JsonNode line, Optional<LoggedRun> begun, Instant time) {
        Duration took = Duration.ofMillis(line.path("millis").asLong(0));
        return new LoggedRun(
                line.path("id").asString(""),
                line.path("hook").asString(""),
                line.path("event").asString(""),
                begun.map(LoggedRun::about).orElse(new LoggedRun.About(List.of(), 0, List.of())),
                begun.map(LoggedRun::begun).orElse(time.minus(took)),
                new LoggedRun.Ending(
                        line.path("outcome").asString(""),
                        line.path("reason").asString(""),
                        took,
                        line.path("tries").asInt(0),
                        line.path("output").asString(""),
                        line.path("whole").asString("")),
                written(line.path("written")));
    }

    private static List<LoggedRun.Written> written(JsonNode array) {
        var written = new ArrayList<LoggedRun.Written>();
        array.forEach(each ->
                written.add(
                        new LoggedRun.Written(
                                each.path("path").asString(""), each.path("hash").asString(""))));
        return written;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asString("")));
        return texts;
    }
}
