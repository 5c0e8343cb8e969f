package kiro.code;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubtreeReaderTest {
    @TempDir private Path folder;
    private TreeSitter inPlace;
    private TreeSitter byCalls;

    @BeforeEach
    void load() {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        var cache = new NativeCache(folder, folder);
        inPlace = new TreeSitter(cache, system, processor);
        byCalls =
                new TreeSitter(cache, system, processor, false, TreeSitter.class.getClassLoader());
    }

    @Test
    @Tag("source-trees#AC-2")
    void a_tree_that_is_read_in_place_is_the_one_that_calls_tell() throws IOException {
        for (Path file : SourceTrees.sources()) {
            byte[] source = Files.readAllBytes(file);
            Grammar grammar = Grammar.of(file.toString()).orElseThrow();

            assertSame(grammar, source);
        }
    }

    @Test
    @Tag("source-trees#AC-2")
    void so_is_one_of_a_source_that_is_torn() throws IOException {
        var random = new Random(5);
        for (Path file : SourceTrees.sources()) {
            byte[] source = Files.readAllBytes(file);
            Grammar grammar = Grammar.of(file.toString()).orElseThrow();
            SourceTrees.tear(source, random);

            assertSame(grammar, source);
        }
    }

    @ParameterizedTest
    @Tag("source-trees#AC-2")
    @CsvSource(
            delimiter = '¦',
            textBlock =
                    """
                    TSX        ¦ const A = (p: P) => <B c={p.d} e="f">{p?.g!} text <h/></B>; export default A;
                    RUST       ¦ #[get("/a")] async fn a(x: Option<&'a str>) -> Result<(), E> { match x { Some(y) if y > 1 => Ok(()), _ => Err(E::new(r#"b"#)?) } }
                    JAVA       ¦ record A<T extends B>(@C("d") T t) { int f() throws E { return switch (t) { case F g when g.h() -> 1; default -> throw new I(); }; } }
                    GO         ¦ package a; func (s *S) H(w http.ResponseWriter) { go func() { if err := f(); err != nil { return } }() }
                    PYTHON     ¦ @app.get(f"/a/{b}")\\nasync def c(*, d: int = 1, **e) -> F:\\n  try:\\n    yield [x for x in y if x]\\n  except (G, H) as i: raise
                    TYPESCRIPT ¦ @Get(':id') abstract class A<B> implements C { constructor(private readonly d?: E) {} async f(): Promise<g | null> { return this.d!.h`i${j}`; } }
                    JAVASCRIPT ¦ export const {a, ...b} = await c(/d/g, async function* () { for (const e of f) yield* e?.[1] ?? 2n; })
                    """)
    void so_is_one_of_much_in_few_words(Grammar grammar, String source) {
        byte[] bytes = source.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);

        assertSame(grammar, bytes);
    }

    @Test
    @Tag("source-trees#AC-2")
    void so_is_one_of_nothing_and_one_of_deep_nesting() {
        for (Grammar grammar : Grammar.values()) {
            for (String source :
                    List.of("", " \n\n", "(".repeat(3_000), "a(".repeat(500) + ")".repeat(500))) {
                assertSame(grammar, source.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void assertSame(Grammar grammar, byte[] source) {
        SourceTrees.assertSame(inPlace, byCalls, grammar, source);
    }
}
