package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MutationsTest {

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments(
                        Dialect.JAVA,
                        "int f(int a) {\nif (a >= 3) {\nreturn 1;\n}\n}\n",
                        List.of("if (!(a >= 3)) {", "if (a > 3) {", "if (a >= 4) {", "return 2;")),
                arguments(
                        Dialect.JAVA,
                        "Answer f() {\nreturn status(HttpStatus.NOT_FOUND);\n}\n",
                        List.of("return status(HttpStatus.I_AM_A_TEAPOT);", "return null;")),
                arguments(
                        Dialect.JAVA,
                        "A f(long id) {\nreturn store.find(id)\n.orElseThrow(() -> new B(id));\n}\n",
                        List.of("return null;")),
                arguments(Dialect.PYTHON, "def f(a):\n  return find(a)\n", List.of("return None")),
                arguments(
                        Dialect.JAVA,
                        "List<String> f(List<A> a) {\nreturn new ArrayList<B>(a);\n}\n",
                        List.of()),
                arguments(
                        Dialect.JAVA,
                        "void f() {\nstore.save(x);\nthrow new X();\n}\n",
                        List.of("", "")),
                arguments(
                        Dialect.JAVA,
                        "boolean f() {\nreturn a == b && c < d;\n}\n",
                        List.of(
                                "return a != b && c < d;",
                                "return a == b || c < d;",
                                "return a == b && c <= d;")),
                arguments(Dialect.JAVA, "int f() {\nreturn a - b;\n}\n", List.of("return a + b;")),
                arguments(
                        Dialect.JAVA,
                        "String f() {\nreturn \"x\" + b;\n}\n",
                        List.of("return \"changed\" + b;")),
                arguments(
                        Dialect.SCRIPT,
                        "const f = (a) => {\naudit.log(a)\nreturn res.status(404).send();\n}\n",
                        List.of("return res.status(418).send();", "return undefined;", "")),
                arguments(
                        Dialect.SCRIPT,
                        "const f = (a) => {\nreturn a !== true\n}\n",
                        List.of("return a === true", "return a !== false")),
                arguments(
                        Dialect.GO,
                        "func f(w W, a int) error {\nif a < 3 {\nreturn nil\n}\nw.WriteHeader(http.StatusForbidden)\n}\n",
                        List.of(
                                "if !(a < 3) {",
                                "w.WriteHeader(http.StatusTeapot)",
                                "if a <= 3 {",
                                "if a < 4 {",
                                "")),
                arguments(
                        Dialect.RUST,
                        "fn f<T: A>(a: u8) -> bool {\nif a == 3 {\nreturn true;\n}\nStatusCode::NOT_FOUND\n}\n",
                        List.of(
                                "if !(a == 3) {",
                                "StatusCode::IM_A_TEAPOT",
                                "if a != 3 {",
                                "return false;",
                                "if a == 4 {")),
                arguments(
                        Dialect.KOTLIN,
                        "fun f(a: Int): Int {\nreturn a * 2\n}\n",
                        List.of("return a * 3", "return a / 2")),
                arguments(
                        Dialect.PYTHON,
                        "def f(a):\n  if a and not b:\n    raise X()\n  return 1\n",
                        List.of("if not (a and not b):", "if a or not b:", "return 2", "pass")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("proving#AC-2")
    void each_language_has_its_changes(Dialect dialect, String text, List<String> changes) {
        SourceFunctions functions = FunctionScan.of("a", text, dialect);

        assertThat(Mutations.of("a", functions.code(), dialect, functions.functions()))
                .extracting(mutation -> mutation.survivor(text).after())
                .isEqualTo(changes);
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("proving#AC-2")
    void a_change_changes_its_own_lines_alone(Dialect dialect, String text, List<String> changes) {
        SourceFunctions functions = FunctionScan.of("a", text, dialect);

        for (Mutation mutation :
                Mutations.of("a", functions.code(), dialect, functions.functions())) {
            List<String> before = text.lines().toList();
            List<String> after = mutation.applied(text).lines().toList();
            assertThat(after).hasSameSizeAs(before);
            long more =
                    text.substring(mutation.start(), mutation.end())
                            .chars()
                            .filter(sign -> sign == '\n')
                            .count();
            for (int i = 0; i < before.size(); i++) {
                if (i + 1 < mutation.line() || i + 1 > mutation.line() + more) {
                    assertThat(after.get(i)).isEqualTo(before.get(i));
                }
            }
            assertThat(after.get(mutation.line() - 1))
                    .isNotEqualTo(before.get(mutation.line() - 1));
        }
        assertThat(changes).isNotNull();
    }
}
