package kiro.aws;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kiro.secret.Secret;
import tools.jackson.databind.JsonNode;

/// Signing in to IAM Identity Center by a code that a person compares in a browser, on this machine or another (the device
/// authorisation of OAuth).
public final class DeviceSignIn implements AutoCloseable {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final int USUAL_INTERVAL = 5;
    private static final int MORE = 5;
    private static final int LONGEST = 3_600;

    /// Errors of a client that is not known any more.
    private static final Set<String> OF_CLIENT = Set.of("invalid_client", "unauthorized_client");

    private final AwsWorld world;
    private final ServerTime time;
    private final Pause pause;
    private final AwsCalls calls = new AwsCalls();
    private final OidcCalls oidc;

    public DeviceSignIn(AwsWorld world, ServerTime time, Pause pause) {
        this.world = world;
        this.time = time;
        this.pause = pause;
        this.oidc = new OidcCalls(world, calls);
    }

    /// What came of asking for a code.
    public sealed interface Beginning {
        record Begun(Code code) implements Beginning {}

        record Failed(String message, String fix) implements Beginning {}
    }

    /// What a person allows the sign-in by.
    public static final class Code {
        private final CenterPlace place;
        private final SsoRegistration client;
        private final Secret device;
        private final String shown;
        private final URI page;
        private final int limit;
        private final int interval;

        private Code(
                CenterPlace place,
                SsoRegistration client,
                Secret device,
                String shown,
                URI page,
                int limit,
                int interval) {
            this.place = place;
            this.client = client;
            this.device = device;
            this.shown = shown;
            this.page = page;
            this.limit = limit;
            this.interval = interval;
        }

        /// The code that the page shows, to be compared.
        public String shown() {
            return shown;
        }

        public URI page() {
            return page;
        }

        /// How long it can be allowed.
        public Duration limit() {
            return Duration.ofSeconds(limit);
        }
    }

    /// What came of waiting for the person.
    public sealed interface Ending {
        record SignedIn() implements Ending {}

        record Failed(String message, String fix) implements Ending {}
    }

    public Beginning begin(CenterPlace place) throws InterruptedException {
        Path file = SsoRegistration.file(world.home(), place);
        Optional<SsoRegistration> kept = SsoRegistration.read(file, place, now());
        if (kept.isPresent()) {
            OidcCalls.Answer answer = oidc.authorize(place, kept.get());
            boolean isForgotten =
                    answer instanceof OidcCalls.Answer.Refused refused
                            && OF_CLIENT.contains(refused.error());
            if (!isForgotten) {
                return begun(place, kept.get(), answer);
            }
        }
        return switch (oidc.register(place)) {
            case OidcCalls.Answer.Busy(Trouble trouble) -> failed(trouble);
            case OidcCalls.Answer.Refused refused -> refused(place, refused);
            case OidcCalls.Answer.Done(JsonNode json) -> {
                Optional<SsoRegistration> client = SsoRegistration.answered(json, place);
                yield client.isEmpty()
                        ? busy("the answer to the registration has no client")
                        : begun(
                                place,
                                kept(client.get(), file),
                                oidc.authorize(place, client.get()));
            }
        };
    }

    private static SsoRegistration kept(SsoRegistration client, Path file) {
        try {
            client.save(file);
        } catch (IOException unwritable) {
            // The next sign-in registers another one.
            return client;
        }
        return client;
    }

    private Beginning begun(CenterPlace place, SsoRegistration client, OidcCalls.Answer answer) {
        return switch (answer) {
            case OidcCalls.Answer.Busy(Trouble trouble) -> failed(trouble);
            case OidcCalls.Answer.Refused refused -> refused(place, refused);
            case OidcCalls.Answer.Done(JsonNode json) -> {
                Optional<URI> page =
                        page(json.path("verificationUriComplete").asString(""))
                                .or(() -> page(json.path("verificationUri").asString("")));
                String device = json.path("deviceCode").asString("");
                String shown = CredentialText.line(json.path("userCode").asString(""));
                yield page.isEmpty() || device.isEmpty() || shown.isEmpty()
                        ? busy("the answer has no code, or no page that is safe to open")
                        : new Beginning.Begun(
                                new Code(
                                        place,
                                        client,
                                        Secret.of(device),
                                        shown,
                                        page.get(),
                                        Math.clamp(json.path("expiresIn").asLong(600), 1, LONGEST),
                                        Math.clamp(
                                                json.path("interval").asLong(USUAL_INTERVAL),
                                                1,
                                                60)));
            }
        };
    }

