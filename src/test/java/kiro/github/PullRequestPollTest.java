package kiro.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import kiro.github.PullRequestPoll.Answer;
import kiro.http.Connections;
import kiro.secret.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullRequestPollTest {
    private static final PullRequest SECOND =
            new PullRequest(2, "Add tax", "tax", "main", "https://example.com/2", "b1");

    @TempDir Path folder;
    private final Deque<Told> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final Connections connections = new Connections();
    private HttpServer server;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private PullRequestPoll poll;

    private record Told(int status, Map<String, String> headers, String body) {}

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Repository repository =
                Repository.of(
                                Map.of(
                                        "GITHUB_TOKEN",
                                        "t0p",
                                        "GITHUB_API_URL",
                                        "http://127.0.0.1:%d/api/"
                                                .formatted(server.getAddress().getPort())),
                                "git@github.com:acme/shop.git")
                        .orElseThrow();
        poll = new PullRequestPoll(repository, connections, new SetClock());
    }

    @AfterEach
    void end() {
        connections.close();
        server.stop(0);
    }

    private final class SetClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(
                    "%s %s %s"
                            .formatted(
                                    exchange.getRequestURI().getPath(),
                                    exchange.getRequestHeaders().getFirst("Authorization"),
                                    exchange.getRequestHeaders().getFirst("If-None-Match")));
            Told told = answers.remove();
            told.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(told.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer after(Duration time, int status, Map<String, String> headers, String body)
            throws InterruptedException {
        synchronized (this) {
            answers.add(new Told(status, headers, body));
        }
        now = now.plus(time);
        return poll.ask();
    }

    private static String json(String... pairs) {
        var all = new ArrayList<String>();
        for (String pair : pairs) {
            String[] parts = pair.split(":");
            all.add(
                    "{\"number\":%s,\"title\":\"Add tax\",\"html_url\":\"https://example.com/%s\",\"head\":{\"ref\":\"tax\",\"sha\":\"%s\"},\"base\":{\"ref\":\"main\"}}"
                            .formatted(parts[0], parts[0], parts[1]));
        }
        return "[" + String.join(",", all) + "]";
    }

    @Test
    @Tag("pull-request-events#AC-1")
    void what_is_opened_and_what_gets_new_commits_is_told_of_once() throws Exception {
        Duration minute = Duration.ofSeconds(61);
        assertThat(after(Duration.ZERO, 200, Map.of("ETag", "\"1\""), json("1:a1")))
                .isEqualTo(new Answer.Nothing());
        assertThat(poll.ask()).isEqualTo(new Answer.Nothing());
        assertThat(after(minute, 304, Map.of(), "")).isEqualTo(new Answer.Nothing());
        assertThat(after(minute, 200, Map.of("ETag", "\"2\""), json("2:b1", "1:a1")))
                .isEqualTo(
                        new Answer.Changed(
                                List.of(new PullRequest.Change(PullRequest.Step.OPENED, SECOND))));
        assertThat(after(minute, 200, Map.of(), json("1:a2", "2:b1")))
                .isEqualTo(
                        new Answer.Changed(
                                List.of(
                                        new PullRequest.Change(
                                                PullRequest.Step.UPDATED,
                                                new PullRequest(
                                                        1,
                                                        "Add tax",
                                                        "tax",
                                                        "main",
                                                        "https://example.com/1",
                                                        "a2")))));
        assertThat(asked)
                .containsExactly(
                        "/api/repos/acme/shop/pulls Bearer t0p null",
                        "/api/repos/acme/shop/pulls Bearer t0p \"1\"",
                        "/api/repos/acme/shop/pulls Bearer t0p \"1\"",
                        "/api/repos/acme/shop/pulls Bearer t0p \"2\"");
    }

    @Test
    @Tag("pull-request-events#AC-2")
    void a_limit_is_kept_to_as_long_as_github_says() throws Exception {
        after(Duration.ZERO, 200, Map.of(), json("1:a1"));
        Instant reset = now.plusSeconds(1_000).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        assertThat(
                        after(
                                Duration.ofMinutes(2),
                                403,
                                Map.of(
                                        "x-ratelimit-remaining",
                                        "0",
                                        "x-ratelimit-reset",
                                        String.valueOf(reset.getEpochSecond())),
                                "{}"))
                .isEqualTo(new Answer.Failed("it was asked too often", reset));
        now = reset.minusSeconds(1);
        assertThat(poll.ask()).isEqualTo(new Answer.Nothing());
        assertThat(asked).hasSize(2);
        assertThat(after(Duration.ofSeconds(2), 429, Map.of("Retry-After", "30"), "{}"))
                .isEqualTo(new Answer.Failed("it was asked too often", now.plusSeconds(30)));
        assertThat(after(Duration.ofSeconds(31), 200, Map.of(), json("1:a2")))
                .isInstanceOf(Answer.Changed.class);
    }

    @Test
    @Tag("pull-request-events#AC-2")
    void what_goes_wrong_is_said_and_tried_again_later() throws Exception {
        assertThat(after(Duration.ZERO, 401, Map.of(), "{}").toString())
                .contains("does not know the token");
        assertThat(after(Duration.ofHours(3), 200, Map.of(), "<html>").toString())
                .contains("cannot be read");
        assertThat(after(Duration.ofMinutes(6), 500, Map.of(), "").toString())
                .contains("answers with 500");
        server.stop(0);
        now = now.plusSeconds(600);
        assertThat(poll.ask()).isInstanceOf(Answer.Failed.class);
    }

    @Test
    @Tag("pull-request-events#AC-3")
    void no_token_is_sent_where_none_is_meant_to_go() {
        var token = Map.of("GITHUB_TOKEN", "t0p");
        assertThat(Repository.of(token, "https://github.com/acme/shop"))
                .map(each -> each.api() + " " + each.path())
                .contains("https://api.github.com acme/shop");
        assertThat(Repository.of(token, "ssh://git@github.com:22/acme/shop.git")).isPresent();
        assertThat(Repository.of(Map.of(), "https://github.com/acme/shop")).isEmpty();
        assertThat(Repository.of(token, "https://gitlab.com/acme/shop.git")).isEmpty();
        assertThat(Repository.of(token, "https://github.com.evil.example/acme/shop")).isEmpty();
        assertThat(
                        Repository.of(
                                Map.of(
                                        "GITHUB_TOKEN",
                                        "t0p",
                                        "GITHUB_API_URL",
                                        "http://ghe.example/api/v3"),
                                "git@ghe.example:acme/shop.git"))
                .isEmpty();
        assertThat(
                        new Repository(java.net.URI.create("https://x"), "a/b", Secret.of("t0p"))
                                .toString())
                .doesNotContain("t0p");
    }

    @Test
    @Tag("pull-request-events#AC-4")
    void the_event_of_a_workflow_is_read() throws IOException {
        Path file = folder.resolve("event.json");
        String request = json("2:b1").replaceAll("^\\[|]$", "");
        Files.writeString(file, "{\"action\":\"opened\",\"pull_request\":" + request + "}");
        assertThat(WorkflowEvent.read(file))
                .isEqualTo(
                        new WorkflowEvent.Reading.Changed(
                                new PullRequest.Change(PullRequest.Step.OPENED, SECOND)));
        Files.writeString(file, "{\"action\":\"synchronize\",\"pull_request\":" + request + "}");
        assertThat(WorkflowEvent.read(file))
                .isEqualTo(
                        new WorkflowEvent.Reading.Changed(
                                new PullRequest.Change(PullRequest.Step.UPDATED, SECOND)));
        Files.writeString(file, "{\"action\":\"labeled\",\"pull_request\":" + request + "}");
        assertThat(WorkflowEvent.read(file)).isEqualTo(new WorkflowEvent.Reading.Other("labeled"));
        Files.writeString(file, "{");
        assertThat(WorkflowEvent.read(file)).isInstanceOf(WorkflowEvent.Reading.Unreadable.class);
        assertThat(WorkflowEvent.read(folder.resolve("none")))
                .isInstanceOf(WorkflowEvent.Reading.Unreadable.class);
    }
}
