package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonTestsTest {
    @TempDir Path folder;

    @Test
    @Tag("evidence#AC-1")
    void marks_names_comments_and_docstrings_link_tests() {
        assertThat(
                        Shop.in(folder)
                                .with(
                                        "tests/test_cart.py",
                                        """
                                        import pytest

                                        @pytest.mark.criterion("cart#AC-1")
                                        @pytest.mark.parametrize("n", [
                                            1,
                                        2])
                                        def test_empty(n):
                                            text = f"{n!r} {'def test_x():'} {{"
                                            assert '''
                                        def test_in_a_string():
                                            # cart#AC-10
                                        '''

                                        def test_ac_2_refuses(): assert 1

                                        def helper():
                                            # cart#AC-1
                                            def test_inner(): pass

                                        # criterion: orders#ORD-7
                                        async def test_ships():
                                            pass

                                        def test_documented():
                                            \"""Ships.

                                            Validates: Requirements 1.2
                                            \"""

                                        @pytest.mark.criterion("cart#AC-10")
                                        class TestFull:
                                            # the next line is no mention of cart#AC-1
                                            def test_refuses(self):
                                                assert True

                                            class TestDeeper:
                                                def test_too(self): pass

                                        if True:
                                            def test_conditional():
                                                pass  # cart#AC-2
                                        """)
                                .told())
                .containsExactly(
                        "cart#AC-1 <- tests.test_cart.test_empty",
                        "cart#AC-10 <- tests.test_cart.TestFull.TestDeeper.test_too",
                        "cart#AC-10 <- tests.test_cart.TestFull.test_refuses",
                        "cart#AC-2 <- tests.test_cart.test_ac_2_refuses",
                        "cart#AC-2 <- tests.test_cart.test_conditional",
                        "orders#1.2 <- tests.test_cart.test_documented",
                        "orders#ORD-7 <- tests.test_cart.test_ships");
    }

    @Test
    void a_mark_of_the_module_links_all_its_tests() {
        assertThat(
                        Shop.in(folder)
                                .with(
                                        "tests/test_cart.py",
                                        """
                                        pytestmark = [pytest.mark.slow, pytest.mark.criterion("cart#AC-1", "cart#AC-2")]
                                        def test_a(): pass
                                        """)
                                .told())
                .containsExactly(
                        "cart#AC-1 <- tests.test_cart.test_a",
                        "cart#AC-2 <- tests.test_cart.test_a");
    }

    @Test
    void indentation_counts_in_the_digest_by_its_depth() {
        SourceTest plain = one("def test_a():\n    if x:\n        y()\n    z()\n");

        assertThat(one("# why\ndef test_a():\n  if x:\n    y()  # so\n\n  z()\n").body())
                .isEqualTo(plain.body());
        assertThat(one("def test_a():\n    if x:\n        y()\n        z()\n").body())
                .isNotEqualTo(plain.body());
    }

    @Test
    void what_is_no_python_is_read_without_harm() {
        for (String text :
                List.of(
                        "",
                        "def",
                        "def test_a",
                        "@",
                        "  def test_a(:\n(",
                        "class",
                        "'''",
                        "f'{",
                        "\\",
                        "f'{f\"{")) {
            assertThat(PythonTests.scan(WorkspacePath.of("test_a.py"), text)).isNotNull();
        }
    }

    private static SourceTest one(String text) {
        return PythonTests.scan(WorkspacePath.of("test_a.py"), text).tests().getFirst();
    }
}
