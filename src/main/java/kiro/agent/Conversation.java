package kiro.agent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.Tokens;
import kiro.model.ToolSpec;
import kiro.session.Event;
import kiro.session.Events;

/// What was said so far between the loop and the model. It only grows, so that each request begins
/// with the one before it, until it has to become shorter.
final class Conversation {
    private final String system;
    private final List<ToolSpec> tools;
    private final List<Message> messages = new ArrayList<>();
    private final List<Block> pending = new ArrayList<>();
    private final Set<String> recorded = new HashSet<>();
    private final Events log;
    private final Supplier<List<Block>> meanwhile;
    private List<Event.ContextPart> begun = List.of();

    Conversation(String system, List<ToolSpec> tools, Events log) {
        this(system, tools, log, List::of);
    }

    /// @param meanwhile what a person has said since the last request
    Conversation(String system, List<ToolSpec> tools, Events log, Supplier<List<Block>> meanwhile) {
        this.system = system;
        this.tools = List.copyOf(tools);
        this.log = log;
        this.meanwhile = meanwhile;
    }

    /// Takes up what was said in a run that had stopped.
    ///
    /// @param waiting a call that somebody else is going to answer
    void restore(RestoredTalk talk, Optional<Block.ToolCall> waiting) {
        messages.addAll(talk.heard());
        recorded.addAll(talk.answered());
        pending.addAll(talk.pending(waiting));
    }

    /// Adds words to the user's next message.
    void say(String text) {
        pending.add(new Block.Text(log.secrets().maskCertain(text)));
    }

    /// Adds something that a person says to the user's next message.
    void say(Block block) {
        if (block instanceof Block.Text text) {
            say(text.text());
        } else {
            pending.add(block);
        }
    }

    /// Adds an answer to a call to the user's next message; answers stand before words.
    void answer(Block.ToolResult result) {
        int at = 0;
        while (at < pending.size() && pending.get(at) instanceof Block.ToolResult) {
            at++;
        }
        pending.add(at, result);
    }

    /// Adds an answer that the log has already.
    void answerRecorded(Block.ToolResult result) {
        recorded.add(result.callId());
        answer(result);
    }

    /// Takes the model's message into the conversation. A model may end its turn without a word, but
    /// no provider takes an empty message back.
    void heard(Message message) {
        messages.add(heardAs(message));
    }

    static Message heardAs(Message message) {
        return message.blocks().stream().anyMatch(Conversation::isSubstantial)
                ? message
                : Message.model("(nothing said)");
    }

    int size() {
        return messages.size() + (pending.isEmpty() ? 0 : 1);
    }

    /// Makes what was pending, and what a person has said since, a part of the conversation: once before each request.
    void settle() {
        meanwhile.get().forEach(this::say);
        if (!pending.isEmpty()) {
            log.append(new Event.Told(pending.stream().filter(this::isNew).toList()));
            messages.add(new Message(Message.Role.USER, pending));
            pending.clear();
        }
    }

    /// The request for the model's next reply, from what is a part of the conversation.
    ModelRequest request(Purpose purpose, int outputTokens) {
        return request(purpose, outputTokens, messages);
    }

    /// A request with other messages.
    ModelRequest request(Purpose purpose, int outputTokens, List<Message> others) {
        return new ModelRequest(purpose, system, tools, others, outputTokens, Deadlines.STANDARD);
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    /// About how many tokens a request has.
    long tokens() {
        return tokens(messages) + fixed();
    }

    /// About how many tokens a request with these messages has.
    long tokensWith(List<Message> others) {
        return tokens(others) + fixed();
    }

    /// About how many tokens these messages have.
    static long tokens(List<Message> some) {
        return some.stream().mapToLong(Tokens::about).sum();
    }

    private long fixed() {
        return Tokens.about(system, tools, List.of());
    }

    /// What each request begins with, by what it takes.
    private List<Event.ContextPart> fixedParts() {
        return List.of(
                new Event.ContextPart("system", "", Tokens.about(system)),
                new Event.ContextPart(
                        "tools",
                        tools.size() + " of them",
                        tools.stream().mapToInt(Tokens::about).sum()));
    }

    /// Begins with these parts.
    ///
    /// @param window the most tokens that the model takes
    void begin(String text, List<Event.ContextPart> parts, int window) {
        begun = new ArrayList<>(fixedParts());
        begun.addAll(parts);
        log.append(new Event.ContextLaid(begun, window));
        say(text);
    }

    /// What it began with; nothing where that was in an earlier part of the run.
    List<Event.ContextPart> begun() {
        return List.copyOf(begun);
    }

    /// Goes on from other, shorter messages. What a model kept of its thinking is bound to the conversation in which it
    /// thought, so it ends with that.
    ///
    /// @param way by which they became shorter
    void compact(String way, List<Message> shorter, long before, long after) {
        List<Message> plain = shorter.stream().map(Message::withoutState).toList();
        log.append(new Event.Compacted(way, before, after, plain));
        messages.clear();
        messages.addAll(plain);
    }

    private boolean isNew(Block block) {
        return !(block instanceof Block.ToolResult result && recorded.contains(result.callId()));
    }

    private static boolean isSubstantial(Block block) {
        return switch (block) {
            case Block.Text text -> !text.text().isBlank();
            case Block.ToolCall _, Block.ToolResult _, Block.Image _ -> true;
            case Block.Thinking _, Block.Opaque _ -> false;
        };
    }
}
