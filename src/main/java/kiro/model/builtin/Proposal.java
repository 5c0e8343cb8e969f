package kiro.model.builtin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kiro.model.builtin.write.Blueprint;
import kiro.model.builtin.write.Change;
import kiro.model.builtin.write.Part;
import kiro.model.builtin.write.Unplaced;
import kiro.spec.CriterionId;

/// A blueprint as the plan that is proposed.
final class Proposal {
    /// How a note of a plan begins that names something which is left undone.
    private static final String OPEN = "open: ";

    private Proposal() {}

    static Call of(Blueprint blueprint) {
        var steps = new ArrayList<Map<String, Object>>();
        for (Blueprint.Stage stage : blueprint.steps()) {
            var step = new LinkedHashMap<String, Object>();
            step.put("action", stage.action());
            step.put("files", stage.changes().stream().map(Change::path).toList());
            step.put("risk", risk(stage));
            step.put(
                    "criteria",
                    stage.changes().stream()
                            .flatMap(change -> change.criteria().stream())
                            .distinct()
                            .map(CriterionId::value)
                            .toList());
            steps.add(step);
        }
        var arguments = new LinkedHashMap<String, Object>();
        arguments.put("title", (isOfTests(blueprint) ? "Test " : "Implement ") + blueprint.title());
        arguments.put("steps", steps);
        arguments.put("notes", notes(blueprint));
        return Call.of("propose_plan", arguments);
    }

    private static String risk(Blueprint.Stage stage) {
        return isOfTests(stage) || !stage.changesExisting() ? "low" : "medium";
    }

    private static boolean isOfTests(Blueprint blueprint) {
        return blueprint.steps().stream().allMatch(Proposal::isOfTests);
    }

    private static boolean isOfTests(Blueprint.Stage stage) {
        return stage.changes().getFirst().part() == Part.TESTS;
    }

    /// What no criterion tells is said to be open, so that the run does not end as done.
    private static String note(Unplaced unplaced) {
        return (unplaced.criterion().isPresent() ? "" : OPEN) + unplaced.line();
    }

    private static List<String> notes(Blueprint blueprint) {
        var notes = new ArrayList<String>();
        notes.add("the built-in engine planned this from the structured parts of the spec");
        notes.addAll(blueprint.already());
        blueprint.unplaced().forEach(one -> notes.add(note(one)));
        notes.addAll(blueprint.untested());
        if (!blueprint.unplaced().isEmpty()) {
            notes.add("for what stays open " + Words.SETTINGS);
        }
        return notes;
    }
}
