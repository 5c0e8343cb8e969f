package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.cli.CommandDescription.Flag;
import kiro.hook.HookStore;
import kiro.hook.git.GitHooks;
import kiro.hook.run.LoggedRun;
import kiro.workspace.Workspace;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `kiro hooks status`: what calls hooks here, and what runs at the moment.
public final class HooksStatusCommand extends ProjectCommand {
    private final HookAccess hooks;
    private final GitHookAccess git;
    private final Flag json;

    public HooksStatusCommand(
            Console console, Workspaces workspaces, HookAccess hooks, GitHookAccess git) {
        super("status", console, workspaces);
        this.hooks = hooks;
        this.git = git;
        description.says(
                "Says whether git calls the hooks of this project, and what runs now.", "");
        json = description.flag("--json", "Print as JSON.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro hooks status",
                "",
                "Exit codes: 0 said, 1 a hook waits in vain.");
    }

    @Override
    int work(Workspace workspace) throws IOException, InterruptedException {
        HookStore.Reading reading = hooks.in(workspace).read();
        List<GitHooks.Standing> steps =
                git.gitHooks(workspace).isPresent()
                        ? git.gitHooks(workspace).get().standing()
                        : List.of();
        List<LoggedRun> running =
                hooks.log(workspace).read().stream().filter(LoggedRun::isRunning).toList();
        if (json.isSet()) {
            console.print(json(steps, running, reading));
        } else {
            print(steps, running, reading);
        }
        boolean isInVain = steps.stream().anyMatch(step -> isInVain(step, reading));
        return (isInVain ? ExitCode.FINDINGS : ExitCode.OK).number();
    }

    private void print(
            List<GitHooks.Standing> steps, List<LoggedRun> running, HookStore.Reading reading) {
        if (steps.isEmpty()) {
            console.print("git: there is no repository here");
        }
        for (GitHooks.Standing step : steps) {
            console.print(
                    "%-20s %s%s"
                            .formatted(
                                    step.kind().word(),
                                    word(step.state()),
                                    isInVain(step, reading)
                                            ? ", and a hook waits for it: run 'kiro hooks install'"
                                            : ""));
        }
        for (LoggedRun run : running) {
            console.print("running: %s, on %s".formatted(run.hook(), run.event()));
        }
        if (reading.isBroken()) {
            console.print("a file of hooks is broken, and none runs: see 'kiro hooks list'");
        }
    }

    private static boolean isInVain(GitHooks.Standing step, HookStore.Reading reading) {
        return step.state() != GitHooks.State.INSTALLED
                && reading.hooks().stream()
                        .anyMatch(hook ->
                                hook.canRun()
                                        && hook.trigger().event().equals(Optional.of(step.kind())));
    }

    private static String word(GitHooks.State state) {
        return switch (state) {
            case INSTALLED -> "installed";
            case MISSING -> "not installed";
            case OTHER -> "installed by another kiro";
        };
    }

    private static String json(
            List<GitHooks.Standing> steps, List<LoggedRun> running, HookStore.Reading reading) {
        ObjectNode root = SpecJson.root().put("broken", reading.isBroken());
        ArrayNode all = root.putArray("git");
        for (GitHooks.Standing step : steps) {
            all.addObject()
                    .put("step", step.kind().word())
                    .put("file", step.file().toString())
                    .put("state", step.state().name().toLowerCase(Locale.ROOT))
                    .put("waitsInVain", isInVain(step, reading));
        }
        ArrayNode runs = root.putArray("running");
        running.forEach(run -> runs.addObject().put("hook", run.hook()).put("event", run.event()));
        return root.toPrettyString();
    }
}