    /// A page is opened by the system, which does more with other addresses than to show them.
    private static Optional<URI> page(String text) {
        return AwsEndpoint.parsed(text)
                .filter(url ->
                        "https".equals(url.getScheme())
                                || "127.0.0.1".equals(url.getHost())
                                || "localhost".equals(url.getHost()));
    }

    private static Beginning busy(String reason) {
        return failed(Trouble.passing(reason));
    }

    private static Beginning failed(Trouble trouble) {
        return new Beginning.Failed(trouble.reason(), trouble.fix());
    }

    private static Beginning refused(CenterPlace place, OidcCalls.Answer.Refused refused) {
        return new Beginning.Failed(
                "%s takes no sign-in at %s: %s".formatted("AWS", place.startUrl(), words(refused)),
                "look at the start address and at the region, which is that of Identity Center");
    }

    private static String words(OidcCalls.Answer.Refused refused) {
        return refused.error() + (refused.words().isEmpty() ? "" : ", " + refused.words());
    }

    /// Waits until the person has allowed it, or has not.
    public Ending await(Code code) throws InterruptedException {
        int interval = code.interval;
        Optional<String> trouble = Optional.empty();
        for (int waited = 0; waited < code.limit; waited += interval) {
            pause.sleep(Duration.ofSeconds(interval));
            switch (oidc.token(code.place.region(), body(code))) {
                case OidcCalls.Answer.Done(JsonNode json) -> {
                    return signedIn(code, json);
                }
                case OidcCalls.Answer.Busy(Trouble now) when !now.mayPass() -> {
                    return new Ending.Failed(now.reason(), now.fix());
                }
                case OidcCalls.Answer.Busy(Trouble now) -> {
                    trouble = Optional.of(now.reason());
                    interval += MORE;
                }
                case OidcCalls.Answer.Refused refused -> {
                    trouble = Optional.empty();
                    switch (refused.error()) {
                        case "authorization_pending" -> {}
                        case "slow_down" -> interval += MORE;
                        default -> {
                            return ended(code, refused);
                        }
                    }
                }
            }
        }
        return trouble.<Ending>map(reason -> new Ending.Failed(reason, "sign in again in a while"))
                .orElseGet(() -> late(code));
    }

    private static tools.jackson.databind.node.ObjectNode body(Code code) {
        return code.client.body().put("grantType", GRANT).put("deviceCode", code.device.reveal());
    }

    private Ending signedIn(Code code, JsonNode json) {
        if (!SsoToken.isToken(json)) {
            return new Ending.Failed("the answer has no token", "sign in again");
        }
        try {
            SsoToken.issued(
                            SsoToken.file(world.home(), code.place.key()),
                            code.place,
                            code.client,
                            json,
                            now())
                    .save();
        } catch (IOException unwritable) {
            return new Ending.Failed(
                    "the sign-in cannot be kept in ~/.aws/sso/cache: " + unwritable.getMessage(),
                    "mend the permissions, and sign in again");
        }
        return new Ending.SignedIn();
    }

    private static Ending ended(Code code, OidcCalls.Answer.Refused refused) {
        return switch (refused.error()) {
            case "access_denied" ->
                    new Ending.Failed(
                            "the sign-in was not allowed",
                            "sign in again, and allow it on the page");
            case "expired_token" -> late(code);
            default ->
                    new Ending.Failed("AWS ends the sign-in: " + words(refused), "sign in again");
        };
    }

    private static Ending late(Code code) {
        return new Ending.Failed(
                "nobody allowed the sign-in within %d minutes"
                        .formatted(Math.max(1, code.limit().toMinutes())),
                "sign in again");
    }

    private Instant now() {
        return time.machine().instant();
    }

    @Override
    public void close() {
        calls.close();
    }
}
