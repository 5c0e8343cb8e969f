package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kiro.model.Block;
import kiro.model.TaggedText;
import kiro.model.ToolSpec;
import kiro.session.EventLog;

/// Begins conversations with the model: with what it is told of its work, and what it can call.
final class Conversations {
    private final ToolCaller tools;
    private final EventLog log;
    private final Role role;
    private final PromptTexts texts = new PromptTexts();

    Conversations(ToolCaller tools, EventLog log, Role role) {
        this.tools = tools;
        this.log = log;
        this.role = role;
    }

    /// The conversation of a run.
    ///
    /// @param known what was said before the run stopped
    Conversation ofRun(Optional<RunState> known) {
        Conversation conversation = begun(List::of, known);
        known.ifPresent(state -> restore(conversation, state));
        return conversation;
    }

    /// One with nothing in it but what the role begins with.
    ///
    /// @param meanwhile what a person has said since the last request
    /// @param known what is going to be restored into it
    Conversation begun(Supplier<List<Block>> meanwhile, Optional<RunState> known) {
        var specs = new ArrayList<ToolSpec>(tools.specs());
        specs.addAll(ControlTools.specs(texts));
        specs.sort((one, other) -> one.name().compareTo(other.name()));
        var conversation =
                new Conversation(role.in(texts.text("system.md"), texts), specs, log, meanwhile);
        if (known.map(state -> state.talk().isEmpty()).orElse(true)) {
            role.beginning().ifPresent(conversation::say);
        }
        return conversation;
    }

    private void restore(Conversation conversation, RunState state) {
        RestoredTalk talk = state.talk();
        conversation.restore(talk, state.waiting());
        if (!talk.isEmpty() && state.waiting().isEmpty()) {
            conversation.say(TaggedText.of("resumed", texts.text("resumed.md")).render());
        }
    }
}
