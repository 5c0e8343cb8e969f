package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    @TempDir private Path folder;

    @Test
    @Tag("frame#AC-13")
    void bash_completes_commands_options_and_values() throws Exception {
        Files.writeString(
                folder.resolve("kiro.bash"), Kiro.in(folder).run("completion", "bash").out());

        assertThat(bash("kiro ag")).contains("agent");
        assertThat(bash("kiro spec cr")).contains("create");
        assertThat(bash("kiro agent --plan-")).contains("--plan-only");
        assertThat(bash("kiro completion ")).contains("bash", "zsh", "fish");
    }

    @Test
    @Tag("frame#AC-13")
    void zsh_gets_the_same_through_its_own_bridge() {
        assertThat(Kiro.in(folder).run("completion", "zsh").out())
                .startsWith("autoload -U +X compinit")
                .contains("bashcompinit", "complete -F _complete_kiro");
    }

    @Test
    @Tag("frame#AC-13")
    void fish_knows_every_command_and_its_options() {
        assertThat(Kiro.in(folder).run("completion", "fish").out().lines())
                .anyMatch(line -> line.contains("-a agent -d 'Carries out a task"))
                .anyMatch(line ->
                        line.contains("'__fish_seen_subcommand_from agent'")
                                && line.contains("-l plan-only"))
                .anyMatch(line ->
                        line.contains("seen_subcommand_from spec") && line.contains("-a create"));
    }

    @Test
    void an_unknown_shell_is_named_with_those_that_are_known() {
        Kiro.Result result = Kiro.in(folder).run("completion", "tcsh");

        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err()).contains("tcsh", "bash", "zsh", "fish");
    }

    @Test
    void help_lists_every_command() {
        assertThat(Kiro.in(folder).run("help").out())
                .contains("init", "spec", "agent", "demo", "completion");
    }

    /// What bash offers at the end of a line.
    private List<String> bash(String line) throws InterruptedException {
        String script =
                """
                source kiro.bash
                COMP_LINE='%s'; COMP_POINT=${#COMP_LINE}; read -ra COMP_WORDS <<<"$COMP_LINE"
                [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
                COMP_CWORD=$((${#COMP_WORDS[@]}-1))
                _complete_kiro
                printf '%%s\\n' "${COMPREPLY[@]}"
                """
                        .formatted(line);
        var runner = new CommandRunner(System.getenv(), folder.resolve("spill"));
        Capture capture =
                runner.capture(
                        Command.of(folder, Duration.ofSeconds(10), List.of("bash", "-c", script)));
        return switch (capture) {
            case Capture.Ended ended ->
                    new String(ended.output(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .toList();
            case Capture.Failed failed -> throw new IllegalStateException(failed.reason());
        };
    }
}
