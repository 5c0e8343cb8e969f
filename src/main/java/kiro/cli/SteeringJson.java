package kiro.cli;

import java.util.List;
import kiro.finding.Finding;
import kiro.steering.SteeringFile;
import kiro.steering.check.CheckResult;
import kiro.steering.project.Allowances;
import kiro.steering.project.ProjectSteering;
import kiro.steering.rule.SteeringRule;
import kiro.steering.sentence.Judged;
import kiro.steering.sentence.RuleState;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the commands about steering tell programs: `docs/formats/steering.md`.
final class SteeringJson {
    private SteeringJson() {}

    static String list(ProjectSteering known, List<Finding> findings) {
        ObjectNode root = SpecJson.root();
        ArrayNode files = root.putArray("files");
        for (SteeringFile file : known.files()) {
            ObjectNode node = files.addObject().put("file", file.label());
            node.put("told", SteeringListCommand.told(file.inclusion()));
            file.owner().ifPresent(owner -> node.put("owner", owner));
            ArrayNode sentences = node.putArray("sentences");
            known.sentences().stream()
                    .filter(each -> each.file().equals(file.label()))
                    .forEach(each -> sentence(sentences.addObject(), each));
        }
        SpecJson.add(root, findings);
        return root.toPrettyString();
    }

    private static void sentence(ObjectNode node, Judged each) {
        node.put("line", each.span().line()).put("text", each.text());
        switch (each.state()) {
            case RuleState.Enforced enforced -> {
                node.put("state", "enforced");
                ArrayNode rules = node.putArray("rules");
                enforced.rules().stream()
                        .map(SteeringRule::id)
                        .forEach(id -> rules.add(id.value()));
            }
            case RuleState.Proposed proposed ->
                    node.put("state", "proposed")
                            .putArray("rules")
                            .add(proposed.rule().id().value());
            case RuleState.Guidance guidance ->
                    node.put("state", "guidance").put("reason", guidance.reason());
            case RuleState.Broken broken ->
                    node.put("state", "broken")
                            .put("reason", broken.reason())
                            .put("fix", broken.fix());
        }
    }

    static String check(CheckResult result, Allowances.Verdict verdict, List<Finding> findings) {
        ObjectNode root = SpecJson.root();
        SpecJson.add(root, findings);
        ArrayNode waived = root.putArray("waived");
        for (Allowances.Waived each : verdict.waived()) {
            waived.addObject()
                    .put("rule", each.violation().rule().id().value())
                    .put("file", each.violation().path())
                    .put("line", each.violation().span().line())
                    .put("owner", each.waiver().owner())
                    .put("until", each.waiver().until().toString())
                    .put("reason", each.waiver().reason());
        }
        root.putObject("baseline").put("known", verdict.known().size()).put("gone", verdict.gone());
        ArrayNode notes = root.putArray("notes");
        for (CheckResult.Note note : result.notes()) {
            notes.addObject()
                    .put("file", note.path())
                    .put("skipped", note.isSkipped())
                    .put("reason", note.reason());
        }
        return root.toPrettyString();
    }

    static String test(List<SteeringTestCommand.Tried> tried, List<Finding> findings) {
        ObjectNode root = SpecJson.root();
        ArrayNode rules = root.putArray("rules");
        for (SteeringTestCommand.Tried each : tried) {
            rules.addObject()
                    .put("rule", each.rule().id().value())
                    .put("state", each.state())
                    .put("bad", each.rule().examples().bad().size())
                    .put("good", each.rule().examples().good().size())
                    .put("inProject", each.inProject());
        }
        SpecJson.add(root, findings);
        return root.toPrettyString();
    }
}
