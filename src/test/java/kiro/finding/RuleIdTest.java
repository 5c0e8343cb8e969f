package kiro.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"spec/duplicate-id", "a/1", "security/injection/sql", "x9-/-y", "a-b/c"})
    void parts_of_small_letters_digits_and_hyphens_are_a_rule_id(String value) {
        assertThat(new RuleId(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "spec",
                "/a",
                "spec/",
                "spec//a",
                "1a/b",
                "-a/b",
                "Spec/a",
                "spec/A",
                "spec/a b",
                "spec/\u00e4"
            })
    void anything_else_is_none(String value) {
        assertThatThrownBy(() -> new RuleId(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
