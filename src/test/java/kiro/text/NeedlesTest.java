package kiro.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedlesTest {
    @Test
    void each_word_that_stands_somewhere_has_its_bit() {
        Needles needles = Needles.of(List.of("card", "car", "mail", "需求", "e-"));

        assertThat(needles.in("a cardinal e-mail")).isEqualTo(0b10111);
        assertThat(needles.in("需求文档")).isEqualTo(0b01000);
        assertThat(needles.in("ca rd")).isZero();
        assertThat(needles.in("")).isZero();
        assertThat(needles.in("c")).isZero();
        assertThat(needles.bits(List.of("mail", "card"))).isEqualTo(0b00101);
    }

    @Test
    void it_finds_what_a_search_for_each_word_finds() {
        var random = new Random(3);
        for (int round = 0; round < 500; round++) {
            String letters = round % 2 == 0 ? "abc\u00e4\u0481\u8981" : "ab e-:";
            List<String> words =
                    random.ints(0, 60)
                            .limit(20)
                            .mapToObj(length -> text(random, letters, 2 + length % 4))
                            .distinct()
                            .toList();
            Needles needles = Needles.of(words);
            String text = text(random, letters, random.nextInt(200));
            long expected = 0;
            for (int i = 0; i < words.size(); i++) {
                expected |= text.contains(words.get(i)) ? 1L << i : 0;
            }
            assertThat(needles.in(text)).as("%s in %s", words, text).isEqualTo(expected);
            String shouted = text.toUpperCase(Locale.ROOT);
            long inSmall = needles.in(shouted.toLowerCase(Locale.ROOT));
            assertThat(needles.inAnyCase(shouted)).isEqualTo(inSmall);
            assertThat(needles.inAnyCase(TextDocument.of(shouted))).isEqualTo(inSmall);
        }
    }

    @Test
    void words_that_it_cannot_take_are_refused() {
        assertThatThrownBy(() -> Needles.of(List.of("ab", "c")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Needles.of(Collections.nCopies(65, "ab")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Needles.of(List.of("ab")).bits(List.of("cd")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Few letters, so that words overlap; some of them share a place in the table.
    private static String text(Random random, String letters, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
