package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.session.LogReading;
import kiro.session.SessionView;
import kiro.session.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro session export`: a run as a file for others.
@Command(
        name = "export",
        description = {
            "Prints a run as a Markdown document, or as JSON with every event. Secrets are masked; read it before you",
            "hand it on all the same.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro session export > run.md",
            "  kiro session export abcd --json > run.json",
            "",
            "Exit codes: 0 printed, 1 there is no such session."
        })
public final class SessionExportCommand implements Callable<Integer> {
    private final Console console;
    private final ChosenSession chosen;
    private final ShownText shown;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The session; the newest where it is left out.")
    private String id = Sessions.LAST;

    @Option(names = "--json", description = "Print JSON instead of Markdown.")
    private boolean isJson;

    public SessionExportCommand(Console console, Workspaces workspaces, ShownText shown) {
        this.console = console;
        this.chosen = new ChosenSession(console, workspaces);
        this.shown = shown;
    }

    @Override
    public Integer call() throws IOException {
        Optional<ChosenSession.Chosen> session = chosen.of(id);
        if (session.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        LogReading log = session.get().sessions().read(session.get().id());
        SessionView view = SessionView.of(session.get().id(), log);
        log.damage().forEach(place -> TranscriptView.warning(console, place));
        if (isJson) {
            console.print(SessionJson.whole(view, log, shown));
        } else {
            console.print(new SessionMarkdown(shown).of(view, log));
        }
        return ExitCode.OK.number();
    }
}
