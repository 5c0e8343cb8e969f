package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.session.LogReading;
import kiro.session.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro session show`: a run as a person reads it.
@Command(
        name = "show",
        description = {
            "Shows what happened in a run, in order: the plan, the model's words, calls with their answers, tests, approvals.",
            "Secrets are masked. A session is named by its id, the beginning or the end of one, or 'last'.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro session show",
            "  kiro session show 20261125-101500-abcd",
            "  kiro session show abcd --full",
            "",
            "Exit codes: 0 shown, 1 there is no such session."
        })
public final class SessionShowCommand implements Callable<Integer> {
    private final Console console;
    private final ChosenSession chosen;
    private final ShownText shown;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The session; the newest where it is left out.")
    private String id = Sessions.LAST;

    @Option(names = "--full", description = "Show answers of tools whole, however long.")
    private boolean isFull;

    public SessionShowCommand(Console console, Workspaces workspaces, ShownText shown) {
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
        new TranscriptView(console, shown, isFull ? Integer.MAX_VALUE : TranscriptView.LINES)
                .print(session.get().id(), log);
        return ExitCode.OK.number();
    }
}
