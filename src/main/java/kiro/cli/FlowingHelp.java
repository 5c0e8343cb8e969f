package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The help of a command with its description set anew for the width of the terminal: where the source breaks a
/// sentence says nothing about where the screen should.
public final class FlowingHelp extends Help {
    /// The label of an option that is shown without any, although it takes a value, so that it can be refused.
    static final String NO_LABEL = "-";

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
