package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextOfFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-z]{2}",
                "^[A-Z]{3}-\\d{4}$",
                "(?:GET|POST)/x+",
                "[a-z0-9-]{3,40}",
                "\\d{4}-(0[1-9]|1[0-2])",
                "[^@]+@[a-z]+\\.[a-z]{2,}",
                "(ab){2}c?",
                "\\p{Lu}\\p{L}*"
            })
    @Tag("builtin-engine#AC-62")
    void a_text_has_the_form(String expression) {
        assertThat(TextOfForm.of(expression).orElseThrow()).matches(expression);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=a)b", "(a)\\1", "[a-z", "a{1000}", "x{,3}", "*"})
    @Tag("builtin-engine#AC-62")
    void an_expression_that_says_more_gives_none(String expression) {
        assertThat(TextOfForm.of(expression)).isEmpty();
    }
}
