package kiro.session;

import java.util.List;
import kiro.evidence.Verdict;
import kiro.model.Block;
import kiro.model.Message;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.secret.SecretMask;

/// Takes secrets out of events before anybody keeps or sees them. What a provider wants back as it was, signatures and
/// opaque state, stays.
final class EventMask {
    private final SecretMask mask;

    EventMask(SecretMask mask) {
        this.mask = mask;
    }

    Event of(Event event) {
        return switch (event) {
            case Event.OfRun run -> run(run);
            case Event.OfPlan plan -> plan(plan);
            case Event.OfStep step -> step(step);
            case Event.OfModel model -> model(model);
            case Event.OfTool tool -> tool(tool);
            case Event.OfApproval approval -> approval(approval);
            case Event.OfTests tests -> tests(tests);
            case Event.OfCriteria criteria -> criteria(criteria);
            case Event.PersonSaid said -> new Event.PersonSaid(text(said.words()));
            case Event.TurnStopped _ -> event;
            case Event.OfChild child -> child(child);
            case Event.Unknown _ -> event;
        };
    }

    private Event run(Event.OfRun event) {
        return switch (event) {
            case Event.RunStarted started ->
                    new Event.RunStarted(
                            started.session(),
                            started.version(),
                            text(started.task()),
                            started.spec(),
                            started.mode(),
                            started.model(),
                            started.goal());
            case Event.Warned warned -> new Event.Warned(text(warned.text()));
            case Event.RunEnded ended ->
                    new Event.RunEnded(
                            ended.end(), text(ended.reason()), ended.usage(), ended.cost());
            case Event.WorkspaceSeen seen ->
                    new Event.WorkspaceSeen(seen.lines().stream().map(this::text).toList());
            case Event.RunResumed _, Event.AgentChosen _ -> event;
        };
    }

    private Event child(Event.OfChild event) {
        return switch (event) {
            case Event.ChildStarted started ->
                    new Event.ChildStarted(
                            started.child(),
                            started.callId(),
                            started.agent(),
                            text(started.task()));
            case Event.ChildDid did -> new Event.ChildDid(did.child(), of(did.event()));
            case Event.ChildEnded ended ->
                    new Event.ChildEnded(ended.child(), ended.end(), text(ended.reason()));
        };
    }

    private Event plan(Event.OfPlan event) {
        return switch (event) {
            case Event.PlanProposed proposed ->
                    new Event.PlanProposed(plan(proposed.plan()), proposed.file());
            case Event.PlanApproved approved ->
                    new Event.PlanApproved(plan(approved.plan()), approved.isEdited());
            case Event.Estimated estimated -> estimated;
            case Event.PlanRejected rejected -> new Event.PlanRejected(text(rejected.reason()));
        };
    }

    private Plan plan(Plan plan) {
        return new Plan(
                text(plan.title()),
                text(plan.task()),
                plan.spec(),
                plan.steps().stream()
                        .map(step ->
                                new Step(
                                        step.number(),
                                        text(step.action()),
                                        step.targets(),
                                        step.risk(),
                                        step.criteria(),
                                        step.status()))
                        .toList(),
                plan.notes().stream().map(this::text).toList());
    }

    private Event step(Event.OfStep event) {
        return switch (event) {
            case Event.StepStarted step ->
                    new Event.StepStarted(step.number(), text(step.action()));
            case Event.StepFinished step ->
                    new Event.StepFinished(step.number(), step.status(), text(step.summary()));
        };
    }

    private Event model(Event.OfModel event) {
        return switch (event) {
            case Event.Told told -> new Event.Told(blocks(told.blocks()));
            case Event.ModelAnswered answered ->
                    new Event.ModelAnswered(
                            answered.turn(),
                            blocks(answered.blocks()),
                            answered.stop(),
                            answered.usage(),
                            answered.model(),
                            answered.why());
            case Event.Compacted compacted ->
                    new Event.Compacted(
                            compacted.way(),
                            compacted.before(),
                            compacted.after(),
                            compacted.messages().stream()
                                    .map(message ->
                                            new Message(message.role(), blocks(message.blocks())))
                                    .toList());
            case Event.ModelFailed failed ->
                    new Event.ModelFailed(
                            failed.turn(),
                            failed.kind(),
                            text(failed.message()),
                            failed.retryAfter());
            case Event.FactsRecalled recalled -> recalled(recalled);
            case Event.ContextLaid _, Event.ModelAsked _ -> event;
        };
    }

