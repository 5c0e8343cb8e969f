package kiro.model.builtin;

import java.util.Optional;
import kiro.model.Block;
import kiro.text.Json;
import tools.jackson.core.JacksonException;

/// A call of this engine, and what was answered.
record Exchange(Block.ToolCall call, Optional<Block.ToolResult> result) {
    boolean is(String tool) {
        return call.name().equals(tool);
    }

    /// Whether the call changes a file.
    boolean changes() {
        return is("write_file") || is("edit_file") || is("apply_patch");
    }

    boolean failed() {
        return result.filter(Block.ToolResult::isError).isPresent();
    }

    boolean succeeded() {
        return result.filter(one -> !one.isError()).isPresent();
    }

    String text() {
        return result.map(Block.ToolResult::text).orElse("");
    }

    String argument(String name) {
        try {
            return Json.read(call.arguments()).path(name).asString("");
        } catch (JacksonException notOurs) {
            // Only this engine's own calls are read, and they are JSON; a broken one has no
            // arguments.
            return "";
        }
    }
}
