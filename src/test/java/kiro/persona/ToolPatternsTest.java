package kiro.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolPatternsTest {
    private static final List<String> TOOLS =
            List.of(
                    "apply_patch",
                    "delegate",
                    "edit_file",
                    "git",
                    "list_directory",
                    "mcp__a__x",
                    "mcp__git__status",
                    "mcp_call",
                    "read_file",
                    "read_skill",
                    "run_command",
                    "search",
                    "web_fetch",
                    "web_search",
                    "write_file");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "read | list_directory read_file read_skill search",
                "fs_read | list_directory read_file read_skill search",
                "fsRead | list_directory read_file read_skill search",
                "write | apply_patch edit_file write_file",
                "shell | git run_command",
                "execute_bash | git run_command",
                "web | web_fetch web_search",
                "subagent | delegate",
                "grep | search",
                "grepSearch | search",
                "readFile | read_file",
                "run_command | run_command",
                "fs_* | apply_patch edit_file list_directory read_file read_skill search write_file",
                "@builtin | apply_patch delegate edit_file git list_directory read_file read_skill run_command search web_fetch"
                        + " web_search write_file",
                "@mcp | mcp__a__x mcp__git__status mcp_call",
                "@git | mcp__git__status mcp_call",
                "@git/status | mcp__git__status mcp_call",
                "@git/st* | mcp__git__status mcp_call",
                "@gi?/status | mcp__git__status mcp_call",
                "@git/stat | mcp_call",
                "knowledge | ''",
                "nonsense | ''",
                "*.* | ''",
            })
    @Tag("custom-agents#AC-5")
    void words_stand_for_tools(String pattern, String tools) {
        var patterns = new ToolPatterns(List.of(pattern));

        assertThat(TOOLS.stream().filter(patterns::include).toList())
                .isEqualTo(tools.isEmpty() ? List.of() : Arrays.asList(tools.split(" ")));
    }

    @Test
    @Tag("custom-agents#AC-5")
    void a_star_is_everything_and_nothing_is_nothing() {
        assertThat(TOOLS).allMatch(ToolPatterns.ALL::include);
        assertThat(TOOLS).noneMatch(new ToolPatterns(List.of())::include);
    }

    @ParameterizedTest
    @CsvSource({
        "@git, git, push, true",
        "@git/push, git, push, true",
        "@git/p*, git, push, true",
        "@git/pull, git, push, false",
        "@git, git__push, x, false",
        "@mcp, git, push, true",
        "*, git, push, true",
        "@builtin, git, push, false",
        "read, git, push, false",
        "@g*/status, git/x, status, true",
    })
    @Tag("custom-agents#AC-5")
    void tools_of_servers_are_told_by_the_servers_own_names(
            String pattern, String server, String tool, boolean isIncluded) {
        assertThat(new ToolPatterns(List.of(pattern)).include(server, tool)).isEqualTo(isIncluded);
    }

    @Test
    @Tag("custom-agents#AC-5")
    void names_with_marks_of_difference_are_recognised() {
        var patterns = new ToolPatterns(List.of("@my server/get.it"));

        assertThat(patterns.include("mcp__my_server__get_it_0a1b2c3d")).isTrue();
        assertThat(patterns.include("mcp__my_server__get_other_0a1b2c3d")).isFalse();
    }

    @Test
    @Tag("custom-agents#AC-5")
    void names_that_were_cut_are_recognised_by_their_beginning() {
        String cut = "mcp__server__" + "x".repeat(42) + "_0a1b2c3d";

        assertThat(cut).hasSize(64);
        assertThat(new ToolPatterns(List.of("@server/" + "x".repeat(60))).include(cut)).isTrue();
        assertThat(new ToolPatterns(List.of("@server/x*")).include(cut)).isTrue();
        assertThat(new ToolPatterns(List.of("@server/y*")).include(cut)).isFalse();
        assertThat(new ToolPatterns(List.of("@other")).include(cut)).isFalse();
    }
}
