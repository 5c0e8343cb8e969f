package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The help of a command with its description set anew for the width of the terminal: where the source breaks a
/// sentence says nothing about where the screen should.
public final class FlowingHelp extends Help {
    /// The label of an option that is shown without any, although it takes a value, so that it can be refused.
    static final String NO_LABEL = "-";

    private static final int WIDEST_NAME = 37;
    private static final int GAP = 2;
    private static final String SENTENCE_END = ". ";

    public FlowingHelp(CommandSpec command, ColorScheme colours) {
        super(command, colours);
    }

    @Override
    public String description(Object... parameters) {
        UsageMessageSpec usage = commandSpec().usageMessage();
        return join(
                        ansi(),
                        usage.width(),
                        usage.adjustLineBreaksForWideCJKCharacters(),
                        flowed(usage.description()),
                        new StringBuilder(),
                        parameters)
                .toString();
    }

    /// Each command with the whole of what is said first of it.
    @Override
    public String commandList(Map<String, Help> commands) {
        int widest = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
        int names = Math.min(widest, WIDEST_NAME) + 2 * GAP;
        int width = commandSpec().usageMessage().width();
        var table =
                TextTable.forColumns(
                        colorScheme(),
                        new Column(names, GAP, Column.Overflow.SPAN),
                        new Column(width - names, GAP, Column.Overflow.WRAP));
        commands.values()
                .forEach(command ->
                        table.addRowValues(
                                command.commandNamesText(", "),
                                colorScheme()
                                        .text(
                                                firstSentence(
                                                        command.commandSpec().usageMessage()))));
        return table.toString();
    }

    private static String firstSentence(UsageMessageSpec usage) {
        String[] lines = usage.header().length > 0 ? usage.header() : flowed(usage.description());
        String first = lines.length > 0 ? lines[0].formatted() : "";
        int end = first.indexOf(SENTENCE_END);
        return end < 0 ? first : first.substring(0, end + 1);
    }

    @Override
    public IParamLabelRenderer parameterLabelRenderer() {
        IParamLabelRenderer usual = super.parameterLabelRenderer();
        return new IParamLabelRenderer() {
            @Override
            public Ansi.Text renderParameterLabel(
                    ArgSpec argument, Ansi ansi, List<Ansi.IStyle> styles) {
                return NO_LABEL.equals(argument.paramLabel())
                        ? ansi.text("")
                        : usual.renderParameterLabel(argument, ansi, styles);
            }

            @Override
            public String separator() {
                return usual.separator();
            }
        };
    }

    /// Each line that goes on with the sentence of the one above it is joined to it.
    private static String[] flowed(String... lines) {
        var flowed = new ArrayList<String>();
        for (String line : lines) {
            if (!flowed.isEmpty() && goesOn(flowed.getLast(), line)) {
                flowed.add(flowed.removeLast() + " " + line);
            } else {
                flowed.add(line);
            }
        }
        return flowed.toArray(String[]::new);
    }

    private static boolean goesOn(String before, String line) {
        return !before.isBlank()
                && !line.isBlank()
                && !before.endsWith(".")
                && !Character.isWhitespace(line.charAt(0));
    }
}
