package kiro.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kiro.secret.Secret;
import tools.jackson.databind.JsonNode;

/// Credentials of a role that a person has in IAM Identity Center, by a sign-in that the AWS CLI or this program made.
final class SsoSource implements CredentialSource {
    private final PortalCalls portal;
    private final SsoTokens tokens;
    private final SsoRole wanted;

    SsoSource(AwsWorld world, AwsCalls calls, ServerTime time, SsoRole wanted) {
        this.portal = new PortalCalls(world, calls);
        this.tokens = new SsoTokens(world, new OidcCalls(world, calls), time.machine());
        this.wanted = wanted;
    }

    /// A role in Identity Center.
    ///
    /// @param words what names it, for people
    /// @param command what signs in for it
    record SsoRole(String words, CenterPlace place, String account, String role, String command) {}

    /// Where a profile signs in; empty for one that does not say it.
    static Optional<CenterPlace> place(Profile profile, AwsProfiles all) {
        Optional<String> session = profile.find("sso_session");
        Profile place =
                session.flatMap(all::session)
                        .orElse(session.isPresent() ? new Profile("", Map.of()) : profile);
        Optional<String> url = place.find("sso_start_url");
        Optional<String> region = place.find("sso_region").filter(AwsEndpoint::isRegion);
        return url.isEmpty() || region.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        CenterPlace.of(url.get(), region.get(), session)
                                .withScopes(place.find("sso_registration_scopes")));
    }

    /// The role that a profile names; empty for one that does not say all of it.
    static Optional<SsoRole> role(Profile profile, AwsProfiles all) {
        Optional<CenterPlace> place = place(profile, all);
        Optional<String> account = profile.find("sso_account_id");
        Optional<String> role = profile.find("sso_role_name");
        return place.isEmpty() || account.isEmpty() || role.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SsoRole(
                                profile.words(),
                                place.get(),
                                account.get(),
                                role.get(),
                                "kiro auth login --profile " + profile.name()));
    }

    @Override
    public Lookup look() throws InterruptedException {
        return switch (tokens.held(wanted.place())) {
            case SsoTokens.Held.None _ ->
                    Lookup.failed("nobody is signed in for " + wanted.words(), fix());
            case SsoTokens.Held.Over _ -> over();
            case SsoTokens.Held.Waiting(Trouble trouble) -> waiting(trouble);
            case SsoTokens.Held.Live(SsoToken token) -> look(token);
        };
    }

    private Lookup look(SsoToken token) throws InterruptedException {
        PortalCalls.Answer answer = ask(token);
        if (!(answer instanceof PortalCalls.Answer.Unknown)) {
            return read(answer);
        }
        return switch (tokens.anew(wanted.place(), token)) {
            case SsoTokens.Held.Live(SsoToken next) -> read(ask(next));
            case SsoTokens.Held.Waiting(Trouble trouble) -> waiting(trouble);
            case SsoTokens.Held.None _, SsoTokens.Held.Over _ -> over();
        };
    }

    private PortalCalls.Answer ask(SsoToken token) throws InterruptedException {
        return portal.get(
                wanted.place().region(),
                "/federation/credentials",
                "role_name=%s&account_id=%s"
                        .formatted(
                                UriText.encoded(wanted.role()), UriText.encoded(wanted.account())),
                token.accessToken());
    }

    private Lookup read(PortalCalls.Answer answer) {
        return switch (answer) {
            case PortalCalls.Answer.Unknown _ -> over();
            case PortalCalls.Answer.Unreachable(Trouble trouble) ->
                    new Lookup.Failed(
                            "no credentials for %s: %s".formatted(wanted.words(), trouble.reason()),
                            trouble.fix(),
                            trouble.mayPass());
            case PortalCalls.Answer.Refused(int status, String words) ->
                    new Lookup.Failed(
                            "%s gets no credentials of the role %s in the account %s (HTTP %d%s)"
                                    .formatted(
                                            wanted.words(),
                                            wanted.role(),
                                            wanted.account(),
                                            status,
                                            words.isEmpty() ? "" : ", " + words),
                            "have the role assigned to you, or choose another",
                            status >= 500 || status == 429);
            case PortalCalls.Answer.Done(JsonNode json) ->
                    credentials(json.path("roleCredentials"))
                            .<Lookup>map(Lookup.Found::new)
                            .orElseGet(() ->
                                    Lookup.unreachable(
                                            "Identity Center answers without credentials"));
        };
    }

    private Lookup.Failed over() {
        return Lookup.failed("the sign-in for %s has expired".formatted(wanted.words()), fix());
    }

    private Lookup.Failed waiting(Trouble trouble) {
        return new Lookup.Failed(
                "the sign-in for %s is to be renewed, and %s"
                        .formatted(wanted.words(), trouble.reason()),
                trouble.fix(),
                trouble.mayPass());
    }

    private String fix() {
        return "sign in with '%s'".formatted(wanted.command());
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
                                wanted.words()));
    }
}
