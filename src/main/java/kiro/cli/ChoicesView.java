package kiro.cli;

import java.util.List;
import kiro.hook.run.Choice;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Which hooks an event would start, for people and for programs.
final class ChoicesView {
    private ChoicesView() {}

    static void print(Console console, List<Choice> choices) {
        if (choices.isEmpty()) {
            console.print("no hooks: describe one in .kiro/hooks.yaml");
            return;
        }
        var table = new TextTable(List.of("STARTS", "NAME", "WHY"));
        for (Choice choice : choices) {
            table.row(word(choice), choice.hook().name(), why(choice));
        }
        console.print(table.lines(console.width()));
        console.note("nothing was run");
    }

    private static String word(Choice choice) {
        return switch (choice) {
            case Choice.Starts _ -> "yes";
            case Choice.Waits _, Choice.Held _ -> "no";
            case Choice.Refuses _ -> "refuses";
        };
    }

    private static String why(Choice choice) {
        return switch (choice) {
            case Choice.Starts starts -> {
                List<String> files = starts.event().files();
                String about =
                        files.isEmpty()
                                ? ""
                                : files.size() <= 3
                                        ? " (" + String.join(", ", files) + ")"
                                        : " (%,d files)".formatted(files.size());
                yield choice.hook().action().label().lines().findFirst().orElse("") + about;
            }
            case Choice.Waits(var _, String reason) -> reason;
            case Choice.Held(var _, String reason) -> reason;
            case Choice.Refuses(var _, String reason) -> reason;
        };
    }

    static String json(List<Choice> choices) {
        ObjectNode root = SpecJson.root();
        ArrayNode hooks = root.putArray("hooks");
        for (Choice choice : choices) {
            ObjectNode node =
                    hooks.addObject()
                            .put("name", choice.hook().name())
                            .put("starts", choice instanceof Choice.Starts)
                            .put("refuses", choice instanceof Choice.Refuses);
            switch (choice) {
                case Choice.Starts starts ->
                        starts.event().files().forEach(node.putArray("files")::add);
                case Choice.Waits _, Choice.Held _, Choice.Refuses _ ->
                        node.put("reason", why(choice));
            }
        }
        return root.toPrettyString();
    }
}
