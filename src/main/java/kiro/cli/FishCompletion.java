package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// A completion script for fish.
final class FishCompletion {
    private FishCompletion() {}

    static String of(CommandLine root) {
        var lines = new ArrayList<String>(List.of("complete -c kiro -f"));
        String names = String.join(" ", root.getSubcommands().keySet());
        root.getSubcommands()
                .forEach((name, command) -> {
                    lines.add(word("not __fish_seen_subcommand_from " + names, name, command));
                    command(lines, "__fish_seen_subcommand_from " + name, command);
                });
        return String.join("\n", lines) + "\n";
    }

    private static void command(List<String> lines, String condition, CommandLine command) {
        Map<String, CommandLine> subcommands = command.getSubcommands();
        String names = String.join(" ", subcommands.keySet());
        String outside =
                subcommands.isEmpty()
                        ? condition
                        : condition + "; and not __fish_seen_subcommand_from " + names;
        for (OptionSpec option : command.getCommandSpec().options()) {
            lines.add(option(outside, option));
        }
        subcommands.forEach((name, below) -> {
            lines.add(word(outside, name, below));
            command(lines, condition + "; and __fish_seen_subcommand_from " + name, below);
        });
    }

    private static String word(String condition, String name, CommandLine command) {
        String[] description = command.getCommandSpec().usageMessage().description();
        return "complete -c kiro -n %s -a %s -d %s"
                .formatted(
                        quoted(condition),
                        name,
                        quoted(description.length == 0 ? name : description[0]));
    }

    private static String option(String condition, OptionSpec option) {
        var line = new StringBuilder("complete -c kiro -n ").append(quoted(condition));
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " : " -s ")
                    .append(name.replaceFirst("^-+", ""));
        }
        if (option.arity().max() > 0) {
            line.append(" -r");
        }
        String[] description = option.description();
        return line.append(" -d ")
                .append(quoted(description.length == 0 ? option.longestName() : description[0]))
                .toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
