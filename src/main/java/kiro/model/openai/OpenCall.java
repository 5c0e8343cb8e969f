package kiro.model.openai;

import kiro.model.Block;

/// A call of which more may come.
final class OpenCall {
    private final String id;
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder arguments = new StringBuilder();
    private boolean isTold;

    /// @param id unique in the conversation
    OpenCall(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /// Some servers repeat the whole name with each fragment, others cut it.
    void addName(String part) {
        if (!part.contentEquals(name)) {
            name.append(part);
        }
    }

    void addArguments(String part) {
        arguments.append(part);
    }

    boolean hasName() {
        return !name.isEmpty();
    }

    /// Whether a listener is to be told that the call has begun: once, when its name is known.
    boolean isToBeTold() {
        boolean isNew = !isTold && hasName();
        isTold |= isNew;
        return isNew;
    }

    String name() {
        return name.toString();
    }

    Block.ToolCall finish() {
        return new Block.ToolCall(
                id, name.toString(), arguments.toString().isBlank() ? "{}" : arguments.toString());
    }
}
