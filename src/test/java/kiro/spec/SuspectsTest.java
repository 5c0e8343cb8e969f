package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import kiro.text.TextDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspectsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /ping returns TBD",
                "(TODO)",
                "TBC.",
                "FIXME later",
                "XXX",
                "???",
                "[NEEDS CLARIFICATION: who?]",
                "Lorem Ipsum",
                "name it {{name}}",
                "- [] none",
                "- [  ] two spaces",
                "1. [ x ] spaces about it",
                "- [x ] one space behind",
                "2. [ ] behind a number",
                "                    - [ ] deep",
                "```java",
                "  ~~~",
                "text <!-- and no end",
                "<!-- one --> <!-- two"
            })
    void what_a_rule_could_find_is_suspected(String line) {
        assertThat(Suspects.isAnyIn(TextDocument.of("# A\n\n" + line + "\n"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- [ ] AC-1: GET /ping returns 200",
                "- [x] AC-1: FIX THE TEXT? <!-- kiro:id AC-1 -->",
                "see [the list](list.md) and `code`",
                "{\"name\": 1}"
            })
    void plain_lines_are_passed_over(String line) {
        assertThat(Suspects.isAnyIn(TextDocument.of("# A\n\n" + line + "\n"))).isFalse();
    }
}
