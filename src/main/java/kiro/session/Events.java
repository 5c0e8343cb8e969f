package kiro.session;

import kiro.model.Reply;
import kiro.secret.SecretMask;

/// Where an agent writes down what happens: the log of its session.
public interface Events {
    /// Appends an event and tells whoever watches. What must survive a crash right after it is on the disk then.
    Recorded append(Event event);

    /// Appends an event that has to do with no effect: one that is lost with the power is no loss.
    Recorded note(Event event);

    /// Shows a piece of the model's reply to whoever watches.
    void arrived(Reply piece);

    /// Shows a line that what runs prints to whoever watches.
    void printed(String line);

    /// What must not be told or kept.
    SecretMask secrets();
}
