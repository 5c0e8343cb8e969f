package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.cli.CommandDescription.Given;
import kiro.hook.EventKind;
import kiro.hook.HookStore;
import kiro.hook.git.GitHooks;
import kiro.hook.git.GitSteps;
import kiro.hook.run.HookRun;
import kiro.hook.run.HookRuns;
import kiro.workspace.Workspace;
import picocli.CommandLine.Model.CommandSpec;

/// `kiro hooks git`: what the hooks that were put into a repository call.
public final class HooksGitCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final HookAccess hooks;
    private final GitHookAccess git;
    private final Given<String> folder;
    private final Given<List<String>> words;
    private final CommandSpec spec;

    public HooksGitCommand(
            Console console, Workspaces workspaces, HookAccess hooks, GitHookAccess git) {
        this.hooks = hooks;
        this.console = console;
        this.workspaces = workspaces;
        this.git = git;
        var description = new CommandDescription("git", this);
        description.says("Runs the hooks of a step of git. The hooks of a repository call it.", "");
        folder = description.option("--in", "FOLDER", "The workspace, from where git is.");
        words = description.rest("STEP", "The step, such as pre-commit, and what git says of it.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro hooks git pre-commit",
                "",
                "Exit codes: 0 git may go on, 1 it may not.");
        this.spec = description.spec();
    }

    /// The command as picocli takes it.
    public CommandSpec description() {
        return spec;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> given = words.value().orElse(List.of());
        Optional<EventKind> kind =
                given.stream().findFirst().flatMap(EventKind::of).filter(GitHooks.STEPS::contains);
        if (kind.isEmpty()) {
            console.problem(
                    "cli/usage",
                    "no step of git is named",
                    "name one of "
                            + String.join(
                                    ", ", GitHooks.STEPS.stream().map(EventKind::word).toList()));
            return ExitCode.USAGE.number();
        }
        if (git.isOff()) {
            return ExitCode.OK.number();
        }
        if (git.isConfined()) {
            return confined(kind.get()).number();
        }
        Workspace workspace = workspaces.at(folder.value().orElse("."));
        HookStore.Reading reading = hooks.in(workspace).read();
        if (!isWaitedFor(kind.get(), reading)) {
            return ExitCode.OK.number();
        }
        String input = kind.get() == EventKind.PRE_PUSH ? console.input() : "";
        return switch (git.steps(workspace)
                .read(kind.get(), given.subList(1, given.size()), input)) {
            case GitSteps.Step.Passed _ -> ExitCode.OK.number();
            case GitSteps.Step.Happens happens -> {
                try (HookAccess.Opened opened = git.openForGit(workspace, reading)) {
                    yield told(opened.hooks().fire(happens.event()), kind.get()).number();
                }
            }
        };
    }

    /// To ask git what is committed takes longer than to look whether a hook wants to know. A broken file may have one.
    private static boolean isWaitedFor(EventKind kind, HookStore.Reading reading) {
        return reading.isBroken()
                || reading.hooks().stream()
                        .anyMatch(hook ->
                                hook.canRun() && hook.trigger().event().equals(Optional.of(kind)));
    }

    /// What guards a commit cannot be asked there, and so says no.
    private ExitCode confined(EventKind kind) {
        if (!kind.canBlock()) {
            return ExitCode.OK;
        }
        console.problem(
                "hooks/confined",
                "the hooks of this project cannot be run from within a sandbox, where nobody's trust is seen",
                "let the agent commit with its tool 'git', or commit by hand");
        return ExitCode.FINDINGS;
    }

    private ExitCode told(HookRuns runs, EventKind kind) {
        runs.runs().stream()
                .filter(run -> !(run.outcome() instanceof HookRun.Outcome.Blocked))
                .forEach(this::tell);
        if (!runs.isBlocked()) {
            return ExitCode.OK;
        }
        console.note(runs.reasons());
        if (!kind.canBlock()) {
            return ExitCode.OK;
        }
        console.note(
                "  next: %s; or go on once without hooks: KIRO_HOOKS=off git %s"
                        .formatted(
                                runs.refusal().isPresent()
                                        ? "mend the file"
                                        : "mend it, or look with 'kiro hooks list'",
                                kind == EventKind.PRE_PUSH
                                        ? "push, or git push --no-verify"
                                        : kind == EventKind.PRE_COMMIT
                                                ? "commit, or git commit --no-verify"
                                                : "commit"));
        return ExitCode.FINDINGS;
    }

    /// What a hook printed is for whoever committed; one that has nothing to say is not heard of.
    private void tell(HookRun run) {
        if (run.outcome() instanceof HookRun.Outcome.Done) {
            String said = (run.left().errors() + run.left().output()).strip();
            if (!said.isEmpty()) {
                console.note(run.hook() + ":");
                said.lines().forEach(line -> console.note("  " + line));
            }
        } else {
            console.note("warning: " + run.words());
        }
    }
}
