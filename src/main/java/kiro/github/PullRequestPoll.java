package kiro.github;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.http.Connections;
import kiro.http.Exchange;
import kiro.http.Request;
import kiro.http.RetryAfter;
import kiro.http.WholeAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks GitHub from time to time which pull requests are open. What has not changed costs nothing of the limit, and where GitHub
/// says that it was asked too often, it is asked again when it says.
public final class PullRequestPoll {
    private static final Duration BETWEEN = Duration.ofSeconds(60);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);
    private static final Duration LONGEST_REST = Duration.ofHours(2);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LONGEST = 16 << 20;
    private static final int PAGE = 100;

    private final Repository repository;
    private final Connections connections;
    private final Clock clock;
    private Optional<Map<Integer, String>> known = Optional.empty();
    private String tag = "";
    private Instant next = Instant.MIN;

    public PullRequestPoll(Repository repository, Connections connections, Clock clock) {
        this.repository = repository;
        this.connections = connections;
        this.clock = clock;
    }

    /// What came of asking.
    public sealed interface Answer {
        /// It is not time yet, or nothing changed.
        record Nothing() implements Answer {}

        record Changed(List<PullRequest.Change> changes) implements Answer {
            public Changed {
                changes = List.copyOf(changes);
            }
        }

        /// @param until when it is asked again
        record Failed(String reason, Instant until) implements Answer {}
    }

    /// Asks if it is time to. What was open at the first time is not new.
    public Answer ask() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return new Answer.Nothing();
        }
        next = now.plus(BETWEEN);
        try (Exchange exchange = Exchange.start(connections, request())) {
            return switch (WholeAnswer.of(exchange, LIMIT, LONGEST)) {
                case WholeAnswer.Whole whole -> answered(whole, now);
                case WholeAnswer.Late _ ->
                        failed("it does not answer in time", now.plus(AFTER_FAILURE));
                case WholeAnswer.TooLong _ ->
                        failed("its answer is too long", now.plus(AFTER_FAILURE));
                case WholeAnswer.Broken broken -> failed(broken.words(), now.plus(AFTER_FAILURE));
            };
        }
    }

    private Request request() {
        var headers = new HashMap<String, String>();
        headers.put("Accept", "application/vnd.github+json");
        headers.put("Authorization", "Bearer " + repository.token().reveal());
        headers.put("User-Agent", "kiro");
        headers.put("X-GitHub-Api-Version", "2022-11-28");
        if (!tag.isEmpty()) {
            headers.put("If-None-Match", tag);
        }
        return new Request(
                "GET",
                URI.create(
                        "%s/repos/%s/pulls?state=open&sort=updated&direction=desc&per_page=%d"
                                .formatted(repository.api(), repository.path(), PAGE)),
                headers,
                List.of());
    }

    private Answer failed(String reason, Instant until) {
        next = until;
        return new Answer.Failed(reason, until);
    }

    private Answer answered(WholeAnswer.Whole answer, Instant now) {
        return switch (answer.status()) {
            case 200 -> read(answer);
            case 304 -> new Answer.Nothing();
            case 401 -> failed("it does not know the token", now.plus(LONGEST_REST));
            case 404 ->
                    failed(
                            "there is no %s, or the token may not read it"
                                    .formatted(repository.path()),
                            now.plus(LONGEST_REST));
            case 403, 429 -> limited(answer.headers(), now);
            default ->
                    failed(
                            "it answers with %d".formatted(answer.status()),
                            now.plus(AFTER_FAILURE));
        };
    }

    private Answer limited(HttpHeaders headers, Instant now) {
        Optional<Instant> reset =
                headers.firstValue("x-ratelimit-remaining")
                        .filter("0"::equals)
                        .flatMap(_ -> headers.firstValue("x-ratelimit-reset"))
                        .filter(text -> text.matches("\\d{1,12}"))
                        .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
        Instant until =
                RetryAfter.of(headers, clock)
                        .map(now::plus)
                        .or(() -> reset)
                        .orElse(now.plus(AFTER_FAILURE));
        Instant latest = now.plus(LONGEST_REST);
        return failed("it was asked too often", until.isAfter(latest) ? latest : until);
    }

    private Answer read(WholeAnswer.Whole answer) {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (JacksonException broken) {
            return failed("its answer cannot be read", clock.instant().plus(AFTER_FAILURE));
        }
        tag = answer.headers().firstValue("ETag").orElse("");
        var open = new ArrayList<PullRequest>();
        json.forEach(each -> PullRequest.of(each).ifPresent(open::add));
        var changes = new ArrayList<PullRequest.Change>();
        Map<Integer, String> before = known.orElse(Map.of());
        for (PullRequest each : open.reversed()) {
            String head = before.get(each.number());
            if (known.isPresent() && !each.head().equals(head)) {
                changes.add(
                        new PullRequest.Change(
                                head == null ? PullRequest.Step.OPENED : PullRequest.Step.UPDATED,
                                each));
            }
        }
        var now = new HashMap<Integer, String>(open.size() < PAGE ? Map.of() : before);
        open.forEach(each -> now.put(each.number(), each.head()));
        known = Optional.of(now);
        return changes.isEmpty() ? new Answer.Nothing() : new Answer.Changed(changes);
    }
}
