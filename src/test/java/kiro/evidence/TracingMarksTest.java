package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracingMarksTest {
    @TempDir Path folder;

    @ParameterizedTest
    @Tag("evidence#AC-12")
    @ValueSource(
            strings = {
                "// [verify AC-10]",
                "// see r[verify cart#AC-10] in the notes",
                "// r[verify AC-10+2]",
                "// [utest->req~AC-10~1]",
                "// [itest~adding~2 -> dsn~cart.AC-10~3]",
                "/* @relation(AC-10, scope=function) */",
                "/** @criterion AC-10 */",
                "// @criterion(\"AC-10\")",
                "// @SVCs(\"AC-10\")",
                "// Validates: Requirements AC-10",
                "// **Validates: Requirements AC-10**",
                "//= .kiro/specs/cart.md#AC-10",
                "//= specs/cart/requirements.md#AC-10"
            })
    void a_mark_of_every_dialect_links_a_test(String comment) {
        assertThat(told(comment)).containsExactly("cart#AC-10 <- CartTest.adds");
    }

    @ParameterizedTest
    @Tag("evidence#AC-12")
    @ValueSource(
            strings = {
                "// [impl AC-10]",
                "// r[impl cart#AC-10]",
                "// [impl->req~AC-10~1]",
                "// [related AC-10]",
                "// @Requirements(\"AC-10\")",
                "// a list [AC-10] in prose",
                "// the relation(AC-10) of old",
                "// [verify AC-99]"
            })
    void what_is_no_mark_of_a_test_links_none(String comment) {
        assertThat(told(comment)).isEmpty();
    }

    private java.util.List<String> told(String comment) {
        return Shop.in(folder)
                .with(
                        "src/test/java/CartTest.java",
                        "class CartTest {\n    %s\n    @Test void adds() { }\n}\n"
                                .formatted(comment))
                .told();
    }
}
