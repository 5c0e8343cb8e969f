package kiro.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamMaskTest {
    private static final SecretMask MASK =
            SecretMask.of(Map.of("DEPLOY_TOKEN", "correct horse battery"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the token is correct horse battery, as said",
                "key ghp_0123456789abcdefghijABCDEFGHIJ012345 and more",
                "Authorization: Bearer abcdefgh12345678 and a body",
                "see postgres://app:hunter2@db.example.com/app please",
                "{\"password\": \"s3cretPassw0rd\", \"user\": \"app\"}",
                "a\n-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc\n-----END RSA PRIVATE KEY-----\nb",
                "a correct horse that is no secret, correct horse battery that is one",
                "AKIAIOSFODNN7EXAMPLE",
                "nothing of the kind"
            })
    @Tag("loop-hygiene#AC-12")
    void wherever_a_text_is_split_what_comes_out_is_what_the_whole_gives(String text) {
        String whole = MASK.mask(text);

        for (int first = 0; first <= text.length(); first++) {
            for (int second = first; second <= text.length(); second += 3) {
                StreamMask stream = MASK.stream();
                String out =
                        stream.next(text.substring(0, first))
                                + stream.next(text.substring(first, second))
                                + stream.next(text.substring(second))
                                + stream.rest();

                assertThat(out).isEqualTo(whole);
            }
        }
    }

    @Test
    @Tag("loop-hygiene#AC-12")
    void a_text_that_arrives_letter_by_letter_never_shows_a_part_of_a_secret() {
        String text =
                "first correct horse battery then ghp_0123456789abcdefghijABCDEFGHIJ012345 end";
        StreamMask stream = MASK.stream();
        var out = new StringBuilder();

        text.chars().forEach(letter -> out.append(stream.next(String.valueOf((char) letter))));
        out.append(stream.rest());

        assertThat(out).hasToString("first [secret] then [secret] end");
    }

    @Test
    void words_are_passed_on_as_soon_as_they_end() {
        StreamMask stream = MASK.stream();

        assertThat(List.of(stream.next("Look"), stream.next("ing at"), stream.next(" it\n")))
                .containsExactly("", "Looking ", "at it\n");
    }

    @Test
    void a_long_text_without_spaces_is_not_held_back_for_ever() {
        StreamMask stream = MASK.stream();
        String piece = "x".repeat(3000);

        assertThat(stream.next(piece) + stream.next(piece)).hasSizeGreaterThan(4000);
    }

    @Test
    @Tag("loop-hygiene#AC-12")
    void random_pieces_of_a_long_text_give_what_the_whole_gives() {
        var random = RandomGenerator.of("L64X128MixRandom");
        String text =
                "line with words\npassword=abc123def456ghi\nmore correct horse battery\n"
                        .repeat(60);
        StreamMask stream = MASK.stream();
        var out = new StringBuilder();

        for (int at = 0; at < text.length(); ) {
            int to = Math.min(text.length(), at + 1 + random.nextInt(17));
            out.append(stream.next(text.substring(at, to)));
            at = to;
        }

        assertThat(out + stream.rest()).isEqualTo(MASK.mask(text));
    }
}
