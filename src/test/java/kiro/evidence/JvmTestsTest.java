package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmTestsTest {
    private static final String CART_TEST = "src/test/java/shop/CartTest.java";

    @TempDir Path folder;

    private List<String> links(String java) {
        return Shop.in(folder).with(CART_TEST, java).told();
    }

    @Test
    @Tag("evidence#AC-1")
    void a_tag_on_a_method_or_its_classes_links_the_tests_below() {
        assertThat(
                        links(
                                """
                                package shop;

                                import org.junit.jupiter.api.*;

                                @Tag("cart#AC-10")
                                class CartTest {
                                    private final Runnable field = () -> { @Deprecated int x = 1; };
                                    static { System.out.println("}"); }

                                    @Test @Tag("cart#AC-1") void starts_empty() { }

                                    @Tags({@Tag("slow"), @Tag("orders#ORD-7")})
                                    @ParameterizedTest(name = "{0} items")
                                    @ValueSource(ints = {1, 2})
                                    <T extends Comparable<T>> void takes(Map<String, List<T>> items) throws Exception, Error {
                                        new Object() { @Override public String toString() { return "{"; } };
                                    }

                                    @Test void untagged() { assert '}' != '{'; }

                                    @Nested
                                    class WhenFull {
                                        @Test @Tag("cart" + "#AC-2") void refuses() { }
                                        @Nested class Deeper { @RepeatedTest(3) void too() { } }
                                    }

                                    void helper() { }
                                }
                                """))
                .containsExactly(
                        "cart#AC-1 <- shop.CartTest.starts_empty",
                        "cart#AC-10 <- shop.CartTest$WhenFull$Deeper.too",
                        "cart#AC-10 <- shop.CartTest$WhenFull.refuses",
                        "cart#AC-10 <- shop.CartTest.starts_empty",
                        "cart#AC-10 <- shop.CartTest.takes",
                        "cart#AC-10 <- shop.CartTest.untagged",
                        "cart#AC-2 <- shop.CartTest$WhenFull.refuses",
                        "orders#ORD-7 <- shop.CartTest.takes");
    }

    @Test
    @Tag("evidence#AC-1")
    void a_name_with_the_id_links_its_test() {
        assertThat(
                        links(
                                """
                                package shop;
                                class CartTest {
                                    @Test void ac_2_refuses_the_eleventh() { }
                                    @Test void refuses_ac_10() { }
                                    @Test void ORD_7_ships() { }
                                    @Test void orders_ac_1_is_paid() { }
                                    @Test void mac_2_is_a_computer() { }
                                    @Test void ac_22_is_no_criterion() { }
                                    @Test @DisplayName("[ORD-7] ships") void ships() { }
                                    @Test @DisplayName("cart#AC-1: starts empty") void starts() { }
                                    @Test @DisplayName("answers 1.2 times") void answers() { }
                                }
                                """))
                .containsExactly(
                        "cart#AC-1 <- shop.CartTest.starts",
                        "cart#AC-10 <- shop.CartTest.refuses_ac_10",
                        "cart#AC-2 <- shop.CartTest.ac_2_refuses_the_eleventh",
                        "orders#AC-1 <- shop.CartTest.orders_ac_1_is_paid",
                        "orders#ORD-7 <- shop.CartTest.ORD_7_ships",
                        "orders#ORD-7 <- shop.CartTest.ships");
    }

    @Test
    @Tag("evidence#AC-1")
    void a_comment_links_the_test_below_or_around_it() {
        assertThat(
                        links(
                                """
                                package shop;
                                class CartTest {
                                    private int count; // cart#AC-2

                                    // cart#AC-1
                                    @Test void one() { }

                                    /// Criterion: AC-10
                                    @Test
                                    void two() { }

                                    /**
                                     * Starts empty.
                                     *
                                     * Validates: Requirements 1.1, 1.2
                                     */
                                    @Test void three() { } // cart#AC-1

                                    @Test void four() {
                                        // criterion: cart#AC-2, orders#ORD-7
                                        assertThat("// cart#AC-10").isNotEmpty();
                                    }

                                    // This is unlike cart#AC-1, and covers 10 cases, AC-2 among them.
                                    @Test void prose() { }

                                    // AC-10: the tenth
                                    @Test void five() { }

                                    // @Tag("cart#AC-1")
                                    @Test void commented_out() { }
                                }
                                """))
                .containsExactly(
                        "cart#AC-1 <- shop.CartTest.one",
                        "cart#AC-1 <- shop.CartTest.three",
                        "cart#AC-10 <- shop.CartTest.five",
                        "cart#AC-10 <- shop.CartTest.two",
                        "cart#AC-2 <- shop.CartTest.four",
                        "orders#1.1 <- shop.CartTest.three",
                        "orders#1.2 <- shop.CartTest.three",
                        "orders#ORD-7 <- shop.CartTest.four");
    }

    @Test
    @Tag("evidence#AC-1")
    void strings_and_what_is_no_test_name_nothing() {
        assertThat(
                        Shop.in(folder)
                                .with(
                                        "src/main/java/shop/Cart.java",
                                        """
                                        package shop;
                                        class Cart { @Test @Tag("cart#AC-1") void inMainCode() { } }
                                        """)
                                .with(
                                        "src/test/resources/shop/ExampleTest.java",
                                        """
                                        class ExampleTest { @Test @Tag("cart#AC-1") void inResources() { } }
                                        """)
                                .with(
                                        "examples/other/.kiro/specs/cart.md",
                                        Shop.spec("Cart", "AC-1"))
                                .with(
                                        "examples/other/src/test/java/CartTest.java",
                                        """
                                        class CartTest { @Test @Tag("cart#AC-1") void ofAnotherProject() { } }
                                        """)
                                .with(
                                        CART_TEST,
                                        """
                                        package shop;
                                        class CartTest {
                                            String code = "@Test @Tag(\\"cart#AC-1\\") void in_a_string() { }";
                                            String block = \"""
                                                // cart#AC-1
                                                @Test @Tag("cart#AC-2") void in_a_block() { } \\\""" }
                                                \""";
                                            @BeforeEach @Tag("cart#AC-1") void setUp() { }
                                            @AfterTest @Tag("cart#AC-1") void tearDown() { }
                                            // cart#AC-1
                                            void helper() { }
                                        }
                                        """)
                                .told())
                .isEmpty();
    }

    @Test
    @Tag("evidence#AC-1")
    void tests_of_kotlin_are_found() {
        assertThat(
                        Shop.in(folder)
                                .with(
                                        "src/test/kotlin/shop/CartTest.kt",
                                        """
                                        package shop

                                        data class Item(val name: String)
                                        class Empty

                                        fun helper() = Item("}")

                                        @Tag("cart#AC-10")
                                        class CartTest : Base<Item>(), Other {
                                            private val price by lazy { "${helper().name} {" }

                                            @Test
                                            fun `cart#AC-1 starts empty (really)`() { }

                                            @Test
                                            fun ac_2_refuses() = runTest {
                                                val text = \"""raw "quoted" \\ ${ helper() }\"""
                                            }

                                            // orders#ORD-7
                                            @Test fun ships(): Unit = check("a" == "a")

                                            companion object {
                                                const val MOST = 10
                                                @JvmStatic fun cases() = listOf(1, 2)
                                            }

                                            @Nested
                                            inner class WhenFull {
                                                @Test fun refuses() { /* nested /* comment } */ */ }
                                            }
                                        }
                                        """)
                                .told())
                .containsExactly(
                        "cart#AC-1 <- shop.CartTest.cart#AC-1 starts empty (really)",
                        "cart#AC-10 <- shop.CartTest$WhenFull.refuses",
                        "cart#AC-10 <- shop.CartTest.ac_2_refuses",
                        "cart#AC-10 <- shop.CartTest.cart#AC-1 starts empty (really)",
                        "cart#AC-10 <- shop.CartTest.ships",
                        "cart#AC-2 <- shop.CartTest.ac_2_refuses",
                        "orders#ORD-7 <- shop.CartTest.ships");
    }

    @Test
    void a_link_knows_the_place_of_the_name() {
        Shop shop =
                Shop.in(folder)
                        .with(
                                CART_TEST,
                                """
                                package shop;
                                class CartTest {
                                    // criterion: cart#AC-2
                                    @Test @Tag("cart#AC-1") void one() { }
                                }
                                """);

        assertThat(shop.links().known().values())
                .flatMap(links -> links)
                .map(linked ->
                        linked.link().criterion()
                                + " "
                                + linked.link().file()
                                + ":"
                                + linked.link().span())
                .containsExactlyInAnyOrder(
                        "cart#AC-2 " + CART_TEST + ":3:19", "cart#AC-1 " + CART_TEST + ":4:16");
    }

    @Test
    void tests_of_an_abstract_class_run_in_the_classes_below_it() {
        var tests =
                Shop.in(folder)
                        .with(
                                CART_TEST,
                                """
                                package shop;
                                abstract class CartTest implements Checks { @Test void ac_2() { } }
                                class SmallCartTest extends CartTest { }
                                """)
                        .with(
                                "src/test/java/shop/big/BigTest.java",
                                """
                                package shop.big;
                                class BigTest extends shop.SmallCartTest { }
                                """)
                        .tests();

        assertThat(tests)
                .singleElement()
                .satisfies(test ->
                        assertThat(test.suites())
                                .containsExactlyInAnyOrder(
                                        "shop.CartTest", "shop.SmallCartTest", "shop.big.BigTest"));
    }

    @Test
    @Tag("evidence#AC-8")
    void the_digest_of_a_test_is_of_its_code_alone() {
        SourceTest plain = one("@Test void a1() { assert x == 1; }");

        assertThat(
                        one("// why\n    @Test\n    void a1()\n    {\n        assert  x==1; // because\n    }")
                                .body())
                .isEqualTo(plain.body());
        assertThat(one("@Test void a1() { assert x == 2; }").body()).isNotEqualTo(plain.body());
        assertThat(one("@Test void a1() { assert x == 1; } void b() { }").body())
                .isEqualTo(plain.body());
        assertThat(one("@Test void a1() { print(\"a b\"); }").body())
                .isNotEqualTo(one("@Test void a1() { print(\"ab\"); }").body());
    }

    @Test
    void what_is_no_java_is_read_without_harm() {
        for (String text :
                List.of(
                        "",
                        "{",
                        "}",
                        "class",
                        "class A {",
                        "@Test void a1() {",
                        "class A { @Test void a( }",
                        "\"",
                        "/*",
                        "class A { @Test void a1() { } } }",
                        "@",
                        "class A { @Tag( }",
                        "class A { void ( { ) } }",
                        "\u0000")) {
            assertThat(JvmTests.scan(WorkspacePath.of("ATest.java"), text, Dialect.JAVA))
                    .isNotNull();
            assertThat(JvmTests.scan(WorkspacePath.of("ATest.kt"), text, Dialect.KOTLIN))
                    .isNotNull();
        }
    }

    private static SourceTest one(String member) {
        return JvmTests.scan(
                        WorkspacePath.of(CART_TEST),
                        "class CartTest { " + member + " }",
                        Dialect.JAVA)
                .tests()
                .getFirst();
    }

    @Test
    void spans_count_from_one() {
        assertThat(one("@Test void a1() { }").span()).isEqualTo(new SourceSpan(1, 29, 1, 31));
    }
}
