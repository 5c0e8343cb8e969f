package kiro.cli;

import kiro.evidence.Verdict;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Citation;
import kiro.spec.CorrectnessProperty;
import kiro.spec.CriterionId;
import kiro.spec.Requirement;
import kiro.spec.Spec;
import kiro.spec.SpecDocument;
import kiro.spec.SpecTask;
import kiro.text.SourceSpan;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `kiro spec show` tells programs. The form is described in `docs/formats/spec-show.md`.
final class SpecShowJson {
    private SpecShowJson() {}

    static String of(ShownSpec shown) {
        Spec spec = shown.spec();
        ObjectNode root = SpecJson.root();
        root.put("name", spec.name().value())
                .put("path", spec.path().value())
                .put("form", spec.isFolder() ? "folder" : "file")
                .put("title", spec.title())
                .put("state", SpecJson.word(shown.state()))
                .put("proven", shown.proven());
        shown.changed().ifPresent(time -> root.put("changed", time.toString()));
        ArrayNode documents = root.putArray("documents");
        spec.documents().forEach(document -> document(documents.addObject(), document));
        ArrayNode requirements = root.putArray("requirements");
        spec.requirements().forEach(each -> requirement(requirements.addObject(), each));
        ArrayNode criteria = root.putArray("criteria");
        for (int i = 0; i < spec.criteria().size(); i++) {
            criterion(criteria.addObject(), shown, spec.criteria().get(i), shown.verdicts().get(i));
        }
        ArrayNode tasks = root.putArray("tasks");
        spec.tasks().forEach(task -> task(tasks.addObject(), spec, task));
        ArrayNode properties = root.putArray("properties");
        spec.properties().forEach(each -> property(properties.addObject(), each));
        ArrayNode retired = root.putArray("retiredIds");
        spec.retiredIds().forEach(id -> retired.add(id.value()));
        SpecJson.add(root, shown.findings());
        return root.toPrettyString();
    }

    private static void document(ObjectNode node, SpecDocument document) {
        node.put("kind", SpecJson.word(document.kind()))
                .put("path", document.path().value())
                .put("lines", document.text().lines().size());
        ArrayNode sections = node.putArray("sections");
        document.sections()
                .forEach(section ->
                        place(
                                sections.addObject()
                                        .put("heading", section.heading())
                                        .put("level", section.level()),
                                section.span()));
    }

    private static void requirement(ObjectNode node, Requirement requirement) {
        requirement.id().map(CriterionId::value).ifPresent(id -> node.put("id", id));
        place(node.put("text", requirement.text()), requirement.span());
    }

    private static void criterion(
            ObjectNode node, ShownSpec shown, AcceptanceCriterion criterion, Verdict verdict) {
        node.put("id", criterion.id().value())
                .put("idIsWritten", criterion.hasExplicitId())
                .put("text", criterion.text())
                .put("ticked", criterion.isTicked())
                .put("state", SpecJson.word(verdict.state()))
                .put("proven", verdict.isProven())
                .put("reason", verdict.reason());
        place(node, criterion.span());
        ArrayNode tests = node.putArray("tests");
        verdict.tests().forEach(test -> tests.add(test.toString()));
        ArrayNode tasks = node.putArray("tasks");
        shown.tasksOf(criterion).forEach(task -> tasks.add(task.id().value()));
    }

    private static void task(ObjectNode node, Spec spec, SpecTask task) {
        node.put("id", task.id().value());
        task.above().ifPresent(above -> node.put("above", above.value()));
        node.put("text", task.text())
                .put("state", SpecJson.word(task.state()))
                .put("optional", task.isOptional());
        place(node, task.span());
        cited(node.putArray("cites"), task.requirements());
        ArrayNode criteria = node.putArray("criteria");
        spec.criteriaOf(task).forEach(criterion -> criteria.add(criterion.id().value()));
    }

    private static void property(ObjectNode node, CorrectnessProperty property) {
        node.put("number", property.number())
                .put("name", property.name())
                .put("text", property.text());
        place(node, property.span());
        cited(node.putArray("validates"), property.validates());
    }

    private static void cited(ArrayNode node, Iterable<Citation> citations) {
        citations.forEach(citation -> node.add(citation.toString()));
    }

    private static void place(ObjectNode node, SourceSpan span) {
        node.put("line", span.line()).put("endLine", span.endLine());
    }
}
