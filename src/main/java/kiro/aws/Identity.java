package kiro.aws;

import java.time.Instant;
import java.util.Optional;

/// Who somebody is to AWS.
public sealed interface Identity {
    /// @param origin of the credentials that say so
    record Known(String arn, String account, String origin, Optional<Instant> until)
            implements Identity {}

    /// Nobody is signed in.
    record Nobody() implements Identity {}

    record Failed(String message, String fix) implements Identity {}
}
