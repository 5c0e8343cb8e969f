package kiro.model.ollama;

/// Whether a request fits into a model's context, as far as its length tells: a token of text and JSON has three to six bytes.
///
/// @param bytes of the request
/// @param window the tokens that the context has
record ContextFit(int bytes, int window) {
    private static final int MOST_BYTES = 6;
    private static final int USUAL_BYTES = 4;

    /// Not so when even the longest tokens would be too many.
    boolean isPossible() {
        return bytes / MOST_BYTES <= window;
    }

    String tooMuch() {
        return "%,d bytes do not fit into %,d tokens; ollama.window sets more, where the machine has the memory"
                .formatted(bytes, window);
    }

    /// Whether a count of tokens shows that the request was cut: it was long enough to be, and far fewer tokens were read than
    /// it has.
    ///
    /// @param counted as the server says; zero where it says nothing
    boolean wasCut(long counted) {
        long usual = bytes / USUAL_BYTES;
        return counted > 0 && usual > window * 0.8 && counted < usual * 0.6;
    }

    String cut(long counted) {
        return "Ollama read %,d tokens of a request of %,d bytes: it has cut off its beginning; ollama.window sets more than %,d, where the machine has the memory"
                .formatted(counted, bytes, window);
    }
}
