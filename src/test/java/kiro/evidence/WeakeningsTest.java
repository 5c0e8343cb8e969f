package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.evidence.Weakening.Kind;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeakeningsTest {
    private static final String JAVA =
            """
            package demo;

            class DemoTest {
                @Test
                void should_greet() throws Exception {
                    assertEquals("hello Ada", demo.greet("Ada"));
                    assertThat(demo.names()).hasSize(3).contains("Ada");
                }

                @Test
                void refuses_an_empty_name() {
                    assertThrows(IllegalArgumentException.class, () -> demo.greet(""));
                }
            }
            """;

    private static List<Weakening> of(String file, String before, String after) {
        return Weakenings.of(
                List.of(
                        new TestFileChange(
                                WorkspacePath.of(file),
                                Optional.of(before),
                                Optional.of(after).filter(text -> !text.isEmpty()))));
    }

    private static List<String> lines(String file, String before, String after) {
        return of(file, before, after).stream()
                .map(each -> each.kind() + " " + each.test() + ": " + each.detail())
                .toList();
    }

    static Stream<Arguments> weaker() {
        return Stream.of(
                Arguments.of(
                        "an assertion less",
                        JAVA.replace(
                                "        assertEquals(\"hello Ada\", demo.greet(\"Ada\"));\n", ""),
                        "FEWER_ASSERTIONS should_greet: 4 assertions, now 3"),
                Arguments.of(
                        "a link of an assertion less",
                        JAVA.replace(".hasSize(3)", ""),
                        "FEWER_ASSERTIONS should_greet: 4 assertions, now 3"),
                Arguments.of(
                        "an assertion in a comment",
                        JAVA.replace("    assertEquals", "    // assertEquals"),
                        "FEWER_ASSERTIONS should_greet: 4 assertions, now 3"),
                Arguments.of(
                        "an assertion about nothing",
                        JAVA.replace(
                                "assertEquals(\"hello Ada\", demo.greet(\"Ada\"))",
                                "assertTrue(true)"),
                        "FEWER_ASSERTIONS should_greet: 4 assertions, now 3"),
                Arguments.of(
                        "a disabled test",
                        JAVA.replaceFirst("@Test", "@Disabled(\"flaky\")\n    @Test"),
                        "DISABLED should_greet: a mark keeps it from being run"),
                Arguments.of(
                        "a disabled class",
                        JAVA.replace("class DemoTest", "@Disabled\nclass DemoTest"),
                        "DISABLED (several): 0 marks that skip tests, now 1"),
                Arguments.of(
                        "an assumption that never holds",
                        JAVA.replace(
                                "    assertThrows", "    assumeTrue(false);\n        assertThrows"),
                        "DISABLED refuses_an_empty_name: a mark keeps it from being run"),
                Arguments.of(
                        "a method that is no test any more",
                        JAVA.replaceFirst("@Test\n    ", ""),
                        "DELETED should_greet: it had 4 assertions"),
                Arguments.of(
                        "another expectation",
                        JAVA.replace("\"hello Ada\"", "\"Hello, Ada!\""),
                        "OTHER_EXPECTATION should_greet: \"hello Ada\", now \"Hello, Ada!\""),
                Arguments.of(
                        "another number",
                        JAVA.replace("(3)", "(2)"),
                        "OTHER_EXPECTATION should_greet: 3, now 2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("weaker")
    @Tag("loop-hygiene#AC-14")
    void a_test_that_demands_less_is_found(String what, String after, String line) {
        assertThat(lines("src/test/java/demo/DemoTest.java", JAVA, after)).containsExactly(line);
    }

    static Stream<Arguments> asStrong() {
        return Stream.of(
                Arguments.of("the same", JAVA),
                Arguments.of("other white space", JAVA.replace("    ", "  ")),
                Arguments.of(
                        "one more assertion",
                        JAVA.replace(
                                "    assertThrows",
                                "    assertNotNull(demo);\n        assertThrows")),
                Arguments.of("another name", JAVA.replace("should_greet", "greets_by_name")),
                Arguments.of(
                        "one more test",
                        JAVA.replaceFirst(
                                "@Test", "@Test\n    void more() { check(demo); }\n\n    @Test")),
                Arguments.of(
                        "another way to look",
                        JAVA.replace("demo.greet(\"Ada\")", "demo.greetFirst(\"Ada\")")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asStrong")
    @Tag("loop-hygiene#AC-15")
    void a_test_that_demands_as_much_is_not(String what, String after) {
        assertThat(lines("src/test/java/demo/DemoTest.java", JAVA, after)).isEmpty();
    }

    @Test
    @Tag("loop-hygiene#AC-14")
    void a_file_that_is_gone_takes_its_tests_with_it() {
        assertThat(of("src/test/java/demo/DemoTest.java", JAVA, ""))
                .extracting(Weakening::kind)
                .containsExactly(Kind.DELETED, Kind.DELETED);
    }

    @Test
    @Tag("loop-hygiene#AC-15")
    void a_test_that_has_moved_is_not_gone() {
        var old = WorkspacePath.of("src/test/java/demo/DemoTest.java");
        var other = WorkspacePath.of("src/test/java/demo/GreetingTest.java");
        String moved = JAVA.replace("DemoTest", "GreetingTest");

        assertThat(
                        Weakenings.of(
                                List.of(
                                        new TestFileChange(
                                                old, Optional.of(JAVA), Optional.empty()),
                                        new TestFileChange(
                                                other, Optional.empty(), Optional.of(moved)))))
                .isEmpty();
    }

    private static final String TYPESCRIPT =
            """
            describe('cart', () => {
              it('adds', async () => {
                expect(cart.total()).toBe(12)
                expect(cart.items).toHaveLength(2)
              })
            })
            """;
    private static final String PYTHON =
            """
            def test_should_add():
                assert cart.total() == 12
                assert len(cart.items) == 2, "two items"


            def test_other():
                assert cart
            """;
    private static final String GO =
            """
            package cart

            func TestAdds(t *testing.T) {
            	if got := Total(); got != 12 {
            		t.Errorf("got %d", got)
            	}
            }
            """;
    private static final String RUST =
            """
            #[cfg(test)]
            mod tests {
                #[test]
                fn adds() {
                    assert_eq!(total(), 12);
                    assert!(items().len() > 1);
                }
            }
            """;
    private static final String KOTLIN =
            """
            class CartTest {
                @Test
                fun `should add`() {
                    cart.total() shouldBe 12
                    assertEquals(2, cart.items.size)
                }
            }
            """;

    static Stream<Arguments> languages() {
        return Stream.of(
                Arguments.of("web/cart.test.ts", TYPESCRIPT, "it('", "it.skip('", Kind.DISABLED),
                Arguments.of(
                        "web/cart.test.ts",
                        TYPESCRIPT,
                        "expect(cart.items).toHaveLength(2)",
                        "",
                        Kind.FEWER_ASSERTIONS),
                Arguments.of("web/cart.test.ts", TYPESCRIPT, "12", "13", Kind.OTHER_EXPECTATION),
                Arguments.of(
                        "tests/test_cart.py",
                        PYTHON,
                        "    assert len(cart.items) == 2, \"two items\"\n",
                        "",
                        Kind.FEWER_ASSERTIONS),
                Arguments.of(
                        "tests/test_cart.py",
                        PYTHON,
                        "def test_other",
                        "@pytest.mark.skip(reason=\"later\")\ndef test_other",
                        Kind.DISABLED),
                Arguments.of(
                        "tests/test_cart.py", PYTHON, "== 12", "== 13", Kind.OTHER_EXPECTATION),
                Arguments.of(
                        "tests/test_cart.py",
                        PYTHON,
                        "assert cart.total() == 12",
                        "assert True",
                        Kind.FEWER_ASSERTIONS),
                Arguments.of(
                        "cart_test.go",
                        GO,
                        "\tif got",
                        "\tt.Skip(\"later\")\n\tif got",
                        Kind.DISABLED),
                Arguments.of("src/cart.rs", RUST, "#[test]", "#[test]\n#[ignore]", Kind.DISABLED),
                Arguments.of(
                        "src/cart.rs",
                        RUST,
                        "        assert!(items().len() > 1);\n",
                        "",
                        Kind.FEWER_ASSERTIONS),
                Arguments.of(
                        "src/test/kotlin/CartTest.kt",
                        KOTLIN,
                        "        assertEquals(2, cart.items.size)\n",
                        "",
                        Kind.FEWER_ASSERTIONS));
    }

    @ParameterizedTest(name = "{0} {4}")
    @MethodSource("languages")
    @Tag("loop-hygiene#AC-14")
    void every_language_whose_tests_are_read_is_watched(
            String file, String before, String from, String to, Kind kind) {
        String after =
                before.replaceFirst(
                        Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));

        assertThat(after).isNotEqualTo(before);
        assertThat(of(file, before, before)).isEmpty();
        assertThat(of(file, before, after)).extracting(Weakening::kind).containsExactly(kind);
    }
}
