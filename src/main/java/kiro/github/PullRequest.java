package kiro.github;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A pull request, as far as hooks are told of it.
///
/// @param branch that is to be merged
/// @param head its newest commit
public record PullRequest(
        int number, String title, String branch, String base, String address, String head) {
    /// What happened to one.
    public enum Step {
        OPENED,
        UPDATED
    }

    public record Change(Step step, PullRequest request) {}

    /// As the API and the events of workflows have it; empty where it is none.
    static Optional<PullRequest> of(JsonNode json) {
        int number = json.path("number").asInt(0);
        String head = json.path("head").path("sha").asString("");
        return number <= 0 || head.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PullRequest(
                                number,
                                json.path("title").asString(""),
                                json.path("head").path("ref").asString(""),
                                json.path("base").path("ref").asString(""),
                                json.path("html_url").asString(""),
                                head));
    }
}
