package kiro.model.openai;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.model.ModelChoice;
import kiro.model.WireFailures.Said;

/// How much of the interface a server takes: some that speak it refuse the ids of items, and some models have no thinking
/// to hand out.
///
/// @param asksThoughts whether what the model thinks is asked for, sealed
/// @param sendsIds whether sealed thoughts are sent with the ids that they came with
record ResponsesForm(boolean asksThoughts, boolean sendsIds) {
    private static final Pattern ID_FIELD = Pattern.compile("input\\[\\d+]\\.id");
    private static final Pattern ID_NAMED =
            Pattern.compile("(?i)\\bid\\b.*\\brs_|\\brs_.*\\bnot found|unknown .*\\bid\\b.*input");

    static ResponsesForm of(ModelChoice.OpenAi settings) {
        return new ResponsesForm(settings.way().thinks(), true);
    }

    /// What a server says of a request that it rejects.
    ///
    /// @param field the part of the request that it names; empty where it names none
    record Objection(Said said, String field) {
        private boolean isToIds() {
            return ID_FIELD.matcher(field).find()
                    || ID_FIELD.matcher(said.message()).find()
                    || ID_NAMED.matcher(said.message()).find();
        }

        private boolean isToThoughts() {
            String message = said.message().toLowerCase(Locale.ROOT);
            return (message.contains("encrypted") && message.contains("not supported"))
                    || field.startsWith("include");
        }
    }

    /// The form that meets an objection; empty where no other one would.
    Optional<ResponsesForm> plainer(Objection objection) {
        if (asksThoughts && objection.isToThoughts()) {
            return Optional.of(new ResponsesForm(false, sendsIds));
        }
        return sendsIds && objection.isToIds()
                ? Optional.of(new ResponsesForm(asksThoughts, false))
                : Optional.empty();
    }
}
