package kiro.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kiro.cli.CommandDescription.Flag;
import kiro.hook.run.HookEvent;
import kiro.hook.run.HookRuns;
import kiro.workspace.Workspace;

/// `kiro hooks github`: starts the hooks on pull requests in a workflow.
public final class HooksGithubCommand extends ProjectCommand {
    private static final String VARIABLE = "GITHUB_EVENT_PATH";

    private final HookAccess hooks;
    private final Map<String, String> environment;
    private final Function<Path, Found> events;
    private final Flag json;

    /// What a file says that happened.
    public sealed interface Found {
        record Event(HookEvent event) implements Found {}

        /// @param action may be empty
        record Other(String action) implements Found {}

        record Unreadable(String reason) implements Found {}
    }

    /// @param events reads the file of an event
    public HooksGithubCommand(
            Console console,
            Workspaces workspaces,
            HookAccess hooks,
            Map<String, String> environment,
            Function<Path, Found> events) {
        super("github", console, workspaces);
        this.hooks = hooks;
        this.environment = Map.copyOf(environment);
        this.events = events;
        description.says(
                "In a workflow of GitHub: starts the hooks on 'pr-opened' or 'pr-updated' where the event that started the workflow is one.",
                "");
        json = description.flag("--json", "Print as JSON.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro hooks github",
                "",
                "Exit codes: 0 all went well, or it was another event, 1 a hook failed, or there is no event.");
    }

    @Override
    int work(Workspace workspace) throws IOException, InterruptedException {
        Optional<Path> file = file();
        if (file.isEmpty()) {
            console.problem(
                    "hooks/no-event",
                    VARIABLE + " names no file",
                    "run this in a workflow of GitHub, on 'pull_request'");
            return ExitCode.FINDINGS.number();
        }
        return switch (events.apply(file.get())) {
            case Found.Event(HookEvent event) -> start(workspace, event).number();
            case Found.Other(String action) -> {
                console.print(
                        "nothing to start: the event %s"
                                .formatted(
                                        action.isEmpty()
                                                ? "is about no pull request"
                                                : "is '" + action + "'"));
                yield ExitCode.OK.number();
            }
            case Found.Unreadable(String reason) -> {
                console.problem(
                        "hooks/no-event",
                        "the event cannot be read: " + reason,
                        VARIABLE + " has to name the file that GitHub wrote");
                yield ExitCode.FINDINGS.number();
            }
        };
    }

    private Optional<Path> file() {
        try {
            return Optional.ofNullable(environment.get(VARIABLE))
                    .filter(text -> !text.isBlank())
                    .map(Path::of);
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    private ExitCode start(Workspace workspace, HookEvent event) throws InterruptedException {
        try (HookAccess.Opened opened = hooks.open(workspace)) {
            HookRuns runs = opened.hooks().fire(event);
            if (json.isSet()) {
                console.print(HookRunsView.json(runs));
            } else {
                HookRunsView.print(console, runs);
            }
            return HookRunsView.code(runs);
        }
    }
}
