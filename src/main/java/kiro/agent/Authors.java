package kiro.agent;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import kiro.model.Message;
import kiro.model.ModelRequest;

/// Which model wrote which message. What a model has kept of its thinking is bound to it: another one refuses it, or makes
/// nothing of it, and so is not told.
final class Authors {
    private final IdentityHashMap<Message, String> authors = new IdentityHashMap<>();
    private final IdentityHashMap<Message, Message> plain = new IdentityHashMap<>();

    /// @param model by its name
    synchronized void wrote(String model, Message message) {
        authors.put(message, model);
    }

    /// Takes up what the log of a run has; messages whose author it does not say are left as they are.
    synchronized void restore(IdentityHashMap<Message, String> known) {
        known.forEach((message, model) -> {
            if (!model.isEmpty()) {
                authors.put(message, model);
            }
        });
    }

    /// A request as a model can be told it.
    ///
    /// @param others the models of which something was left out
    record Told(ModelRequest request, List<String> others) {}

    synchronized Told toldTo(String model, ModelRequest request) {
        var others = new ArrayList<String>();
        var messages = new ArrayList<Message>();
        for (Message message : request.messages()) {
            String author = authors.getOrDefault(message, model);
            boolean isForeign = !author.equals(model) && message.hasState();
            if (isForeign && !others.contains(author)) {
                others.add(author);
            }
            messages.add(isForeign ? plain(message) : message);
        }
        return others.isEmpty()
                ? new Told(request, List.of())
                : new Told(request.with(messages), List.copyOf(others));
    }

    /// The same each time, for adapters know messages that they have encoded.
    private Message plain(Message message) {
        return plain.computeIfAbsent(message, Message::withoutState);
    }
}
