package kiro.aws;

import java.time.Instant;
import java.util.Optional;

/// A way to credentials of AWS, as far as it is known without asking anybody.
///
/// @param kind what it is: `keys`, `role`, `sign-in`, `program`, `web identity`
/// @param origin where it is, in words
/// @param hint the end of the id of a key; empty where there is none
/// @param until when it ends; empty for what lasts, and for what nobody knows
/// @param renewed until when it gets new tokens by itself; empty where it does not
/// @param problem why it cannot be used as it is; empty where nothing says so
/// @param fix what signs in again, or mends it; empty where nothing is known
public record AwsStanding(
        String kind,
        String origin,
        String hint,
        Optional<Instant> until,
        Optional<Instant> renewed,
        String problem,
        String fix) {
    private static final int SHOWN = 4;

    /// One that lasts, as far as anybody knows.
    static AwsStanding of(String kind, String origin) {
        return new AwsStanding(kind, origin, "", Optional.empty(), Optional.empty(), "", "");
    }

    static AwsStanding ofKeys(String origin, String accessKey) {
        return new AwsStanding(
                "keys",
                origin,
                accessKey.length() > 2 * SHOWN
                        ? accessKey.substring(accessKey.length() - SHOWN)
                        : "",
                Optional.empty(),
                Optional.empty(),
                "",
                "");
    }

    AwsStanding unusable(String why, String next) {
        return new AwsStanding(kind, origin, hint, until, renewed, why, next);
    }

    public boolean isUsable() {
        return problem.isEmpty();
    }
}
