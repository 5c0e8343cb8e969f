package kiro.cli;

import java.io.IOException;
import java.util.List;
import kiro.hook.Hook;
import kiro.hook.HookStore;
import kiro.workspace.Workspace;

/// `kiro hooks list`: the hooks, and what is wrong with their files.
public final class HooksListCommand extends ProjectCommand {
    private final HookAccess hooks;
    private final CommandDescription.Flag json;

    public HooksListCommand(Console console, Workspaces workspaces, HookAccess hooks) {
        super("list", console, workspaces);
        this.hooks = hooks;
        description.says("Lists the hooks, and checks the files that they stand in.", "");
        json = description.flag("--json", "Print hooks and findings as JSON.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro hooks list",
                "  kiro hooks list --json",
                "",
                "Exit codes: 0 listed, 1 a file is broken, and no hook runs.");
    }

    @Override
    int work(Workspace workspace) throws IOException {
        HookStore.Reading reading = hooks.in(workspace).read();
        if (json.isSet()) {
            console.print(HooksJson.list(reading));
        } else {
            print(reading);
        }
        return (reading.isBroken() ? ExitCode.FINDINGS : ExitCode.OK).number();
    }

    private void print(HookStore.Reading reading) {
        console.printFindings(reading.findings());
        if (reading.isBroken()) {
            console.print("no hook runs until this is mended");
        }
        if (reading.all().isEmpty()) {
            console.print("no hooks: describe one in .kiro/hooks.yaml");
            return;
        }
        var table = new TextTable(List.of("NAME", "ON", "WHAT", "STATE", "PLACE"));
        for (Hook hook : reading.all()) {
            table.row(
                    hook.name(),
                    hook.trigger().word()
                            + (hook.trigger().scope().isEmpty()
                                    ? ""
                                    : " (" + hook.trigger().scope() + ")"),
                    hook.action().label().lines().findFirst().orElse(""),
                    HooksJson.state(hook, reading),
                    hook.source().toString());
        }
        console.print(table.lines(console.width()));
        boolean isUntrusted = reading.all().stream().anyMatch(hook -> !hook.source().isTrusted());
        if (isUntrusted && !reading.isBroken()) {
            console.note(HooksJson.UNTRUSTED);
        }
    }
}
