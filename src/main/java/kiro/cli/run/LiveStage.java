package kiro.cli.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import kiro.cli.Style;
import kiro.cli.terminal.Frame;
import kiro.cli.terminal.Key;
import kiro.cli.terminal.Keyboard;
import kiro.cli.terminal.LiveScreen;
import kiro.cli.terminal.LiveScreen.InterruptibleTask;
import kiro.cli.terminal.Painter;
import kiro.cli.terminal.Scene;
import kiro.cli.terminal.Size;
import kiro.cli.terminal.StyledLine;

/// A run on a terminal that is drawn while it goes on, with single keys as answers.
public final class LiveStage implements Stage, Scene {
    /// A key that comes sooner after a question, or after another key, was not meant for the question.
    static final Duration READING_TIME = Duration.ofMillis(350);

    private static final int HELP_INDENT = 4;
    private static final List<String> KEYS =
            List.of("?  shows and hides this", "Esc or Ctrl-C  stops; once more ends kiro");

    private final Clock clock;
    private final LiveRows rows;
    private final Stopping stopping;
    private final Prompt prompt;
    private final LiveScreen screen;
    private final PieceLayout layout = new PieceLayout();
    private RunPicture picture = RunPicture.EMPTY;
    private Optional<Asked> asked = Optional.empty();
    private boolean isHelping;
    private boolean isStopping;
    private boolean isOver;

    /// A question that waits for its answer.
    private static final class Asked {
        private AnswerKeys keys;
        private final CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        private Instant quietSince;

        private Asked(AnswerKeys keys, Instant now) {
            this.keys = keys;
            this.quietSince = now;
        }
    }

    public LiveStage(
            Keyboard keyboard,
            Consumer<String> out,
            Painter painter,
            Clock clock,
            Function<RunPicture.Spent, Optional<String>> price,
            Stopping stopping,
            Prompt prompt) {
        this.clock = clock;
        this.rows = new LiveRows(price);
        this.stopping = stopping;
        this.prompt = prompt;
        this.screen = new LiveScreen(out, keyboard, painter, this);
    }

    public void open() {
        screen.open();
    }

    @Override
    public void show(List<Piece> pieces) {
        if (!pieces.isEmpty()) {
            screen.print(size -> layout.lines(pieces, size));
        }
    }

    @Override
    public void show(RunPicture now, List<Piece> pieces) {
        if (pieces.isEmpty()) {
            screen.change(() -> picture = now);
            return;
        }
        screen.print(size -> {
            picture = now;
            return layout.lines(pieces, size);
        });
    }

    @Override
    public Optional<Question.Choice> choose(Question question) throws InterruptedException {
        return ask(new AnswerKeys.OneKey(question)).flatMap(question::answer);
    }

    @Override
    public Optional<String> line(String words) throws InterruptedException {
        return ask(new AnswerKeys.Line(words));
    }

    private Optional<String> ask(AnswerKeys keys) throws InterruptedException {
        var question = new Asked(keys, clock.instant());
        screen.change(() -> {
            asked = Optional.of(question);
            isHelping = false;
            if (isOver) {
                question.answer.complete(Optional.empty());
            }
        });
        try {
            return question.answer.get();
        } catch (ExecutionException never) {
            throw new IllegalStateException("an answer is never a failure", never);
        } finally {
            screen.change(() -> {
                asked = Optional.empty();
                isHelping = false;
            });
        }
    }

    @Override
    public void lendTo(InterruptibleTask task) throws InterruptedException {
        screen.lendTo(task);
    }

    @Override
    public void close() {
        screen.close();
    }

    @Override
    public Frame frame(Size size) {
        var above = new ArrayList<>(rows.of(picture, clock.instant(), size));
        if (isHelping) {
            help().forEach(line -> above.addAll(line.wrapped(size.columns() - 1, HELP_INDENT)));
        }
        if (isStopping) {
            above.add(
                    StyledLine.of(Style.YELLOW, "  stopping; Ctrl-C once more ends kiro at once"));
        }
        Frame below = asked.map(known -> known.keys.frame(size)).orElse(prompt.frame(size));
        List<StyledLine> fitting = fitting(above, size.rows() - below.rows().size() - 1);
        var all =
                new ArrayList<>(fitting.stream().map(row -> row.cut(size.columns() - 1)).toList());
        all.addAll(below.rows());
        return new Frame(
                all,
                below.cursor()
                        .map(place ->
                                new Frame.Place(place.row() + fitting.size(), place.column())));
    }

    /// A frame that is higher than the terminal cannot be drawn again: its last rows matter most.
    private static List<StyledLine> fitting(List<StyledLine> rows, int room) {
        return rows.subList(Math.max(rows.size() - Math.max(room, 0), 0), rows.size());
    }

    private List<StyledLine> help() {
        var lines = new ArrayList<StyledLine>();
        asked.ifPresent(known -> {
            if (known.keys instanceof AnswerKeys.OneKey keys) {
                lines.addAll(keys.help());
            }
        });
        KEYS.forEach(key -> lines.add(StyledLine.of(Style.DIM, "  " + key)));
        prompt.help().forEach(key -> lines.add(StyledLine.of(Style.DIM, "  " + key)));
        return lines;
    }

    @Override
    public void pressed(Key key) {
        if (asked.isPresent() && !isInterrupt(key)) {
            answer(asked.get(), key);
        } else if (asked.isPresent() || !prompt.pressed(key)) {
            command(key);
        }
    }

    private static boolean isInterrupt(Key key) {
        return key instanceof Key.Control(char letter) && letter == 'c';
    }

    private void command(Key key) {
        switch (key) {
            case Key.Control _ when isInterrupt(key) -> stop();
            case Key.Typed(String text) when text.equals("?") -> isHelping = !isHelping;
            case Key.Named named when named == Key.Named.ESCAPE -> stop();
            case Key.Typed _, Key.Pasted _, Key.Control _, Key.Alt _, Key.Named _ -> {}
        }
    }

    private void stop() {
        if (isStopping) {
            stopping.quit();
        } else {
            isStopping = true;
            stopping.stop();
        }
    }

    @Override
    public void echo(List<Piece> pieces) {
        show(pieces);
    }

    @Override
    public void stopped() {
        screen.change(() -> isStopping = false);
    }

    private void answer(Asked question, Key key) {
        if (key == Key.Named.UNKNOWN) {
            return;
        }
        Instant now = clock.instant();
        boolean isHasty =
                Duration.between(question.quietSince, now).compareTo(READING_TIME) < 0
                        && question.keys.isAnsweredByOneKey();
        question.quietSince = now;
        if (isHasty) {
            return;
        }
        switch (question.keys.press(key)) {
            case AnswerKeys.Effect.Answered answered ->
                    question.answer.complete(Optional.of(answered.text()));
            case AnswerKeys.Effect.Changed changed -> question.keys = changed.now();
            case AnswerKeys.Effect.Nothing _ -> command(key);
        }
    }

    @Override
    public void closed() {
        isOver = true;
        asked.ifPresent(question -> question.answer.complete(Optional.empty()));
        prompt.closed();
    }

    @Override
    public boolean isMoving() {
        return picture.begun().isPresent() && !isOver;
    }
}
