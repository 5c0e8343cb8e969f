package kiro.model;

import java.util.Optional;

/// How a model of OpenAI's, or of a server that speaks like it, is asked.
///
/// @param api which of the two interfaces
/// @param thinks whether the model thinks before it answers: what it thought is then asked for, to be sent again
/// @param effort how much it is to think, in its own word
public record OpenAiWay(Api api, boolean thinks, Optional<String> effort) {
    /// Chat Completions, with nothing said about thinking.
    public static final OpenAiWay CHAT = new OpenAiWay(Api.CHAT, false, Optional.empty());

    /// The interfaces, each at a path of its own.
    public enum Api {
        CHAT("/chat/completions"),
        RESPONSES("/responses");

        private final String path;

        Api(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }
    }
}
