package kiro.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.text.SourceSpan;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the event of a GitHub workflow, as the file that `GITHUB_EVENT_PATH` names has it.
public final class EventReader {
    private static final long LARGEST = 8_000_000;

    private EventReader() {}

    /// What came out of reading it.
    public sealed interface Reading {
        /// @param request empty where the event is about no pull request
        record Whole(Optional<PullRequest> request) implements Reading {}

        record Broken(Finding finding) implements Reading {}
    }

    public static Reading read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                return broken(file, "is too large to be an event");
            }
            JsonNode event = JsonMapper.shared().readTree(Files.readAllBytes(file));
            JsonNode request = event.path("pull_request");
            return new Reading.Whole(
                    request.isObject() ? Optional.of(request(event, request)) : Optional.empty());
        } catch (IOException | JacksonException unreadable) {
            return broken(file, "cannot be read: " + firstLine(unreadable));
        }
    }

    private static PullRequest request(JsonNode event, JsonNode request) {
        String base = request.path("base").path("sha").asString("");
        return new PullRequest(
                request.path("number").asInt(event.path("number").asInt(0)),
                request.path("title").asString(""),
                request.path("body").asString(""),
                base.matches("[0-9a-f]{40,64}") ? Optional.of(base) : Optional.empty());
    }

    private static Reading broken(Path file, String problem) {
        return new Reading.Broken(
                Finding.error(
                        "check/bad-event",
                        file.toString(),
                        SourceSpan.start(),
                        "the event of this workflow " + problem,
                        "name the spec with --spec and the branch with --base"));
    }

    private static String firstLine(Exception cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
