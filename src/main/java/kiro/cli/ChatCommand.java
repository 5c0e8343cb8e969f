package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.agent.AgentTask.Goal;
import kiro.cli.CommandDescription.Flag;
import kiro.cli.CommandDescription.Given;
import kiro.permission.Mode;
import kiro.session.Sessions;
import kiro.workspace.Workspace;
import picocli.CommandLine.Model.CommandSpec;

/// `kiro chat`: a conversation about the project, with the tools and the permissions of the agent.
public final class ChatCommand implements Callable<Integer> {
    private final Console console;
    private final ChatFlow flow;
    private final FoundModels found;
    private final Workspaces workspaces;

    private final CommandDescription description = new CommandDescription("chat", this);
    private final Given<String> words = description.words("WORDS", "The first thing you say.");
    private final Given<String> resume =
            description.optional(
                    "--resume",
                    "ID",
                    Sessions.LAST,
                    "Go on with a conversation: the newest, or the one named.");
    private final Given<Mode> mode =
            description.option(
                    "--mode",
                    "MODE",
                    Mode.class,
                    new ModeConverter(),
                    "How much is asked: interactive, semi-automatic or autonomous.");
    private final Given<String> model = description.option("--model", "MODEL", "The model.");
    private final Given<String> agent =
            description.option(
                    "--agent", "NAME", "Talk with a custom agent: 'kiro agents list' shows them.");
    private final EffortOption effort = new EffortOption(description);
    private final Flag json =
            description.flag("--json", "Print the conversation's events as JSON lines.");
    private final Flag plain =
            description.flag(
                    "--plain",
                    "One line for each event and no drawing, as a screen reader needs it.");

    public ChatCommand(Console console, ChatFlow flow, Workspaces workspaces, FoundModels found) {
        this.console = console;
        this.found = found;
        this.flow = flow;
        this.workspaces = workspaces;
        description.says(
                "A conversation with the model about the project: questions, and changes that you ask for.",
                "What you type while it works is told with its next request; Esc or Ctrl-C stops it. /help shows the commands.",
                "");
        description.endsWith(
                "",
                "Examples:",
                "  kiro chat",
                "  kiro chat 'why does @src/App.java read the file twice?'",
                "  kiro chat --resume",
                "  git diff | kiro chat --mode autonomous",
                "",
                "Exit codes: 0 over; without a terminal that of the last answer: 2 not done, 3 refused, 4 limit, 5 model failed;",
                "1 bad settings, 6 busy, 130 interrupted.");
    }

    /// The command as picocli takes it.
    public CommandSpec description() {
        return description.spec();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = workspaces.current();
        Optional<Problem> wrong = effort.problem();
        if (wrong.isPresent()) {
            console.problem(wrong.get().code(), wrong.get().message(), wrong.get().fix());
            return ExitCode.USAGE.number();
        }
        found.offer(workspace, model.isGiven() || json.isSet());
        Goal goal = new Goal.WholeWork();
        Optional<String> stopped = resume.value();
        if (stopped.isPresent()) {
            switch (ChatSession.find(workspace, stopped.get(), Optional.empty())) {
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
                                words.value(),
                                new Chosen(
                                        mode.value(),
                                        model.value(),
                                        agent.value(),
                                        Optional.empty()),
                                effort.flags(),
                                output()),
                        goal)
                .number();
    }

    private RunFaces.Output output() {
        if (json.isSet()) {
            return RunFaces.Output.JSON;
        }
        return plain.isSet() ? RunFaces.Output.PLAIN : RunFaces.Output.TEXT;
    }
}
