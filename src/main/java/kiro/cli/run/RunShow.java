package kiro.cli.run;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kiro.cli.terminal.Harmless;
import kiro.model.Block;
import kiro.model.Reply;
import kiro.session.Event;
import kiro.session.Recorded;
import kiro.session.SessionListener;

/// Shows a run on a stage as it goes on.
public final class RunShow implements SessionListener {
    private final Stage stage;
    private final Clock clock;
    private final Looks looks = new Looks();
    private final ChangeView changes;
    private final AnswerView answers;
    private RunPicture picture;

    /// @param picture of what had happened before
    public RunShow(Stage stage, Clock clock, RunPicture picture, Details details) {
        this.stage = stage;
        this.clock = clock;
        this.picture = picture;
        this.changes = new ChangeView(details.made());
        this.answers = new AnswerView(details);
    }

    @Override
    public synchronized void recorded(Recorded recorded, String line) {
        var pieces = new ArrayList<>(brokenOff(recorded.event()));
        pieces.addAll(RunWords.of(picture, recorded.event()));
        pieces.addAll(changes.of(recorded.event(), picture.session()));
        pieces.addAll(answers.of(recorded.event()));
        picture = picture.after(recorded.event(), recorded.at());
        stage.show(picture, looks.with(recorded.event(), pieces));
    }

    /// What the model was saying when its reply came to no end: it stays on the screen, and is told from what it said
    /// to the end.
    private List<Piece> brokenOff(Event event) {
        boolean isEnd =
                event instanceof Event.ModelFailed
                        || event instanceof Event.StepFinished
                        || event instanceof Event.TurnStopped
                        || event instanceof Event.RunEnded;
        if (!isEnd || !picture.talk().hasSpoken()) {
            return List.of();
        }
        Talk.Heard heard = picture.talk().breakOff(picture.action());
        picture = picture.saying(heard.talk());
        return heard.lines().stream().map(Piece::item).toList();
    }

    @Override
    public synchronized void arrived(Reply reply) {
        RunWords.Arrived arrived = RunWords.of(picture, reply);
        picture = doing(reply, clock.instant()).saying(arrived.talk());
        stage.show(picture, arrived.pieces().isEmpty() ? List.of() : looks.with(arrived.pieces()));
    }

    private RunPicture doing(Reply reply, Instant now) {
        return switch (reply) {
            case Reply.CallStarted call ->
                    picture.showing("the model prepares " + call.name(), now);
            case Reply.TextDelta _ -> picture.showing("the model writes", now);
            case Reply.ThinkingDelta _ -> picture.showing("the model thinks", now);
            case Reply.BlockFinished finished ->
                    finished.block() instanceof Block.ToolCall
                            ? picture.showing("waiting for the model", now)
                            : picture;
        };
    }

    @Override
    public synchronized void printed(String line) {
        if (line.isBlank()) {
            return;
        }
        RunPicture working =
                picture.activity().isPresent()
                        ? picture
                        : picture.doing("the tests run", clock.instant());
        picture = working.printing(Harmless.line(line));
        stage.show(picture, List.of());
    }
}
