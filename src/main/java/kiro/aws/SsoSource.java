package kiro.aws;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.aws.AwsCalls.Call;
import kiro.aws.AwsCalls.Reply;
import kiro.secret.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Credentials of a role that a person has in IAM Identity Center, by a sign-in that the AWS CLI or this program made.
final class SsoSource implements CredentialSource {
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,30}");

    private final AwsWorld world;
    private final AwsCalls calls;
    private final ServerTime time;
    private final SsoProfile profile;

    SsoSource(AwsWorld world, AwsCalls calls, ServerTime time, SsoProfile profile) {
        this.world = world;
        this.calls = calls;
        this.time = time;
        this.profile = profile;
    }

    /// A role in Identity Center as a profile has it.
    ///
    /// @param name of the profile
    /// @param signIn the name under which the sign-in is kept
    record SsoProfile(String name, String signIn, String region, String account, String role) {
        private String words() {
            return "the profile '" + name + "'";
        }

        private String fix() {
            return "sign in with 'aws sso login --profile " + name + "'";
        }
    }

    /// Reads what a profile says; empty for one that does not say all of it.
    static Optional<SsoProfile> profile(Profile profile, AwsProfiles all) {
        Optional<String> session = profile.find("sso_session");
        Profile place =
                session.flatMap(all::session)
                        .orElse(session.isPresent() ? new Profile("", Map.of()) : profile);
        Optional<String> url = place.find("sso_start_url");
        Optional<String> region =
                place.find("sso_region").filter(text -> REGION.matcher(text).matches());
        Optional<String> account = profile.find("sso_account_id");
        Optional<String> role = profile.find("sso_role_name");
        return url.isEmpty() || region.isEmpty() || account.isEmpty() || role.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SsoProfile(
                                profile.name(),
                                session.orElseGet(url::get),
                                region.get(),
                                account.get(),
                                role.get()));
    }

    @Override
    public Lookup look() throws InterruptedException {
        Optional<SsoToken> kept = SsoToken.read(SsoToken.file(world.home(), profile.signIn()));
        if (kept.isEmpty()) {
            return Lookup.failed("nobody is signed in for " + profile.words(), profile.fix());
        }
        SsoToken token = kept.get();
        Instant now = time.now();
        if (token.expiry().isBefore(now.plus(EARLY))) {
            Optional<SsoToken.Renewal> renewal = token.renewal(now);
            Optional<SsoToken> next =
                    renewal.isEmpty() ? Optional.empty() : renew(token, renewal.get());
            if (next.isEmpty() && !token.expiry().isAfter(now)) {
                return expired();
            }
            token = next.orElse(token);
        }
        return role(token.accessToken());
    }

    private Lookup.Failed expired() {
        return Lookup.failed(
                "the sign-in for %s has expired".formatted(profile.words()), profile.fix());
    }

    private Optional<SsoToken> renew(SsoToken token, SsoToken.Renewal renewal)
            throws InterruptedException {
        String body =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("clientId", renewal.client())
                        .put("clientSecret", renewal.clientSecret().reveal())
                        .put("grantType", "refresh_token")
                        .put("refreshToken", renewal.refreshToken().reveal())
                        .toString();
        URI address =
                URI.create(AwsEndpoint.of(world, "SSO_OIDC", "oidc", profile.region()) + "/token");
        var call =
                new Call(
                        "POST",
                        address,
                        Map.of("Content-Type", "application/json"),
                        Optional.of(body),
                        AwsCalls.LIMIT);
        Optional<JsonNode> answer =
                calls.make(call) instanceof Reply.Answered answered && answered.status() == 200
                        ? CredentialText.json(answered.body())
                                .filter(json -> !json.path("accessToken").asString("").isEmpty())
                        : Optional.empty();
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        SsoToken next = token.renewed(answer.get(), time.now());
        try {
            next.save();
        } catch (IOException unwritable) {
            // Whoever else uses the sign-in has to renew it as well.
            return Optional.of(next);
        }
        return Optional.of(next);
    }

    private Lookup role(Secret token) throws InterruptedException {
        URI address =
                URI.create(
                        "%s/federation/credentials?role_name=%s&account_id=%s"
                                .formatted(
                                        AwsEndpoint.of(
                                                world, "SSO", "portal.sso", profile.region()),
                                        UriText.encoded(profile.role()),
                                        UriText.encoded(profile.account())));
        var call =
                Call.get(address, Map.of("x-amz-sso_bearer_token", token.reveal()), AwsCalls.LIMIT);
        return switch (calls.make(call)) {
            case Reply.Unreachable(String reason) ->
                    Lookup.unreachable(
                            "%s cannot be reached for %s: %s"
                                    .formatted(address.getHost(), profile.words(), reason));
            case Reply.Answered answer -> read(answer);
        };
    }

    private Lookup read(Reply.Answered answer) {
        if (answer.status() == 401) {
            return expired();
        }
        if (answer.status() != 200) {
            return new Lookup.Failed(
                    "%s gets no credentials of the role %s in the account %s (HTTP %d)"
                            .formatted(
                                    profile.words(),
                                    profile.role(),
                                    profile.account(),
                                    answer.status()),
                    "have the role assigned to you, or choose another profile",
                    answer.status() >= 500 || answer.status() == 429);
        }
        return CredentialText.json(answer.body())
                .map(json -> json.path("roleCredentials"))
                .flatMap(this::credentials)
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(() -> Lookup.unreachable("Identity Center answers without credentials"));
    }

    private Optional<AwsCredentials> credentials(JsonNode json) {
        String accessKey = json.path("accessKeyId").asString("");
        String secretKey = json.path("secretAccessKey").asString("");
        long until = json.path("expiration").asLong(0);
        return accessKey.isEmpty() || secretKey.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new AwsCredentials(
                                accessKey,
                                Secret.of(secretKey),
                                Optional.of(json.path("sessionToken").asString(""))
                                        .filter(each -> !each.isEmpty())
                                        .map(Secret::of),
                                until > 0
                                        ? Optional.of(Instant.ofEpochMilli(until))
                                        : Optional.empty(),
                                profile.words()));
    }
}
