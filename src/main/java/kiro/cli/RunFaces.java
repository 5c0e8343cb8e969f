package kiro.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import kiro.agent.AgentTask;
import kiro.agent.Approver;
import kiro.cli.run.ConsoleStage;
import kiro.cli.run.Details;
import kiro.cli.run.PlainShow;
import kiro.cli.run.PlainStage;
import kiro.cli.run.Prompt;
import kiro.cli.run.RunPicture;
import kiro.cli.run.RunShow;
import kiro.cli.run.Stage;
import kiro.config.Config;
import kiro.edit.MadeChanges;
import kiro.model.Money;
import kiro.model.Price;
import kiro.model.Prices;
import kiro.permission.Mode;
import kiro.permission.RuleBook;
import kiro.session.SessionId;
import kiro.session.SessionListener;
import kiro.session.Sessions;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;

/// Chooses how a run is shown: drawn on a terminal, told line by line, or as JSON.
public final class RunFaces {
    private final Console console;
    private final Editor editor;
    private final Clock clock;
    private final Function<Workspace, Config.Reading> settings;

    public RunFaces(
            Console console,
            Editor editor,
            Clock clock,
            Function<Workspace, Config.Reading> settings) {
        this.console = console;
        this.editor = editor;
        this.clock = clock;
        this.settings = settings;
    }

    /// How a run is shown.
    enum Output {
        /// As the terminal can, and as the settings want it.
        TEXT,
        /// In lines that a screen reader tells.
        PLAIN,
        JSON
    }

    RunFace open(RunRequest request, Output output) {
        return open(request, output, Prompt.NONE);
    }

    /// @param prompt where can be typed at any time, on a terminal that is drawn on
    RunFace open(RunRequest request, Output output, Prompt prompt) {
        Workspace workspace = request.workspace();
        RunPicture before = before(request);
        Config config =
                switch (settings.apply(workspace)) {
                    case Config.Reading.Whole whole -> whole.config();
                    case Config.Reading.Broken _ -> Config.empty();
                };
        return switch (output) {
            case JSON -> {
                var told = new Telling(new ConsoleStage(console), _ -> new JsonView(console));
                yield new Told(workspace, config, told, before, false);
            }
            case PLAIN -> plain(workspace, config, before);
            case TEXT ->
                    config.text("terminal.plain").orElse("off").equals("on")
                            ? plain(workspace, config, before)
                            : text(workspace, config, before, prompt);
        };
    }

    /// What a run that goes on had come to. A log that cannot be read is told of by whoever goes on with it.
    static RunPicture before(RunRequest request) {
        Optional<SessionId> known =
                request.goal() instanceof AgentTask.Goal.Resumed resumed
                        ? resumed.state().begun().map(begun -> begun.session())
                        : Optional.empty();
        if (known.isEmpty()) {
            return RunPicture.EMPTY;
        }
        try {
            return RunPicture.of(new Sessions(request.workspace()).read(known.get()));
        } catch (IOException unreadable) {
            return RunPicture.EMPTY;
        }
    }

    private RunFace plain(Workspace workspace, Config config, RunPicture before) {
        var stage = new PlainStage(console);
        var told = new Telling(stage, known -> new PlainShow(stage, known));
        return new Told(workspace, config, told, before, console.isInteractive());
    }

    private RunFace text(Workspace workspace, Config config, RunPicture before, Prompt prompt) {
        return console.isLive()
                ? new LiveFace(
                        console,
                        editor,
                        clock,
                        new LiveFace.Shown(workspace, before, prompt),
                        told(workspace, config, before))
                : told(workspace, config, before);
    }

    private RunFace told(Workspace workspace, Config config, RunPicture before) {
        var stage = new ConsoleStage(console);
        var told =
                new Telling(
                        stage,
                        known ->
                                new RunShow(
                                        stage,
                                        clock,
                                        known,
                                        console.isInteractive()
                                                ? details(workspace)
                                                : Details.NONE));
        return new Told(workspace, config, told, before, console.isInteractive());
    }

    /// All that can be shown, for whoever looks on.
    static Details details(Workspace workspace) {
        return Details.full(session ->
                Optional.of(
                        new MadeChanges(
                                new Sessions(workspace).folder(session).resolve("journal"),
                                new WorkspaceFiles(workspace))));
    }

    /// Where a run is told, and how, from what had happened before.
    private record Telling(Stage stage, Function<RunPicture, SessionListener> listener) {}

    /// A run that is told from top to bottom.
    private final class Told implements RunFace {
        private final Workspace workspace;
        private final Config config;
        private final Telling telling;
        private final RunPicture before;
        private final boolean isAsked;
        private Optional<Prices> prices = Optional.empty();

        private Told(
                Workspace workspace,
                Config config,
                Telling telling,
                RunPicture before,
                boolean isAsked) {
            this.workspace = workspace;
            this.config = config;
            this.telling = telling;
            this.before = before;
            this.isAsked = isAsked;
        }

        @Override
        public RunFace on(RunRequest request) {
            return new Told(workspace, config, telling, RunFaces.before(request), isAsked);
        }

        @Override
        public Stage stage() {
            return telling.stage();
        }

        @Override
        public Optional<Price> price(String model) {
            return prices().of(model);
        }

        @Override
        public Optional<String> cost(RunPicture.Spent spent) {
            return spent.cost(prices()::of).map(Money::toString);
        }

        /// Read once: a drawn run asks again and again.
        private synchronized Prices prices() {
            Prices known = prices.orElseGet(() -> Prices.of(config));
            prices = Optional.of(known);
            return known;
        }

        @Override
        public boolean isLive() {
            return false;
        }

        @Override
        public SessionListener listener() {
            return telling.listener().apply(before);
        }

        @Override
        public Approver approver(Mode mode, RuleBook rules) {
            return isAsked
                    ? new TerminalApprover(console, telling.stage(), editor, workspace, mode, rules)
                    : new NobodyToAsk();
        }

        @Override
        public void close() {
            console.clearStatus();
        }
    }
}
