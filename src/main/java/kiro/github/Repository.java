package kiro.github;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.secret.Secret;

/// A repository on GitHub, and how it is asked for.
///
/// @param api the beginning of the API's addresses
/// @param path such as `owner/name`
/// @param token of the person or the workflow
public record Repository(URI api, String path, Secret token) {
    private static final Pattern REMOTE =
            Pattern.compile(
                    "(?:https?://(?:[^@/]*@)?|ssh://(?:[^@/]*@)?|[\\w.-]+@)([\\w.-]+)(?::\\d+)?[/:]([\\w.-]+/[\\w.-]+?)(?:\\.git)?/?");

    /// By the environment, and where it does not say which repository, by the remote. Empty without a token, for a remote that
    /// is no GitHub, and for an address to which no token may be sent.
    public static Optional<Repository> of(Map<String, String> environment, String remote) {
        Optional<String> token =
                set(environment, "GITHUB_TOKEN").or(() -> set(environment, "GH_TOKEN"));
        Matcher match = REMOTE.matcher(remote.strip());
        boolean isRemote = match.matches();
        Optional<String> path =
                set(environment, "GITHUB_REPOSITORY")
                        .or(() -> isRemote ? Optional.of(match.group(2)) : Optional.empty());
        Optional<String> api =
                set(environment, "GITHUB_API_URL")
                        .or(() ->
                                isRemote && match.group(1).equals("github.com")
                                        ? Optional.of("https://api.github.com")
                                        : Optional.empty());
        return token.flatMap(secret ->
                path.flatMap(repository ->
                        api.flatMap(Repository::address)
                                .map(address ->
                                        new Repository(address, repository, Secret.of(secret)))));
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = URI.create(text.strip().replaceFirst("/+$", ""));
            String host = String.valueOf(address.getHost());
            boolean isHere =
                    host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
            boolean isKept =
                    "https".equals(address.getScheme())
                            || ("http".equals(address.getScheme()) && isHere);
            return isKept ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }
}
