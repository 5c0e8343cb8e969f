package kiro.tool.builtin;

import java.time.Duration;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;

/// Shows what a command in the background has printed since it was last looked at.
final class CommandOutputTool implements BuiltinTool {
    private final BackgroundCommands background;

    CommandOutputTool(BackgroundCommands background) {
        this.background = background;
    }

    @Override
    public String name() {
        return "command_output";
    }

    @Override
    public boolean isLooking() {
        return true;
    }

    @Override
    public boolean polls() {
        return true;
    }

    @Override
    public Preparation prepare(Arguments arguments) {
        String handle = arguments.text("handle");
        Duration wait = Duration.ofSeconds(arguments.number("wait_seconds", 0));
        return background
                .find(handle)
                .<Preparation>map(command ->
                        new Preparation.Ready(
                                new Effect.Nothing(),
                                "look at what " + handle + " prints",
                                () -> new ToolResult.Done(command.news(wait))))
                .orElseGet(() -> Preparation.Refused.looking(unknown(background, handle)));
    }

    static String unknown(BackgroundCommands background, String handle) {
        return "there is no command '%s' in the background; there is %s"
                .formatted(
                        handle,
                        background.all().isEmpty() ? "none" : String.join(", ", background.all()));
    }
}
