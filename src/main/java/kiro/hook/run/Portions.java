package kiro.hook.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kiro.hook.Hook;
import kiro.hook.HookAction;
import kiro.hook.Placeholders;

/// How the files of an event are shared among runs of a hook: one for each where it names `{file}`, else one for all, or for as
/// many as a command line holds.
final class Portions {
    private static final int MOST_BYTES = 100_000;

    private Portions() {}

    static List<HookEvent> of(Hook hook, HookEvent event) {
        List<String> files = event.files();
        if (files.size() < 2) {
            return List.of(event);
        }
        if (isOfOneFile(hook)) {
            return files.stream().map(file -> event.about(List.of(file))).toList();
        }
        return takesFiles(hook) ? packed(event) : List.of(event);
    }

    private static boolean isOfOneFile(Hook hook) {
        boolean isOwn = hook.source().format() == Hook.Format.YAML;
        boolean isOfFile = hook.trigger().event().filter(kind -> kind.isOfFile()).isPresent();
        return switch (hook.action()) {
            case HookAction.Command(String line) ->
                    isOwn ? Placeholders.has(line, "file") : isOfFile;
            case HookAction.AgentTask task -> isOwn && Placeholders.has(task.words(), "file");
            case HookAction.BuiltIn _, HookAction.Unknown _ -> false;
        };
    }

    private static boolean takesFiles(Hook hook) {
        return hook.action() instanceof HookAction.Command(String line)
                && Placeholders.has(line, "files");
    }

    private static List<HookEvent> packed(HookEvent event) {
        var portions = new ArrayList<HookEvent>();
        var portion = new ArrayList<String>();
        int bytes = 0;
        for (String file : event.files()) {
            int length = file.getBytes(StandardCharsets.UTF_8).length + 16;
            if (bytes + length > MOST_BYTES && !portion.isEmpty()) {
                portions.add(event.about(portion));
                portion.clear();
                bytes = 0;
            }
            portion.add(file);
            bytes += length;
        }
        portions.add(event.about(portion));
        return portions;
    }
}
