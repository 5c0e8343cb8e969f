package kiro.agent;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.edit.FileChange;
import kiro.hook.run.Subject;
import kiro.model.ToolSpec;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.Tool;
import kiro.tool.ToolResult;

/// A tool with the hooks that run before and after it. They are asked last, when rules and a person have said yes.
final class HookedTool implements Tool {
    private final Tool tool;
    private final SessionHooks hooks;

    HookedTool(Tool tool, SessionHooks hooks) {
        this.tool = tool;
        this.hooks = hooks;
    }

    @Override
    public ToolSpec spec() {
        return tool.spec();
    }

    @Override
    public boolean polls() {
        return tool.polls();
    }

    /// What hooks do has its place among the calls.
    @Override
    public boolean isParallel() {
        return tool.isParallel() && !hooks.concern(spec().name());
    }

    @Override
    public Preparation prepare(String arguments) throws InterruptedException {
        return switch (tool.prepare(arguments)) {
            case Preparation.Refused refused -> refused;
            case Preparation.Ready ready ->
                    new Preparation.Ready(
                            ready.effect(),
                            ready.summary(),
                            Preparation.Act.watched(news -> run(ready, arguments, news)));
        };
    }

    private ToolResult run(Preparation.Ready ready, String arguments, Consumer<String> news)
            throws InterruptedException {
        List<String> files =
                Effects.files(ready.effect()).stream().map(path -> path.value()).toList();
        var use = new Subject.ToolUse(spec().name(), arguments, Optional.empty(), false, files);
        return switch (hooks.before(use)) {
            case SessionHooks.Word.No(String reasons) ->
                    new ToolResult.Failed("not made: " + reasons);
            case SessionHooks.Word.Yes(String before) -> {
                ToolResult result = ready.act().run(news);
                boolean hasFailed = !(result instanceof ToolResult.Done);
                if (!(result instanceof ToolResult.Failed)) {
                    remember(ready.effect());
                }
                String after =
                        hooks.after(
                                new Subject.ToolUse(
                                        use.tool(),
                                        arguments,
                                        Optional.of(result.text()),
                                        hasFailed,
                                        files));
                yield with(with(result, before), after);
            }
        };
    }

    private void remember(Effect effect) {
        if (effect instanceof Effect.Change change) {
            for (FileChange each : change.changes()) {
                hooks.wrote(each.path().value(), each.after().mark());
            }
        }
    }

    static ToolResult with(ToolResult result, String context) {
        if (context.isEmpty()) {
            return result;
        }
        String text = result.text() + "\n" + SessionHooks.told(context);
        return switch (result) {
            case ToolResult.Done _ -> new ToolResult.Done(text);
            case ToolResult.Unsuccessful _ -> new ToolResult.Unsuccessful(text);
            case ToolResult.Failed _ -> new ToolResult.Failed(text);
        };
    }
}
