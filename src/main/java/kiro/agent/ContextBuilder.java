package kiro.agent;

import java.util.Map;
import java.util.stream.Collectors;
import kiro.model.TaggedText;
import kiro.plan.Plan;
import kiro.plan.PlanMarkdown;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Spec;
import kiro.spec.SpecDocument;
import kiro.steering.SteeringFile;

/// Lays out what the model is told at the beginning, in an order that does not change from run to run.
final class ContextBuilder {
    private final ProjectView project;

    ContextBuilder(ProjectView project) {
        this.project = project;
    }

    /// The first message where a plan is wanted.
    String toPlan(AgentTask task) {
        return beginning(task) + TaggedText.of("now", "plan").render();
    }

    /// The first message where there is a plan.
    String toExecute(AgentTask task, Plan plan) {
        return beginning(task)
                + TaggedText.of("now", "execute").render()
                + TaggedText.of("plan", PlanMarkdown.write(plan)).render();
    }

    /// What a conversation begins with.
    String toTalk(AgentTask task) {
        return beginning(task)
                + TaggedText.of("now", "chat").render()
                + TaggedText.of("guide", new PromptTexts().text("chat.md")).render();
    }

    private String beginning(AgentTask task) {
        var text = new StringBuilder();
        text.append(TaggedText.of("workspace", String.join("\n", project.lines())).render());
        for (SteeringFile file : project.steering()) {
            text.append(
                    TaggedText.of(
                                    "steering",
                                    attributes("name", file.name(), "path", file.path().value()),
                                    file.body())
                            .render());
        }
        task.spec().ifPresent(spec -> spec(text, spec));
        task.named()
                .ifPresent(named -> text.append(TaggedText.of("guide", named.guide()).render()));
        return text.append(TaggedText.of("task", task.words()).render()).toString();
    }

    private static void spec(StringBuilder text, Spec spec) {
        text.append(
                TaggedText.of(
                                "spec",
                                attributes(
                                        "name", spec.name().value(), "path", spec.path().value()),
                                spec.document().text())
                        .render());
        for (SpecDocument document : spec.documents()) {
            if (document.kind() != spec.main().kind()) {
                text.append(
                        TaggedText.of(
                                        "document",
                                        attributes(
                                                "of",
                                                spec.name().value(),
                                                "path",
                                                document.path().value()),
                                        document.text().text())
                                .render());
            }
        }
        text.append(
                TaggedText.of(
                                "criteria",
                                spec.criteria().stream()
                                        .map(ContextBuilder::line)
                                        .collect(Collectors.joining("\n")))
                        .render());
    }

    private static String line(AcceptanceCriterion criterion) {
        return criterion.id() + (criterion.isTicked() ? " [x] " : " [ ] ") + criterion.text();
    }

    private static Map<String, String> attributes(
            String first, String firstValue, String second, String secondValue) {
        var attributes = new java.util.LinkedHashMap<String, String>();
        attributes.put(first, firstValue);
        attributes.put(second, secondValue);
        return attributes;
    }
}
