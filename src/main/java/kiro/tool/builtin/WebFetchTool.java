package kiro.tool.builtin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import kiro.tool.Effect;
import kiro.tool.Preparation;

/// Fetches a page of the web as text.
final class WebFetchTool implements BuiltinTool {
    private final PageFetcher fetcher;

    WebFetchTool(PageFetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public String name() {
        return "web_fetch";
    }

    @Override
    public boolean isLooking() {
        return true;
    }

    @Override
    public boolean isParallel() {
        return true;
    }

    @Override
    public Preparation prepare(Arguments arguments) {
        String text = arguments.text("url").strip();
        return address(text)
                .map(uri ->
                        fetcher.refusal(uri)
                                .<Preparation>map(Preparation.Refused::looking)
                                .orElseGet(() ->
                                        new Preparation.Ready(
                                                new Effect.Fetch(uri),
                                                "fetch " + uri,
                                                () -> fetcher.fetch(uri))))
                .orElseGet(() ->
                        Preparation.Refused.looking(
                                "'%s' is no address of the web: write https://host/path"
                                        .formatted(Summaries.oneLine(text))));
    }

    /// The address as rules are held against it: of the web, without anybody's name and password, without a
    /// fragment, its scheme and host in small letters.
    static Optional<URI> address(String text) {
        try {
            URI uri = new URI(text).normalize();
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("http") || scheme.equals("https");
            if (!isWeb || uri.getHost() == null || uri.getUserInfo() != null) {
                return Optional.empty();
            }
            String path =
                    uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return Optional.of(
                    new URI(
                            scheme
                                    + "://"
                                    + uri.getHost().toLowerCase(Locale.ROOT)
                                    + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                                    + path
                                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
