package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StateGuardsTest {
    @Test
    void a_letter_is_doubled_where_english_doubles_it() {
        assertThat(
                        List.of(
                                        "publish", "release", "cancel", "ship", "open", "submit",
                                        "book", "finish", "plan", "pay")
                                .stream()
                                .map(StateGuards::done))
                .containsExactly(
                        "published",
                        "released",
                        "cancelled",
                        "shipped",
                        "opened",
                        "submitted",
                        "booked",
                        "finished",
                        "planned",
                        "paid");
    }
}
