package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.session.LogReading;
import kiro.session.SessionView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin private SessionArgument session = new SessionArgument();

    @Option(names = "--json", description = "Print JSON instead of Markdown.")
    private boolean isJson;

    public SessionExportCommand(Console console, Workspaces workspaces, ShownText shown) {
        this.console = console;
        this.chosen = new ChosenSession(console, workspaces);
        this.shown = shown;
    }

    @Override
    public Integer call() throws IOException {
        Optional<ChosenSession.Chosen> found = chosen.of(session.id);
        if (found.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        LogReading log = found.get().sessions().read(found.get().id());
        SessionView view = SessionView.of(found.get().id(), log);
        log.damage().forEach(place -> TranscriptView.warning(console, place));
        if (isJson) {
            console.print(SessionJson.whole(view, log, shown));
        } else {
            console.print(new SessionMarkdown(shown).of(view, log));
        }
        return ExitCode.OK.number();
    }
}
