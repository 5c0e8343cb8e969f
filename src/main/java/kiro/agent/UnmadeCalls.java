package kiro.agent;

import java.util.List;
import java.util.Map;
import kiro.model.Block;
import kiro.tool.Preparation;
import kiro.tool.Tool;

/// Works out what calls were to bring about that the model had asked for when its run was stopped.
final class UnmadeCalls {
    private final Map<String, Tool> tools;

    UnmadeCalls(Map<String, Tool> tools) {
        this.tools = tools;
    }

    /// Puts them on the account of what is undone.
    void on(UndoneCalls undone, List<Block.ToolCall> calls) {
        try {
            for (Block.ToolCall call : calls) {
                Tool tool = tools.get(call.name());
                if (tool != null) {
                    put(undone, call.name(), tool.prepare(call.arguments()));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void put(UndoneCalls undone, String tool, Preparation preparation) {
        switch (preparation) {
            case Preparation.Ready ready ->
                    undone.unsuccessful(ready.effect(), RestoredTalk.NOT_MADE);
            case Preparation.Refused refused ->
                    undone.unreadable(tool, refused.aim(), RestoredTalk.NOT_MADE);
        }
    }
}
