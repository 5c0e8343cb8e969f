package kiro.steering.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Code as people and agents write it, over five languages.
class SnippetsTest {
    @Test
    @Tag("steering-checks#AC-1")
    void what_a_rule_forbids_is_found_however_code_comes_to_it() throws IOException {
        List<Snippets.Snippet> bad =
                Snippets.in("snippets").stream().filter(Snippets.Snippet::isBad).toList();

        assertThat(bad.stream().filter(each -> each.violations().isEmpty()))
                .as("not found")
                .isEmpty();
    }

    @Test
    @Tag("steering-checks#AC-2")
    void what_only_looks_like_it_is_left_alone() throws IOException {
        List<Snippets.Snippet> good =
                Snippets.in("snippets").stream().filter(each -> !each.isBad()).toList();

        assertThat(good.stream().filter(each -> !each.violations().isEmpty()))
                .as("false alarms")
                .isEmpty();
    }

    @Test
    @Tag("steering-checks#AC-1")
    void most_of_what_was_written_when_the_engine_was_done_is_found() throws IOException {
        List<Snippets.Snippet> bad =
                Snippets.in("held").stream().filter(Snippets.Snippet::isBad).toList();

        List<Snippets.Snippet> missed =
                bad.stream().filter(each -> each.violations().isEmpty()).toList();

        assertThat(missed).as("not found of " + bad.size()).hasSizeLessThan(bad.size() / 20 + 1);
    }

    @Test
    @Tag("steering-checks#AC-2")
    void nothing_good_that_was_written_when_the_engine_was_done_raises_an_alarm()
            throws IOException {
        List<Snippets.Snippet> good =
                Snippets.in("held").stream().filter(each -> !each.isBad()).toList();

        assertThat(good.stream().filter(each -> !each.violations().isEmpty()))
                .as("false alarms of " + good.size())
                .isEmpty();
    }
}
