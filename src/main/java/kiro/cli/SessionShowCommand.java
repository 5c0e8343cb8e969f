package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.session.LogReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin private SessionArgument session = new SessionArgument();

    @Option(names = "--full", description = "Show answers of tools whole, however long.")
    private boolean isFull;

    public SessionShowCommand(Console console, Workspaces workspaces, ShownText shown) {
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
        new TranscriptView(console, shown, isFull ? Integer.MAX_VALUE : TranscriptView.LINES)
                .print(found.get().id(), log);
        return ExitCode.OK.number();
    }
}
