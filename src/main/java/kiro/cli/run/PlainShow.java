package kiro.cli.run;

import java.util.List;
import kiro.session.Recorded;
import kiro.session.SessionListener;

/// Tells a run in plain lines as it goes on. Pieces of replies are not told: a screen reader would read each of them.
public final class PlainShow implements SessionListener {
    private final PlainStage stage;
    private final AnswerView answers = new AnswerView(Details.NONE);
    private RunPicture picture;

    /// @param picture of what had happened before
    public PlainShow(PlainStage stage, RunPicture picture) {
        this.stage = stage;
        this.picture = picture;
    }

    @Override
    public synchronized void recorded(Recorded recorded, String line) {
        stage.tell(PlainWords.of(picture, recorded.event()));
        answers.of(recorded.event()).forEach(piece -> stage.show(List.of(piece)));
        picture = picture.after(recorded.event(), recorded.at());
    }
}
