package kiro.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderTest {
    private record Word(String text, int rank) {}

    @Test
    void equals_by_the_first_are_told_apart_by_the_next() {
        Order<Word> order = Order.<Word, Integer>by(Word::rank).then(Word::text);

        assertThat(
                        Stream.of(
                                        new Word("b", 1),
                                        new Word("z", 0),
                                        new Word("a", 1),
                                        new Word("y", 0))
                                .sorted(order)
                                .map(Word::text))
                .containsExactly("y", "z", "a", "b");
    }

    @Test
    void it_can_be_turned_round() {
        Order<Word> order = Order.<Word, Integer>by(word -> -word.rank()).then(Word::text);

        assertThat(Stream.of(new Word("b", 1), new Word("a", 2), new Word("c", 1)).sorted(order))
                .extracting(Word::text)
                .containsExactly("a", "b", "c");
    }
}
