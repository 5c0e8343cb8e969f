package kiro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files, methods and constructors stay small. What is larger stands in a list with its size, and the
/// list may only shrink.
class SizeRatchetTest {
    private static final int FILE = 400;
    private static final int METHOD = 40;
    private static final int PARAMETERS = 7;
    private static final Path EXCEPTIONS =
            Path.of("src/test/resources/kiro/architecture/size-exceptions.txt");

    @TempDir private Path folder;

    @Test
    @Tag("frame#AC-10")
    void nothing_outgrows_its_limit_but_what_the_list_has() throws IOException {
        SortedMap<String, Integer> tooLarge = tooLarge(Path.of("src/main/java"));

        assertThat(tooLarge)
                .as(
                        "larger than allowed, or listed larger than it is now: split it, or shorten the list")
                .isEqualTo(listed());
    }

    @Test
    @Tag("frame#AC-10")
    void each_limit_is_measured() throws IOException {
        String lines = "\n".repeat(METHOD);
        Files.writeString(
                folder.resolve("Big.java"),
                "class Big {\n    Big(int a, int b, int c, int d, int e, int f, int g, int h) {}\n"
                        + "    void long_one() {"
                        + lines
                        + "}\n"
                        + "    void short_one() {}\n"
                        + "//\n".repeat(FILE)
                        + "}\n");

        assertThat(tooLarge(folder))
                .isEqualTo(
                        Map.of(
                                "Big.java",
                                4 + METHOD + 1 + FILE,
                                "Big.java long_one()",
                                METHOD + 1,
                                "Big.java <init>() parameters",
                                PARAMETERS + 1));
    }

    private static SortedMap<String, Integer> listed() throws IOException {
        return Files.readAllLines(EXCEPTIONS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(
                        Collectors.toMap(
                                line -> line.substring(line.indexOf(' ') + 1),
                                line -> Integer.valueOf(line.substring(0, line.indexOf(' '))),
                                (first, again) -> first,
                                TreeMap::new));
    }

    private static SortedMap<String, Integer> tooLarge(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files =
                    walk.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("package-info.java"))
                            .toList();
        }
        var found = new TreeMap<String, Integer>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    problem -> {},
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                Path file = Path.of(unit.getSourceFile().toUri());
                String name = root.toAbsolutePath().relativize(file).toString();
                int lines = Files.readAllLines(file).size();
                if (lines > FILE) {
                    found.put(name, lines);
                }
                new Measure(name, unit, positions, found).scan(unit, null);
            }
        }
        return found;
    }

    private static final class Measure extends TreePathScanner<Void, Void> {
        private final String name;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Map<String, Integer> found;

        Measure(
                String name,
                CompilationUnitTree unit,
                SourcePositions positions,
                Map<String, Integer> found) {
            this.name = name;
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                int lines =
                        line(positions.getEndPosition(unit, method.getBody()))
                                - line(start(method.getBody()))
                                + 1;
                if (lines > METHOD) {
                    found.merge(name + " " + method.getName() + "()", lines, Math::max);
                }
            }
            boolean isConstructor = method.getName().contentEquals("<init>");
            if (isConstructor && method.getParameters().size() > PARAMETERS) {
                found.put(name + " <init>() parameters", method.getParameters().size());
            }
            return super.visitMethod(method, nothing);
        }

        private long start(Tree tree) {
            return positions.getStartPosition(unit, tree);
        }

        private int line(long position) {
            return (int) unit.getLineMap().getLineNumber(position);
        }
    }
}
