package kiro.session;

import kiro.model.Reply;
import kiro.secret.SecretMask;

/// The events of a child, in the log of the session that it works for, each marked with its id. What it says while it
/// says it is shown to nobody.
public final class ChildEvents implements Events {
    private final Events log;
    private final String child;

    /// @param log of the run itself, and not of another child
    public ChildEvents(Events log, String child) {
        this.log = log;
        this.child = child;
    }

    @Override
    public Recorded append(Event event) {
        return log.append(new Event.ChildDid(child, event));
    }

    @Override
    public Recorded note(Event event) {
        return log.note(new Event.ChildDid(child, event));
    }

    @Override
    public void arrived(Reply piece) {
        // the pieces of two conversations would be mixed on one screen
    }

    @Override
    public void printed(String line) {
        log.printed(line);
    }

    @Override
    public SecretMask secrets() {
        return log.secrets();
    }
}
