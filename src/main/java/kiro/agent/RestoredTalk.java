package kiro.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.ModelFailure;
import kiro.model.Purpose;
import kiro.model.TaggedText;
import kiro.plan.PlanMarkdown;
import kiro.session.Event;

/// The conversation of a run as its log has it.
final class RestoredTalk {
    static final String NOT_MADE =
            "not made: the run was stopped before it; make the call again if it is still needed";

    private static final String REFUSED = new Answer.Stop.Refusal().word();
    private static final String NOT_TAKEN =
            "left out: what this call answered was stopped on its way";

    private final List<Message> messages = new ArrayList<>();
    private final IdentityHashMap<Message, String> authors = new IdentityHashMap<>();
    private final Map<String, Event.ToolFinished> finished = new HashMap<>();
    private final Map<String, Event.ToolIntended> intended = new HashMap<>();
    private final Map<String, Event.ToolStopped> stopped = new HashMap<>();
    private Optional<PlanWord> planWord = Optional.empty();

    /// Whether the model was asked for a summary, which is no part of the conversation.
    private boolean isSummary;

    /// What was said to the plan that the model proposed last, and the model has not been told yet.
    private record PlanWord(String text, boolean isError) {}

    void add(Event event) {
        if (event instanceof Event.Told told) {
            told(told);
        } else if (event instanceof Event.ModelAsked asked) {
            isSummary = asked.purpose() == Purpose.SUMMARY;
        } else if (event instanceof Event.ModelFailed failed && isBlocked(failed) && !isSummary) {
            takeBack();
        } else if (event instanceof Event.Compacted compacted) {
            messages.clear();
            messages.addAll(compacted.messages());
        } else if (event instanceof Event.ModelAnswered answered && !isSummary) {
            answered(answered);
        } else if (event instanceof Event.ToolIntended call) {
            intended.put(call.callId(), call);
        } else if (event instanceof Event.ToolFinished call) {
            finished.put(call.callId(), call);
        } else if (event instanceof Event.ToolStopped call) {
            stopped.put(call.callId(), call);
        } else if (event instanceof Event.PlanApproved approved) {
            planWord =
                    Optional.of(
                            new PlanWord(
                                    approved.isEdited()
                                            ? "the plan is approved, edited by a person\n"
                                                    + TaggedText.of(
                                                                    "plan",
                                                                    PlanMarkdown.write(
                                                                            approved.plan()))
                                                            .render()
                                            : "the plan is approved",
                                    false));
        } else if (event instanceof Event.PlanRejected rejected) {
            planWord =
                    Optional.of(new PlanWord("the plan is rejected: " + rejected.reason(), true));
        }
    }

    private void told(Event.Told told) {
        if (isUnanswered()) {
            messages.removeLast();
        }
        var control = new HashMap<String, Block>();
        var blocks = new ArrayList<Block>();
        for (Block block : told.blocks()) {
            if (block instanceof Block.ToolResult result) {
                control.put(result.callId(), result);
            }
        }
        for (Block.ToolCall call : lastCalls()) {
            Block known = control.get(call.id());
            blocks.add(known == null ? result(call) : known);
        }
        told.blocks().stream()
                .filter(block -> !(block instanceof Block.ToolResult))
                .forEach(blocks::add);
        messages.add(new Message(Message.Role.USER, blocks));
        planWord = Optional.empty();
    }

    /// A model that refused to answer would refuse again, and what it had begun is nothing to go on from.
    private void answered(Event.ModelAnswered answered) {
        if (answered.stop().equals(REFUSED)
                || answered.stop().equals(Event.ModelAnswered.BLOCKED)) {
            takeBack();
            return;
        }
        Message message = Conversation.heardAs(new Message(Message.Role.MODEL, answered.blocks()));
        messages.add(message);
        authors.put(message, answered.model());
    }

    private static boolean isBlocked(Event.ModelFailed failed) {
        return failed.kind().equals(ModelFailure.Blocked.class.getSimpleName());
    }

