package kiro.model;

import java.util.function.Consumer;

/// A language model: one request in, one answer out, with the pieces of the reply as they arrive.
/// Blocking; cancelled by interrupting the calling thread. Implementations do not retry.
public interface Model {
    /// The name shown to people, such as `anthropic/claude-sonnet`, or `built-in`.
    String name();

    /// The most tokens that a request and its answer may have together.
    int window();

    /// Whether it looks at pictures. Whoever has none in its port leaves them out of a request.
    default boolean takesImages() {
        return false;
    }

    /// The same model for the requests of one session, which some providers tell apart in their bills.
    default Model forSession(String session) {
        return this;
    }

    /// Asks its provider which models it offers.
    default Offer offered() throws InterruptedException {
        return new Offer.None();
    }

    /// Sends the request and waits for the whole answer.
    ///
    /// @param onReply called on the calling thread for each piece, in order
    Answer answer(ModelRequest request, Consumer<Reply> onReply) throws InterruptedException;
}
