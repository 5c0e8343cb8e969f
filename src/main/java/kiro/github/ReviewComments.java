package kiro.github;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiro.http.Connections;
import kiro.http.Exchange;
import kiro.http.Request;
import kiro.http.WholeAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks GitHub for the newest comments on lines in reviews of a repository's pull requests. Those of programs, and of people who do
/// not belong to the repository, are left out.
public final class ReviewComments {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LONGEST = 16 << 20;
    private static final Set<String> OWN = Set.of("OWNER", "MEMBER", "COLLABORATOR");

    private final Repository repository;
    private final Connections connections;

    public ReviewComments(Repository repository, Connections connections) {
        this.repository = repository;
        this.connections = connections;
    }

    /// @param path of the file that it is about
    public record Comment(String author, String path, String text) {}

    /// What came of asking.
    public sealed interface Answer {
        /// @param comments the newest first
        record Told(List<Comment> comments) implements Answer {
            public Told {
                comments = List.copyOf(comments);
            }
        }

        record Failed(String reason) implements Answer {}
    }

    public Answer ask() throws InterruptedException {
        try (Exchange exchange = Exchange.start(connections, request())) {
            return switch (WholeAnswer.of(exchange, LIMIT, LONGEST)) {
                case WholeAnswer.Whole whole -> answered(whole);
                case WholeAnswer.Late _ -> new Answer.Failed("it does not answer in time");
                case WholeAnswer.TooLong _ -> new Answer.Failed("its answer is too long");
                case WholeAnswer.Broken broken -> new Answer.Failed(broken.words());
            };
        }
    }

    private Request request() {
        return new Request(
                "GET",
                URI.create(
                        "%s/repos/%s/pulls/comments?sort=created&direction=desc&per_page=100"
                                .formatted(repository.api(), repository.path())),
                Map.of(
                        "Accept",
                        "application/vnd.github+json",
                        "Authorization",
                        "Bearer " + repository.token().reveal(),
                        "User-Agent",
                        "kiro",
                        "X-GitHub-Api-Version",
                        "2022-11-28"),
                List.of());
    }

    private Answer answered(WholeAnswer.Whole answer) {
        return switch (answer.status()) {
            case 200 -> read(answer);
            case 401 -> new Answer.Failed("it does not know the token");
            case 404 ->
                    new Answer.Failed(
                            "there is no %s, or the token may not read it"
                                    .formatted(repository.path()));
            case 403, 429 -> new Answer.Failed("it was asked too often, or the token may not ask");
            default -> new Answer.Failed("it answers with %d".formatted(answer.status()));
        };
    }

    private static Answer read(WholeAnswer.Whole answer) {
        try {
            JsonNode json =
                    JsonMapper.shared().readTree(new String(answer.body(), StandardCharsets.UTF_8));
            var comments = new ArrayList<Comment>();
            for (JsonNode each : json) {
                boolean isOwn = OWN.contains(each.path("author_association").asString(""));
                boolean isPerson = each.path("user").path("type").asString("").equals("User");
                if (isOwn && isPerson) {
                    comments.add(
                            new Comment(
                                    each.path("user").path("login").asString(""),
                                    each.path("path").asString(""),
                                    each.path("body").asString("")));
                }
            }
            return new Answer.Told(comments);
        } catch (JacksonException broken) {
            return new Answer.Failed("its answer cannot be read");
        }
    }
}
