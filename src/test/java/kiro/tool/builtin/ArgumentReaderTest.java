package kiro.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentReaderTest {
    private final ArgumentReader reader =
            new ArgumentReader(
                    "do_it",
                    List.of(
                            new Parameter("path", Parameter.Type.TEXT, true, 0, 0),
                            new Parameter("limit", Parameter.Type.NUMBER, false, 1, 1800),
                            new Parameter("words", Parameter.Type.TEXTS, false, 0, 0)));

    @Test
    void arguments_are_read_by_their_types() {
        assertThat(
                        reader.read(
                                "{\"limit\": 5, \"path\": \"a\\n\\u00e9\", \"words\": [\"x\", \"\"]}"))
                .isEqualTo(
                        new ArgumentReading.Read(
                                new Arguments(
                                        Map.of("path", "a\né"),
                                        Map.of("limit", 5),
                                        Map.of("words", List.of("x", "")))));
    }

    @Test
    void what_the_parser_has_bounds_for_is_refused() {
        String digits = "1".repeat(5_000);
        String longName = "n".repeat(100_000);

        assertThat(reader.read("{\"path\": \"a\", \"limit\": " + digits + "}"))
                .isInstanceOf(ArgumentReading.Wrong.class);
        assertThat(reader.read("{\"" + longName + "\": 1}"))
                .isInstanceOf(ArgumentReading.Wrong.class);
    }

    @Test
    void null_stands_for_an_optional_argument_that_is_not_given() {
        assertThat(reader.read("{\"path\": \"a\", \"limit\": null}"))
                .isEqualTo(
                        new ArgumentReading.Read(
                                new Arguments(Map.of("path", "a"), Map.of(), Map.of())));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            textBlock =
                    """
                    {"path": "a", "pat": "b"}      | do_it: there is no argument `pat`, did you mean `path`? do_it takes path, limit (optional), words (optional)
                    {"path": "a", "zzzzzz": "b"}   | do_it: there is no argument `zzzzzz`: do_it takes path, limit (optional), words (optional)
                    {"limit": 3}                   | do_it: the argument `path` is missing: do_it takes path, limit (optional), words (optional)
                    ''                             | do_it: the argument `path` is missing: do_it takes path, limit (optional), words (optional)
                    {"path": null}                 | do_it: `path` must be a text, not null
                    {"path": 1}                    | do_it: `path` must be a text, not a number
                    {"path": {}}                   | do_it: `path` must be a text, not an object
                    {"path": "a", "limit": "5"}    | do_it: `limit` must be a whole number, not a text
                    {"path": "a", "limit": 1.5}    | do_it: `limit` must be a whole number, not a number
                    {"path": "a", "limit": 0}      | do_it: `limit` must be between 1 and 1800, not 0
                    {"path": "a", "limit": 99999999999999999999} | do_it: `limit` must be between 1 and 1800, not 99999999999999999999
                    {"path": "a", "words": "x"}    | do_it: `words` must be a list of texts, not a text
                    {"path": "a", "words": ["x", 2]} | do_it: element 2 of `words` must be a text, not a number
                    {"path": "a", "path": "b"}     | do_it: `path` is given twice
                    [1]                            | do_it: the arguments must be a JSON object, do_it takes path, limit (optional), words (optional)
                    {"path": "a"} {}               | do_it: something stands after the arguments object: send one object
                    {"path": "\\ud800"}            | do_it: `path` has half of a character (a lone surrogate)
                    """)
    @Tag("tools#AC-1")
    void what_the_tool_does_not_take_is_refused_with_what_it_takes(String json, String refusal) {
        assertThat(reader.read(json)).isEqualTo(new ArgumentReading.Wrong(refusal));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    {"path": "a            | line 1, column
                    {"path": "a", }        | line 1, column
                    {"path" "a"}           | line 1, column
                    {path: "a"}            | line 1, column
                    {"path": "a"           | line 1, column
                    path                   | line 1, column
                    {"path": "a"} x        | line 1, column
                    """)
    @Tag("tools#AC-1")
    void broken_json_is_refused_with_its_place(String json, String place) {
        assertThat(reader.read(json))
                .isInstanceOfSatisfying(
                        ArgumentReading.Wrong.class,
                        wrong ->
                                assertThat(wrong.text())
                                        .startsWith(
                                                "do_it: the arguments are not valid JSON at "
                                                        + place)
                                        .endsWith("send the whole object again; nothing was done"));
    }
}
