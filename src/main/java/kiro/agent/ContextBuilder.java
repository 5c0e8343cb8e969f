package kiro.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.model.TaggedText;
import kiro.model.Tokens;
import kiro.plan.Plan;
import kiro.plan.PlanMarkdown;
import kiro.session.Event;
import kiro.session.Event.ContextPart;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Spec;
import kiro.spec.SpecDocument;
import kiro.steering.SteeringFile;
import kiro.steering.project.ToldSteering;

/// Lays out what the model is told at the beginning, in an order that does not change from run to run: what many requests
/// share stands before what is the task's own.
final class ContextBuilder {
    private final ProjectView project;

    ContextBuilder(ProjectView project) {
        this.project = project;
    }

    /// What the model is told at the beginning.
    ///
    /// @param missing what was mentioned and cannot be told, one line each
    /// @param recalled what the log says of the memory that is among the parts
    record Beginning(
            List<TaggedText> parts, List<String> missing, Optional<Event.FactsRecalled> recalled) {
        Beginning {
            parts = List.copyOf(parts);
            missing = List.copyOf(missing);
        }

        String text() {
            return parts.stream().map(TaggedText::render).collect(Collectors.joining());
        }

        /// What each part takes.
        List<ContextPart> sizes() {
            return parts.stream()
                    .map(part ->
                            new ContextPart(part.tag(), name(part), Tokens.about(part.render())))
                    .toList();
        }

        private static String name(TaggedText part) {
            String name = part.attribute("name");
            return name.isEmpty() ? part.attribute("path") : name;
        }
    }

    /// The first message where a plan is wanted.
    Beginning toPlan(AgentTask task) {
        return beginning(task, List.of(TaggedText.of("now", "plan")));
    }

    /// The first message where there is a plan.
    Beginning toExecute(AgentTask task, Plan plan) {
        return beginning(
                task,
                List.of(
                        TaggedText.of("now", "execute"),
                        TaggedText.of("plan", PlanMarkdown.write(plan))));
    }

    /// What a conversation begins with.
    Beginning toTalk(AgentTask task) {
        return beginning(
                task,
                List.of(
                        TaggedText.of("now", "chat"),
                        TaggedText.of("guide", new PromptTexts().text("chat.md"))));
    }

    private Beginning beginning(AgentTask task, List<TaggedText> end) {
        var mentions = project.sources().map(Mentions::new);
        var parts = new ArrayList<TaggedText>();
        parts.add(TaggedText.of("workspace", String.join("\n", project.lines())));
        rules(project.steering()).ifPresent(parts::add);
        for (SteeringFile file : project.steering().files()) {
            parts.add(
                    TaggedText.of(
                            "steering",
                            attributes("name", file.name(), "path", file.label()),
                            file.body()));
            mentions.ifPresent(known -> known.inDocument(file.body(), file.path().value()));
        }
        task.spec().ifPresent(spec -> spec(parts, spec));
        task.spec().ifPresent(spec -> mentions.ifPresent(known -> pointedTo(known, spec)));
        ToldMemory.part(project.memory().first()).ifPresent(parts::add);
        project.sources()
                .flatMap(ContextSources::map)
                .ifPresent(map -> parts.add(TaggedText.of("map", map)));
        mentions.ifPresent(known -> known.inTask(task.words()));
        mentions.ifPresent(known -> parts.addAll(known.parts()));
        task.named().ifPresent(named -> parts.add(TaggedText.of("guide", named.guide())));
        parts.add(TaggedText.of("task", task.words()));
        parts.addAll(end);
        return new Beginning(
                parts,
                mentions.map(Mentions::missing).orElse(List.of()),
                ToldMemory.event(project.memory().first()));
    }

    /// What every write is held against, and the files of policy for which there is no room.
    static Optional<TaggedText> rules(ToldSteering steering) {
        var lines = new ArrayList<String>();
        steering.rules().lines().forEach(lines::add);
        steering.named()
                .forEach(file ->
                        lines.add(
                                "there is no room here for %s: read it before you begin"
                                        .formatted(file.label())));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(TaggedText.of("rules", String.join("\n", lines)));
    }

    private static void pointedTo(Mentions mentions, Spec spec) {
        mentions.inDocument(spec.document().text(), spec.path().value());
        for (SpecDocument document : spec.documents()) {
            mentions.inDocument(document.text().text(), document.path().value());
        }
    }

    private static void spec(List<TaggedText> parts, Spec spec) {
        parts.add(
                TaggedText.of(
                        "spec",
                        attributes("name", spec.name().value(), "path", spec.path().value()),
                        spec.document().text()));
        for (SpecDocument document : spec.documents()) {
            if (document.kind() != spec.main().kind()) {
                parts.add(
                        TaggedText.of(
                                "document",
                                attributes(
                                        "of", spec.name().value(), "path", document.path().value()),
                                document.text().text()));
            }
        }
        parts.add(
                TaggedText.of(
                        "criteria",
                        spec.criteria().stream()
                                .map(ContextBuilder::line)
                                .collect(Collectors.joining("\n"))));
    }

    private static String line(AcceptanceCriterion criterion) {
        return criterion.id() + (criterion.isTicked() ? " [x] " : " [ ] ") + criterion.text();
    }

    private static Map<String, String> attributes(
            String first, String firstValue, String second, String secondValue) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put(first, firstValue);
        attributes.put(second, secondValue);
        return attributes;
    }
}
