package kiro.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("mcp#AC-11")
class ToolNamesTest {
    @Test
    void a_plain_name_is_the_servers_and_the_tools() {
        assertThat(new ToolNames().name("s3", "list-buckets")).isEqualTo("mcp__s3__list-buckets");
    }

    @Test
    void every_name_is_one_that_all_models_take_and_no_two_are_the_same() {
        var names = new ToolNames();
        Set<String> seen = new HashSet<>();
        for (String tool :
                List.of("get.user", "get user", "get_user", "é", "é", "x".repeat(200), "")) {
            for (String server : List.of("a b", "a.b", "a_b")) {
                String name = names.name(server, tool);
                assertThat(name).matches("[A-Za-z0-9_-]{1,64}");
                assertThat(seen.add(name)).as(name).isTrue();
            }
        }
    }

    @Test
    void a_name_does_not_depend_on_what_other_tools_there_are() {
        var names = new ToolNames();
        names.name("other", "tool");
        assertThat(names.name("a b", "get.user"))
                .isEqualTo(new ToolNames().name("a b", "get.user"));
    }
}
