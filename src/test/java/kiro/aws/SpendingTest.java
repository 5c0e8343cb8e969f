package kiro.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    /// What cost so much on each of some days, counted back from today, both with them.
    private static Stream<Bill.Line> days(int from, int to, String amount, String tag) {
        return IntStream.rangeClosed(to, from)
                .mapToObj(back ->
                        new Bill.Line(
                                TODAY.minusDays(back),
                                "Amazon Bedrock",
                                Optional.of(tag).filter(value -> !value.isEmpty()),
                                new BigDecimal(amount),
                                false));
    }

    private static Stream<Bill.Line> none() {
        return Stream.empty();
    }

    private static Bill bill(Stream<Bill.Line> some, Stream<Bill.Line> more) {
        return bill(some, more, none());
    }

    private static Bill bill(
            Stream<Bill.Line> some, Stream<Bill.Line> more, Stream<Bill.Line> rest) {
        return new Bill(
                TODAY.minusDays(35),
                TODAY,
                "t",
                "USD",
                Stream.concat(some, Stream.concat(more, rest)).toList());
    }

    @ParameterizedTest
    @Tag("aws-bill#AC-6")
    @CsvSource({
        // spent a day, baseline of seven days, percent, whether it is too much
        "12.00, 70, 120, false",
        "12.01, 70, 120, true",
        "7.00, 70, 70, false",
        "7.01, 70, 70, true",
        "0.01, 0, 120, true",
        "0, 0, 120, false",
    })
    void seven_whole_days_are_held_against_a_baseline_that_is_set(
            String daily, String baseline, int percent, boolean isTooMuch) {
        Bill bill = bill(days(8, 8, "900", ""), days(7, 1, daily, ""), days(0, 0, "900", ""));

        Spending spending =
                Spending.of(bill, Optional.of(new BigDecimal(baseline)), percent).orElseThrow();

        assertThat(spending.spent())
                .isEqualByComparingTo(new BigDecimal(daily).multiply(BigDecimal.valueOf(7)));
        assertThat(spending.first()).isEqualTo("2026-02-22");
        assertThat(spending.last()).isEqualTo("2026-02-28");
        assertThat(spending.isTooMuch()).isEqualTo(isTooMuch);
    }

    @Test
    @Tag("aws-bill#AC-6")
    void a_baseline_is_made_of_the_28_days_before_or_of_as_many_as_there_are() {
        Bill four = bill(days(35, 8, "1", ""), days(7, 1, "2", ""));
        assertThat(Spending.of(four, Optional.empty(), 120).orElseThrow())
                .satisfies(each -> assertThat(each.baseline()).isEqualByComparingTo("7"))
                .satisfies(each -> assertThat(each.alertAt()).isEqualByComparingTo("8.4"))
                .satisfies(each -> assertThat(each.percentSpent()).contains(200))
                .matches(Spending::isTooMuch)
                .matches(each -> !each.isSet() && !each.isTagged());

        Bill two = bill(days(21, 8, "3", ""), days(7, 1, "3", ""));
        assertThat(Spending.of(two, Optional.empty(), 120).orElseThrow().baseline())
                .isEqualByComparingTo("21");
        // One day that cost, and thirteen that did not, are fourteen days.
        Bill rare = bill(days(21, 21, "28", ""), none());
        assertThat(Spending.of(rare, Optional.empty(), 120).orElseThrow().baseline())
                .isEqualByComparingTo("14");
    }

    @Test
    @Tag("aws-bill#AC-6")
    void too_few_days_make_no_baseline() {
        assertThat(Spending.of(bill(days(7, 1, "5", ""), none()), Optional.empty(), 120)).isEmpty();
        assertThat(Spending.of(bill(days(13, 1, "5", ""), none()), Optional.empty(), 120))
                .isEmpty();
        assertThat(Spending.of(bill(days(14, 1, "5", ""), none()), Optional.empty(), 120))
                .isPresent();
        assertThat(Spending.of(bill(none(), none()), Optional.empty(), 120)).isEmpty();
    }

    @Test
    @Tag("aws-bill#AC-2")
    void where_some_cost_bears_the_tag_only_that_counts() {
        Bill shared = bill(days(35, 1, "100", ""), days(35, 8, "1", "s1"), days(7, 1, "1", "s2"));

        Spending spending = Spending.of(shared, Optional.empty(), 120).orElseThrow();

        assertThat(spending.isTagged()).isTrue();
        assertThat(spending.spent()).isEqualByComparingTo("7");
        assertThat(spending.isTooMuch()).isFalse();
    }
}
