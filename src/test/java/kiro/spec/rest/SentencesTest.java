package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    private static List<String> of(String text) {
        return Sentences.of(SourcedText.of(text, 1, 1)).stream().map(SourcedText::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    R1: A key is needed.                      | A key is needed.
                    REQ-12. A key is needed.                  | A key is needed.
                    **FR-1.2:** A key is needed.              | A key is needed.
                    **Request.** A JSON object.               | A JSON object.
                    **The response.** 201 and the hive.       | 201 and the hive.
                    **Only keepers.** A key is needed.        | **Only keepers.
                    **Rate limit:** 10 requests a minute.     | **Rate limit:** 10 requests a minute.
                    A1 hives are large.                       | A1 hives are large.
                    404: not found.                           | 404: not found.
                    """)
    @Tag("endpoint-reading#AC-70")
    void what_only_numbers_or_names_a_paragraph_is_not_part_of_its_sentences(
            String text, String first) {
        assertThat(of(text).getFirst()).isEqualTo(first);
    }

    @Test
    @Tag("endpoint-reading#AC-70")
    void the_place_is_that_of_the_sentence() {
        SourcedText found = Sentences.of(SourcedText.of("R1: A key is needed.", 7, 3)).getFirst();

        assertThat(found.span().line()).isEqualTo(7);
        assertThat(found.span().column()).isEqualTo(7);
    }
}
