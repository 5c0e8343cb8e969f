package kiro.model.builtin.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClientTalkTest {
    private final Imports imports = new Imports(new HashSet<>(), new HashSet<>());
    private final ClientTalk talk =
            new ClientTalk(
                    imports,
                    "org.springframework.test.web.servlet.client.RestTestClient",
                    "client");

    private String checked(Check check) {
        return String.join(
                        "\n", talk.checked(new Ask("list", List.of(), List.of()), List.of(check)))
                .replaceAll("\\s+", "");
    }

    /// `RestTestClient` knows no matchers, and turns what it compares with into a list of the same class.
    @Test
    @Tag("builtin-engine#AC-12")
    void lists_are_looked_at_in_the_way_that_both_clients_have() {
        assertThat(checked(new Check.Values("", "id", "all.subList(2, 4)")))
                .contains(
                        ".jsonPath(\"$[*].id\").value((List<Object>found)->assertThat(found).isEqualTo(all.subList(2,4)))");
        assertThat(checked(new Check.InOrder("items", "id", List.of("1", "2"))))
                .contains(
                        ".jsonPath(\"$.items[*].id\").value((List<Object>found)->assertThat(found).containsSubsequence(1,2))");
        assertThat(checked(new Check.Items("items", "id", List.of("1"))))
                .contains("(List<Object>found)->assertThat(found).contains(1)");
        assertThat(imports.types()).contains("java.util.List");
        assertThat(imports.statics()).contains("org.assertj.core.api.Assertions.assertThat");
    }
}
