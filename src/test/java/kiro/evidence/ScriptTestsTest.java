package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTestsTest {
    @TempDir Path folder;

    @Test
    @Tag("evidence#AC-1")
    void titles_and_comments_and_tags_link_tests() {
        assertThat(
                        Shop.in(folder)
                                .with(
                                        "src/cart.test.tsx",
                                        """
                                        import { describe, it } from 'vitest';
                                        const pattern = /it\\('[cart#AC-1]', "/g, half = count / 2 / 3;
                                        const view = <p>Don't panic</p>;

                                        describe('cart', () => {
                                          it('[AC-2] refuses', async () => { expect(`${a ? `it(` : "}"}`).toBe(1); });
                                          it("starts empty (cart#AC-1)", () => {});
                                          // AC-10
                                          it.each([[1, 2], [3, 4]])('takes %i', (a, b) => {});
                                          test.only(`ships`, { tags: ['orders#ORD-7', 'slow'] }, () => {});
                                          describe('when full', () => {
                                            it('refuses', () => {
                                              // Feature: orders, Property 3
                                              // **Validates: Requirements 1.2, AC-1**
                                            });
                                          });
                                          it.each`
                                            a | b
                                            ${1} | ${2}
                                          `('adds $a', () => {});
                                        });
                                        describe("orders#ORD-7", () => { test('ships later', () => {}); });
                                        editor.it('cart#AC-1 is no test', () => {});
                                        it(title, () => { /* cart#AC-1 */ });
                                        """)
                                .told())
                .containsExactly(
                        "cart#AC-1 <- src/cart.test.tsx.cart > starts empty (cart#AC-1)",
                        "cart#AC-10 <- src/cart.test.tsx.cart > takes %i",
                        "cart#AC-2 <- src/cart.test.tsx.cart > [AC-2] refuses",
                        "orders#1.2 <- src/cart.test.tsx.cart > when full > refuses",
                        "orders#AC-1 <- src/cart.test.tsx.cart > when full > refuses",
                        "orders#ORD-7 <- src/cart.test.tsx.cart > ships",
                        "orders#ORD-7 <- src/cart.test.tsx.orders#ORD-7 > ships later");
    }

    @Test
    void the_digest_of_a_test_is_of_its_code_alone() {
        SourceTest plain = one("it('a', () => { expect(1).toBe(1); });");

        assertThat(one("// why\nit('a', () => {\n  expect(1).toBe(1); /* so */\n});").body())
                .isEqualTo(plain.body());
        assertThat(one("it('a', () => { expect(1).toBe(2); });").body()).isNotEqualTo(plain.body());
    }

    @Test
    void what_is_no_script_is_read_without_harm() {
        for (String text :
                List.of(
                        "",
                        "it(",
                        "it('",
                        "it('a'",
                        "describe('a', () => {",
                        "`${",
                        "`${`${`",
                        "/[",
                        "it.each([",
                        "}})",
                        "it.each`",
                        "`${".repeat(5_000),
                        "\"".repeat(100_001))) {
            assertThat(ScriptTests.scan(WorkspacePath.of("a.test.ts"), text)).isNotNull();
        }
    }

    private static SourceTest one(String text) {
        return ScriptTests.scan(WorkspacePath.of("a.test.ts"), text).tests().getFirst();
    }
}
