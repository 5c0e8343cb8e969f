package kiro.aws;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kiro.secret.Secret;
import tools.jackson.databind.json.JsonMapper;

/// The tokens of sign-ins, in the files that AWS's own tools share: read, renewed before they end, and given up where they cannot
/// be. Their times are those of this machine's clock, by which everybody who shares them goes.
final class SsoTokens {
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final AwsWorld world;
    private final OidcCalls oidc;
    private final Clock clock;

    SsoTokens(AwsWorld world, OidcCalls oidc, Clock clock) {
        this.world = world;
        this.oidc = oidc;
        this.clock = clock;
    }

    /// What there is of a sign-in.
    sealed interface Held {
        record Live(SsoToken token) implements Held {}

        /// Nobody signed in.
        record None() implements Held {}

        /// It has ended, and a person has to sign in again.
        record Over() implements Held {}

        /// It has ended, and whether it can be renewed nobody could be asked.
        record Waiting(Trouble trouble) implements Held {}
    }

    Optional<SsoToken> kept(CenterPlace place) {
        return SsoToken.read(SsoToken.file(world.home(), place.key()));
    }

    /// A token that is good for a while.
    Held held(CenterPlace place) throws InterruptedException {
        Optional<SsoToken> kept = kept(place);
        if (kept.isEmpty()) {
            return new Held.None();
        }
        SsoToken token = kept.get();
        if (token.expiry().isAfter(now().plus(EARLY))) {
            return new Held.Live(token);
        }
        return switch (renewed(place, token)) {
            case Held.Live next -> next;
            case Held.None _, Held.Over _, Held.Waiting _ when token.expiry().isAfter(now()) ->
                    new Held.Live(token);
            case Held other -> other;
        };
    }

    /// Another token in place of one that a service does not take any more.
    Held anew(CenterPlace place, SsoToken refused) throws InterruptedException {
        Optional<SsoToken> kept = another(place, refused);
        return kept.isPresent() ? new Held.Live(kept.get()) : renewed(place, refused);
    }

    private Held renewed(CenterPlace place, SsoToken token) throws InterruptedException {
        Optional<SsoToken.Renewal> renewal = token.renewal(now());
        if (renewal.isEmpty()) {
            return new Held.Over();
        }
        SsoToken.Renewal with = renewal.get();
        var body =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("clientId", with.client())
                        .put("clientSecret", with.clientSecret().reveal())
                        .put("grantType", "refresh_token")
                        .put("refreshToken", with.refreshToken().reveal());
        return switch (oidc.token(place.region(), body)) {
            case OidcCalls.Answer.Busy(Trouble trouble) -> new Held.Waiting(trouble);
            case OidcCalls.Answer.Done(var json) when !SsoToken.isToken(json) ->
                    new Held.Waiting(Trouble.passing("the answer has no token"));
            case OidcCalls.Answer.Done(var json) ->
                    new Held.Live(saved(token.renewed(json, now())));
            case OidcCalls.Answer.Refused _ ->
                    // A token for renewal serves once: somebody else may have been first.
                    another(place, token).<Held>map(Held.Live::new).orElseGet(Held.Over::new);
        };
    }

    private Optional<SsoToken> another(CenterPlace place, SsoToken than) {
        String before = than.accessToken().reveal();
        return kept(place)
                .filter(each -> !each.accessToken().reveal().equals(before))
                .filter(each -> each.expiry().isAfter(now()));
    }

    private static SsoToken saved(SsoToken token) {
        try {
            token.save();
        } catch (IOException unwritable) {
            // Whoever else uses the sign-in has to renew it as well.
            return token;
        }
        return token;
    }

    /// Forgets a sign-in.
    ///
    /// @param isShared whether also one that another tool made
    /// @return the token that is forgotten; empty where there was none to forget
    Optional<Secret> forget(CenterPlace place, boolean isShared) throws IOException {
        Optional<SsoToken> kept = kept(place).filter(each -> isShared || each.isOwn());
        if (kept.isPresent()) {
            kept.get().remove();
        }
        return kept.map(SsoToken::accessToken);
    }

    Instant now() {
        return clock.instant();
    }
}
