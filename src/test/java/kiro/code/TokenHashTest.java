package kiro.code;

import static org.assertj.core.api.Assertions.assertThat;

import kiro.testing.Trees;
import kiro.text.Hash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenHashTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JAVA       | class A { int f() { return 1; } } | class A { /* x */\\n int f()\\n { return 1; // y\\n } }
                    TYPESCRIPT | f("a b", `c ${d}`)                | f("a b",  `c ${d}`) // x
                    PYTHON     | x = 'a b'                         | x='a b'   # x
                    GO         | package a                         | // x\\npackage a
                    RUST       | fn a() { b!("c d"); }             | /// x\\nfn a() { b!("c d"); }
                    """)
    @Tag("source-trees#AC-8")
    void comments_and_white_space_between_tokens_do_not_count(
            Grammar grammar, String one, String other) {
        assertThat(hash(grammar, one)).isEqualTo(hash(grammar, other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JAVA       | int a = 1; | int a = 2;
                    TYPESCRIPT | f("a b")   | f("a  b")
                    TYPESCRIPT | f(`a b`)   | f(`ab`)
                    PYTHON     | x = 'a b'  | x = 'ab'
                    GO         | var a = b  | var a = c
                    RUST       | fn ab() {} | fn a() {}
                    JAVA       | a b;       | ab;
                    """)
    @Tag("source-trees#AC-8")
    void everything_else_counts(Grammar grammar, String one, String other) {
        assertThat(hash(grammar, one)).isNotEqualTo(hash(grammar, other));
    }

    private static Hash hash(Grammar grammar, String source) {
        return TokenHash.of(Trees.tree(grammar, source.replace("\\n", "\n")).root());
    }
}
