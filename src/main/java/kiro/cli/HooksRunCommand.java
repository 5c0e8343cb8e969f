package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.cli.CommandDescription.Flag;
import kiro.cli.CommandDescription.Given;
import kiro.hook.EventKind;
import kiro.hook.Hook;
import kiro.hook.HookStore;
import kiro.hook.run.Cause;
import kiro.hook.run.HookEvent;
import kiro.hook.run.HookRuns;
import kiro.text.NearestNames;
import kiro.workspace.Workspace;

/// `kiro hooks run` and `kiro hooks simulate`: an event that a person makes up, or one hook by its name.
public final class HooksRunCommand extends ProjectCommand {
    private final HookAccess hooks;
    private final Map<String, String> environment;
    private final Given<String> named;
    private final HookEvents events;
    private final Flag json;
    private final Optional<Flag> dryRun;

    private HooksRunCommand(
            Console console,
            Workspaces workspaces,
            HookAccess hooks,
            Map<String, String> environment,
            boolean isSimulation) {
        super(isSimulation ? "simulate" : "run", console, workspaces);
        this.hooks = hooks;
        this.environment = Map.copyOf(environment);
        named =
                description.words(
                        "EVENT|NAME", "The event, such as pre-commit, or one hook's name.");
        events = new HookEvents(description);
        json = description.flag("--json", "Print as JSON.");
        if (isSimulation) {
            dryRun = Optional.empty();
            description.says(
                    "Says which hooks an event would start and why it would not start the others. Nothing runs.",
                    "");
            description.endsWith(
                    "",
                    "Examples:",
                    "  kiro hooks simulate pre-commit --file src/App.java",
                    "  kiro hooks simulate before-tool --tool run_command",
                    "",
                    "Exit codes: 0 said, 1 a file is broken, or there is no such event or hook.");
        } else {
            dryRun =
                    Optional.of(
                            description.flag("--dry-run", "Say what would run, and run nothing."));
            description.says("Runs the hooks of an event, or one hook by its name.", "");
            description.endsWith(
                    "",
                    "Examples:",
                    "  kiro hooks run 'check style' --file src/App.java",
                    "  kiro hooks run file-saved --file src/App.java --dry-run",
                    "",
                    "Exit codes: 0 all went well, 1 a hook failed, 3 a hook said no.");
        }
    }

    public static HooksRunCommand running(
            Console console,
            Workspaces workspaces,
            HookAccess hooks,
            Map<String, String> environment) {
        return new HooksRunCommand(console, workspaces, hooks, environment, false);
    }

    public static HooksRunCommand simulating(
            Console console,
            Workspaces workspaces,
            HookAccess hooks,
            Map<String, String> environment) {
        return new HooksRunCommand(console, workspaces, hooks, environment, true);
    }

    /// What is to happen.
    ///
    /// @param hook the only one that is meant; empty for all of the event
    private record Wanted(HookEvent event, Optional<String> hook) {}

    @Override
    int work(Workspace workspace) throws IOException, InterruptedException {
        HookStore.Reading reading = hooks.in(workspace).read();
        if (reading.isBroken()) {
            console.printFindings(reading.findings());
            console.print("no hook runs until this is mended");
            return ExitCode.FINDINGS.number();
        }
        Optional<Wanted> wanted = wanted(reading);
        if (wanted.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        try (HookAccess.Opened opened = hooks.open(workspace)) {
            boolean isLook = dryRun.map(Flag::isSet).orElse(true);
            return (isLook ? simulate(opened, wanted.get()) : run(opened, wanted.get())).number();
        }
    }

    private Optional<Wanted> wanted(HookStore.Reading reading) {
        String word = named.value().orElse("");
        Cause cause = Cause.of(environment);
        Optional<Hook> hook =
                reading.hooks().stream().filter(each -> each.name().equals(word)).findFirst();
        if (hook.isPresent() && hook.get().trigger().event().isPresent()) {
            EventKind kind = hook.get().trigger().event().get();
            return Optional.of(
                    new Wanted(events.of(kind, Optional.of(word), cause), Optional.of(word)));
        }
        Optional<EventKind> kind = EventKind.named(word);
        if (kind.isEmpty()) {
            unknown(word, reading);
        }
        return kind.map(
                each -> new Wanted(events.of(each, Optional.empty(), cause), Optional.empty()));
    }

    private void unknown(String word, HookStore.Reading reading) {
        List<String> known =
                Stream.concat(EventKind.words().stream(), reading.hooks().stream().map(Hook::name))
                        .toList();
        List<String> near = NearestNames.of(word, known);
        console.problem(
                "hooks/unknown",
                "there is no event and no hook '%s'".formatted(word),
                near.isEmpty()
                        ? "see 'kiro hooks list' and docs/formats/hooks.md"
                        : "did you mean '%s'?".formatted(near.getFirst()));
    }

    private ExitCode simulate(HookAccess.Opened opened, Wanted wanted) {
        var choices =
                opened.hooks().simulate(wanted.event()).stream()
                        .filter(choice ->
                                wanted.hook().map(choice.hook().name()::equals).orElse(true))
                        .toList();
        if (json.isSet()) {
            console.print(ChoicesView.json(choices));
        } else {
            ChoicesView.print(console, choices);
        }
        return ExitCode.OK;
    }

    private ExitCode run(HookAccess.Opened opened, Wanted wanted) throws InterruptedException {
        HookRuns runs =
                wanted.hook().isPresent()
                        ? opened.hooks().only(wanted.hook().get()).fire(wanted.event())
                        : opened.hooks().fire(wanted.event());
        if (json.isSet()) {
            console.print(HookRunsView.json(runs));
        } else {
            HookRunsView.print(console, runs);
            if (runs.runs().isEmpty()) {
                console.note("'kiro hooks simulate' says why");
            }
        }
        return HookRunsView.code(runs);
    }
}
