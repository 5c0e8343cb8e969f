package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kiro.hook.Hook;
import kiro.hook.HookAction;
import kiro.hook.HookStore;
import kiro.text.NearestNames;
import kiro.workspace.Workspace;

/// `kiro hooks explain`: what one hook does, when, and what keeps it from it.
public final class HooksExplainCommand extends ProjectCommand {
    private final HookAccess hooks;
    private final CommandDescription.Given<String> name;

    public HooksExplainCommand(Console console, Workspaces workspaces, HookAccess hooks) {
        super("explain", console, workspaces);
        this.hooks = hooks;
        description.says(
                "Says what a hook does, when, within which bounds, and whether it runs.", "");
        name = description.words("NAME", "The hook's name.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro hooks explain 'check style'",
                "",
                "Exit codes: 0 explained, 1 there is no such hook.");
    }

    @Override
    int work(Workspace workspace) throws IOException {
        HookStore.Reading reading = hooks.in(workspace).read();
        String wanted = name.value().orElse("");
        List<Hook> named =
                reading.all().stream().filter(hook -> hook.name().equals(wanted)).toList();
        if (named.isEmpty()) {
            List<String> near =
                    NearestNames.of(wanted, reading.all().stream().map(Hook::name).toList());
            console.problem(
                    "hooks/unknown",
                    "there is no hook '%s'".formatted(wanted),
                    near.isEmpty()
                            ? "see 'kiro hooks list'"
                            : "did you mean '%s'?".formatted(near.getFirst()));
            return ExitCode.FINDINGS.number();
        }
        named.forEach(hook -> explain(hook, reading));
        return ExitCode.OK.number();
    }

    private void explain(Hook hook, HookStore.Reading reading) {
        console.print("%s  %s".formatted(hook.name(), hook.source()));
        line("for", hook.head().description());
        line("on", hook.trigger().word());
        line("which", hook.trigger().scope());
        hook.action()
                .label()
                .lines()
                .findFirst()
                .ifPresent(words -> {
                    int colon = words.indexOf(": ");
                    line(words.substring(0, colon), words.substring(colon + 2));
                });
        line("with", with(hook.action()));
        HookWords.conditions(hook.conditions()).forEach(each -> line("only", each));
        line("within", HookWords.limits(hook));
        line("answers", HookWords.answer(hook));
        line("state", state(hook, reading));
    }

    /// What the action is told, such as that a model is asked.
    private static String with(HookAction action) {
        return action instanceof HookAction.BuiltIn(String _, Map<String, String> settings)
                ? new TreeMap<>(settings)
                        .entrySet().stream()
                                .map(each -> each.getKey() + ": " + each.getValue())
                                .collect(Collectors.joining(", "))
                : "";
    }

    private static String state(Hook hook, HookStore.Reading reading) {
        return switch (HooksJson.state(hook, reading)) {
            case "ready" -> "ready";
            case "off" -> "does not run: it is switched off with 'enabled: false'";
            case "untrusted" -> "does not run: nobody trusts the file yet; see 'kiro trust'";
            case "broken file" -> "does not run: a file is broken; see 'kiro hooks list'";
            default -> "does not run: this version does not know its event or its action";
        };
    }

    private void line(String label, String text) {
        if (!text.isEmpty()) {
            console.print("  %-10s %s".formatted(label, text));
        }
    }
}
