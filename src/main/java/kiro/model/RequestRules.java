package kiro.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What every request must be like before it is sent. Providers refuse a request that breaks one of
/// these rules, and refuse it again for as long as the message stays in the conversation.
public final class RequestRules {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private RequestRules() {}

    /// Throws when a rule is broken: whoever made the request has a bug.
    public static void check(ModelRequest request) {
        violation(request)
                .ifPresent(broken -> {
                    throw new IllegalStateException("a request that no model takes: " + broken);
                });
    }

    /// The first rule that a request breaks, in words.
    public static Optional<String> violation(ModelRequest request) {
        return limits(request)
                .or(() -> tools(request.tools()))
                .or(() -> turns(request.messages()))
                .or(() -> pairs(request));
    }

    private static Optional<String> limits(ModelRequest request) {
        if (request.maxOutputTokens() < 1) {
            return Optional.of("the most output tokens are " + request.maxOutputTokens());
        }
        Deadlines deadlines = request.deadlines();
        boolean isPositive =
                deadlines.firstEvent().isPositive()
                        && deadlines.idle().isPositive()
                        && deadlines.total().isPositive();
        return isPositive ? Optional.empty() : Optional.of("a deadline of no time: " + deadlines);
    }

    private static Optional<String> tools(List<ToolSpec> tools) {
        String previous = "";
        for (ToolSpec tool : tools) {
            if (!NAME.matcher(tool.name()).matches()) {
                return Optional.of("a tool with the name '" + tool.name() + "'");
            }
            if (tool.name().equals(previous)) {
                return Optional.of("two tools with the name " + previous);
            }
            if (tool.name().compareTo(previous) < 0) {
                return Optional.of("tools not sorted: " + tool.name() + " after " + previous);
            }
            previous = tool.name();
        }
        return Optional.empty();
    }

    private static Optional<String> turns(List<Message> messages) {
        if (messages.isEmpty()) {
            return Optional.of("no messages");
        }
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            Message.Role expected = i % 2 == 0 ? Message.Role.USER : Message.Role.MODEL;
            if (message.role() != expected) {
                return Optional.of(
                        at(i) + "is the " + message.role() + "'s, not the " + expected + "'s");
            }
            if (message.blocks().isEmpty()) {
                return Optional.of(at(i) + "has no blocks");
            }
            for (Block block : message.blocks()) {
                Optional<String> broken = block(block, message.role());
                if (broken.isPresent()) {
                    return Optional.of(at(i) + broken.get());
                }
            }
        }
        return messages.getLast().role() == Message.Role.USER
                ? Optional.empty()
                : Optional.of("the last message is the MODEL's");
    }

    private static Optional<String> block(Block block, Message.Role role) {
        return switch (block) {
            case Block.Text text when text.text().isBlank() ->
                    Optional.of("has a text block without words");
            case Block.ToolCall call when !NAME.matcher(call.id()).matches() ->
                    Optional.of("has a call with the id '" + call.id() + "'");
            case Block.ToolResult result when result.isError() && result.text().isBlank() ->
                    Optional.of("has an error without words, for the call " + result.callId());
            case Block.Image image when !Images.isAllowed(image) ->
                    Optional.of("has a picture of a type or size that no model takes");
            case Block.Text _ -> Optional.empty();
            case Block.ToolCall _, Block.Thinking _, Block.Opaque _ ->
                    only(Message.Role.MODEL, role, block);
            case Block.ToolResult _, Block.Image _ -> only(Message.Role.USER, role, block);
        };
    }

    private static Optional<String> only(Message.Role allowed, Message.Role role, Block block) {
        return role == allowed
                ? Optional.empty()
                : Optional.of(
                        "has a block that is never the "
                                + role
                                + "'s: "
                                + block.getClass().getSimpleName());
    }

    /// Each call is answered once, in the next message, before any other words.
    private static Optional<String> pairs(ModelRequest request) {
        Set<String> known = new HashSet<>();
        Set<String> open = new HashSet<>();
        for (int i = 0; i < request.messages().size(); i++) {
            Message message = request.messages().get(i);
            Optional<String> broken =
                    message.role() == Message.Role.USER ? results(message, open) : Optional.empty();
            if (broken.isPresent()) {
                return Optional.of(at(i) + broken.get());
            }
            for (Block.ToolCall call : message.calls()) {
                if (!known.add(call.id())) {
                    return Optional.of(
                            at(i) + "has a call whose id was there before: " + call.id());
                }
                open.add(call.id());
            }
        }
        return known.isEmpty() || !request.tools().isEmpty()
                ? Optional.empty()
                : Optional.of("calls in the conversation and no tools");
    }

    private static Optional<String> results(Message message, Set<String> open) {
        boolean wordsBegan = false;
        for (Block block : message.blocks()) {
            if (!(block instanceof Block.ToolResult result)) {
                wordsBegan = true;
            } else if (wordsBegan) {
                return Optional.of("has a result after other blocks: " + result.callId());
            } else if (!open.remove(result.callId())) {
                return Optional.of(
                        "answers what was not called just before, or twice: " + result.callId());
            }
        }
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of("leaves calls without results: " + open.stream().sorted().toList());
    }

    private static String at(int index) {
        return "message " + (index + 1) + " ";
    }
}
