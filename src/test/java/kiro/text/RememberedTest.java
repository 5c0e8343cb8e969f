package kiro.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberedTest {
    @Test
    void what_was_worked_out_of_a_text_is_not_worked_out_again() {
        var worked = new ArrayList<String>();
        var lengths =
                new Remembered<>(text -> {
                    worked.add(text);
                    return text.length();
                });

        assertThat(List.of(lengths.of("one"), lengths.of("three"), lengths.of("one")))
                .containsExactly(3, 5, 3);
        assertThat(worked).containsExactly("one", "three");
    }

    @Test
    void more_texts_than_it_holds_are_told_apart() {
        var same = new Remembered<>(text -> text);

        List<String> texts =
                IntStream.range(0, 9_000).mapToObj(n -> "heading " + n % 3_000).toList();

        assertThat(texts.stream().map(same::of)).isEqualTo(texts);
    }

    @Test
    void long_texts_are_worked_out_each_time() {
        var worked = new ArrayList<Integer>();
        var lengths = new Remembered<>(text -> worked.add(text.length()));

        lengths.of("x".repeat(10_000));
        lengths.of("x".repeat(10_000));

        assertThat(worked).containsExactly(10_000, 10_000);
    }
}
