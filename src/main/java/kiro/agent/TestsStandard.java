package kiro.agent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.agent.CriteriaWatch.Check;
import kiro.agent.CriteriaWatch.Judged;
import kiro.evidence.Evidence;
import kiro.evidence.Proof;
import kiro.evidence.Proving;
import kiro.evidence.TestId;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestReview;
import kiro.evidence.TestRun;
import kiro.evidence.Verdict;
import kiro.evidence.Way;
import kiro.permission.TestPaths;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.CriterionRef;
import kiro.text.Hash;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Every criterion has a test that was seen to fail: as the code stands where the criterion is not met yet, and else
/// on code that was broken for it; its tests go the ways that it speaks of, in the style of the project's own. Nothing
/// but tests has changed.
final class TestsStandard implements Standard {
    private final WorkspaceFiles files;
    private final CodeBreaker breaker;
    private final ToolCaller tools;
    private final TestReview review;
    private final Map<CriterionId, Seen> seen = new LinkedHashMap<>();

    TestsStandard(WorkspaceFiles files, CodeBreaker breaker, ToolCaller tools, TestReview review) {
        this.files = files;
        this.breaker = breaker;
        this.tools = tools;
        this.review = review;
    }

    /// What came of looking whether the tests of a criterion can fail.
    ///
    /// @param how one line; why not, where they were not seen to
    private record Seen(boolean canFail, String how) {}

    @Override
    public List<Shortfall> shortfalls(Check check) throws InterruptedException {
        seen.clear();
        var lacking = new ArrayList<Shortfall>();
        if (check.judged().isPresent()) {
            for (Verdict verdict : check.verdicts()) {
                Seen one = look(verdict, check, check.judged().get());
                seen.put(verdict.criterion().id(), one);
                if (one.canFail()) {
                    lacking.addAll(unseenWays(verdict, check.judged().get()));
                } else {
                    lacking.add(Shortfall.of(verdict.criterion().id(), one.how()));
                }
            }
        }
        tools.origins()
                .forEach((path, before) -> {
                    if (!TestPaths.include(path) && !now(path).equals(before)) {
                        lacking.add(
                                Shortfall.ofAll(
                                        path
                                                + " was changed and is no test: bring it back as it was"));
                    }
                });
        for (TestReview.Stranger stranger : review.strangers(made())) {
            lacking.add(Shortfall.ofAll(stranger.what()));
        }
        return lacking;
    }

    private Set<WorkspacePath> made() {
        var made = new HashSet<WorkspacePath>();
        tools.origins()
                .forEach((path, before) -> before.ifPresentOrElse(_ -> {}, () -> made.add(path)));
        return made;
    }

    private List<Shortfall> unseenWays(Verdict verdict, Judged judged) throws InterruptedException {
        CriterionId id = verdict.criterion().id();
        Optional<AcceptanceCriterion> criterion =
                judged.spec().criteria().stream().filter(one -> one.id().equals(id)).findFirst();
        if (criterion.isEmpty()) {
            return List.of();
        }
        return review.missing(criterion.get().text(), verdict.tests()).stream()
                .map(way -> Shortfall.of(id, unseen(way)))
                .toList();
    }

    private static String unseen(Way way) {
        return switch (way) {
            case HAPPY ->
                    "it speaks of what comes where all is well, and none of its tests looks at that";
            case ERROR -> "it speaks of an error, and none of its tests looks at one";
        };
    }

    private Optional<Hash> now(WorkspacePath path) {
        try {
            return files.read(path).map(Hash::of);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Seen look(Verdict verdict, Check check, Judged judged) throws InterruptedException {
        return switch (verdict.state()) {
            case FAILING -> failing(verdict, check.run());
            case VERIFIED -> new Seen(true, "breaking its code was noticed before");
            case PASSING, COVERED -> broken(verdict, judged);
            case INVALID, COULD_NOT_MEASURE, CLAIMED, UNLINKED, NOT_RUN, SKIPPED, STALE, WEAK ->
                    new Seen(false, verdict.reason());
        };
    }

    /// A test that ends in an error has not looked at anything.
    private static Seen failing(Verdict verdict, TestRun run) {
        boolean hasFailed =
                run instanceof TestRun.Finished finished
                        && finished.results().stream()
                                .filter(result -> result.outcome() == TestOutcome.FAILED)
                                .anyMatch(result -> verdict.tests().contains(result.test()));
        return hasFailed
                ? new Seen(true, "it fails as the code stands")
                : new Seen(
                        false,
                        "its tests end in an error and not in a failed check, which shows nothing: "
                                + verdict.reason());
    }

    private Seen broken(Verdict verdict, Judged judged) throws InterruptedException {
        Optional<Evidence> evidence =
                judged.verification().evidence().stream()
                        .filter(each -> each.criterion().equals(verdict.criterion().id()))
                        .findFirst();
        if (evidence.isEmpty()) {
            return new Seen(false, verdict.reason());
        }
        return switch (breakCode(judged, evidence.get())) {
            case Proving.NotTried not ->
                    new Seen(
                            false,
                            "its tests pass already, and it could not be tried whether they can fail: %s (%s)"
                                    .formatted(not.reason(), not.fix()));
            case Proving.Tried tried -> tried(tried.proof());
        };
    }

    private Proving breakCode(Judged judged, Evidence evidence) throws InterruptedException {
        try {
            return breaker.breakCode(judged.spec(), evidence);
        } catch (IOException cause) {
            return new Proving.NotTried(
                    new CriterionRef(judged.spec().name(), evidence.criterion()),
                    "the project could not be copied: " + cause.getMessage(),
                    "free some disk space");
        }
    }

    private static Seen tried(Proof proof) {
        if (proof.changes() == 0) {
            return new Seen(
                    false, "its tests pass already, and no change of its code could be tried");
        }
        if (proof.survivors().size() == proof.changes()) {
            Proof.Survivor first = proof.survivors().getFirst();
            return new Seen(
                    false,
                    "its tests pass already, and still did when line %d of %s was broken"
                            .formatted(first.line(), first.file()));
        }
        return new Seen(true, "it is met already, and breaking its code made them fail");
    }

    /// How the tests of each criterion were seen to fail, in the order of the spec.
    @Override
    public Map<CriterionId, String> shown() {
        var shown = new LinkedHashMap<CriterionId, String>();
        seen.forEach((id, one) -> {
            if (one.canFail()) {
                shown.put(id, one.how());
            }
        });
        return shown;
    }

    @Override
    public String lack(boolean isOne) {
        if (seen.values().stream().allMatch(Seen::canFail)) {
            return isOne ? "lacks tests" : "lack tests";
        }
        return isOne ? "has no test that was seen to fail" : "have no test that was seen to fail";
    }

    /// A test that names a criterion may: the criterion is not met yet.
    @Override
    public boolean mayFail(TestId test, Check check) {
        Set<TestId> naming = new HashSet<>();
        check.verdicts().forEach(verdict -> naming.addAll(verdict.tests()));
        return naming.contains(test);
    }
}
