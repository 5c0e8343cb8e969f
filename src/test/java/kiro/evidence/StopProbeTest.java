package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The text has `@@` where the change is; what is expected has `STOP` where the process would end, and nothing where that cannot
/// be told.
class StopProbeTest {
    static Stream<Arguments> places() {
        return Stream.of(
                arguments(
                        Dialect.JAVA,
                        "int f() {\n  a();\n  return @@1;\n}\n",
                        "int f() {\n  a();\n  STOPreturn 1;\n}\n"),
                arguments(
                        Dialect.JAVA,
                        "int f() {\n  if (x) {\n    a();\n  } else if (y @@== 2) {\n    b();\n  }\n}\n",
                        "int f() {\n  STOPif (x) {\n    a();\n  } else if (y == 2) {\n    b();\n  }\n}\n"),
                arguments(
                        Dialect.JAVA,
                        "int f() {\n  if (x) {\n    a();\n  }\n  return g(new int[] {@@1});\n}\n",
                        "int f() {\n  if (x) {\n    a();\n  }\n  STOPreturn g(new int[] {1});\n}\n"),
                arguments(
                        Dialect.JAVA,
                        "int f() {\n  for (int i = 0; i @@< 3; i++) {\n  }\n}\n",
                        "int f() {\n  STOPfor (int i = 0; i < 3; i++) {\n  }\n}\n"),
                arguments(
                        Dialect.JAVA,
                        "A f() {\n  return map(x -> {\n    log();\n    return @@2;\n  });\n}\n",
                        "A f() {\n  return map(x -> {\n    log();\n    STOPreturn 2;\n  });\n}\n"),
                arguments(
                        Dialect.JAVA,
                        "int f() {\n  switch (x) {\n    case 1: return @@2;\n  }\n}\n",
                        ""),
                arguments(
                        Dialect.SCRIPT,
                        "app.get('/a', (req, res) => {\n  const a = 1\n  res.status(@@404)\n    .send({ b: 1 })\n})\n",
                        "app.get('/a', (req, res) => {\n  const a = 1\n  STOPres.status(404)\n    .send({ b: 1 })\n})\n"),
                arguments(
                        Dialect.SCRIPT,
                        "function f() {\n  return { a: @@1 };\n}\n",
                        "function f() {\n  STOPreturn { a: 1 };\n}\n"),
                arguments(
                        Dialect.GO,
                        "func f(a int) int {\n\tb := a\n\tif b @@< 3 {\n\t\treturn 1\n\t}\n}\n",
                        "func f(a int) int {\n\tb := a\n\tSTOPif b < 3 {\n\t\treturn 1\n\t}\n}\n"),
                arguments(
                        Dialect.RUST,
                        "fn f(a: u8) -> u8 {\n    let b = a;\n    if b @@< 3 { 1 } else { 2 }\n}\n",
                        "fn f(a: u8) -> u8 {\n    let b = a;\n    STOPif b < 3 { 1 } else { 2 }\n}\n"),
                arguments(
                        Dialect.KOTLIN,
                        "fun f(a: Int): Int {\n    val b = a\n    return b @@* 2\n}\n",
                        "fun f(a: Int): Int {\n    val b = a\n    STOPreturn b * 2\n}\n"),
                arguments(
                        Dialect.PYTHON,
                        "def f(a):\n    if a:\n        b = g(1,\n          @@2)\n    return 3\n",
                        "def f(a):\n    if a:\n        STOP\n        b = g(1,\n          2)\n    return 3\n"),
                arguments(
                        Dialect.PYTHON,
                        "def f(a):\n    if a:\n        c()\n    elif a @@== 2:\n        d()\n",
                        "def f(a):\n    STOP\n    if a:\n        c()\n    elif a == 2:\n        d()\n"));
    }

    @ParameterizedTest
    @MethodSource("places")
    @Tag("proving#AC-6")
    void the_process_ends_where_the_statement_begins(
            Dialect dialect, String marked, String stopped) {
        String text = marked.replace("@@", "");
        Mutation mutation = at(marked.indexOf("@@"));
        SourceCode code = SourceCode.read(text, dialect);

        assertThat(
                        StopProbe.of(code, dialect, mutation)
                                .map(StopProbe::stop)
                                .map(stop -> stop.applied(text).replace(words(stop), "STOP"))
                                .orElse(""))
                .isEqualTo(stopped);
    }

    @Test
    @Tag("proving#AC-6")
    void what_follows_in_the_block_is_not_run_either() {
        String text = "int f() {\n  if (x) {\n    return 1;\n    a(2);\n  }\n  return 3;\n}\n";
        SourceCode code = SourceCode.read(text, Dialect.JAVA);

        StopProbe probe = StopProbe.of(code, Dialect.JAVA, at(text.indexOf('1'))).orElseThrow();

        assertThat(probe.covers(at(text.indexOf('1')))).isTrue();
        assertThat(probe.covers(at(text.indexOf('2')))).isTrue();
        assertThat(probe.covers(at(text.indexOf('3')))).isFalse();
        assertThat(probe.covers(at(text.indexOf('x')))).isFalse();
    }

    private static String words(Mutation stop) {
        return stop.replacement().contains("\n")
                ? stop.replacement().substring(0, stop.replacement().indexOf('\n'))
                : stop.replacement();
    }

    private static Mutation at(int offset) {
        return new Mutation(Mutation.Kind.NUMBER, "a", 1, offset, offset + 1, "x");
    }
}
