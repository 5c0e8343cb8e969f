package kiro.tool.builtin;

import java.time.Duration;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;

/// Ends a command in the background, with all that it has started.
final class StopCommandTool implements BuiltinTool {
    private final BackgroundCommands background;

    StopCommandTool(BackgroundCommands background) {
        this.background = background;
    }

    @Override
    public String name() {
        return "stop_command";
    }

    @Override
    public boolean isLooking() {
        return true;
    }

    @Override
    public Preparation prepare(Arguments arguments) {
        String handle = arguments.text("handle");
        return background
                .find(handle)
                .<Preparation>map(command ->
                        new Preparation.Ready(
                                new Effect.Nothing(),
                                "stop " + handle,
                                () -> {
                                    command.stop();
                                    return new ToolResult.Done(command.news(Duration.ZERO));
                                }))
                .orElseGet(() ->
                        Preparation.Refused.looking(CommandOutputTool.unknown(background, handle)));
    }
}
