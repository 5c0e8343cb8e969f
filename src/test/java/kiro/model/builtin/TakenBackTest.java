package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

    private static Optional<TakenBack> of(String report) {
        return of(TESTS.after(), report);
    }

    /// @param text the class as it is now
    private static Optional<TakenBack> of(String text, String report) {
        return TakenBack.of(List.of(TESTS), Map.of(TESTS.path(), text), report);
    }

    @Test
    @Tag("builtin-engine#AC-17")
    void a_criterion_one_of_whose_tests_fails_loses_all_of_them() {
        TakenBack back = of("2 passed, 1 failed\nFAILED a.SlotTest.two: no\n").orElseThrow();

        assertThat(back.criteria()).containsExactly("AC-1");
        assertThat(back.kept()).containsExactly(new CriterionId("AC-2"));
    }

    @Test
    @Tag("builtin-engine#AC-17")
    void what_is_left_of_a_class_without_tests_says_so() {
        TakenBack back =
                of("FAILED a.SlotTest.one: no\nFAILED a.SlotTest.three: no\n").orElseThrow();

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
        assertThat(of("FAILED a.OtherTest.one: no\n")).isEmpty();
    }

    @Test
    @Tag("builtin-engine#AC-21")
    void a_test_that_does_not_compile_is_taken_back_with_its_criterion() {
        TakenBack back =
                of("""
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
        TakenBack back = of("src/test/java/a/SlotTest.java:3: error: no symbol\n").orElseThrow();

        assertThat(back.kept()).isEmpty();
        assertThat(back.criteria()).containsExactly("AC-1", "AC-2");
    }

    @Test
    @Tag("builtin-engine#AC-21")
    void other_classes_that_do_not_compile_take_nothing_back() {
        assertThat(of("/a/src/test/java/a/OtherTest.java:[3,1] no symbol")).isEmpty();
    }

    @Test
    @Tag("builtin-engine#AC-17")
    void what_was_taken_back_does_not_come_again() {
        TakenBack first = of("FAILED a.SlotTest.two: no\n").orElseThrow();

        TakenBack second = of(first.cut(), "FAILED a.SlotTest.three: no\n").orElseThrow();

        assertThat(first.cut())
                .isEqualTo(
                        """
                        package a;

                        class SlotTest {

                            @Test
                            @Tag("slots#AC-2")
                            void three() throws Exception {
                            }
                        }
                        """);
        assertThat(second.criteria()).containsExactly("AC-2");
        assertThat(second.kept()).isEmpty();
        assertThat(TakenBack.gone(List.of(TESTS), Map.of(TESTS.path(), first.cut())))
                .containsExactly("AC-1");
    }

    @Test
    @Tag("builtin-engine#AC-21")
    void a_class_that_still_does_not_compile_goes_as_a_whole() {
        TakenBack first = of("FAILED a.SlotTest.three: no\n").orElseThrow();

        TakenBack second =
                of(first.cut(), "[ERROR] /a/src/test/java/a/SlotTest.java:[7,1] no symbol")
                        .orElseThrow();

        assertThat(second.kept()).isEmpty();
        assertThat(second.reasons())
                .containsExactly("src/test/java/a/SlotTest.java:[7,1] no symbol");
    }

    @Test
    @Tag("builtin-engine#AC-21")
    void a_class_that_was_deleted_has_no_tests_to_take_back() {
        assertThat(TakenBack.of(List.of(TESTS), Map.of(), "FAILED a.SlotTest.two: no\n")).isEmpty();
    }

    private static final Change WITH_HELPERS =
            new Change(
                    "src/test/java/a/SlotTest.java",
                    Optional.empty(),
                    """
                    package a;

                    class SlotTest {
                        @BeforeEach
                        void open() {
                            slots.clear();
                        }

                        @Test
                        @Tag("slots#AC-1")
                        void one() throws Exception {
                            keptSlot();
                        }

                        @Test
                        @Tag("slots#AC-2")
                        void two() throws Exception {
                            storedSlot();
                        }

                        @Test
                        @Tag("slots#AC-3")
                        void three() throws Exception {
                            store("storedSlots");
                        }

                        private Slot keptSlot() {
                            return storedSlot();
                        }

                        // what a test stores
                        private Slot storedSlot() {
                            return new Slot(1);
                        }

                        private static void store(String name) {
                            System.out.println(name);
                        }
                    }
                    """,
                    Part.TESTS,
                    List.of());

    /// Where a line of the class does not compile.
    private static TakenBack broken(String line) {
        String text = WITH_HELPERS.after();
        long at = 1 + text.substring(0, text.indexOf(line)).lines().count();
        String report =
                "[ERROR] /home/a/src/test/java/a/SlotTest.java:[%d,9] no symbol".formatted(at);
        return TakenBack.of(List.of(WITH_HELPERS), Map.of(WITH_HELPERS.path(), text), report)
                .orElseThrow();
    }

    @Test
    @Tag("builtin-engine#AC-190")
    void a_method_that_does_not_compile_goes_with_the_tests_that_need_it() {
        TakenBack back = broken("return new Slot(1)");

        assertThat(back.criteria()).containsExactly("AC-1", "AC-2");
        assertThat(back.kept()).containsExactly(new CriterionId("AC-3"));
        assertThat(back.cut())
                .contains("void open()", "void three()", "private static void store(")
                .doesNotContain("keptSlot", "storedSlot()", "what a test stores");
    }

    @Test
    @Tag("builtin-engine#AC-190")
    void a_method_that_calls_another_one_does_not_take_that_with_it() {
        TakenBack back = broken("return storedSlot()");

        assertThat(back.criteria()).containsExactly("AC-1");
        assertThat(back.cut())
                .contains("void two()", "private Slot storedSlot() {")
                .doesNotContain("keptSlot", "void one()");
    }

    @Test
    @Tag("builtin-engine#AC-190")
    void what_runs_before_all_tests_takes_them_all() {
        TakenBack back = broken("slots.clear()");

        assertThat(back.criteria()).containsExactly("AC-1", "AC-2", "AC-3");
        assertThat(back.kept()).isEmpty();
    }
}
