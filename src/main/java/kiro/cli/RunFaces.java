package kiro.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import kiro.agent.AgentTask;
import kiro.agent.Approver;
import kiro.cli.run.ConsoleStage;
import kiro.cli.run.PlainShow;
import kiro.cli.run.PlainStage;
import kiro.cli.run.RunPicture;
import kiro.cli.run.RunShow;
import kiro.cli.run.Stage;
import kiro.config.Config;
import kiro.model.Prices;
import kiro.permission.Mode;
import kiro.permission.RuleBook;
import kiro.session.SessionId;
import kiro.session.SessionListener;
import kiro.session.Sessions;
import kiro.workspace.Workspace;

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
        Workspace workspace = request.workspace();
        RunPicture before = before(request);
        Config config =
                switch (settings.apply(workspace)) {
                    case Config.Reading.Whole whole -> whole.config();
                    case Config.Reading.Broken _ -> Config.empty();
                };
        return switch (output) {
            case JSON ->
                    new Told(workspace, new ConsoleStage(console), new JsonView(console), false);
            case PLAIN -> plain(workspace, before);
            case TEXT ->
                    config.text("terminal.plain").orElse("off").equals("on")
                            ? plain(workspace, before)
                            : text(workspace, config, before);
        };
    }

    /// What a run that goes on had come to. A log that cannot be read is told of by whoever goes on with it.
    private static RunPicture before(RunRequest request) {
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

    private RunFace plain(Workspace workspace, RunPicture before) {
        var stage = new PlainStage(console);
        return new Told(workspace, stage, new PlainShow(stage, before), console.isInteractive());
    }

    private RunFace text(Workspace workspace, Config config, RunPicture before) {
        return console.isLive()
                ? new LiveFace(
                        console,
                        editor,
                        clock,
                        workspace,
                        Prices.of(config),
                        before,
                        told(workspace, before))
                : told(workspace, before);
    }

    private RunFace told(Workspace workspace, RunPicture before) {
        var stage = new ConsoleStage(console);
        return new Told(
                workspace, stage, new RunShow(stage, clock, before), console.isInteractive());
    }

    /// A run that is told from top to bottom.
    private final class Told implements RunFace {
        private final Workspace workspace;
        private final Stage stage;
        private final SessionListener listener;
        private final boolean isAsked;

        private Told(Workspace workspace, Stage stage, SessionListener listener, boolean isAsked) {
            this.workspace = workspace;
            this.stage = stage;
            this.listener = listener;
            this.isAsked = isAsked;
        }

        @Override
        public Stage stage() {
            return stage;
        }

        @Override
        public SessionListener listener() {
            return listener;
        }

        @Override
        public Approver approver(Mode mode, RuleBook rules) {
            return isAsked
                    ? new TerminalApprover(console, stage, editor, workspace, mode, rules)
                    : new NobodyToAsk();
        }

        @Override
        public void close() {
            console.clearStatus();
        }
    }
}
