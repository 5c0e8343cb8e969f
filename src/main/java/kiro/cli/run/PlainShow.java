package kiro.cli.run;

import kiro.session.Recorded;
import kiro.session.SessionListener;

/// Tells a run in plain lines as it goes on. Pieces of replies are not told: a screen reader would read each of them.
public final class PlainShow implements SessionListener {
    private final PlainStage stage;
    private RunPicture picture;

    /// @param picture of what had happened before
    public PlainShow(PlainStage stage, RunPicture picture) {
        this.stage = stage;
        this.picture = picture;
    }

    @Override
    public synchronized void recorded(Recorded recorded, String line) {
        stage.tell(PlainWords.of(picture, recorded.event()));
        picture = picture.after(recorded.event(), recorded.at());
    }
}
