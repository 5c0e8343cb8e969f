package kiro.mcp;

import java.net.URI;
import java.util.Optional;

/// What shows a server on the network who asks.
public interface Tokens {
    /// There are none.
    Tokens NONE =
            new Tokens() {
                @Override
                public Optional<String> token(URI server) {
                    return Optional.empty();
                }

                @Override
                public Optional<String> anew(URI server, String refused) {
                    return Optional.empty();
                }
            };

    /// The token for a server, where there is one that is still good.
    Optional<String> token(URI server) throws InterruptedException;

    /// Another token for a server that has refused one; empty where a person has to sign in.
    Optional<String> anew(URI server, String refused) throws InterruptedException;
}
