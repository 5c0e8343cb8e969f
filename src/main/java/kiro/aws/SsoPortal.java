package kiro.aws;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kiro.auth.KeptSignIn;
import kiro.secret.Secret;
import tools.jackson.databind.JsonNode;

/// What a person who signed in to IAM Identity Center has there: accounts, and roles in them.
public final class SsoPortal implements AutoCloseable {
    private static final int MOST_PAGES = 100;

    private final AwsWorld world;
    private final ServerTime time;
    private final AwsCalls calls = new AwsCalls();
    private final PortalCalls portal;
    private final SsoTokens tokens;

    public SsoPortal(AwsWorld world, ServerTime time) {
        this.world = world;
        this.time = time;
        this.portal = new PortalCalls(world, calls);
        this.tokens = new SsoTokens(world, new OidcCalls(world, calls), time.machine());
    }

    /// A sign-in that can be used now.
    ///
    /// @param until when its token ends
    /// @param renewed until when it gets another one by itself; empty where it does not
    public record SignedIn(Instant until, Optional<Instant> renewed) {}

    /// @param email of whoever owns the account
    public record Account(String id, String name, String email) {}

    /// What a person has.
    public sealed interface Listing<T> {
        record Whole<T>(List<T> all) implements Listing<T> {
            public Whole {
                all = List.copyOf(all);
            }
        }

        record Failed<T>(String message, String fix) implements Listing<T> {}
    }

    /// The sign-in at a place, renewed where that is due; empty where there is none that can be used.
    public Optional<SignedIn> signedIn(CenterPlace place) throws InterruptedException {
        return tokens.held(place) instanceof SsoTokens.Held.Live(SsoToken token)
                ? Optional.of(new SignedIn(token.expiry(), token.renewableUntil(tokens.now())))
                : Optional.empty();
    }

    public Listing<Account> accounts(CenterPlace place) throws InterruptedException {
        return pages(
                place,
                "/assignment/accounts",
                "",
                "accountList",
                json ->
                        new Account(
                                json.path("accountId").asString(""),
                                CredentialText.line(json.path("accountName").asString("")),
                                CredentialText.line(json.path("emailAddress").asString(""))));
    }

    /// The names of the roles that a person has in an account.
    public Listing<String> roles(CenterPlace place, String account) throws InterruptedException {
        return pages(
                place,
                "/assignment/roles",
                "account_id=" + UriText.encoded(account),
                "roleList",
                json -> json.path("roleName").asString(""));
    }

    /// The credentials of a role, asked for once to see that there are some.
    public Lookup lent(KeptSignIn signIn) throws InterruptedException {
        Optional<SsoSource.SsoRole> role = KeptCenterSource.role(signIn);
        return role.isEmpty()
                ? new Lookup.None()
                : new SsoSource(world, calls, time, role.get()).look();
    }

    private <T> Listing<T> pages(
            CenterPlace place, String path, String query, String list, Function<JsonNode, T> read)
            throws InterruptedException {
        if (!(tokens.held(place) instanceof SsoTokens.Held.Live(SsoToken token))) {
            return over(place);
        }
        var all = new ArrayList<T>();
        String next = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String asked =
                    joined(query, next.isEmpty() ? "" : "next_token=" + UriText.encoded(next));
            switch (portal.get(place.region(), path, asked, token.accessToken())) {
                case PortalCalls.Answer.Done(JsonNode json) -> {
                    json.path(list).values().forEach(each -> all.add(read.apply(each)));
                    next = json.path("nextToken").asString("");
                    if (next.isEmpty()) {
                        return new Listing.Whole<>(all);
                    }
                }
                case PortalCalls.Answer.Unknown _ -> {
                    return over(place);
                }
                case PortalCalls.Answer.Refused(int status, String words) -> {
                    return new Listing.Failed<>(
                            "Identity Center does not list what you have (HTTP %d%s)"
                                    .formatted(status, words.isEmpty() ? "" : ", " + words),
                            "name an account and a role by --account and --role");
                }
                case PortalCalls.Answer.Unreachable(Trouble trouble) -> {
                    return new Listing.Failed<>(trouble.reason(), trouble.fix());
                }
            }
        }
        return new Listing.Whole<>(all);
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "&" + second;
    }

    private static <T> Listing<T> over(CenterPlace place) {
        return new Listing.Failed<>(
                "the sign-in at %s is over".formatted(place.words()),
                "sign in with '%s'".formatted(place.command()));
    }

    /// Forgets a sign-in, here and at the service; false where there was none to forget.
    ///
    /// @param isShared whether also one that another tool made
    public boolean forget(CenterPlace place, boolean isShared)
            throws IOException, InterruptedException {
        Optional<Secret> token = tokens.forget(place, isShared);
        if (token.isPresent()) {
            portal.logout(place.region(), token.get());
        }
        return token.isPresent();
    }

    /// Whether a sign-in is kept that another tool made.
    public boolean isOthers(CenterPlace place) {
        return tokens.kept(place).filter(token -> !token.isOwn()).isPresent();
    }

    @Override
    public void close() {
        calls.close();
    }
}
