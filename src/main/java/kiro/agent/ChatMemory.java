package kiro.agent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.memory.FactId;
import kiro.memory.Recollection;
import kiro.model.Block;
import kiro.session.EventLog;

/// What comes to mind while a conversation goes on: each fact is told once.
final class ChatMemory {
    private final ProjectMemory memory;
    private final EventLog log;
    private final Set<FactId> told = new HashSet<>();

    ChatMemory(ProjectMemory memory, EventLog log) {
        this.memory = memory;
        this.log = log;
        memory.first().facts().forEach(each -> told.add(each.fact().id()));
    }

    /// Tells what matters to a message, before it.
    void tell(Conversation conversation, List<Block> message) {
        String words =
                message.stream()
                        .filter(Block.Text.class::isInstance)
                        .map(block -> ((Block.Text) block).text())
                        .collect(Collectors.joining("\n"));
        Recollection all = memory.later().apply(words);
        var fresh =
                new Recollection(
                        all.facts().stream().filter(each -> told.add(each.fact().id())).toList(),
                        List.of(),
                        0);
        ToldMemory.event(fresh).ifPresent(log::append);
        ToldMemory.part(fresh).ifPresent(part -> conversation.say(part.render()));
    }
}
