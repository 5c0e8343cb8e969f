package kiro.session;

import kiro.model.Reply;

/// Watches a session while it runs: a terminal, an editor, a program that reads JSON.
public interface SessionListener {
    /// An event was recorded.
    ///
    /// @param line its form in the log, without line end
    void recorded(Recorded recorded, String line);

    /// A piece of the model's reply arrived. Pieces are shown and not kept.
    default void arrived(Reply reply) {}

    /// What runs, such as a command or the project's tests, prints a line.
    default void printed(String line) {}
}
