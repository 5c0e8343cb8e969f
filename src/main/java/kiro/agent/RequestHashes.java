package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.ModelRequest;
import kiro.model.RequestHash;
import kiro.model.TaggedText;
import kiro.model.ToolSpec;
import kiro.text.Hash;

/// Hashes of the requests of a conversation. Each message has one that follows on the one before it, so that of a request that
/// begins with the last one only the new messages are read.
final class RequestHashes {
    /// The parts of the first message that many requests share, also those of other tasks.
    private static final Set<String> SHARED =
            Set.of("resource", "rules", "steering", "spec", "document", "criteria");

    private static final Hash NOTHING = Hash.of("");

    private final List<Link> chain = new ArrayList<>();
    private String system = "";
    private List<ToolSpec> tools = List.of();
    private Hash ground = NOTHING;
    private Hash prefix = NOTHING;

    /// @param hash of the message and all that stands before it
    private record Link(Message message, Hash hash) {}

    RequestHash of(ModelRequest request) {
        stand(request);
        List<Message> messages = request.messages();
        int same = known(messages);
        chain.subList(same, chain.size()).clear();
        for (Message message : messages.subList(same, messages.size())) {
            chain.add(new Link(message, Hash.after(last(), texts(message))));
        }
        if (same == 0) {
            prefix =
                    Hash.after(
                            ground, messages.isEmpty() ? List.of() : shared(messages.getFirst()));
        }
        return new RequestHash(
                Hash.after(
                        last(),
                        List.of(
                                request.purpose().name(),
                                String.valueOf(request.maxOutputTokens()))),
                prefix);
    }

    private void stand(ModelRequest request) {
        if (ground.equals(NOTHING)
                || !system.equals(request.system())
                || !tools.equals(request.tools())) {
            system = request.system();
            tools = request.tools();
            var texts = new ArrayList<String>();
            tools.forEach(
                    tool -> texts.addAll(List.of(tool.name(), tool.description(), tool.schema())));
            texts.add(system);
            ground = Hash.after(NOTHING, texts);
            chain.clear();
        }
    }

    /// How many of the messages are those of the last request.
    private int known(List<Message> messages) {
        int same = 0;
        while (same < Math.min(chain.size(), messages.size())
                && chain.get(same).message().equals(messages.get(same))) {
            same++;
        }
        return same;
    }

    private Hash last() {
        return chain.isEmpty() ? ground : chain.getLast().hash();
    }

    private static List<String> shared(Message first) {
        return TaggedText.findAll(first.text()).stream()
                .filter(part -> SHARED.contains(part.tag()))
                .map(TaggedText::render)
                .toList();
    }

    private static List<String> texts(Message message) {
        var texts = new ArrayList<String>();
        texts.add(message.role().name());
        message.blocks().forEach(block -> texts.addAll(texts(block)));
        return texts;
    }

    private static List<String> texts(Block block) {
        return switch (block) {
            case Block.Text text -> List.of("text", text.text());
            case Block.Image image -> List.of("image", image.mediaType(), image.base64());
            case Block.Thinking thinking ->
                    List.of("thinking", thinking.text(), thinking.signature(), thinking.provider());
            case Block.Opaque opaque -> List.of("opaque", opaque.provider(), opaque.json());
            case Block.ToolCall call -> List.of("call", call.id(), call.name(), call.arguments());
            case Block.ToolResult result ->
                    List.of(
                            "result",
                            result.callId(),
                            String.valueOf(result.isError()),
                            result.text());
        };
    }
}
