package kiro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

class FlowingHelpTest {
    @Command(
            name = "weigh",
            description = {
                "Weighs what stands on the scale, and says by how much it is heavier than what",
                "the order allows.",
                "Nothing is written.",
                "",
                "  as it stands"
            })
    private static final class Weigh implements Runnable {
        @Override
        public void run() {}
    }

    @Test
    @Tag("spec-commands#AC-9")
    void a_sentence_is_broken_where_the_screen_ends() {
        var line = new CommandLine(new Weigh());
        line.setUsageHelpWidth(60);
        line.setHelpFactory(FlowingHelp::new);

        assertThat(line.getUsageMessage(Ansi.OFF).lines())
                .containsExactly(
                        "Usage: weigh",
                        "Weighs what stands on the scale, and says by how much it is",
                        "heavier than what the order allows.",
                        "Nothing is written.",
                        "",
                        "  as it stands");
    }

    @Command(
            name = "shop",
            subcommands = {Weigh.class, CommandLine.HelpCommand.class})
    private static final class Shop implements Runnable {
        @Override
        public void run() {}
    }

    @Test
    @Tag("spec-commands#AC-9")
    void a_list_of_commands_says_the_first_sentence_of_each() {
        var line = new CommandLine(new Shop());
        line.setUsageHelpWidth(60);
        line.setHelpFactory(FlowingHelp::new);

        assertThat(line.getUsageMessage(Ansi.OFF).lines())
                .containsExactly(
                        "Usage: shop [COMMAND]",
                        "Commands:",
                        "  weigh    Weighs what stands on the scale, and says by how",
                        "             much it is heavier than what the order allows.",
                        "  help     Display help information about the specified",
                        "             command.");
    }
}
