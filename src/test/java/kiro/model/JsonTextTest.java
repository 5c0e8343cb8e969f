package kiro.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\n \"a\" : [ 1 , 2.50 , true , null ] ,\t\"b c\" : { \"d\" : \"e  f\" } }\r\n",
                "{\"a\": \"} { \\\" \\\\\", \"b\": \"\\\\\\\"\", \"\\u0041\": \"\\n\"}",
                "{\"text\": \"Grüße 😀\", \"half\": \"x\"}"
            })
    void an_object_without_needless_space_is_the_same_read_or_only_looked_at(String text) {
        assertThat(JsonText.compact(text).map(JsonTextTest::reread))
                .isPresent()
                .isEqualTo(JsonText.object(text));
        assertThat(JsonText.compact(text).orElseThrow().length())
                .isLessThanOrEqualTo(text.strip().length());
    }

    private static String reread(String text) {
        return JsonText.object(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "[]", "\"{}\"", "{", "}", "{}}", "{\"a\": \"}", "x{}", "{} x", "1"})
    void what_is_no_object_is_told_by_its_ends(String text) {
        assertThat(JsonText.compact(text)).isEmpty();
        assertThat(JsonText.object(text)).isEmpty();
    }

    @Test
    void half_a_character_is_marked() {
        assertThat(JsonText.compact("{\"a\":\"\uD83D\"}")).contains("{\"a\":\"\uFFFD\"}");
    }
}
