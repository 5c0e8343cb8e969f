package kiro.mcp.oauth;

import java.time.Instant;
import java.util.Optional;

/// What is kept of a sign-in: the token, what another is fetched with, and by whom.
///
/// @param server the address that the token is for, and no other
/// @param expires empty where nobody has said
record KeptToken(
        String server,
        String tokenPlace,
        Client client,
        String access,
        Optional<String> refresh,
        Optional<Instant> expires) {
    /// How kiro is known to whoever gives out the tokens.
    ///
    /// @param takesBasic whether a secret is shown in a header of its own
    record Client(String id, Optional<String> secret, boolean takesBasic) {}

    boolean isOver(Instant now) {
        return expires.filter(end -> !now.isBefore(end)).isPresent();
    }

    /// No secret of it is ever printed.
    @Override
    public String toString() {
        return "a token for " + server;
    }
}
