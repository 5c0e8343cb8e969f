package kiro.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import kiro.cli.CommandDescription.Flag;
import kiro.cli.CommandDescription.Given;
import kiro.hook.run.LoggedRun;
import kiro.workspace.Workspace;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `kiro hooks log`: the runs there were, and how they ended.
public final class HooksLogCommand extends ProjectCommand {
    private static final int USUAL = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final HookAccess hooks;
    private final ZoneId zone;
    private final Given<String> name;
    private final Given<Integer> count;
    private final Flag json;

    public HooksLogCommand(Console console, Workspaces workspaces, HookAccess hooks, ZoneId zone) {
        super("log", console, workspaces);
        this.hooks = hooks;
        this.zone = zone;
        description.says("Shows the runs of hooks, the newest last.", "");
        name = description.words("NAME", "Only those of this hook.");
        count = description.number("--last", "N", "How many; 20 where nothing is said.");
        json = description.flag("--json", "Print the runs as JSON.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro hooks log",
                "  kiro hooks log 'check style' --last 5",
                "",
                "Exit codes: 0 shown.");
    }

    @Override
    int work(Workspace workspace) throws IOException {
        List<LoggedRun> all =
                hooks.log(workspace).read().stream()
                        .filter(run -> name.value().map(run.hook()::equals).orElse(true))
                        .toList();
        int most = Math.max(1, count.value().orElse(USUAL));
        List<LoggedRun> runs = all.subList(Math.max(0, all.size() - most), all.size());
        if (json.isSet()) {
            console.print(json(runs));
        } else {
            print(runs);
        }
        return ExitCode.OK.number();
    }

    private void print(List<LoggedRun> runs) {
        if (runs.isEmpty()) {
            console.print("no hook has run here yet");
            return;
        }
        for (LoggedRun run : runs) {
            LoggedRun.Ending ending = run.ending();
            console.print(
                    "%s  %-8s %s, on %s%s  %,d ms%s"
                            .formatted(
                                    TIME.format(run.begun().atZone(zone)),
                                    ending.word(),
                                    run.hook(),
                                    run.event(),
                                    about(run),
                                    ending.took().toMillis(),
                                    ending.reason().isEmpty() ? "" : ": " + ending.reason()));
            ending.output().lines().limit(5).forEach(line -> console.print("    " + line));
            if (!ending.whole().isEmpty()) {
                console.print("    the whole output is in " + ending.whole());
            }
        }
    }

    private static String about(LoggedRun run) {
        return switch (run.about().count()) {
            case 0 -> "";
            case 1 -> " of " + String.join("", run.about().files());
            default -> " of %,d files".formatted(run.about().count());
        };
    }

    private static String json(List<LoggedRun> runs) {
        ObjectNode root = SpecJson.root();
        ArrayNode array = root.putArray("runs");
        for (LoggedRun run : runs) {
            ObjectNode node =
                    array.addObject()
                            .put("id", run.id())
                            .put("hook", run.hook())
                            .put("event", run.event())
                            .put("begun", run.begun().toString())
                            .put("outcome", run.ending().word())
                            .put("reason", run.ending().reason())
                            .put("millis", run.ending().took().toMillis())
                            .put("tries", run.ending().tries())
                            .put("output", run.ending().output())
                            .put("fileCount", run.about().count());
            run.about().files().forEach(node.putArray("files")::add);
            run.about().cause().forEach(node.putArray("cause")::add);
            if (!run.ending().whole().isEmpty()) {
                node.put("whole", run.ending().whole());
            }
        }
        return root.toPrettyString();
    }
}
