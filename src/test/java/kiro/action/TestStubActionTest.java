package kiro.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.hook.EventKind;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestStubActionTest {
    private static final String CART =
            """
            package shop;

            public class Cart {
                public int total() {
                    return 1;
                }

                int dropAll() {
                    return 0;
                }

                private void secret() {}
            }
            """;

    @TempDir private Path folder;
    private ActionWorkshop shop;

    @BeforeEach
    void open() {
        shop = new ActionWorkshop(folder);
    }

    @Test
    @Tag("hook-built-ins#AC-7")
    void a_java_test_is_named_and_placed_as_the_others_and_fails_where_none_is_passed_over()
            throws Exception {
        shop.with("src/main/java/shop/Cart.java", CART)
                .with(
                        "src/test/java/shop/TillTest.java",
                        """
                        package shop;

                        import static org.assertj.core.api.Assertions.assertThat;

                        import org.junit.jupiter.api.Test;

                        class TillTest {
                          @Test
                          void money_is_counted() {
                            assertThat(1).isEqualTo(1);
                          }
                        }
                        """)
                .committed("start");

        BuiltInOutcome outcome = made("src/main/java/shop/Cart.java");

        assertThat(outcome)
                .isEqualTo(
                        BuiltInOutcome.done(
                                "wrote src/test/java/shop/CartTest.java: 2 tests that fail until written",
                                List.of("src/test/java/shop/CartTest.java")));
        assertThat(shop.read("src/test/java/shop/CartTest.java"))
                .isEqualTo(
                        """
                        package shop;

                        import static org.assertj.core.api.Assertions.fail;

                        import org.junit.jupiter.api.Test;

                        class CartTest {
                          @Test
                          void total_is_not_tested_yet() {
                            fail("not written yet");
                          }

                          @Test
                          void drop_all_is_not_tested_yet() {
                            fail("not written yet");
                          }
                        }
                        """);
    }

    @Test
    @Tag("hook-built-ins#AC-7")
    void a_junit_4_test_is_passed_over_where_others_are() throws Exception {
        shop.with("src/main/java/shop/Cart.java", CART)
                .with(
                        "src/test/java/shop/TillTests.java",
                        """
                        package shop;

                        import org.junit.Ignore;
                        import org.junit.Test;

                        public class TillTests {
                            @Test
                            public void testMoney() {}

                            @Test
                            @Ignore("later")
                            public void testChange() {}
                        }
                        """)
                .committed("start");

        assertThat(made("src/main/java/shop/Cart.java").text())
                .isEqualTo(
                        "wrote src/test/java/shop/CartTests.java: 2 tests that are passed over until written");
        assertThat(shop.read("src/test/java/shop/CartTests.java"))
                .isEqualTo(
                        """
                        package shop;

                        import org.junit.Ignore;
                        import org.junit.Test;

                        public class CartTests {
                            @Test
                            @Ignore("not written yet")
                            public void testTotal() {}

                            @Test
                            @Ignore("not written yet")
                            public void testDropAll() {}
                        }
                        """);
    }

    @Test
    @Tag("hook-built-ins#AC-7")
    void a_script_test_imports_and_groups_as_the_others() throws Exception {
        shop.with("src/pay/till.ts", "export const pay = () => 1\n")
                .with(
                        "src/pay/__tests__/till.test.ts",
                        """
                        import { describe, expect, it } from "vitest"
                        import { pay } from "../till"

                        describe("till", () => {
                          it("pays", () => {
                            expect(pay()).toBe(1)
                          })
                          it.todo("gives change")
                        })
                        """)
                .with(
                        "src/cart/cart.ts",
                        "export function total(): number { return 1 }\nexport const drop = () => 0\nfunction secret() {}\n")
                .committed("start");

        made("src/cart/cart.ts");

        assertThat(shop.read("src/cart/__tests__/cart.test.ts"))
                .isEqualTo(
                        """
                        import { describe, it } from "vitest"
                        import { total, drop } from "../cart"

                        describe("cart", () => {
                          it.todo("total")
                          it.todo("drop")
                        })
                        """);
    }

    @Test
    @Tag("hook-built-ins#AC-7")
    void a_test_of_jest_fails_where_it_is_told_to() throws Exception {
        shop.with("lib/till.js", "exports.pay = () => 1;\n")
                .with(
                        "test/till.test.js",
                        """
                        const { pay } = require('../lib/till');

                        test('pays', () => {
                          expect(pay()).toBe(1);
                        });
                        """)
                .with(
                        "lib/cart.js",
                        "class Cart { total() { return 1; } }\nmodule.exports = { Cart };\n")
                .committed("start");

        shop.run("test-stub", Map.of("file", "lib/cart.js", "mark", "fail"));

        assertThat(shop.read("test/cart.test.js"))
                .isEqualTo(
                        """
                        const { Cart } = require('../lib/cart');

                        test('total', () => {
                          throw new Error('not written yet');
                        });
                        """);
    }

    @Test
    @Tag("hook-built-ins#AC-7")
    void a_python_test_stands_where_the_others_do() throws Exception {
        shop.with("src/shop/till.py", "def pay():\n    return 1\n")
                .with(
                        "tests/shop/test_till.py",
                        "from shop.till import pay\n\n\ndef test_pay():\n    assert pay() == 1\n")
                .with(
                        "src/shop/cart.py",
                        "def total():\n    return 1\n\n\ndef _secret():\n    return 0\n")
                .committed("start");

        made("src/shop/cart.py");

        assertThat(shop.read("tests/shop/test_cart.py"))
                .isEqualTo(
                        """
                        import pytest

                        from shop.cart import total


                        def test_total():
                            pytest.fail("not written yet")
                        """);
    }

    @Test
    @Tag("hook-built-ins#AC-7")
    void a_go_test_stands_beside_its_source() throws Exception {
        shop.with(
                        "shop/cart.go",
                        "package shop\n\nfunc Total() int { return 1 }\nfunc secret() {}\n")
                .with(
                        "shop/till_test.go",
                        "package shop_test\n\nimport \"testing\"\n\nfunc TestPay(t *testing.T) {}\n")
                .committed("start");

        made("shop/cart.go");

        assertThat(shop.read("shop/cart_test.go"))
                .isEqualTo(
                        "package shop_test\n\nimport \"testing\"\n\nfunc TestTotal(t *testing.T) {\n\tt.Fatal(\"not written yet\")\n}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "src/main/java/shop/Till.java | its tests are in src/test/java/shop/other/TillTest.java",
                "src/main/java/shop/Port.java | it has nothing public to test",
                "src/test/java/shop/other/TillTest.java | no source that tests are written for",
                "docs/guide.md | no source that tests are written for",
                "src/main.rs | tests of this language stand in the source itself",
                "../outside.java | there is no such file in the workspace",
                "src/gone.ts | there is no such file in the workspace",
                "src/cart.ts | the project has no test to take the style from, and its build names no framework that is known",
            })
    @Tag("hook-built-ins#AC-8")
    void nothing_is_written_where_nothing_is_to_be_tested_or_tests_are_there(
            String path, String reason) throws Exception {
        shop.with("src/main/java/shop/Till.java", "class Till { int pay() { return 1; } }\n")
                .with("src/test/java/shop/other/TillTest.java", "class TillTest {}\n")
                .with("src/main/java/shop/Port.java", "public interface Port { void open(); }\n")
                .with("docs/guide.md", "guide\n")
                .with("src/main.rs", "pub fn go() {}\n")
                .with("src/cart.ts", "export function total() {}\n")
                .committed("start");

        BuiltInOutcome outcome = made(path);

        assertThat(outcome).isEqualTo(BuiltInOutcome.done(path + ": " + reason, List.of()));
        assertThat(shop.git("status", "--porcelain")).isEmpty();
    }

    @Test
    @Tag("hook-built-ins#AC-8")
    void a_file_of_the_name_stays_as_it_is() throws Exception {
        shop.with("src/main/java/shop/Cart.java", CART)
                .with("src/test/java/shop/TillTest.java", "import org.junit.jupiter.api.Test;\n")
                .committed("start")
                .with(".gitignore", "CartTest.java\n")
                .with("src/test/java/shop/CartTest.java", "mine\n");

        BuiltInOutcome outcome = made("src/main/java/shop/Cart.java");

        assertThat(outcome.text()).isEqualTo("src/test/java/shop/CartTest.java is there already");
        assertThat(shop.read("src/test/java/shop/CartTest.java")).isEqualTo("mine\n");
        assertThat(Files.exists(shop.root().resolve("src/test/java/shop/CartTest.java"))).isTrue();
    }

    private BuiltInOutcome made(String path) throws InterruptedException {
        return shop.on(
                "test-stub", EventKind.FILE_CREATED, new Subject.Files(List.of(path)), Map.of());
    }
}
