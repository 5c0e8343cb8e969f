package kiro.model.anthropic;

import java.util.Optional;
import kiro.model.Block;

/// A block of which more may come.
final class OpenBlock {
    private enum Kind {
        TEXT,
        THINKING,
        CALL,
        OTHER
    }

    private final Kind kind;
    private final String id;
    private final String name;
    private final String input;
    private final StringBuilder text;
    private final StringBuilder signature;
    private boolean isKnown = true;

    private OpenBlock(
            Kind kind, String id, String name, String input, String text, String signature) {
        this.kind = kind;
        this.id = id;
        this.name = name;
        this.input = input;
        this.text = new StringBuilder(text);
        this.signature = new StringBuilder(signature);
    }

    static OpenBlock text(String start) {
        return new OpenBlock(Kind.TEXT, "", "", "", start, "");
    }

    static OpenBlock thinking(String start, String signature) {
        return new OpenBlock(Kind.THINKING, "", "", "", start, signature);
    }

    static OpenBlock call(String id, String name, String input) {
        return new OpenBlock(Kind.CALL, id, name, input, "", "");
    }

    static OpenBlock other(String json) {
        return new OpenBlock(Kind.OTHER, "", "", json, "", "");
    }

    /// Whether the fragment belongs to a block of this kind.
    boolean addText(String fragment) {
        return add(Kind.TEXT, text, fragment);
    }

    boolean addThinking(String fragment) {
        return add(Kind.THINKING, text, fragment);
    }

    boolean addSignature(String fragment) {
        return add(Kind.THINKING, signature, fragment);
    }

    boolean addArguments(String fragment) {
        return add(Kind.CALL, text, fragment);
    }

    /// A fragment that this version cannot read: a block of another kind is then unknown as a whole.
    boolean addUnknown() {
        isKnown = kind != Kind.OTHER;
        return true;
    }

    private boolean add(Kind expected, StringBuilder to, String fragment) {
        if (kind != expected) {
            return false;
        }
        to.append(fragment);
        return true;
    }

    /// The whole block; empty for one without words, which no provider takes back, and for one that
    /// this version could not follow.
    Optional<Block> finish() {
        return switch (kind) {
            case TEXT ->
                    Optional.<Block>of(new Block.Text(text.toString()))
                            .filter(_ -> !text.toString().isBlank());
            case THINKING ->
                    Optional.of(
                            new Block.Thinking(
                                    text.toString(),
                                    signature.toString(),
                                    AnthropicModel.PROVIDER));
            case CALL -> Optional.of(new Block.ToolCall(id, name, arguments()));
            case OTHER ->
                    Optional.<Block>of(new Block.Opaque(AnthropicModel.PROVIDER, input))
                            .filter(_ -> isKnown);
        };
    }

    /// The fragments; where there are none, what the block began with.
    private String arguments() {
        if (!text.isEmpty()) {
            return text.toString();
        }
        return input.isEmpty() ? "{}" : input;
    }
}