    private Event recalled(Event.FactsRecalled recalled) {
        return new Event.FactsRecalled(
                recalled.facts().stream()
                        .map(fact ->
                                new Event.RecalledFact(
                                        fact.id(),
                                        fact.kind(),
                                        text(fact.text()),
                                        text(fact.reason())))
                        .toList(),
                recalled.stale(),
                recalled.left());
    }

    private List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    /// A part of a message without its secrets.
    Block block(Block block) {
        return switch (block) {
            case Block.Text words -> new Block.Text(text(words.text()));
            case Block.Thinking thinking ->
                    new Block.Thinking(
                            thinking.signature().isEmpty()
                                    ? text(thinking.text())
                                    : thinking.text(),
                            thinking.signature(),
                            thinking.provider());
            case Block.ToolCall call ->
                    new Block.ToolCall(call.id(), call.name(), text(call.arguments()));
            case Block.ToolResult result ->
                    new Block.ToolResult(result.callId(), text(result.text()), result.isError());
            case Block.Opaque _, Block.Image _ -> block;
        };
    }

    private Event tool(Event.OfTool event) {
        return switch (event) {
            case Event.ToolIntended intended ->
                    new Event.ToolIntended(
                            intended.callId(),
                            intended.tool(),
                            text(intended.summary()),
                            intended.files(),
                            intended.isLook());
            case Event.ToolStopped stopped ->
                    new Event.ToolStopped(stopped.callId(), text(stopped.text()));
            case Event.ToolFinished finished ->
                    new Event.ToolFinished(
                            finished.callId(), finished.isError(), text(finished.text()));
            case Event.LeftUndone left ->
                    new Event.LeftUndone(
                            left.open().stream()
                                    .map(open ->
                                            new Event.Left(
                                                    text(open.key()),
                                                    text(open.subject()),
                                                    text(open.reason()),
                                                    open.cause()))
                                    .toList());
            case Event.FilesChanged _ -> event;
        };
    }

    private Event approval(Event.OfApproval event) {
        return switch (event) {
            case Event.ApprovalAsked asked ->
                    new Event.ApprovalAsked(text(asked.subject()), text(asked.reason()));
            case Event.ApprovalGiven given ->
                    new Event.ApprovalGiven(
                            text(given.subject()), given.isAllowed(), text(given.reason()));
        };
    }

    private Event tests(Event.OfTests event) {
        return switch (event) {
            case Event.TestsNotMeasured not ->
                    new Event.TestsNotMeasured(text(not.command()), text(not.reason()));
            case Event.TestsStood stood ->
                    new Event.TestsStood(
                            stood.state(),
                            text(stood.command()),
                            text(stood.reason()),
                            stood.failing());
            case Event.TestsRan _, Event.TestsWeakened _ -> event;
        };
    }

    private Event criteria(Event.OfCriteria event) {
        return switch (event) {
            case Event.CriteriaJudged judged ->
                    new Event.CriteriaJudged(
                            judged.verdicts().stream()
                                    .map(verdict ->
                                            new Verdict(
                                                    verdict.criterion(),
                                                    verdict.state(),
                                                    text(verdict.reason()),
                                                    verdict.tests()))
                                    .toList());
            case Event.DoneRefused refused ->
                    new Event.DoneRefused(
                            refused.round(),
                            refused.missing(),
                            refused.reasons().stream().map(this::text).toList());
            case Event.CriteriaTicked _ -> event;
        };
    }

    private String text(String text) {
        return mask.mask(text);
    }
}
