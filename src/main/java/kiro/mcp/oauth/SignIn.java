package kiro.mcp.oauth;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiro.mcp.ServerSettings.OAuthClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Signing in at a server: by a page that the person opens, whose answer comes to this machine (OAuth 2.1 with
/// PKCE). kiro registers itself where nobody has done so for it.
public final class SignIn {
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Web web = new Web();
    private final Clock clock;
    private final TokenStore store;
    private final Duration limit;

    /// @param folder where tokens are kept
    /// @param limit how long a person may take
    public SignIn(Path folder, Clock clock, Duration limit) {
        this.store = new TokenStore(folder);
        this.clock = clock;
        this.limit = limit;
    }

    /// Shows a person the page at which they sign in.
    @FunctionalInterface
    public interface Browser {
        void open(URI page);
    }

    /// What came of it.
    public sealed interface Outcome {
        record SignedIn(String issuer) implements Outcome {}

        record NotSignedIn(String reason) implements Outcome {}
    }

    public Outcome signIn(URI server, OAuthClient known, Browser browser)
            throws InterruptedException {
        try {
            Authority authority = new Discovery(web).of(server);
            try (var callback = Callback.open(known.redirectPort())) {
                KeptToken.Client client = client(authority, known, callback.redirect());
                var asking = Asking.at(callback.redirect(), new SecureRandom());
                List<String> scopes =
                        known.scopes().isEmpty() ? authority.scopes() : known.scopes();
                callback.expect(asking);
                browser.open(asking.page(authority, client.id(), scopes, server));
                String code = callback.code(authority.issuer(), limit);
                store.keep(new Grants(web, clock).forCode(server, authority, client, code, asking));
                return new Outcome.SignedIn(authority.issuer());
            }
        } catch (OAuthFailure failure) {
            return new Outcome.NotSignedIn(failure.reason());
        }
    }

    /// Forgets the token of a server; false where there was none.
    public boolean signOut(URI server) throws IOException {
        return store.forget(server.toString());
    }

    private KeptToken.Client client(Authority authority, OAuthClient known, String redirect)
            throws InterruptedException {
        if (known.id().isPresent()) {
            return new KeptToken.Client(known.id().get(), known.secret(), authority.takesBasic());
        }
        URI place =
                authority
                        .register()
                        .orElseThrow(() ->
                                new OAuthFailure(
                                        authority.issuer()
                                                + " lets nobody register: have a client made there, and write its id into 'oauth: {clientId: ...}'"));
        ObjectNode request =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("client_name", "kiro")
                        .put("token_endpoint_auth_method", "none");
        request.putArray("redirect_uris").add(redirect);
        request.putArray("grant_types").add("authorization_code").add("refresh_token");
        request.putArray("response_types").add("code");
        Web.Reply reply = web.post(place, request);
        String id = reply.body().path("client_id").asString("");
        if ((reply.status() != CREATED && reply.status() != OK) || id.isEmpty()) {
            throw new OAuthFailure("kiro was not registered; " + Grants.refusal(reply));
        }
        return new KeptToken.Client(
                id,
                Optional.of(reply.body().path("client_secret").asString(""))
                        .filter(secret -> !secret.isEmpty()),
                authority.takesBasic());
    }
}
