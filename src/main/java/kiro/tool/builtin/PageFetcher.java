package kiro.tool.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.http.ProxyPassword;
import kiro.tool.ToolResult;
import kiro.tool.Untrusted;
import org.jspecify.annotations.Nullable;

/// Fetches pages: one address at a time, within bounds of size and time, as text. It goes on to another page of the
/// same site; another site is another question.
public final class PageFetcher {
    private static final int MOST_STEPS = 5;
    private static final int LARGEST = 4 << 20;
    private static final int OK = 200;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([A-Za-z0-9_.:-]+)");
    private static final Pattern TEXT =
            Pattern.compile(
                    "(?i)(text/.*|application/([a-z0-9.+-]*\\+)?(json|xml|yaml|javascript|toml)|)\\s*(;.*)?");

    private final Places places;
    private final Duration limit;
    private @Nullable HttpClient client;

    /// @param allowsPrivate whether pages of this machine and its network may be fetched
    public PageFetcher(boolean allowsPrivate, Duration limit) {
        this.places = new Places(allowsPrivate);
        this.limit = limit;
    }

    /// What came of one request.
    private sealed interface Step {
        record Page(String text) implements Step {}

        record Elsewhere(URI place) implements Step {}

        record Failed(String reason) implements Step {}
    }

    /// Why a page will not be fetched, where its address alone says so: nobody need be asked about it then.
    Optional<String> refusal(URI address) {
        return places.objectionByNumber(address);
    }

    ToolResult fetch(URI address) throws InterruptedException {
        CompletableFuture<ToolResult> result = new CompletableFuture<>();
        Thread fetching =
                Thread.ofVirtual()
                        .name("fetch")
                        .start(() -> {
                            try {
                                result.complete(follow(address));
                            } catch (InterruptedException stopped) {
                                result.cancel(true);
                            } catch (RuntimeException | Error fault) {
                                result.completeExceptionally(fault);
                            }
                        });
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new ToolResult.Failed(tooLate(address));
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault);
        } finally {
            fetching.interrupt();
        }
    }

    private ToolResult follow(URI address) throws InterruptedException {
        URI at = address;
        for (int step = 0; step < MOST_STEPS; step++) {
            switch (step(at)) {
                case Step.Failed failed -> {
                    return new ToolResult.Failed(failed.reason());
                }
                case Step.Page page -> {
                    return new ToolResult.Done(
                            Untrusted.part("page " + at, Bounded.of(page.text())));
                }
                case Step.Elsewhere elsewhere -> {
                    if (!isOfSite(elsewhere.place(), address)) {
                        return new ToolResult.Done(
                                "%s leads to another site: web_fetch %s, if you want that"
                                        .formatted(at, elsewhere.place()));
                    }
                    at = elsewhere.place();
                }
            }
        }
        return new ToolResult.Failed(
                "%s leads on and on, more than %d times".formatted(address, MOST_STEPS));
    }

    /// What was allowed is the site that was asked for; that it is encrypted now is no other.
    private static boolean isOfSite(URI place, URI asked) {
        boolean isSafer = place.getScheme().equals("https") && asked.getScheme().equals("http");
        return place.getHost().equals(asked.getHost())
                && ((place.getPort() == asked.getPort()
                                && place.getScheme().equals(asked.getScheme()))
                        || (isSafer && place.getPort() < 0 && asked.getPort() < 0));
    }

    /// Whoever notices first, the client or the one who waits for it.
    private String tooLate(URI at) {
        return at.getHost() + " did not answer within " + limit.toSeconds() + " seconds";
    }

    private Step step(URI at) throws InterruptedException {
        Optional<String> objection = places.objection(at);
        if (objection.isPresent()) {
            return new Step.Failed(objection.get());
        }
        HttpRequest request =
                ProxyPassword.on(HttpRequest.newBuilder(at), at)
                        .timeout(limit)
                        .header("User-Agent", "kiro")
                        .header("Accept", "text/html, text/*, application/json, */*;q=0.1")
                        .GET()
                        .build();
        try {
            HttpResponse<InputStream> response =
                    client().send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return answer(at, response, body);
            }
        } catch (HttpTimeoutException late) {
            return new Step.Failed(tooLate(at));
        } catch (IOException unreachable) {
            return new Step.Failed(
                    "%s cannot be reached: %s".formatted(at.getHost(), unreachable.getMessage()));
        }
    }

    private static Step answer(URI at, HttpResponse<?> response, InputStream body)
            throws IOException {
        int status = response.statusCode();
        if (status / 100 == 3) {
            return response.headers()
                    .firstValue("Location")
                    .flatMap(place -> resolved(at, place))
                    .<Step>map(Step.Elsewhere::new)
                    .orElseGet(() -> new Step.Failed(at + " leads to no address of the web"));
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!TEXT.matcher(type).matches()) {
            return new Step.Failed("%s is no text: %s".formatted(at, Untrusted.clean(type)));
        }
        byte[] bytes = body.readNBytes(LARGEST + 1);
        boolean isCut = bytes.length > LARGEST;
        String raw = new String(bytes, 0, Math.min(bytes.length, LARGEST), charset(type));
        boolean isHtml = type.contains("html");
        String text = isHtml ? HtmlText.of(raw, at) : raw;
        String note =
                isCut ? "\n[the page goes on: %d MB of it were read]".formatted(LARGEST >> 20) : "";
        return status == OK
                ? new Step.Page(text + note)
                : new Step.Failed(
                        "%s answers with status %d%n%s"
                                .formatted(
                                        at,
                                        status,
                                        Untrusted.part(
                                                "page " + at,
                                                text.length() > 2_000
                                                        ? text.substring(0, 2_000)
                                                        : text)));
    }

    private static Optional<URI> resolved(URI at, String place) {
        try {
            return WebFetchTool.address(at.resolve(place).toString());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Charset charset(String type) {
        Matcher named = CHARSET.matcher(type);
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /// Made with the first page, as it has threads of its own.
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made =
                    HttpClient.newBuilder()
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(limit)
                            .build();
            client = made;
        }
        return made;
    }
}
