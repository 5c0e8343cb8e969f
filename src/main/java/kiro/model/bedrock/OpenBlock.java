package kiro.model.bedrock;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kiro.model.Block;
import tools.jackson.databind.node.JsonNodeFactory;

/// A block of which more may come.
final class OpenBlock {
    /// What a block is.
    enum Kind {
        TEXT,
        THINKING,
        CALL,
        OTHER
    }

    private final Kind kind;
    private final String id;
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder signature = new StringBuilder();
    private final ByteArrayOutputStream redacted = new ByteArrayOutputStream();

    private OpenBlock(Kind kind, String id, String name) {
        this.kind = kind;
        this.id = id;
        this.name = name;
    }

    static OpenBlock of(Kind kind) {
        return new OpenBlock(kind, "", "");
    }

    static OpenBlock call(String id, String name) {
        return new OpenBlock(Kind.CALL, id, name);
    }

    /// Takes a fragment; answers what is wrong with it.
    Optional<String> add(StreamEvent.Delta delta) {
        return switch (delta) {
            case StreamEvent.TextDelta part -> add(Kind.TEXT, text, part.text());
            case StreamEvent.ThinkingDelta part -> add(Kind.THINKING, text, part.text());
            case StreamEvent.SignatureDelta part -> add(Kind.THINKING, signature, part.signature());
            case StreamEvent.ArgumentsDelta part -> add(Kind.CALL, text, part.json());
            case StreamEvent.RedactedDelta part ->
                    kind == Kind.THINKING ? addRedacted(part.base64()) : wrongKind();
            case StreamEvent.UnknownDelta _ -> Optional.empty();
        };
    }

    private Optional<String> add(Kind expected, StringBuilder to, String fragment) {
        if (kind == Kind.OTHER) {
            return Optional.empty();
        }
        if (kind != expected) {
            return wrongKind();
        }
        to.append(fragment);
        return Optional.empty();
    }

    private Optional<String> addRedacted(String base64) {
        try {
            redacted.writeBytes(Base64.getDecoder().decode(base64));
            return Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.of("thinking that is no Base64");
        }
    }

    private static Optional<String> wrongKind() {
        return Optional.of("a fragment of another kind than its block");
    }

    /// What the block is, whole; nothing for one without words, which is not taken back, and for one of an unknown kind.
    ///
    /// @param provider by which name thinking is known as that of its vendor
    List<Block> finish(String provider) {
        return switch (kind) {
            case TEXT ->
                    text.toString().isBlank()
                            ? List.of()
                            : List.of(new Block.Text(text.toString()));
            case THINKING -> thinking(provider);
            case CALL ->
                    List.of(new Block.ToolCall(id, name, text.isEmpty() ? "{}" : text.toString()));
            case OTHER -> List.of();
        };
    }

    private List<Block> thinking(String provider) {
        var blocks = new ArrayList<Block>();
        if (!text.isEmpty() || !signature.isEmpty()) {
            blocks.add(new Block.Thinking(text.toString(), signature.toString(), provider));
        }
        if (redacted.size() > 0) {
            var json = JsonNodeFactory.instance.objectNode();
            json.putObject("reasoningContent")
                    .put(
                            "redactedContent",
                            Base64.getEncoder().encodeToString(redacted.toByteArray()));
            blocks.add(new Block.Opaque(provider, json.toString()));
        }
        return blocks;
    }
}
