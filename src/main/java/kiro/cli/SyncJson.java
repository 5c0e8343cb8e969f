package kiro.cli;

import java.util.List;
import kiro.evidence.Proving;
import kiro.evidence.SuggestedLink;
import kiro.evidence.TestRun;
import kiro.evidence.Traces;
import kiro.evidence.Verdict;
import kiro.spec.CriterionId;
import kiro.spec.TaskId;
import kiro.sync.Acceptance;
import kiro.sync.SyncReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of `kiro spec sync`, as `docs/formats/spec-sync.md` describes it.
final class SyncJson {
    private SyncJson() {}

    /// @param note the lines of the note on what was built otherwise, where it changed
    /// @param tried what came of breaking the code of criteria
    static String of(
            SyncReport report,
            TestRun run,
            Traces traces,
            List<String> note,
            List<Proving> tried,
            boolean isCheck) {
        ObjectNode root = SpecJson.root();
        root.put("spec", report.spec().value())
                .put("check", isCheck)
                .put("settled", report.isSettled());
        tests(root.putObject("tests"), run);
        ArrayNode criteria = root.putArray("criteria");
        report.verdicts().forEach(verdict -> criterion(criteria.addObject(), report, verdict));
        if (!tried.isEmpty()) {
            ArrayNode proved = root.putArray("proved");
            tried.forEach(each -> proved(proved.addObject(), each));
        }
        ids(root.putArray("ticked"), report.ticked());
        ids(root.putArray("unticked"), report.unticked());
        tasks(root.putArray("tasksDone"), report.tasks().done());
        tasks(root.putArray("tasksReset"), report.tasks().reset());
        ArrayNode asBuilt = root.putArray("asBuilt");
        note.forEach(line -> asBuilt.add(line));
        ArrayNode suggested = root.putArray("suggestedLinks");
        traces.pairs().forEach(pair -> suggested(suggested.addObject(), pair));
        ArrayNode tests = root.putArray("testsWithoutCriterion");
        traces.freeTests().forEach(test -> tests.add(test.toString()));
        ArrayNode code = root.putArray("codeWithoutCriterion");
        traces.freeFiles().forEach(file -> code.add(file));
        SpecJson.add(root, report.findings());
        return root.toPrettyString();
    }

    private static void tests(ObjectNode tests, TestRun run) {
        switch (run) {
            case TestRun.Finished finished ->
                    tests.put("state", "finished")
                            .put("command", finished.command())
                            .put("whole", finished.isWhole())
                            .put("results", finished.results().size());
            case TestRun.NotMeasured failed ->
                    tests.put("state", "not-measured")
                            .put("command", failed.command())
                            .put("reason", failed.reason());
            case TestRun.NoCommand none ->
                    tests.put("state", "no-command").put("reason", none.reason());
        }
    }

    private static void criterion(ObjectNode node, SyncReport report, Verdict verdict) {
        node.put("id", verdict.criterion().id().value())
                .put("state", SpecJson.word(verdict.state()))
                .put("proven", verdict.isProven())
                .put("reason", verdict.reason());
        report.accepted().stream()
                .filter(each -> each.criterion().equals(verdict.criterion().id()))
                .findFirst()
                .ifPresent(each -> accepted(node.putObject("accepted"), each));
        ArrayNode proving = node.putArray("tests");
        verdict.tests().forEach(test -> proving.add(test.toString()));
    }

    private static void accepted(ObjectNode node, Acceptance acceptance) {
        node.put("kind", SpecJson.word(acceptance.kind()))
                .put("reason", acceptance.reason())
                .put("owner", acceptance.owner())
                .put("on", acceptance.on().toString());
        acceptance.until().ifPresent(day -> node.put("until", day.toString()));
    }

    private static void proved(ObjectNode node, Proving proving) {
        node.put("id", proving.criterion().id().value());
        switch (proving) {
            case Proving.NotTried not ->
                    node.put("outcome", "not-tried").put("reason", not.reason());
            case Proving.Tried tried -> {
                node.put("outcome", tried.isVerified() ? "verified" : "weak")
                        .put("changes", tried.proof().changes())
                        .put("uncounted", tried.unusable());
                ArrayNode survivors = node.putArray("survivors");
                tried.proof()
                        .survivors()
                        .forEach(each ->
                                survivors
                                        .addObject()
                                        .put("file", each.file())
                                        .put("line", each.line())
                                        .put("before", each.before())
                                        .put("after", each.after()));
            }
        }
    }

    private static void suggested(ObjectNode node, SuggestedLink pair) {
        node.put("criterion", pair.criterion().toString())
                .put("test", pair.test().toString())
                .put("file", pair.file().value())
                .put("line", pair.span().line())
                .put("request", pair.request());
    }

    private static void ids(ArrayNode array, List<CriterionId> ids) {
        ids.forEach(id -> array.add(id.value()));
    }

    private static void tasks(ArrayNode array, List<TaskId> ids) {
        ids.forEach(id -> array.add(id.value()));
    }
}
