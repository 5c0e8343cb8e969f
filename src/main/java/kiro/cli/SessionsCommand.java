package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.session.SessionId;
import kiro.session.SessionView;
import kiro.session.Sessions;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro sessions`: the runs of this workspace, the newest first.
@Command(
        name = "sessions",
        description = {
            "Lists the runs of the agent in this workspace, the newest first: how they ended, what they did, what they used.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro sessions",
            "  kiro sessions --all --json",
            "",
            "Exit codes: 0 listed, 1 there is no .kiro folder."
        })
public final class SessionsCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Console console;
    private final Projects projects;
    private final ShownText shown;

    @Option(names = "--all", description = "List all of them, not just the newest 20.")
    private boolean isAll;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean isJson;

    public SessionsCommand(Console console, Workspaces workspaces, ShownText shown) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.shown = shown;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        var sessions = new Sessions(workspace.get());
        List<SessionId> ids = sessions.ids();
        var views = new ArrayList<SessionView>();
        for (SessionId id : ids.subList(0, isAll ? ids.size() : Math.min(SHOWN, ids.size()))) {
            views.add(SessionView.of(id, sessions.read(id)));
        }
        Optional<SessionId> running = RunningSession.in(workspace.get(), views);
        if (isJson) {
            console.print(SessionJson.list(views, running, ids.size(), shown));
        } else {
            table(views, running, ids.size());
        }
        return ExitCode.OK.number();
    }

    private void table(List<SessionView> views, Optional<SessionId> running, int all) {
        if (views.isEmpty()) {
            console.print("no sessions yet: 'kiro agent' makes one with each run");
            return;
        }
        var table =
                new TextTable(
                        List.of("SESSION", "TASK", "STATE", "STEPS", "PROVEN", "FILES", "TOKENS"));
        views.forEach(view -> table.row(row(view, running)));
        console.print(table.lines(console.width()));
        if (all > views.size()) {
            console.note(
                    "%d older sessions are not listed: '--all' lists them"
                            .formatted(all - views.size()));
        }
        for (SessionView view : views) {
            view.damage()
                    .forEach(place ->
                            console.note(
                                    console.styled(Style.YELLOW, "warning")
                                            + ": the log of "
                                            + view.id()
                                            + ": "
                                            + place));
        }
    }

    private String[] row(SessionView view, Optional<SessionId> running) {
        String task =
                view.begun()
                        .map(begun ->
                                begun.spec().map(spec -> spec + ": ").orElse("") + begun.task())
                        .orElse("(the beginning of the log is lost)");
        return new String[] {
            view.id().value(),
            oneLine(shown.of(task)),
            running.filter(view.id()::equals).isPresent() ? "running" : view.state(),
            fraction(view.work().steps()),
            fraction(view.work().criteria()),
            view.work().files().isEmpty() ? "-" : String.valueOf(view.work().files().size()),
            view.usage().total() == 0 ? "-" : "%,d".formatted(view.usage().total())
        };
    }

    private static String oneLine(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() > 80 ? line.substring(0, 77) + "..." : line;
    }

    private static String fraction(SessionView.Count count) {
        return count.all() == 0 ? "-" : count.done() + "/" + count.all();
    }
}
