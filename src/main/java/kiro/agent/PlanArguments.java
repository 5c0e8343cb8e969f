package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.spec.SpecName;
import kiro.text.Json;
import kiro.tool.Risk;
import kiro.workspace.WorkspacePath;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the arguments of `propose_plan`.
final class PlanArguments {
    private final AgentTask task;
    private final List<String> problems = new ArrayList<>();

    private PlanArguments(AgentTask task) {
        this.task = task;
    }

    /// What came out of reading a proposal.
    sealed interface Reading {
        record Whole(Plan plan) implements Reading {}

        /// @param problems each says what is wrong, for the model
        record Broken(List<String> problems) implements Reading {
            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    static Reading read(String arguments, AgentTask task) {
        try {
            return new PlanArguments(task).read(Json.read(arguments));
        } catch (JacksonException broken) {
            return new Reading.Broken(
                    List.of("the arguments are no JSON: " + broken.getOriginalMessage()));
        }
    }

    private Reading read(JsonNode json) {
        var steps = new ArrayList<Step>();
        for (JsonNode step : json.path("steps").values()) {
            steps.add(step(steps.size() + 1, step));
        }
        if (steps.isEmpty()) {
            problems.add("'steps' must have at least one step");
        }
        if (!problems.isEmpty()) {
            return new Reading.Broken(problems);
        }
        String title = json.path("title").asString("").strip();
        return new Reading.Whole(
                new Plan(
                        title.isEmpty() ? task.words() : title,
                        task.words(),
                        specName(),
                        steps,
                        strings(json, "notes")));
    }

    private Step step(int number, JsonNode json) {
        String action = json.path("action").asString("").replaceAll("\\s+", " ").strip();
        if (action.isEmpty()) {
            problems.add("step " + number + " lacks its 'action'");
        }
        return new Step(
                number,
                action,
                files(number, json),
                risk(number, json),
                criteria(number, json),
                StepStatus.PENDING);
    }

    private List<WorkspacePath> files(int number, JsonNode json) {
        var paths = new ArrayList<WorkspacePath>();
        for (String file : strings(json, "files")) {
            try {
                paths.add(WorkspacePath.of(file));
            } catch (IllegalArgumentException outside) {
                problems.add(
                        "step " + number + ": '" + file + "' is no path relative to the workspace");
            }
        }
        return paths;
    }

    private Risk risk(int number, JsonNode json) {
        String word = json.path("risk").asString("medium");
        try {
            return Risk.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            problems.add("step " + number + ": the risk '" + word + "' is not low, medium or high");
            return Risk.MEDIUM;
        }
    }

    private List<CriterionId> criteria(int number, JsonNode json) {
        var ids = new ArrayList<CriterionId>();
        for (String text : strings(json, "criteria")) {
            criterion(text)
                    .ifPresentOrElse(
                            ids::add,
                            () ->
                                    problems.add(
                                            "step "
                                                    + number
                                                    + ": the spec has no criterion '"
                                                    + text
                                                    + "'"));
        }
        return ids;
    }

    private Optional<CriterionId> criterion(String text) {
        return task.spec().stream()
                .flatMap(spec -> spec.criteria().stream())
                .map(criterion -> criterion.id())
                .filter(id -> id.value().equals(text.strip()))
                .findFirst();
    }

    private Optional<SpecName> specName() {
        return task.spec().map(Spec::name);
    }

    private static List<String> strings(JsonNode json, String name) {
        var items = new ArrayList<String>();
        json.path(name)
                .values()
                .forEach(item -> {
                    String text = item.asString("").strip();
                    if (!text.isEmpty()) {
                        items.add(text);
                    }
                });
        return items;
    }
}
