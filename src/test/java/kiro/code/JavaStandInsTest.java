package kiro.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kiro.testing.Trees;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaStandInsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "case A _ -> 1; default -> 2;",
                "case A _, B _ -> 1; default -> 2;",
                "case A.B _, C.D _ when isReady() -> 1; default -> 2;",
                "case A.B(String name) -> 1; default -> 2;",
                "case A.B(C.D(var one), int _) when one > 2 -> 1; default -> 2;",
                "case A.B(List<C> all, _) -> 1; default -> 2;",
                "case A.B(_, _), C.D(_) -> 1; default -> 2;",
                "case A(int _), B(var _) -> 1; default -> 2;",
                "case A<String>.B(var one) -> 1; default -> 2;",
                "case A.B<String>(var one) -> 1; default -> 2;",
                "case final A _, B<C, D> _ -> 1; default -> 2;",
                "case null, default -> 2;",
                "case null -> 1; default -> 2;",
                "case int small when small < 3 -> 1; default -> 2;",
                "case A a when a.b() instanceof C.D(var e) && e -> 1; default -> 2;",
                "case A _: case B _: yield 1; default: yield 2;"
            })
    @Tag("source-trees#AC-11")
    void every_label_of_a_switch_of_java_25_is_read(String labels) {
        assertWhole("class X { int f(Object o) { return switch (o) { " + labels + " }; } }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (o instanceof A.B(String name, var other)) { use(name); }",
                "if (!(o instanceof A.B (C _, D.E(int f)))) { return; }",
                "for (var _ : list) { count++; }",
                "for (int i = 0, _ = start(); i < 3; i++) {}",
                "try (var _ = lock.held()) { run(); }",
                "try (open) { run(); } finally { open.close(); }",
                "try { run(); } catch (IOException | TimeoutException _) { stop(); }",
                "list.forEach(_ -> count++);",
                "map.forEach((_, value) -> use(value));",
                "map.forEach((String _, int value) -> use(value));",
                "var _ = queue.poll();",
                "String said = \"it \" + switch (way) { case A -> \"\"; default -> \"by it\"; };",
                "int mode = 0_777;",
                "open(module, with, to, record, exports, provides);",
                "Object a = (Runnable & java.io.Serializable) () -> {};",
                "String text = \"\"\"\n  case A _, B _ -> \\\"\"\" \"quoted\"\n  \"\"\";",
                "int open = 1, module = 2, opens = open; record.module();",
                "@Nullable String @Nullable [] names = null;",
                "java.lang.@Nullable String name = null;",
                "sealed interface S permits T {} record T(int a) implements S {}",
                "outer: while (true) { break outer; }",
                "int[] copy = values.clone(); char quote = '\\''; char other = '\"';",
                "Function<Object, A> make = A.B<C>::new;",
                "assert o instanceof String s && s.isEmpty() : \"it is \" + o;"
            })
    @Tag("source-trees#AC-11")
    void every_statement_of_java_25_is_read(String statement) {
        assertWhole("class X { void f(Object o) { " + statement + " } }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import module java.base;\nclass X {}",
                "void main() { IO.println(\"hello\"); }",
                "class X extends Y { X(int a) { if (a < 0) { throw new Bad(); } super(a); } }",
                "class X { X(int a) { int b = a; this(a, b); } X(int a, int b) {} }",
                "class X<T extends @Nullable Object> { @Nullable T @Nullable [] all; }",
                "/// Words, with `code` and\n/// [#links].\nclass X {}",
                "@interface X { String[] value() default {}; int one() default 1; }",
                "record X<T>(@Nullable T a, int... rest) { X { assert a != null; } }",
                "enum X { A { int f() { return 1; } }, B; int f() { return 2; } }",
                "non-sealed class X implements Y {}",
                "module a.b { requires transitive c; exports a.b to d; opens a; uses e.F; provides e.F with a.G; }",
                "open module a.b { requires c; }",
                "interface X { private static int f() { return 1; } default void g(X this) {} }"
            })
    @Tag("source-trees#AC-11")
    void every_declaration_of_java_25_is_read(String source) {
        assertWhole(source);
    }

    @Test
    @Tag("source-trees#AC-11")
    void what_is_read_in_another_form_is_told_in_its_own() {
        SyntaxTree tree =
                Trees.tree(
                        Grammar.JAVA,
                        "class X { int f(Object o) { return switch (o) { case A.B(int open), C.D(int _) -> 1;"
                                + " case E.F(G _, var all) -> 2; case H.I _, J _ -> 3; }; } }");

        List<String> told =
                tree.root().below(Set.of("identifier", "type_identifier", "field_access")).stream()
                        .map(SyntaxNode::text)
                        .toList();

        assertThat(told).contains("A.B", "C.D", "E.F", "G", "all", "H.I", "J");
        assertThat(told).noneMatch(text -> text.contains("$"));
    }

    @Test
    @Tag("source-trees#AC-3")
    void what_is_wrong_stays_wrong_and_is_found_at_its_place() {
        SyntaxTree tree =
                Trees.tree(
                        Grammar.JAVA,
                        "class X {\n  int f(Object o) {\n    return switch (o) { case A _, B _ -> 1; default -> 2; };\n  }\n"
                                + "  void g( {\n  }\n  void h() { call(); }\n}\n");

        assertThat(tree.firstErrorLine()).isEqualTo(5);
        assertThat(tree.root().below(Set.of("switch_expression"))).hasSize(1);
    }

    @Test
    @Tag("source-trees#AC-11")
    void the_own_sources_of_the_project_are_read_whole() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/kiro/agent"))) {
            List<String> broken =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> Trees.tree(Grammar.JAVA, text(file)).hasErrors())
                            .map(file ->
                                    file.toString()
                                            + errors(Trees.tree(Grammar.JAVA, text(file)).root()))
                            .sorted()
                            .toList();

            assertThat(broken).isEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static List<String> errors(SyntaxNode root) {
        return root.below(Set.of("ERROR")).stream()
                .map(error -> " line " + error.line() + ": " + error.text())
                .toList();
    }

    private static void assertWhole(String source) {
        SyntaxTree tree = Trees.tree(Grammar.JAVA, source);

        assertThat(tree.hasErrors()).as(() -> outline(tree.root())).isFalse();
        assertThat(tree.root().text()).isEqualTo(source);
    }

    private static String outline(SyntaxNode node) {
        return node.kind() + node.children().stream().map(JavaStandInsTest::outline).toList();
    }
}
