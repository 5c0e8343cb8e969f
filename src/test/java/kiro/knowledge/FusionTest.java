package kiro.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("knowledge#AC-6")
class FusionTest {
    @Test
    void what_stands_far_up_in_both_lists_comes_first() {
        List<Fusion.Ranked<String>> fused =
                Fusion.of(List.of(List.of("a", "b", "c"), List.of("c", "b", "d")), 3);

        assertThat(fused)
                .containsExactly(
                        new Fusion.Ranked<>("c", 1.0 / 63 + 1.0 / 61),
                        new Fusion.Ranked<>("b", 1.0 / 62 + 1.0 / 62),
                        new Fusion.Ranked<>("a", 1.0 / 61));
    }

    @Test
    void of_equals_the_list_that_is_named_first_counts() {
        assertThat(Fusion.of(List.of(List.of("a", "b"), List.of("x", "y")), 4))
                .extracting(Fusion.Ranked::value)
                .containsExactly("a", "x", "b", "y");
    }
}
