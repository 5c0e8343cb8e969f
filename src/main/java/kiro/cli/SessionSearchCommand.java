package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.session.SessionId;
import kiro.session.Sessions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro session search`: where something was said or done.
@Command(
        name = "search",
        description = {
            "Looks for words in all sessions: tasks, plans, the model's words, calls and their answers. Case counts for nothing.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro session search NullPointerException",
            "  kiro session search 'src/App.java' --session last",
            "",
            "Exit codes: 0 found, 1 not found, 64 there are no words to look for."
        })
public final class SessionSearchCommand implements Callable<Integer> {
    private final Console console;
    private final ChosenSession chosen;
    private final ShownText shown;

    @Parameters(arity = "1", paramLabel = "WORDS", description = "What to look for.")
    private String words = "";

    @Option(names = "--session", paramLabel = "ID", description = "Look in this session alone.")
    private @Nullable String session;

    @Option(names = "--json", description = "Print the places as JSON.")
    private boolean isJson;

    public SessionSearchCommand(Console console, Workspaces workspaces, ShownText shown) {
        this.console = console;
        this.chosen = new ChosenSession(console, workspaces);
        this.shown = shown;
    }

    @Override
    public Integer call() throws IOException {
        if (words.isBlank()) {
            console.problem(
                    "cli/usage", "there is nothing to look for", "give some words to search");
            return ExitCode.USAGE.number();
        }
        Optional<List<SessionSearch.Match>> matches = matches();
        if (matches.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        if (isJson) {
            console.print(SessionJson.matches(matches.get()));
        } else {
            print(matches.get());
        }
        return (matches.get().isEmpty() ? ExitCode.FINDINGS : ExitCode.OK).number();
    }

    private Optional<List<SessionSearch.Match>> matches() throws IOException {
        var search = new SessionSearch(words, shown);
        if (session != null) {
            Optional<ChosenSession.Chosen> one = chosen.of(session);
            return one.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            search.in(one.get().id(), one.get().sessions().read(one.get().id())));
        }
        Optional<Sessions> sessions = chosen.all();
        if (sessions.isEmpty()) {
            return Optional.empty();
        }
        var matches = new ArrayList<SessionSearch.Match>();
        for (SessionId id : sessions.get().ids()) {
            matches.addAll(search.in(id, sessions.get().read(id)));
        }
        return Optional.of(matches);
    }

    private void print(List<SessionSearch.Match> matches) {
        if (matches.isEmpty()) {
            console.note("nothing says '" + shown.of(words) + "'");
        }
        var lines = new ArrayList<String>();
        for (SessionSearch.Match match : matches) {
            lines.add(
                    console.styled(Style.CYAN, match.session().value())
                            + console.styled(
                                    Style.DIM,
                                    " #"
                                            + match.entry().recorded().sequence()
                                            + " "
                                            + match.entry().kind()
                                            + ": ")
                            + match.line());
        }
        console.print(lines);
    }
}
