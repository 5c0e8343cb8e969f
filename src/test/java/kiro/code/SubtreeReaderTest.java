package kiro.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubtreeReaderTest {
    private static final int MOST_BYTES = 40_000;

    @TempDir private Path folder;
    private TreeSitter inPlace;
    private TreeSitter byCalls;

    @BeforeEach
    void load() {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        var cache = new NativeCache(folder, folder);
        inPlace = new TreeSitter(cache, system, processor);
        byCalls = new TreeSitter(cache, system, processor, false);
    }

    @Test
    @Tag("source-trees#AC-2")
    void a_tree_that_is_read_in_place_is_the_one_that_calls_tell() throws IOException {
        for (Path file : sources()) {
            byte[] source = Files.readAllBytes(file);
            Grammar grammar = Grammar.of(file.toString()).orElseThrow();

            assertThat(same(grammar, source)).as(file.toString()).isTrue();
        }
    }

    @Test
    @Tag("source-trees#AC-2")
    void so_is_one_of_a_source_that_is_torn() throws IOException {
        var random = new Random(5);
        for (Path file : sources()) {
            byte[] source = Files.readAllBytes(file);
            Grammar grammar = Grammar.of(file.toString()).orElseThrow();
            for (int i = 0; i < 12 && source.length > 0; i++) {
                int at = random.nextInt(source.length);
                source[at] = (byte) "(){}[];\"'\\ \n#x0\u00e9".charAt(random.nextInt(15));
            }

            assertThat(same(grammar, source)).as("%s, torn", file).isTrue();
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

        assertThat(same(grammar, bytes)).isTrue();
    }

    @Test
    @Tag("source-trees#AC-2")
    void so_is_one_of_nothing_and_one_of_deep_nesting() {
        for (Grammar grammar : Grammar.values()) {
            for (String source :
                    List.of("", " \n\n", "(".repeat(3_000), "a(".repeat(500) + ")".repeat(500))) {
                assertThat(same(grammar, source.getBytes(StandardCharsets.UTF_8)))
                        .as("%s in %s", source.length(), grammar)
                        .isTrue();
            }
        }
    }

    private boolean same(Grammar grammar, byte[] source) {
        SyntaxTree one = tree(inPlace, grammar, source);
        SyntaxTree other = tree(byCalls, grammar, source);
        assertThat(one.size()).isEqualTo(other.size());
        for (int i = 0; i < one.size(); i++) {
            boolean isSame =
                    one.kind(i).equals(other.kind(i))
                            && one.field(i).equals(other.field(i))
                            && one.start(i) == other.start(i)
                            && one.end(i) == other.end(i)
                            && one.parent(i) == other.parent(i)
                            && one.after(i) == other.after(i)
                            && one.isMissing(i) == other.isMissing(i);
            assertThat(isSame)
                    .as(
                            "node %d: %s %s %d-%d and %s %s %d-%d",
                            i,
                            one.kind(i),
                            one.field(i),
                            one.start(i),
                            one.end(i),
                            other.kind(i),
                            other.field(i),
                            other.start(i),
                            other.end(i))
                    .isTrue();
        }
        return true;
    }

    private static SyntaxTree tree(TreeSitter parser, Grammar grammar, byte[] source) {
        return switch (parser.read(grammar, source)) {
            case SyntaxReading.Whole whole -> whole.tree();
            case SyntaxReading.Broken broken -> throw new AssertionError(broken.reason());
        };
    }

    /// Of every language, and a part of this program.
    private static List<Path> sources() throws IOException {
        try (Stream<Path> samples = Files.walk(Path.of("src/test/resources"));
                Stream<Path> own = Files.walk(Path.of("src/main/java/kiro/code"))) {
            List<Path> files =
                    Stream.concat(samples, own)
                            .filter(file -> Grammar.of(file.toString()).isPresent())
                            .filter(Files::isRegularFile)
                            .filter(file -> file.toFile().length() < MOST_BYTES)
                            .sorted()
                            .toList();
            assertThat(files).hasSizeGreaterThan(60);
            return files;
        }
    }
}
