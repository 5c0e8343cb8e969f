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
import kiro.model.Prices;
import kiro.permission.Mode;
import kiro.permission.RuleBook;
import kiro.session.SessionListener;
import kiro.workspace.Workspace;

/// A run that is drawn on a terminal. The terminal is made ready while the run is, and drawn on once the run begins.
final class LiveFace implements RunFace {
    private final Console console;
    private final Editor editor;
    private final Clock clock;
    private final Workspace workspace;
    private final Prices prices;
    private final RunPicture before;
    private final RunFace fallback;
    private final Thread run = Thread.currentThread();
    private final CompletableFuture<Optional<Keyboard>> keyboard = new CompletableFuture<>();
    private Optional<LiveStage> live = Optional.empty();

    /// @param before what had happened before the run
    /// @param fallback for a terminal whose keys cannot be read
    LiveFace(
            Console console,
            Editor editor,
            Clock clock,
            Workspace workspace,
            Prices prices,
            RunPicture before,
            RunFace fallback) {
        this.console = console;
        this.editor = editor;
        this.clock = clock;
        this.workspace = workspace;
        this.prices = prices;
        this.before = before;
        this.fallback = fallback;
        Thread.ofPlatform()
                .daemon()
                .name("terminal")
                .start(() -> keyboard.complete(console.keyboard()));
    }

    @Override
    public Stage stage() {
        return live.<Stage>map(stage -> stage).orElseGet(fallback::stage);
    }

    @Override
    public SessionListener listener() {
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
                        Prompt.NONE);
        live = Optional.of(stage);
        console.drawOn(line -> stage.show(List.of(Piece.line(StyledLine.parse(line)))));
        stage.open();
        return new RunShow(stage, clock, before);
    }

    /// Of the tokens so far, where the model's price is known.
    private Optional<String> cost(RunPicture.Spent spent) {
        return spent.all().total() == 0
                ? Optional.empty()
                : prices.of(spent.model()).map(price -> price.of(spent.all()).toString());
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
                : new TerminalApprover(console, live.get(), editor, workspace, mode, rules);
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
