package kiro.agent;

import java.util.List;
import kiro.model.ToolSpec;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.Tool;
import kiro.tool.ToolResult;

/// A tool that looks, and does so as a test wants it to.
record TestTool(String name, Effect effect, Work work) implements Tool {
    /// @param arguments as the model wrote them
    @FunctionalInterface
    interface Work {
        String look(String arguments) throws InterruptedException;
    }

    static TestTool looking(String name, Work work) {
        return new TestTool(name, new Effect.Read(List.of()), work);
    }

    @Override
    public ToolSpec spec() {
        return new ToolSpec(name, "a tool", "{\"type\":\"object\"}");
    }

    @Override
    public boolean isParallel() {
        return true;
    }

    @Override
    public Preparation prepare(String arguments) {
        return new Preparation.Ready(
                effect, name + " " + arguments, () -> new ToolResult.Done(work.look(arguments)));
    }
}
