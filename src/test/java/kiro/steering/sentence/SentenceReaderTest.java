package kiro.steering.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kiro.steering.sentence.Sentence.Place;
import kiro.steering.sentence.Sentence.Surroundings;
import kiro.steering.sentence.Sentence.Title;
import kiro.text.SourceSpan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceReaderTest {
    @Test
    @Tag("steering-sentences#AC-1")
    void sentences_are_those_of_paragraphs_items_and_rows_with_their_places() {
        String text =
                """
                # Style

                Be **kind**. See `a.b`
                and [c](d.md).

                > Quoted.

                ```java
                code();
                ```

                ## Names

                - [ ] Use `x`.
                - Services:
                  - must be small

                | What | How |
                |---|---|
                | classes | `A \\| b` |
                """;
        List<Title> style = List.of(new Title(1, "Style"));
        List<Title> names = List.of(new Title(1, "Style"), new Title(2, "Names"));

        assertThat(SentenceReader.read(text, 4).sentences())
                .containsExactly(
                        new Sentence(
                                Place.PROSE,
                                new SourceSpan(7, 1, 7, 13),
                                "Be kind.",
                                new Surroundings(style, List.of(), List.of("See `a.b` and c."))),
                        new Sentence(
                                Place.PROSE,
                                new SourceSpan(7, 14, 8, 15),
                                "See `a.b` and c.",
                                new Surroundings(style, List.of(), List.of())),
                        new Sentence(
                                Place.ITEM,
                                new SourceSpan(18, 7, 18, 15),
                                "Use `x`.",
                                new Surroundings(names, List.of(), List.of())),
                        new Sentence(
                                Place.ITEM,
                                new SourceSpan(20, 5, 20, 18),
                                "must be small",
                                new Surroundings(names, List.of("Services:"), List.of())),
                        new Sentence(
                                Place.ROW,
                                new SourceSpan(24, 1, 24, 23),
                                "classes | `A \\| b`",
                                new Surroundings(names, List.of("What | How"), List.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            textBlock =
                    """
                    Use `a. B`. Then stop.                         ~ Use `a. B`. / Then stop.
                    Use lists, e.g. List.of. Not arrays.           ~ Use lists, e.g. List.of. / Not arrays.
                    Java 25.0.1 is used. Edit src/A.java. Done!    ~ Java 25.0.1 is used. / Edit src/A.java. / Done!
                    Call it (as said. Really) once. Never twice.   ~ Call it (as said. Really) once. / Never twice.
                    No. 5 is alive. OK?                            ~ No. 5 is alive. / OK?
                    1. First of all                                ~ First of all
                    Use x etc. And y.                              ~ Use x etc. / And y.
                    Wait... Then go.                               ~ Wait... / Then go.
                    """)
    @Tag("steering-sentences#AC-1")
    void a_sentence_ends_at_its_mark_and_nowhere_else(String text, String sentences) {
        assertThat(SentenceReader.read(text, 0).sentences().stream().map(Sentence::text).toList())
                .isEqualTo(List.of(sentences.split(" / ")));
    }
}
