package kiro.cli;

import java.util.List;
import kiro.hook.run.HookRun;
import kiro.hook.run.HookRuns;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What came of an event, for people and for programs.
final class HookRunsView {
    private HookRunsView() {}

    static void print(Console console, HookRuns runs) {
        runs.refusal().ifPresent(console::note);
        if (runs.runs().isEmpty() && runs.refusal().isEmpty()) {
            console.print("no hook runs on this");
        }
        for (HookRun run : runs.runs()) {
            console.print(line(run));
            said(run).lines().forEach(line -> console.print("  " + line));
            run.left().whole().ifPresent(file -> console.print("  the whole output is in " + file));
        }
    }

    private static String line(HookRun run) {
        String tries =
                run.times().tries() > 1 ? ", tried %d times".formatted(run.times().tries()) : "";
        String reason = run.outcome().reason();
        return "%-8s %s  %,d ms%s%s"
                .formatted(
                        run.outcome().word(),
                        run.hook(),
                        run.times().took().toMillis(),
                        tries,
                        reason.isEmpty() ? "" : ": " + reason);
    }

    private static String said(HookRun run) {
        String output = run.left().output().strip();
        String errors = run.left().errors().strip();
        return output.isEmpty() ? errors : errors.isEmpty() ? output : output + "\n" + errors;
    }

    static String json(HookRuns runs) {
        ObjectNode root = SpecJson.root().put("blocked", runs.isBlocked());
        runs.refusal().ifPresent(text -> root.put("refusal", text));
        ArrayNode array = root.putArray("runs");
        for (HookRun run : runs.runs()) {
            ObjectNode node =
                    array.addObject()
                            .put("id", run.id())
                            .put("hook", run.hook())
                            .put("event", run.event().word())
                            .put("outcome", run.outcome().word())
                            .put("reason", run.outcome().reason())
                            .put("millis", run.times().took().toMillis())
                            .put("tries", run.times().tries())
                            .put("output", run.left().output())
                            .put("errors", run.left().errors());
            run.left().whole().ifPresent(file -> node.put("whole", file.toString()));
            strings(node.putArray("files"), run.files());
            strings(node.putArray("written"), run.left().written());
        }
        return root.toPrettyString();
    }

    private static void strings(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    /// Blocked is a no, a failure is something to repair.
    static ExitCode code(HookRuns runs) {
        if (runs.refusal().isPresent()) {
            return ExitCode.FINDINGS;
        }
        if (runs.isBlocked()) {
            return ExitCode.DENIED;
        }
        boolean isFailed =
                runs.runs().stream()
                        .anyMatch(run ->
                                run.outcome() instanceof HookRun.Outcome.Failed
                                        || run.outcome() instanceof HookRun.Outcome.NotRun);
        return isFailed ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
