package kiro.agent;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import kiro.model.Block;
import kiro.permission.Phase;
import kiro.permission.Policy;
import kiro.permission.Ruling;
import kiro.session.Events;
import kiro.tool.Preparation;
import kiro.tool.Tool;
import kiro.tool.ToolResult;
import kiro.workspace.WorkspacePath;

/// Makes calls at the same time that only look, and that nobody has to be asked about.
final class LookCaller {
    private final SortedMap<String, Tool> tools;
    private final Policy policy;
    private final Events log;
    private final CallLog answers;

    /// @param tools as they are at the time of a call
    LookCaller(SortedMap<String, Tool> tools, Policy policy, Events log, CallLog answers) {
        this.tools = tools;
        this.policy = policy;
        this.log = log;
        this.answers = answers;
    }

    /// Where calls are to be made.
    ///
    /// @param targets the files that the step in hand names
    record Place(Phase phase, List<WorkspacePath> targets) {
        Place {
            targets = List.copyOf(targets);
        }
    }

    /// The looks that these calls begin with; empty where there are not two. A call that may be one of a circle is none.
    List<Look> first(List<Block.ToolCall> calls, CircleGuard circles, Place place)
            throws InterruptedException {
        if (calls.size() < 2 || !isParallel(calls.get(0)) || !isParallel(calls.get(1))) {
            return List.of();
        }
        var looks = new ArrayList<Look>();
        for (Block.ToolCall call : calls) {
            Optional<Look> look =
                    circles.goesOn(call, calls.subList(0, looks.size()))
                            ? look(call, place)
                            : Optional.empty();
            if (look.isEmpty()) {
                break;
            }
            looks.add(look.get());
        }
        return looks.size() < 2 ? List.of() : looks;
    }

    private boolean isParallel(Block.ToolCall call) {
        Tool tool = tools.get(call.name());
        return tool != null && tool.isParallel();
    }

    private Optional<Look> look(Block.ToolCall call, Place place) throws InterruptedException {
        Tool tool = tools.get(call.name());
        if (tool == null || !tool.isParallel()) {
            return Optional.empty();
        }
        return switch (tool.prepare(call.arguments())) {
            case Preparation.Refused(String text, Preparation.Aim.Looking _) ->
                    Optional.of(new Look.Refused(call, text));
            case Preparation.Refused _ -> Optional.empty();
            case Preparation.Ready ready ->
                    isAllowed(ready, place)
                            ? Optional.of(new Look.Ready(call, ready))
                            : Optional.empty();
        };
    }

    private boolean isAllowed(Preparation.Ready ready, Place place) {
        return Effects.goesBeside(ready.effect())
                && policy.rule(ready.effect(), place.phase(), place.targets()).decision()
                        == Ruling.Decision.ALLOW;
    }

    /// Makes looks. What they mean to do is in the log before, and their answers after it, both in the order of the calls;
    /// the answers of those that came to their end are there though another did not.
    List<ToolCaller.Outcome.Answered> make(List<Look> looks) throws InterruptedException {
        List<Look.Ready> made =
                looks.stream()
                        .filter(Look.Ready.class::isInstance)
                        .map(Look.Ready.class::cast)
                        .toList();
        made.forEach(look -> answers.intended(look.call(), look.preparation(), List.of()));
        ParallelActs.Done done =
                new ParallelActs(
                                made.stream().map(look -> look.preparation().act()).toList(),
                                log::printed)
                        .run();
        var outcomes = new ArrayList<ToolCaller.Outcome.Answered>();
        Iterator<Optional<ToolResult>> results = done.results().iterator();
        for (Look look : looks) {
            switch (look) {
                case Look.Refused(Block.ToolCall call, String reason) ->
                        outcomes.add(answers.refused(call, reason));
                case Look.Ready(Block.ToolCall call, Preparation.Ready ready) ->
                        results.next()
                                .map(result -> answers.finished(call, ready.effect(), result))
                                .ifPresent(outcomes::add);
            }
        }
        done.orThrow();
        return outcomes;
    }
}
