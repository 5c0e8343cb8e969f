package kiro.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@Tag("frame#AC-8")
class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n ",
                "null",
                "true",
                "false",
                "\"text \\u00e9 \\ud83d\\ude00 \\\"\"",
                "0",
                "-7",
                "2147483648",
                "9223372036854775807",
                "9223372036854775808123456789",
                "1.5",
                "-0.0",
                "1e400",
                "3.141592653589793238462643383",
                "[]",
                "{}",
                "[1, [2, {\"a\": [3, null]}], \"x\"]",
                "{\"a\": {\"b\": [true, {\"c\": 1.25}]}, \"ä\": \"ö\"}",
                "{\"twice\": 1, \"twice\": 2}"
            })
    void what_is_read_is_what_the_mapper_reads(String text) {
        assertThat(Json.read(text)).isEqualTo(JsonMapper.shared().readTree(text));
        assertThat(Json.read(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(JsonMapper.shared().readTree(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{", "[1,", "{\"a\"", "{\"a\":", "{\"a\": }", "[1, ]", "{\"a\": 1,}", "nul", "01",
                "{} {}", "1 2", "[]]", "'a'", "\"a", "\"\\x\"", "// no", "NaN", "{a: 1}"
            })
    void what_the_mapper_refuses_is_refused(String text) {
        assertThatThrownBy(() -> JsonMapper.shared().readTree(text))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Json.readExact(text)).isInstanceOf(JacksonException.class);
    }

    @Test
    void what_is_nested_without_end_is_refused() {
        String deep = "[".repeat(100_000);

        assertThatThrownBy(() -> Json.read(deep)).isInstanceOf(JacksonException.class);
    }

    @Test
    void a_part_of_bytes_is_read_alone() {
        byte[] bytes = "xx{\"a\": 1}yy".getBytes(StandardCharsets.UTF_8);

        assertThat(Json.read(bytes, 2, bytes.length - 4).path("a").asInt()).isEqualTo(1);
    }

    @Test
    void exact_numbers_have_the_digits_that_they_are_written_with() {
        assertThat(Json.readExact("1.2300").decimalValue()).isEqualTo(new BigDecimal("1.2300"));
        assertThat(Json.readExact("0.1000000000000000055511151231257827").toString())
                .isEqualTo("0.1000000000000000055511151231257827");
    }

    @Test
    void what_is_written_is_what_trees_write_of_themselves() {
        var tree =
                JsonMapper.shared()
                        .readTree(
                                """
                                {"a": "q\\"\\u0001\\n\u00e4\ud83d\ude00/", "b": [1, -2147483649, 1.5, 123456789012345678901234567890], "c": {}, "d": [],
                                 "e": true, "f": null, "": "</script>"}
                                """);

        assertThat(Json.write(tree)).isEqualTo(tree.toString());
    }
}
