package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kiro.model.builtin.write.Change;
import kiro.model.builtin.write.Part;
import kiro.spec.CriterionId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TakenBackTest {
    private static final Change TESTS =
            new Change(
                    "src/test/java/a/SlotTest.java",
                    Optional.empty(),
                    """
                    package a;

                    class SlotTest {
                        @Test
                        @Tag("slots#AC-1")
                        void one() throws Exception {
                        }

                        @Test
                        @Tag("slots#AC-1")
                        void two() throws Exception {
                        }

                        @Test
                        @Tag("slots#AC-2")
                        void three() throws Exception {
                        }
                    }
                    """,
                    Part.TESTS,
                    List.of());

    @Test
    @Tag("builtin-engine#AC-17")
    void a_criterion_one_of_whose_tests_fails_loses_all_of_them() {
        TakenBack back =
                TakenBack.of(List.of(TESTS), "2 passed, 1 failed\nFAILED a.SlotTest.two: no\n")
                        .orElseThrow();

        assertThat(back.criteria()).containsExactly("AC-1");
        assertThat(back.kept()).containsExactly(new CriterionId("AC-2"));
    }

    @Test
    @Tag("builtin-engine#AC-17")
    void what_is_left_of_a_class_without_tests_says_so() {
        TakenBack back =
                TakenBack.of(
                                List.of(TESTS),
                                "FAILED a.SlotTest.one: no\nFAILED a.SlotTest.three: no\n")
                        .orElseThrow();

        assertThat(back.kept()).isEmpty();
        assertThat(back.empty())
                .isEqualTo(
                        """
                        package a;

                        /** The tests of AC-1, AC-2 failed and were taken back. */
                        class SlotTest {}
                        """);
    }

    @Test
    @Tag("builtin-engine#AC-17")
    void failures_of_other_tests_take_nothing_back() {
        assertThat(TakenBack.of(List.of(TESTS), "FAILED a.OtherTest.one: no\n")).isEmpty();
    }

    @Test
    @Tag("builtin-engine#AC-21")
    void a_test_that_does_not_compile_is_taken_back_with_its_criterion() {
        TakenBack back =
                TakenBack.of(
                                List.of(TESTS),
                                """
                                could not measure: the tests did not run
                                [ERROR] COMPILATION ERROR :
                                [ERROR] /home/a/src/test/java/a/SlotTest.java:[11,9] cannot find symbol
                                """)
                        .orElseThrow();

        assertThat(back.criteria()).containsExactly("AC-1");
        assertThat(back.kept()).containsExactly(new CriterionId("AC-2"));
    }

    @Test
    @Tag("builtin-engine#AC-21")
    void a_class_that_does_not_compile_outside_of_its_tests_loses_them_all() {
        TakenBack back =
                TakenBack.of(List.of(TESTS), "src/test/java/a/SlotTest.java:3: error: no symbol\n")
                        .orElseThrow();

        assertThat(back.kept()).isEmpty();
        assertThat(back.criteria()).containsExactly("AC-1", "AC-2");
    }

    @Test
    @Tag("builtin-engine#AC-21")
    void other_classes_that_do_not_compile_take_nothing_back() {
        assertThat(
                        TakenBack.of(
                                List.of(TESTS),
                                "/a/src/test/java/a/OtherTest.java:[3,1] no symbol"))
                .isEmpty();
    }
}
