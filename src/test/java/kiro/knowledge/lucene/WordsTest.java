package kiro.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("knowledge#AC-5")
class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxOutputTokens | maxoutputtoken max output token",
                "max_output_tokens | max_output_token max output token",
                "HTTPServer | httpserver http server",
                "src/main/App.java | src main app.java app java",
                "the rolled-back releases | roll back releas",
                "AC-12 and utf8 | ac 12 utf8 utf 8",
                "Straße naïve 東京 | straße naïv 東 京",
                "what is the | ''",
            })
    void an_identifier_counts_whole_and_by_its_parts_and_a_word_by_its_stem(
            String text, String words) {
        assertThat(String.join(" ", new Words().of(text))).isEqualTo(words);
    }
}
