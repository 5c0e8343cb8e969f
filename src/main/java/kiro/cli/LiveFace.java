package kiro.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kiro.agent.Approver;
import kiro.cli.run.LiveStage;
import kiro.cli.run.Piece;
import kiro.cli.run.Prompt;
import kiro.cli.run.RunPicture;
import kiro.cli.run.RunShow;
import kiro.cli.run.Stage;
import kiro.cli.run.Stopping;
import kiro.cli.terminal.Keyboard;
import kiro.cli.terminal.Painter;
import kiro.cli.terminal.StyledLine;
import kiro.model.Price;
import kiro.permission.Mode;
import kiro.permission.RuleBook;
import kiro.session.SessionListener;
import kiro.workspace.Workspace;

/// A run that is drawn on a terminal. The terminal is made ready while the run is, and drawn on once the run begins.
final class LiveFace implements RunFace {
    private final Console console;
    private final Editor editor;
    private final Clock clock;
    private final Shown shown;
    private final RunFace fallback;
    private final Thread run = Thread.currentThread();
    private final CompletableFuture<Optional<Keyboard>> keyboard;
    private Optional<LiveStage> live = Optional.empty();

    /// What is shown.
    ///
    /// @param before what had happened before the run
    /// @param prompt where can be typed meanwhile
    record Shown(Workspace workspace, RunPicture before, Prompt prompt) {}

    /// @param fallback for a terminal whose keys cannot be read
    LiveFace(Console console, Editor editor, Clock clock, Shown shown, RunFace fallback) {
        this.console = console;
        this.editor = editor;
        this.clock = clock;
        this.shown = shown;
        this.fallback = fallback;
        this.keyboard = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("terminal")
                .start(() -> keyboard.complete(console.keyboard()));
    }

    private LiveFace(LiveFace before, Shown shown, RunFace fallback) {
        this.console = before.console;
        this.editor = before.editor;
        this.clock = before.clock;
        this.shown = shown;
        this.fallback = fallback;
        this.keyboard = before.keyboard;
        this.live = before.live;
    }

    @Override
    public RunFace on(RunRequest request) {
        return new LiveFace(
                this,
                new Shown(shown.workspace(), RunFaces.before(request), shown.prompt()),
                fallback.on(request));
    }

    @Override
    public Stage stage() {
        return live.<Stage>map(stage -> stage).orElseGet(fallback::stage);
    }

    @Override
    public boolean isLive() {
        return live.isPresent();
    }

    @Override
    public SessionListener listener() {
        if (live.isPresent()) {
            return new RunShow(
                    live.get(), clock, shown.before(), RunFaces.details(shown.workspace()));
        }
        Optional<Keyboard> keys = keyboard.join();
        if (keys.isEmpty()) {
            return fallback.listener();
        }
        var stage =
                new LiveStage(
                        keys.get(),
                        console::draw,
                        new Painter(console.hasColours()),
                        clock,
                        this::cost,
                        stopping(),
                        shown.prompt());
        live = Optional.of(stage);
        console.drawOn(line -> stage.show(List.of(Piece.line(StyledLine.parse(line)))));
        stage.open();
        return new RunShow(stage, clock, shown.before(), RunFaces.details(shown.workspace()));
    }

    @Override
    public Optional<Price> price(String model) {
        return fallback.price(model);
    }

    @Override
    public Optional<String> cost(RunPicture.Spent spent) {
        return fallback.cost(spent);
    }

    private Stopping stopping() {
        return new Stopping() {
            @Override
            public void stop() {
                run.interrupt();
            }

            @Override
            public void quit() {
                console.quit();
            }
        };
    }

    @Override
    public Approver approver(Mode mode, RuleBook rules) {
        return live.isEmpty()
                ? fallback.approver(mode, rules)
                : new TerminalApprover(console, live.get(), editor, shown.workspace(), mode, rules);
    }

    @Override
    public void close() {
        console.drawNoMore();
        if (live.isPresent()) {
            live.get().close();
        } else {
            keyboard.join().ifPresent(Keyboard::close);
        }
    }
}
