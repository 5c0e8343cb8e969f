package kiro.model.openai;

import java.util.regex.Pattern;
import kiro.text.Hash;

/// The ids of calls as a server takes them: the same for a call and for its result, each time they are sent.
final class ChatCallIds {
    /// OpenAI refuses longer ones.
    private static final int LONGEST = 40;

    /// Mistral's models take nine letters and digits, no more and no less.
    private static final int MISTRAL = 9;

    private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9_-]{1," + LONGEST + "}");
    private static final Pattern OF_MISTRAL = Pattern.compile("[a-zA-Z0-9]{" + MISTRAL + "}");

    private final boolean isMistral;

    private ChatCallIds(boolean isMistral) {
        this.isMistral = isMistral;
    }

    /// @param model as its server names it
    static ChatCallIds of(String model) {
        return new ChatCallIds(
                model.toLowerCase(java.util.Locale.ROOT)
                        .matches(".*(mi(ni|x)?|code|dev|magi)stral.*"));
    }

    String sent(String id) {
        if (isMistral) {
            return OF_MISTRAL.matcher(id).matches() ? id : Hash.of(id).hex().substring(0, MISTRAL);
        }
        return ALLOWED.matcher(id).matches() ? id : "call_" + Hash.of(id).hex().substring(0, 24);
    }
}
