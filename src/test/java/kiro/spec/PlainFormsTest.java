package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is told faster where it is plain is told to be the same as where it is not.
class PlainFormsTest {
    private static final int ROUNDS = 20_000;

    private final Random random = new Random(11);

    @Test
    void a_heading_of_ascii_has_the_number_of_one_with_another_letter() {
        String[] parts = {
            "Requirement",
            "User story",
            "US",
            "DR",
            "R",
            " ",
            "  ",
            "-",
            "_",
            "#",
            ".",
            ":",
            ")",
            "1",
            "12",
            "1.2",
            "3.10.4",
            "12345",
            "Sign in",
            "x",
            "Derived Requirement",
            "\t"
        };
        for (int i = 0; i < ROUNDS; i++) {
            String heading = joined(parts);
            Optional<HeadingNumber> plain = HeadingNumber.of(heading + " z");
            Optional<HeadingNumber> other = HeadingNumber.of(heading + " \u00fc");

            assertThat(plain.map(PlainFormsTest::withoutLast))
                    .as(heading)
                    .isEqualTo(other.map(PlainFormsTest::withoutLast));
        }
    }

    @Test
    void a_line_of_ascii_cites_what_one_with_another_letter_cites() {
        String[] parts = {
            "Requirements",
            "requirement",
            "Validates",
            "reqs",
            "acceptance criteria",
            ":",
            ": ",
            "_",
            "*",
            "**",
            "- ",
            "1. ",
            " ",
            "1.1",
            "2",
            "R1.2",
            ", ",
            " and ",
            "1-3",
            "none",
            "all"
        };
        int cited = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String line = joined(parts);
            List<Citation> plain = CitationLine.of(line + "_", 7);

            assertThat(plain).as(line).isEqualTo(CitationLine.of(line + "_\u00fc", 7));
            cited += plain.isEmpty() ? 0 : 1;
        }
        assertThat(cited).isGreaterThan(100);
    }

    @Test
    void a_plain_citation_is_read_as_one_behind_which_stands_a_mark() {
        String[] parts = {"1", "12", "345", "6789", "10000", ".", "..", " ", "a", "-", "*"};
        for (int i = 0; i < ROUNDS; i++) {
            String list = joined(parts).stripTrailing();
            if (list.endsWith("*") || list.endsWith(".")) {
                continue;
            }
            assertThat(Citation.listed(list, 3, 5))
                    .as(list)
                    .isEqualTo(Citation.listed(list + "(", 3, 5));
        }
    }

    @Test
    void plain_words_are_what_any_words_are() {
        String[] parts = {"word", " ", "  ", "*", "_", "`", "\t", "\u00fc", "\u0301", "a", "7"};
        for (int i = 0; i < ROUNDS; i++) {
            String text = joined(parts);
            assertThat(criterion(text).words()).as(text).isEqualTo(criterion(text + "`").words());
        }
    }

    private static AcceptanceCriterion criterion(String text) {
        return new AcceptanceCriterion(
                CriterionId.parse("AC-1").orElseThrow(),
                text,
                kiro.text.SourceSpan.start(),
                false,
                true,
                true);
    }

    private static HeadingNumber withoutLast(HeadingNumber number) {
        String title = number.title();
        return new HeadingNumber(
                number.value(),
                title.substring(0, Math.max(0, title.length() - 1)),
                number.isRequirement());
    }

    private String joined(String[] parts) {
        var text = new StringBuilder();
        for (int i = random.nextInt(7); i >= 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }
}
