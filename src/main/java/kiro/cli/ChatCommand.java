package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.agent.AgentTask.Goal;
import kiro.permission.Mode;
import kiro.session.Sessions;
import kiro.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro chat`: a conversation about the project, with the tools and the permissions of the agent.
@Command(
        name = "chat",
        description = {
            "A conversation with the model about the project: questions, and changes that you ask for.",
            "What you type while it works is told with its next request; Esc or Ctrl-C stops it. /help shows the commands.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro chat",
            "  kiro chat 'why does @src/App.java read the file twice?'",
            "  kiro chat --resume",
            "  git diff | kiro chat --mode autonomous",
            "",
            "Exit codes: 0 over; without a terminal that of the last answer: 2 not done, 3 refused, 4 limit, 5 model failed;",
            "1 bad settings, 6 busy, 130 interrupted."
        })
public final class ChatCommand implements Callable<Integer> {
    private final Console console;
    private final ChatFlow flow;
    private final Workspaces workspaces;

    @Parameters(arity = "0..1", paramLabel = "WORDS", description = "The first thing you say.")
    private @Nullable String words;

    @Option(
            names = "--resume",
            arity = "0..1",
            fallbackValue = Sessions.LAST,
            paramLabel = "ID",
            description = "Go on with a conversation: the newest, or the one named.")
    private @Nullable String resume;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            converter = ModeConverter.class,
            description = "How much is asked: interactive, semi-automatic or autonomous.")
    private @Nullable Mode mode;

    @Option(names = "--model", paramLabel = "MODEL", description = "The model.")
    private @Nullable String model;

    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description = "Talk with a custom agent: 'kiro agents list' shows them.")
    private @Nullable String agent;

    @Option(names = "--json", description = "Print the conversation's events as JSON lines.")
    private boolean isJson;

    @Option(
            names = "--plain",
            description = "One line for each event and no drawing, as a screen reader needs it.")
    private boolean isPlain;

    public ChatCommand(Console console, ChatFlow flow, Workspaces workspaces) {
        this.console = console;
        this.flow = flow;
        this.workspaces = workspaces;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = workspaces.current();
        Goal goal = new Goal.WholeWork();
        if (resume != null) {
            switch (ChatSession.find(workspace, resume, Optional.empty())) {
                case ChatSession.Known known -> goal = known.goal();
                case ChatSession.Nothing nothing -> {
                    Problem problem = nothing.problem();
                    console.problem(problem.code(), problem.message(), problem.fix());
                    return ExitCode.FINDINGS.number();
                }
            }
        }
        return flow.run(
                        new ChatFlow.Asked(
                                workspace,
                                Optional.ofNullable(words),
                                new Chosen(
                                        Optional.ofNullable(mode),
                                        Optional.ofNullable(model),
                                        Optional.ofNullable(agent),
                                        Optional.empty()),
                                output()),
                        goal)
                .number();
    }

    private RunFaces.Output output() {
        if (isJson) {
            return RunFaces.Output.JSON;
        }
        return isPlain ? RunFaces.Output.PLAIN : RunFaces.Output.TEXT;
    }
}
