package kiro.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kiro.process.ProgramFinder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltParserTest {
    private static final String SYSTEM = System.getProperty("os.name");
    private static final String PROCESSOR = System.getProperty("os.arch");
    private static final Optional<String> PATH = Optional.of(System.getenv("PATH"));

    @TempDir private Path folder;
    private Path jar;

    @BeforeEach
    void make_a_jar_with_the_published_parser() throws IOException {
        String resource = Platform.of(SYSTEM, PROCESSOR).orElseThrow().resource("tree-sitter");
        jar = folder.resolve("kiro.jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(jar));
                InputStream published =
                        TreeSitter.class.getClassLoader().getResourceAsStream(resource)) {
            out.putNextEntry(new ZipEntry(resource));
            published.transferTo(out);
        }
    }

    @Test
    @Tag("source-trees#AC-12")
    void every_tree_of_it_is_that_of_the_published_parser() throws Exception {
        assumeTrue(
                Stream.of("cc", "npm").allMatch(tool -> ProgramFinder.find(tool, PATH).isPresent()),
                () -> "this machine has nothing to build a parser with");
        byte[] before = Files.readAllBytes(jar);

        assertThat(build(PATH.orElseThrow())).isEqualTo("");
        assertThat(Files.readAllBytes(jar)).isNotEqualTo(before);

        var cache = new NativeCache(folder.resolve("cache"), folder);
        var published = new TreeSitter(cache, SYSTEM, PROCESSOR);
        var random = new Random(7);
        try (var libraries = new URLClassLoader(jars(), null)) {
            var built = new TreeSitter(cache, SYSTEM, PROCESSOR, true, libraries);
            for (Path file : SourceTrees.sources()) {
                Grammar grammar = Grammar.of(file.toString()).orElseThrow();
                byte[] source = Files.readAllBytes(file);
                SourceTrees.assertSame(built, published, grammar, source);
                SourceTrees.tear(source, random);
                SourceTrees.assertSame(built, published, grammar, source);
            }
        }
    }

    @Test
    @Tag("source-trees#AC-12")
    void without_a_compiler_the_published_parser_stays() throws Exception {
        byte[] before = Files.readAllBytes(jar);
        Path tools = Files.createDirectory(folder.resolve("bin"));
        for (String tool : List.of("sh", "uname", "grep", "cksum", "tr", "npm")) {
            Optional<Path> found = ProgramFinder.find(tool, PATH);
            if (found.isPresent()) {
                Files.createSymbolicLink(tools.resolve(tool), found.get());
            }
        }

        assertThat(build(tools.toString()))
                .isEqualTo(
                        "packaging/parser: there is no C compiler; the published parser stays\n");
        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
    }

    @Test
    @Tag("source-trees#AC-12")
    void a_jar_without_a_parser_stays_as_it_is() throws Exception {
        Files.writeString(jar, "jar");

        assertThat(build(PATH.orElseThrow()))
                .isEqualTo(
                        "packaging/parser: the jar has none to replace; the published parser stays\n");
        assertThat(jar).hasContent("jar");
    }

    /// What the script says.
    private String build(String path) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                        Path.of("packaging/parser").toAbsolutePath().toString(),
                        System.getProperty("java.home"),
                        jar.toString(),
                        folder.resolve("parser").toString());
        builder.environment().put("PATH", path);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(said.isEmpty() ? 0 : 1);
        return said;
    }

    /// The jar that was changed before those which have the grammars.
    private URL[] jars() throws MalformedURLException {
        var jars = new ArrayList<URL>(List.of(jar.toUri().toURL()));
        for (String each :
                Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator))) {
            jars.add(Path.of(each).toUri().toURL());
        }
        return jars.toArray(URL[]::new);
    }
}
