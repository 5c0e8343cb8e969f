package kiro.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.evidence.Verification;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.spec.SpecTask;
import kiro.spec.TaskId;
import kiro.spec.TaskState;

/// Which tasks of a spec are done, by the criteria that they serve. A task that serves none is left as a person marked it:
/// nothing can show that it is done.
///
/// @param done tasks to be marked as done
/// @param reset tasks that are marked as done and whose criteria are not all met
record TaskPlan(List<SpecTask> done, List<SpecTask> reset) {
    TaskPlan {
        done = List.copyOf(done);
        reset = List.copyOf(reset);
    }

    static TaskPlan of(
            Spec spec, Verification verification, Set<CriterionId> edited, Acceptances accepted) {
        Map<CriterionId, Verdict> verdicts =
                verification.verdicts().stream()
                        .collect(
                                Collectors.toMap(
                                        verdict -> verdict.criterion().id(),
                                        verdict -> verdict,
                                        (first, second) -> first));
        var done = new java.util.ArrayList<SpecTask>();
        var reset = new java.util.ArrayList<SpecTask>();
        for (SpecTask task : spec.tasks()) {
            List<CriterionId> served =
                    spec.criteriaOf(task).stream().map(AcceptanceCriterion::id).toList();
            boolean isKnown =
                    !served.isEmpty() && served.stream().allMatch(id -> isMeasured(verdicts, id));
            if (!isKnown) {
                continue;
            }
            boolean isMet =
                    served.stream()
                            .allMatch(id ->
                                    accepted.has(id)
                                            || (isProven(verdicts, id) && !edited.contains(id)));
            if (isMet && !task.isDone()) {
                done.add(task);
            } else if (!isMet && task.isDone()) {
                reset.add(task);
            }
        }
        return new TaskPlan(done, reset);
    }

    private static boolean isProven(Map<CriterionId, Verdict> verdicts, CriterionId id) {
        Verdict verdict = verdicts.get(id);
        return verdict != null && verdict.isProven();
    }

    private static boolean isMeasured(Map<CriterionId, Verdict> verdicts, CriterionId id) {
        Verdict verdict = verdicts.get(id);
        return verdict != null && verdict.state() != VerdictState.COULD_NOT_MEASURE;
    }

    static Map<TaskId, TaskState> states(List<SpecTask> tasks, TaskState state) {
        var states = new LinkedHashMap<TaskId, TaskState>();
        tasks.forEach(task -> states.put(task.id(), state));
        return states;
    }

    static List<TaskId> ids(List<SpecTask> tasks) {
        return tasks.stream().map(SpecTask::id).toList();
    }
}
