package kiro.mcp.oauth;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import kiro.mcp.Tokens;

/// The tokens of earlier sign-ins. One that has ended is replaced by another as long as that is given out without a
/// person.
public final class StoredTokens implements Tokens {
    private final TokenStore store;
    private final Grants grants;
    private final Clock clock;

    public StoredTokens(Path folder, Clock clock) {
        this.store = new TokenStore(folder);
        this.grants = new Grants(new Web(), clock);
        this.clock = clock;
    }

    @Override
    public synchronized Optional<String> token(URI server) throws InterruptedException {
        Optional<KeptToken> kept = store.find(server.toString());
        if (kept.isEmpty() || !kept.get().isOver(clock.instant())) {
            return kept.map(KeptToken::access);
        }
        return another(kept.get());
    }

    /// Somebody else may have fetched another meanwhile.
    @Override
    public synchronized Optional<String> anew(URI server, String refused)
            throws InterruptedException {
        Optional<KeptToken> kept = store.find(server.toString());
        if (kept.isPresent() && !kept.get().access().equals(refused)) {
            return kept.map(KeptToken::access);
        }
        return kept.isEmpty() ? Optional.empty() : another(kept.get());
    }

    private Optional<String> another(KeptToken kept) throws InterruptedException {
        if (kept.refresh().isEmpty()) {
            return Optional.empty();
        }
        try {
            KeptToken fresh = grants.another(kept, kept.refresh().get());
            store.keep(fresh);
            return Optional.of(fresh.access());
        } catch (OAuthFailure refused) {
            return Optional.empty();
        }
    }
}