    /// What was told last was not taken, and is not told again: words are left out, but for those that the conversation begins
    /// with, and of the results of calls only that they are left out stays.
    private void takeBack() {
        if (!isUnanswered()) {
            return;
        }
        List<Block> told = messages.removeLast().blocks();
        var left = new ArrayList<Block>();
        if (messages.isEmpty()) {
            left.add(told.getFirst());
        }
        for (Block block : told) {
            if (block instanceof Block.ToolResult result) {
                left.add(new Block.ToolResult(result.callId(), NOT_TAKEN, true));
            }
        }
        if (!left.isEmpty()) {
            messages.add(new Message(Message.Role.USER, left));
        }
    }

    private Block result(Block.ToolCall call) {
        Event.ToolFinished known = finished.get(call.id());
        return known == null
                ? new Block.ToolResult(call.id(), NOT_MADE, true)
                : new Block.ToolResult(call.id(), known.text(), known.isError());
    }

    private boolean isUnanswered() {
        return !messages.isEmpty() && messages.getLast().role() == Message.Role.USER;
    }

    private List<Block.ToolCall> lastCalls() {
        return messages.isEmpty() ? List.of() : messages.getLast().calls();
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /// Messages that the model has answered.
    List<Message> heard() {
        return isUnanswered()
                ? List.copyOf(messages.subList(0, messages.size() - 1))
                : List.copyOf(messages);
    }

    /// The models that wrote the messages; an empty name where the log does not say.
    IdentityHashMap<Message, String> authors() {
        return authors;
    }

    /// The ids of calls whose answers the log has.
    Set<String> answered() {
        return new HashSet<>(finished.keySet());
    }

    /// Calls that were begun, and of which nobody knows how they ended.
    List<Event.ToolIntended> unknown() {
        return isUnanswered()
                ? List.of()
                : lastCalls().stream()
                        .filter(call -> !finished.containsKey(call.id()))
                        .map(call -> intended.get(call.id()))
                        .filter(java.util.Objects::nonNull)
                        .toList();
    }

    /// What is known of a call that was stopped while it was under way; empty where nothing is.
    Optional<Event.ToolStopped> stopped(Event.ToolIntended call) {
        return Optional.ofNullable(stopped.get(call.callId()));
    }

    /// Calls that the model has asked for, and that were not begun.
    List<Block.ToolCall> unmade() {
        return isUnanswered()
                ? List.of()
                : lastCalls().stream()
                        .filter(call ->
                                !finished.containsKey(call.id())
                                        && !intended.containsKey(call.id()))
                        .toList();
    }

    /// The call of a proposed plan that waits for an answer.
    Optional<Block.ToolCall> proposal() {
        return isUnanswered() || planWord.isPresent()
                ? Optional.empty()
                : lastCalls().stream()
                        .filter(call -> call.name().equals(ControlTools.PROPOSE_PLAN))
                        .filter(call -> !finished.containsKey(call.id()))
                        .reduce((first, last) -> last);
    }

    /// What is to be told to the model next, in the order in which a request has it.
    ///
    /// @param waiting a call that somebody else is going to answer
    List<Block> pending(Optional<Block.ToolCall> waiting) {
        if (isUnanswered()) {
            return messages.getLast().blocks();
        }
        var blocks = new ArrayList<Block>();
        for (Block.ToolCall call : lastCalls()) {
            if (waiting.filter(call::equals).isEmpty()) {
                blocks.add(pending(call));
            }
        }
        return blocks;
    }

    private Block pending(Block.ToolCall call) {
        if (finished.containsKey(call.id())) {
            return result(call);
        }
        if (call.name().equals(ControlTools.REPORT_PROBLEM)) {
            return new Block.ToolResult(call.id(), "noted", false);
        }
        if (call.name().equals(ControlTools.PROPOSE_PLAN) && planWord.isPresent()) {
            return new Block.ToolResult(call.id(), planWord.get().text(), planWord.get().isError());
        }
        return new Block.ToolResult(call.id(), NOT_MADE, true);
    }
}
