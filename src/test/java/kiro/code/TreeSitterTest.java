package kiro.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kiro.testing.Trees;
import kiro.text.SourceSpan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TreeSitterTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JAVA       | class A { int f() { return 1; } }   | program(class_declaration(identifier class_body(method_declaration(integral_type identifier formal_parameters block(return_statement(decimal_integer_literal))))))
                    JAVASCRIPT | const a = () => b;                  | program(lexical_declaration(variable_declarator(identifier arrow_function(formal_parameters identifier))))
                    TYPESCRIPT | type A = string;                    | program(type_alias_declaration(type_identifier predefined_type))
                    TSX        | const a = <B/>;                     | program(lexical_declaration(variable_declarator(identifier jsx_self_closing_element(identifier))))
                    PYTHON     | x = 1                               | module(expression_statement(assignment(identifier integer)))
                    GO         | package a                           | source_file(package_clause(package_identifier))
                    RUST       | fn a() {}                           | source_file(function_item(identifier parameters block))
                    """)
    @Tag("source-trees#AC-1")
    void each_language_is_read(Grammar grammar, String source, String expected) {
        SyntaxTree tree = Trees.tree(grammar, source);

        assertThat(outline(tree.root())).isEqualTo(expected);
        assertThat(tree.hasErrors()).isFalse();
    }

    @Test
    @Tag("source-trees#AC-2")
    void a_node_tells_its_kind_its_field_and_its_place() {
        SyntaxTree tree = Trees.tree(Grammar.PYTHON, "é = 1\ndef grüße(a):\n    return a\n");

        SyntaxNode function = tree.root().named().getLast();
        SyntaxNode name = function.child("name").orElseThrow();

        assertThat(function.kind()).isEqualTo("function_definition");
        assertThat(function.line()).isEqualTo(2);
        assertThat(function.endLine()).isEqualTo(3);
        assertThat(name.field()).isEqualTo("name");
        assertThat(name.text()).isEqualTo("grüße");
        assertThat(name.start()).isEqualTo(11);
        assertThat(name.end()).isEqualTo(18);
        assertThat(name.span()).isEqualTo(new SourceSpan(2, 5, 2, 5));
        assertThat(name.parent()).contains(function);
        assertThat(function.children().getFirst().kind()).isEqualTo("def");
        assertThat(function.children().getFirst().isNamed()).isFalse();
        assertThat(name.above(Set.of("module"))).contains(tree.root());
        assertThat(tree.root().below(Set.of("identifier")).stream().map(SyntaxNode::text))
                .containsExactly("é", "grüße", "a", "a");
    }

    @Test
    @Tag("source-trees#AC-3")
    void what_does_not_follow_the_grammar_is_marked_and_the_rest_is_read() {
        SyntaxTree tree =
                Trees.tree(
                        Grammar.JAVA,
                        "class A {\n  void f() {}\n  %% ?\n  int g() { return 1 }\n}\n");

        assertThat(tree.hasErrors()).isTrue();
        assertThat(tree.firstErrorLine()).isEqualTo(3);
        assertThat(new SourceFile("A.java", tree).symbols().stream().map(Symbol::name))
                .containsExactly("A", "f", "g");
        assertThat(tree.root().below(Set.of(";")).stream().filter(SyntaxNode::isMissing))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Grammar.class)
    @Tag("source-trees#AC-4")
    void deep_nesting_is_read(Grammar grammar) {
        SyntaxTree tree =
                Trees.tree(grammar, "x = " + "[".repeat(10_000) + "]".repeat(10_000) + ";");

        assertThat(tree.size()).isGreaterThan(10_000);
        assertThat(new SourceFile("x", tree).calls()).isNotNull();
        assertThat(TokenHash.of(tree.root())).isNotNull();
    }

    @ParameterizedTest
    @MethodSource
    @Tag("source-trees#AC-4")
    void hostile_input_is_read_or_refused(String name, byte[] source) {
        for (Grammar grammar : Grammar.values()) {
            SyntaxReading reading = Trees.parser().read(grammar, source);

            assertThat(reading).as(grammar + " " + name).isNotNull();
            if (reading instanceof SyntaxReading.Whole whole) {
                assertThat(new SourceFile("x", whole.tree()).symbols()).isNotNull();
            }
        }
    }

    static Stream<Arguments> hostile_input_is_read_or_refused() {
        var noise = new byte[4_000];
        new Random(7).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = noise[i] == 0 ? 1 : noise[i];
        }
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("noise", noise),
                Arguments.of("Latin-1", "f(\u00e9)".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("half a character", new byte[] {'a', (byte) 0xe2, (byte) 0x82}),
                Arguments.of("open brackets", bytes("(".repeat(5_000))),
                Arguments.of("open quotes", bytes("\"'`".repeat(500))),
                Arguments.of("one long line", bytes("a(b,c);".repeat(4_000))));
    }

    @Test
    @Tag("source-trees#AC-4")
    void binaries_and_sources_of_a_size_that_nobody_writes_are_refused() {
        assertThat(Trees.parser().read(Grammar.JAVA, new byte[] {'a', 0, 'b'}))
                .isEqualTo(new SyntaxReading.Broken("it is binary, not text"));
        assertThat(Trees.parser().read(Grammar.JAVA, new byte[4_000_001]))
                .isEqualTo(
                        new SyntaxReading.Broken(
                                "it has 4,000,001 bytes, and sources over 4,000,000 bytes are not read"));
    }

    @Test
    @Tag("source-trees#AC-5")
    void many_threads_read_at_once_and_see_the_same() throws Exception {
        var parser =
                new TreeSitter(
                        new NativeCache(folder.resolve("native"), folder),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
        byte[] source = bytes("class A { void f() { g(1, \"2\"); } }\n".repeat(50));
        var readings = new ArrayList<Future<String>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                readings.add(
                        threads.submit(() ->
                                switch (parser.read(Grammar.JAVA, source)) {
                                    case SyntaxReading.Whole whole -> outline(whole.tree().root());
                                    case SyntaxReading.Broken broken -> broken.reason();
                                }));
            }
        }
        var seen = new HashSet<String>();
        for (Future<String> reading : readings) {
            seen.add(reading.get());
        }

        assertThat(seen).containsExactly(outline(Trees.tree(Grammar.JAVA, text(source)).root()));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, lib/x86_64-linux-gnu-tree-sitter.so",
        "Linux, aarch64, lib/aarch64-linux-gnu-tree-sitter.so",
        "Mac OS X, aarch64, lib/aarch64-macos-tree-sitter.dylib",
        "Mac OS X, x86_64, lib/x86_64-macos-tree-sitter.dylib",
        "Windows 11, amd64, lib/x86_64-windows-tree-sitter.dll",
    })
    @Tag("source-trees#AC-6")
    void the_libraries_of_each_platform_are_in_the_jar(
            String system, String processor, String resource) {
        Platform platform = Platform.of(system, processor).orElseThrow();

        assertThat(platform.resource("tree-sitter")).isEqualTo(resource);
        assertThat(List.of(Grammar.values()))
                .allSatisfy(grammar ->
                        assertThat(
                                        TreeSitter.class
                                                .getClassLoader()
                                                .getResource(
                                                        platform.resource(
                                                                "tree-sitter-" + grammar.symbol())))
                                .isNotNull());
    }

    @Test
    @Tag("source-trees#AC-6")
    void a_platform_without_libraries_is_said() {
        var parser = new TreeSitter(new NativeCache(folder, folder), "SunOS", "sparc");

        assertThat(parser.read(Grammar.GO, bytes("package a")))
                .isEqualTo(
                        new SyntaxReading.Broken(
                                "sources are read on Linux, macOS and Windows, on x86-64, and on arm64 but for Windows"));
    }

    private static String outline(SyntaxNode node) {
        String below =
                String.join(" ", node.named().stream().map(TreeSitterTest::outline).toList());
        return below.isEmpty() ? node.kind() : node.kind() + "(" + below + ")";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
