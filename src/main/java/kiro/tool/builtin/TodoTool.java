package kiro.tool.builtin;

import java.util.List;
import java.util.regex.Pattern;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;

/// Keeps the model's own list of what is to be done within a step. It proves nothing.
final class TodoTool implements BuiltinTool {
    private static final int MOST = 50;
    private static final Pattern ITEM = Pattern.compile("\\[([ x-])] \\S.*");

    @Override
    public String name() {
        return "todo";
    }

    @Override
    public boolean isLooking() {
        return true;
    }

    @Override
    public Preparation prepare(Arguments arguments) {
        List<String> items = arguments.list("items");
        if (items.size() > MOST) {
            return Preparation.Refused.looking(
                    "%d items are too many: keep to %d".formatted(items.size(), MOST));
        }
        for (String item : items) {
            if (!ITEM.matcher(item).matches()) {
                return Preparation.Refused.looking(
                        "'%s' is no item: write '[ ] what', '[-] what' for the one under way, or '[x] what'"
                                .formatted(Summaries.oneLine(item)));
            }
        }
        long underWay = items.stream().filter(item -> item.startsWith("[-]")).count();
        if (underWay > 1) {
            return Preparation.Refused.looking("one item at most is under way");
        }
        long done = items.stream().filter(item -> item.startsWith("[x]")).count();
        return new Preparation.Ready(
                new Effect.Nothing(),
                "note what is to be done (%d of %d done)".formatted(done, items.size()),
                () ->
                        new ToolResult.Done(
                                "%d of %d done\n%s"
                                        .formatted(done, items.size(), String.join("\n", items))));
    }
}
