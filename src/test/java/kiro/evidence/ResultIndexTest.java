package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultIndexTest {
    private static final List<SourceTest> TESTS = tests();

    private static List<SourceTest> tests() {
        var tests = new ArrayList<SourceTest>();
        tests.addAll(
                JvmTests.scan(
                                WorkspacePath.of("CartTest.java"),
                                """
                                package shop;
                                @Tag("cart#AC-1") class CartTest {
                                    @Test void adds() { }
                                    @ParameterizedTest void takes(int n) { }
                                    @Test @DisplayName("a title in words (really)") void titled() { }
                                    @Nested class WhenFull { @Test void refuses() { } }
                                }
                                """,
                                Dialect.JAVA)
                        .tests());
        tests.addAll(
                JvmTests.scan(
                                WorkspacePath.of("ItemTest.kt"),
                                """
                                package shop
                                @Tag("cart#AC-1") class ItemTest {
                                    @Test fun `costs (a lot)`() { }
                                    @Test fun `costs`() { }
                                }
                                """,
                                Dialect.KOTLIN)
                        .tests());
        tests.addAll(
                PythonTests.scan(
                                WorkspacePath.of("py/tests/test_cart.py"),
                                "def test_adds(n): pass\nclass TestFull:\n    def test_refuses(self): pass\n")
                        .tests());
        tests.addAll(
                ScriptTests.scan(
                                WorkspacePath.of("web/cart.test.ts"),
                                """
                                describe('cart', () => {
                                  it('starts', () => {});
                                  it('adds', () => {});
                                  it('adds(1)', () => {});
                                  it.each([1])('takes %i of $name', () => {});
                                });
                                """)
                        .tests());
        tests.addAll(
                GoTests.scan(
                                WorkspacePath.of("cart/cart_test.go"),
                                "func TestAdds(t *T) {}\nfunc (s *Suite) TestTakes() {}\n",
                                "example.com/shop/cart")
                        .tests());
        tests.addAll(
                RustTests.scan(
                                WorkspacePath.of("crates/my-cart/src/lib.rs"),
                                "mod tests { #[test] fn adds() {} #[rstest] fn takes() {} }")
                        .tests());
        tests.addAll(
                RustTests.scan(
                                WorkspacePath.of("crates/item/src/lib.rs"),
                                "mod tests { #[test] fn adds() {} }")
                        .tests());
        tests.addAll(
                RustTests.scan(
                                WorkspacePath.of("crates/item/tests/cart.rs"),
                                "#[test] fn begins() {}")
                        .tests());
        tests.addAll(
                ScriptTests.scan(WorkspacePath.of("web/item.test.ts"), "it('adds', () => {});")
                        .tests());
        return tests;
    }

    @ParameterizedTest
    @Tag("evidence#AC-2")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "shop.CartTest | adds | shop.CartTest.adds",
                "shop.CartTest | adds() | shop.CartTest.adds",
                "shop.CartTest | adds[0] | shop.CartTest.adds",
                "shop.CartTest | adds{int}[1] | shop.CartTest.adds",
                "shop.CartTest | takes(int)[2] | shop.CartTest.takes",
                "shop.CartTest | takes[2: a (b) [c]] | shop.CartTest.takes",
                "shop.CartTest | takes(Map<String, int[]>)[1] | shop.CartTest.takes",
                "shop.CartTest | a title in words (really) | shop.CartTest.titled",
                "shop.CartTest | titled | shop.CartTest.titled",
                "shop.CartTest$WhenFull | refuses | shop.CartTest$WhenFull.refuses",
                "shop.CartTest | refuses | none",
                "shop.OtherTest | adds | none",
                "shop.ItemTest | costs (a lot) | shop.ItemTest.costs (a lot)",
                "shop.ItemTest | costs (a lot)() | shop.ItemTest.costs (a lot)",
                "shop.ItemTest | costs() | shop.ItemTest.costs",
                "py.tests.test_cart | test_adds[1-2] | py.tests.test_cart.test_adds",
                "tests.test_cart | test_adds | py.tests.test_cart.test_adds",
                "test_cart.TestFull | test_refuses | py.tests.test_cart.TestFull.test_refuses",
                "other_test_cart | test_adds | none",
                "web/cart.test.ts | cart > adds | web/cart.test.ts.cart > adds",
                "cart.test.ts | cart > adds | web/cart.test.ts.cart > adds",
                "web/item.test.ts | adds | web/item.test.ts.adds",
                "web/cart.test.ts | adds | web/cart.test.ts.cart > adds",
                "cart adds | cart adds | web/cart.test.ts.cart > adds",
                "cart adds(1) | cart adds(1) | web/cart.test.ts.cart > adds(1)",
                "test | starts | web/cart.test.ts.cart > starts",
                "test | adds | none",
                "example.com/shop/cart | TestAdds | example.com/shop/cart.TestAdds",
                "example.com/shop/cart | TestAdds/one_item#01 | example.com/shop/cart.TestAdds",
                "example.com/shop/cart | TestSuite/TestTakes | example.com/shop/cart.TestTakes",
                "example.com/shop/cart | TestSuite/TestTakes/deeper | example.com/shop/cart.TestTakes",
                "example.com/shop/other | TestAdds | none",
                "my_cart | tests::adds | crates/my-cart/src/lib.rs.tests::adds",
                "item | tests::adds | crates/item/src/lib.rs.tests::adds",
                "~~ | tests::adds | none",
                "my-cart | tests::takes::case_2_long | crates/my-cart/src/lib.rs.tests::takes",
                "cart | begins | crates/item/tests/cart.rs.begins",
                "item::cart | begins | crates/item/tests/cart.rs.begins",
                "other | begins | none",
                "cart | cart takes 3 of pears | web/cart.test.ts.cart > takes %i of $name",
            })
    void a_result_belongs_to_the_test_that_its_report_means(
            String suite, String name, String test) {
        var result = new TestResult(new TestId(suite, name), TestOutcome.PASSED, Duration.ZERO, "");
        var index = new ResultIndex(List.of(result), TESTS);

        assertThat(TESTS.stream().filter(each -> !index.of(each).results().isEmpty()))
                .extracting(each -> each.id().toString())
                .isEqualTo(test.equals("none") ? List.of() : List.of(test));
    }

    @Test
    void a_title_that_two_tests_have_is_ambiguous() {
        var result =
                new TestResult(new TestId("test", "adds"), TestOutcome.PASSED, Duration.ZERO, "");
        var index = new ResultIndex(List.of(result), TESTS);

        assertThat(TESTS.stream().filter(each -> index.of(each).isAmbiguous()))
                .extracting(each -> each.id().suite())
                .containsExactly("web/cart.test.ts", "web/item.test.ts");
    }
}
