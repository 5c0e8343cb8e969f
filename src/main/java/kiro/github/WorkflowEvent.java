package kiro.github;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The event that started a workflow, which GitHub puts into a file.
public final class WorkflowEvent {
    private WorkflowEvent() {}

    /// What came of reading it.
    public sealed interface Reading {
        record Changed(PullRequest.Change change) implements Reading {}

        /// Something else happened, such as a push or a comment.
        record Other(String action) implements Reading {}

        record Unreadable(String reason) implements Reading {}
    }

    public static Reading read(Path file) {
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(file));
            String action = json.path("action").asString("");
            Optional<PullRequest> request = PullRequest.of(json.path("pull_request"));
            Optional<PullRequest.Step> step = step(action);
            return request.isPresent() && step.isPresent()
                    ? new Reading.Changed(new PullRequest.Change(step.get(), request.get()))
                    : new Reading.Other(action);
        } catch (IOException | JacksonException unreadable) {
            return new Reading.Unreadable(
                    String.valueOf(unreadable.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Optional<PullRequest.Step> step(String action) {
        return switch (action) {
            case "opened", "reopened", "ready_for_review" -> Optional.of(PullRequest.Step.OPENED);
            case "synchronize" -> Optional.of(PullRequest.Step.UPDATED);
            default -> Optional.empty();
        };
    }
}
