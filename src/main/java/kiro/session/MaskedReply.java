package kiro.session;

import java.util.function.Consumer;
import kiro.model.Reply;
import kiro.secret.SecretMask;
import kiro.secret.StreamMask;

/// Takes secrets out of a reply while it arrives, also those that arrive in pieces.
final class MaskedReply {
    private final EventMask blocks;
    private final StreamMask words;
    private final StreamMask thoughts;

    MaskedReply(SecretMask mask) {
        this.blocks = new EventMask(mask);
        this.words = mask.stream();
        this.thoughts = mask.stream();
    }

    /// Passes on what can be passed on once this piece is there.
    void arrived(Reply piece, Consumer<Reply> listener) {
        switch (piece) {
            case Reply.TextDelta delta -> words(words.next(delta.text()), listener);
            case Reply.ThinkingDelta delta -> thoughts(thoughts.next(delta.text()), listener);
            case Reply.CallStarted _ -> {
                rest(listener);
                listener.accept(piece);
            }
            case Reply.BlockFinished finished -> {
                rest(listener);
                listener.accept(new Reply.BlockFinished(blocks.block(finished.block())));
            }
        }
    }

    /// What was held back of a reply that has broken off is never shown.
    void forget() {
        var _ = words.rest();
        var _ = thoughts.rest();
    }

    private void rest(Consumer<Reply> listener) {
        thoughts(thoughts.rest(), listener);
        words(words.rest(), listener);
    }

    private static void words(String text, Consumer<Reply> listener) {
        if (!text.isEmpty()) {
            listener.accept(new Reply.TextDelta(text));
        }
    }

    private static void thoughts(String text, Consumer<Reply> listener) {
        if (!text.isEmpty()) {
            listener.accept(new Reply.ThinkingDelta(text));
        }
    }
}
