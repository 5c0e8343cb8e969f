package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoTestsTest {
    @TempDir Path folder;

    @Test
    @Tag("evidence#AC-1")
    void attributes_titles_names_and_comments_link_tests() {
        assertThat(
                        Shop.in(folder)
                                .with("go.mod", "module example.com/shop // ours\n\ngo 1.25\n")
                                .with("tools/go.mod", "module example.com/tools\n")
                                .with(
                                        "tools/lint_test.go",
                                        "package tools\n// cart#AC-1\nfunc TestLint(t *testing.T) {}\n")
                                .with(
                                        "cart/cart_test.go",
                                        """
                                        package cart

                                        // cart#AC-1: an empty cart
                                        func TestEmpty(t *testing.T) {
                                            text := `
                                        // cart#AC-10
                                        func TestInAString(t *testing.T) {}
                                        ` + "// cart#AC-10" + string('"')
                                        }

                                        func TestAttr(t *testing.T) {
                                            t.Attr("criterion", "cart#AC-2")
                                        }

                                        func TestRuns(t *testing.T) {
                                            t.Run("refuses [AC-10]", func(t *testing.T) { t.Fatal() })
                                        }

                                        func (s *Suite) TestOfSuite() { /* cart#AC-1 */ }

                                        func helper(t *testing.T) { /* cart#AC-1 */ }

                                        func Testing(t *testing.T) { /* cart#AC-1 */ }

                                        func Test_AC_2_again(t *testing.T) {}
                                        """)
                                .with(
                                        "cart/cart.go",
                                        "package cart\n// cart#AC-1\nfunc TestNone() {}\n")
                                .told())
                .containsExactly(
                        "cart#AC-1 <- example.com/shop/cart.TestEmpty",
                        "cart#AC-1 <- example.com/shop/cart.TestOfSuite",
                        "cart#AC-1 <- example.com/tools.TestLint",
                        "cart#AC-10 <- example.com/shop/cart.TestRuns",
                        "cart#AC-2 <- example.com/shop/cart.TestAttr",
                        "cart#AC-2 <- example.com/shop/cart.Test_AC_2_again");
    }
}
