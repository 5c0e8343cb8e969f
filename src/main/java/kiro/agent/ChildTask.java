package kiro.agent;

import java.util.LinkedHashMap;
import kiro.model.TaggedText;
import kiro.permission.Phase;
import kiro.steering.SteeringFile;
import kiro.tool.Effect;

/// What a child is told at its beginning: the project, the team's policy, the work.
record ChildTask(ProjectView project, Effect.Delegate work) {

    String text(Phase phase) {
        var text = new StringBuilder();
        text.append(TaggedText.of("workspace", String.join("\n", project.lines())).render());
        ContextBuilder.rules(project.steering()).ifPresent(rules -> text.append(rules.render()));
        for (SteeringFile file : project.steering().files()) {
            var names = new LinkedHashMap<String, String>();
            names.put("name", file.name());
            names.put("path", file.label());
            text.append(TaggedText.of("steering", names, file.body()).render());
        }
        if (!work.files().isEmpty()) {
            text.append(TaggedText.of("files", String.join("\n", work.files())).render());
        }
        text.append(TaggedText.of("now", now(phase)).render());
        return text.append(TaggedText.of("task", work.task()).render()).toString();
    }

    private static String now(Phase phase) {
        return switch (phase) {
            case PLANNING -> "look: nothing can be changed";
            case EXECUTING -> "execute";
            case WRITING_TESTS -> "execute: tests alone can be written";
        };
    }
}
