package kiro.spec.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberedWordsTest {
    @Test
    void what_was_worked_out_of_a_word_is_not_worked_out_again() {
        var worked = new ArrayList<String>();
        var keys =
                new RememberedWords<>(token -> {
                    worked.add(token.text());
                    return token.key();
                });

        assertThat(Tokens.of("WHEN a form is sent, when a form").stream().map(keys::of))
                .containsExactly("when", "a", "form", "is", "sent", ",", "when", "a", "form");
        assertThat(worked).containsExactly("WHEN", "a", "form", "is", "sent", ",", "when");
    }

    @Test
    void more_words_than_it_holds_are_told_apart() {
        var texts = new RememberedWords<>(Token::text);
        List<String> words = IntStream.range(0, 20_000).mapToObj(n -> "word" + n).toList();

        assertThat(
                        Tokens.of(words.stream().collect(Collectors.joining(" "))).stream()
                                .map(texts::of))
                .isEqualTo(words);
    }

    @Test
    void code_of_the_same_letters_is_no_such_word() {
        var kinds = new RememberedWords<>(Token::kind);

        assertThat(Tokens.of("form `form` form").stream().map(kinds::of))
                .containsExactly(Token.Kind.WORD, Token.Kind.CODE, Token.Kind.WORD);
    }
}
