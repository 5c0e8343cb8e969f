package kiro.cli;

import java.time.Instant;
import java.util.Optional;

/// One thing that a person is signed in with.
///
/// @param service what it is for, such as `anthropic`
/// @param kind what it is, such as `key`
/// @param origin where it is, in words
/// @param hint the end of what identifies it, all that is shown of it; empty where none is known
/// @param until when it ends; empty for what lasts, and for what nobody knows
/// @param renewed until when it gets another of its kind by itself; empty where it does not
/// @param note what a person should know or do; empty for nothing
record AuthEntry(
        String service,
        String kind,
        String origin,
        String hint,
        Optional<Instant> until,
        Optional<Instant> renewed,
        State state,
        String note) {
    /// What comes of it.
    enum State {
        /// It is what the service is asked with.
        USED("used"),
        /// Something else goes before it.
        SPARE("not used"),
        /// It cannot be used as it is.
        UNUSABLE("unusable");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
