package kiro.aws;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.auth.KeptSignIn;

/// Where one signs in to IAM Identity Center.
///
/// @param startUrl the address that an organisation gives its people; it is told to AWS, and never asked itself
/// @param session the name that the sign-in has in AWS's own settings, under which it is then kept
/// @param scopes what the sign-in is for; empty where nothing is to be said of that
public record CenterPlace(
        String startUrl, String region, Optional<String> session, List<String> scopes) {
    /// Where people with an AWS Builder ID sign in.
    private static final String BUILDER_ID = "https://view.awsapps.com/start";

    private static final String BUILDER_ID_REGION = "us-east-1";
    private static final List<String> ACCOUNTS = List.of("sso:account:access");

    public CenterPlace {
        scopes = List.copyOf(scopes);
    }

    /// A place that lends credentials of accounts.
    public static CenterPlace of(String startUrl, String region, Optional<String> session) {
        return new CenterPlace(startUrl, region, session, ACCOUNTS);
    }

    /// The same with what AWS's own settings say that it is for.
    ///
    /// @param listed between commas; empty where they say nothing
    CenterPlace withScopes(Optional<String> listed) {
        List<String> all =
                listed.stream()
                        .flatMap(text -> Stream.of(text.split(",")))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
        return all.isEmpty() ? this : new CenterPlace(startUrl, region, session, all);
    }

    public static CenterPlace ofBuilderId() {
        return new CenterPlace(BUILDER_ID, BUILDER_ID_REGION, Optional.empty(), List.of());
    }

    public static CenterPlace of(KeptSignIn kept) {
        return kept.startUrl().equals(BUILDER_ID)
                ? ofBuilderId()
                : of(kept.startUrl(), kept.region(), kept.session());
    }

    /// The address as an organisation means it, whatever a browser added to it; empty for one that is none.
    public static Optional<String> address(String text) {
        String plain = text.strip().replaceFirst("/?#.*$", "").replaceFirst("/+$", "");
        return AwsEndpoint.parsed(plain)
                .filter(url -> "https".equals(url.getScheme()) && url.getUserInfo() == null)
                .map(URI::toString);
    }

    /// As messages name it.
    public String words() {
        return startUrl.equals(BUILDER_ID)
                ? "AWS Builder ID"
                : URI.create(startUrl).getHost() + session.map(" (%s)"::formatted).orElse("");
    }

    /// The command that signs in here.
    public String command() {
        return startUrl.equals(BUILDER_ID)
                ? "kiro auth login --builder-id"
                : "kiro auth login --sso-start-url %s --region %s".formatted(startUrl, region);
    }

    /// The name under which AWS's own tools keep the sign-in.
    String key() {
        return session.orElse(startUrl);
    }
}
