package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.model.ToolSpec;
import kiro.persona.Persona;
import kiro.text.Json;
import kiro.text.NearestNames;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.Tool;
import kiro.tool.ToolResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The tool `delegate`, by which a model gives a piece of its work to another agent.
final class Delegation implements Tool {
    static final String TOOL = "delegate";

    private static final int LONGEST_TASK = 20_000;
    private static final int MOST_FILES = 50;

    private final Crew crew;
    private final PromptTexts texts;

    Delegation(Crew crew, PromptTexts texts) {
        this.crew = crew;
        this.texts = texts;
    }

    static boolean isCall(String tool) {
        return tool.equals(TOOL);
    }

    @Override
    public ToolSpec spec() {
        String agents =
                crew.agents().stream()
                        .map(agent -> "\n- %s: %s".formatted(agent.name(), agent.description()))
                        .collect(Collectors.joining());
        return new ToolSpec(
                TOOL,
                texts.text("delegate.md") + (agents.isEmpty() ? "" : "\n\nAgents:" + agents),
                texts.text("delegate.schema.json"));
    }

    @Override
    public Preparation prepare(String arguments) {
        try {
            JsonNode json = Json.read(arguments);
            String task = json.path("task").asString("").strip();
            if (!json.isObject() || task.isEmpty() || task.length() > LONGEST_TASK) {
                return Preparation.Refused.looking(
                        "it takes `task`, the work in words (at most %,d characters), and may have `agent` and `files`"
                                .formatted(LONGEST_TASK));
            }
            return prepare(task, json.path("agent").asString("").strip(), files(json));
        } catch (JacksonException broken) {
            return Preparation.Refused.looking("the arguments are not JSON");
        }
    }

    private Preparation prepare(String task, String agent, List<String> files) {
        if (!agent.isEmpty() && crew.find(agent).isEmpty()) {
            List<String> names = crew.agents().stream().map(Persona::name).toList();
            List<String> near = NearestNames.of(agent, names);
            return Preparation.Refused.looking(
                    "there is no agent '%s'%s"
                            .formatted(
                                    oneLine(agent),
                                    near.isEmpty()
                                            ? names.isEmpty()
                                                    ? ": leave `agent` out"
                                                    : "; there is " + String.join(", ", names)
                                            : "; did you mean " + near.getFirst() + "?"));
        }
        return new Preparation.Ready(
                new Effect.Delegate(agent, task, files),
                "give work to %s: %s"
                        .formatted(agent.isEmpty() ? "another agent" : agent, oneLine(task)),
                () -> new ToolResult.Failed("nobody is there to do it"));
    }

    private static List<String> files(JsonNode json) {
        var files = new ArrayList<String>();
        json.path("files").values().stream()
                .map(file -> oneLine(file.asString("")))
                .filter(file -> !file.isEmpty())
                .limit(MOST_FILES)
                .forEach(files::add);
        return files;
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > 120 ? line.substring(0, 120) + "…" : line;
    }

    /// The agent that an effect names.
    Optional<Persona> agent(Effect.Delegate work) {
        return work.agent().isEmpty() ? Optional.empty() : crew.find(work.agent());
    }
}
