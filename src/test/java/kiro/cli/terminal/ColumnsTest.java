package kiro.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    @ParameterizedTest
    @CsvSource({
        "plain, 5",
        "naïve, 5",
        "e\u0301, 1",
        "日本語, 6",
        "한글, 4",
        "Ａ, 2",
        "✅, 2",
        "❤️, 2",
        "👩‍👩‍👧, 2",
        "🇩🇪, 2",
        "👍🏽, 2",
        "▸✓·, 3",
    })
    @Tag("terminal#AC-6")
    void a_text_takes_the_columns_that_a_terminal_gives_it(String text, int columns) {
        assertThat(Columns.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "short, 10, short",
        "exactly10!, 10, exactly10!",
        "rather longer, 10, rather lo…",
        "日本語日本語, 7, 日本語…",
        "日本語日本語, 6, 日本…",
        "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧, 5, 👩‍👩‍👧👩‍👩‍👧…",
    })
    @Tag("terminal#AC-6")
    void what_does_not_fit_is_cut_between_characters(String text, int columns, String cut) {
        assertThat(Columns.cut(text, columns)).isEqualTo(cut);
        assertThat(Columns.of(cut)).isLessThanOrEqualTo(columns);
    }

    @Test
    void lines_break_at_spaces_and_words_that_are_too_long_within() {
        assertThat(Columns.wrap("one two three", 8)).containsExactly("one two", "three");
        assertThat(Columns.wrap("one two", 7)).containsExactly("one two");
        assertThat(Columns.wrap("abcdefghij k", 4)).containsExactly("abcd", "efgh", "ij k");
        assertThat(Columns.wrap("日本語 日本語", 6)).containsExactly("日本語", "日本語");
    }

    /// What one line is broken from may be all that a command has printed.
    @Test
    @Tag("terminal#AC-6")
    void a_line_of_a_megabyte_is_broken_in_no_time() {
        for (String word : List.of("abcdefghi ", "abcdefghij", "日本語 ", "日本語e\u0301")) {
            String text = word.repeat(1_000_000 / word.length());

            List<String> lines =
                    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Columns.wrap(text, 80));

            assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
            assertThat(lines).allMatch(line -> Columns.of(line) <= 80);
        }
    }

    @Test
    void a_line_narrower_than_one_character_still_gets_it() {
        assertThat(Columns.wrap("日本", 1)).containsExactly("日", "本");
    }
}
