package kiro.action.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarComparisonTest {
    @TempDir private Path folder;

    private List<String> changes(String before, String after) throws Exception {
        return ApiComparison.of(api("a.jar", before), api("b.jar", after)).stream()
                .map(ApiChange::shown)
                .toList();
    }

    private PublicApi api(String name, String... sources) throws Exception {
        return JarReader.read(JarWorkshop.jar(folder.resolve(name), sources)).orElseThrow();
    }

    @Test
    @Tag("dependency-impact#AC-2")
    void what_is_gone_or_different_is_told_in_words() throws Exception {
        assertThat(
                        changes(
                                """
                                package lib;
                                public class Tool implements Comparable<Tool> {
                                    public static final int SIZE = 3;
                                    public int count;
                                    public static class Part {}
                                    public static class Open {}
                                    public Tool(String name) {}
                                    public void gone(int a, String b) {}
                                    public int number() { return 1; }
                                    public void quiet() {}
                                    public void free() {}
                                    public void shown() {}
                                    public static void still() {}
                                    public void old() {}
                                    public void older() {}
                                    public int compareTo(Tool other) { return 0; }
                                }
                                """,
                                """
                                package lib;
                                public class Tool {
                                    public static final int SIZE = 4;
                                    public long count;
                                    public static final class Open {}
                                    public Tool(CharSequence name) {}
                                    public long number() { return 1; }
                                    public void quiet() throws java.io.IOException, IllegalStateException {}
                                    public final void free() {}
                                    protected void shown() {}
                                    public void still() {}
                                    @Deprecated public void old() {}
                                    @Deprecated(forRemoval = true) public void older() {}
                                    public int compareTo(Tool other) { return 0; }
                                    public void more() {}
                                }
                                """))
                .containsExactly(
                        "Tool is no longer a Comparable",
                        "Tool.Open can no longer be extended",
                        "Tool.Part is gone",
                        "Tool.SIZE is 4 now, and what was compiled before still has 3",
                        "new Tool(String) is gone",
                        "Tool.count is long instead of int",
                        "Tool.free() can no longer be overridden",
                        "Tool.gone(int, String) is gone",
                        "Tool.number() returns long instead of int",
                        "Tool.old() is deprecated",
                        "Tool.older() is deprecated, and will be removed",
                        "Tool.quiet() throws IOException too",
                        "Tool.shown() is protected now",
                        "Tool.still() is no longer static");
    }

    @Test
    @Tag("dependency-impact#AC-2")
    void what_takes_nothing_is_not_told() throws Exception {
        assertThat(
                        changes(
                                """
                                package lib;
                                public class Tool {
                                    public void up() {}
                                    public String toString() { return ""; }
                                    void own() {}
                                    private int secret;
                                    public void strict() throws IllegalStateException {}
                                }
                                """,
                                """
                                package lib;
                                public class Tool extends Base {
                                    public void more() {}
                                    public void strict() throws IllegalArgumentException {}
                                }
                                class Base { public void up() {} }
                                """))
                .isEmpty();
    }

    @Test
    @Tag("dependency-impact#AC-2")
    void what_concerns_heirs_is_not_told_of_classes_that_can_have_none() throws Exception {
        assertThat(
                        changes(
                                """
                                package lib;
                                public abstract class Shut extends Hidden {
                                    Shut() {}
                                    public void a() {}
                                }
                                abstract class Hidden {}
                                """,
                                """
                                package lib;
                                public abstract class Shut {
                                    Shut() {}
                                    public final void a() {}
                                    public abstract void b();
                                }
                                """))
                .isEmpty();
    }

    @Test
    @Tag("dependency-impact#AC-2")
    void what_heirs_lack_is_told_of_their_type() throws Exception {
        assertThat(
                        changes(
                                "package lib; public interface Port { void a(); default void b() {} }",
                                "package lib; public interface Port { void a(); void b(); void c(int x); default void d() {} }"))
                .containsExactly("Port wants `c(int)` of its heirs", "Port.b() is abstract now");
        assertThat(
                        changes(
                                "package lib; public enum Kind { A, B }",
                                "package lib; public enum Kind { A, C }"))
                .containsExactly("Kind.B is gone");
    }

    @Test
    @Tag("dependency-impact#AC-7")
    void of_a_jar_for_several_releases_and_with_a_module_all_have_the_same() throws Exception {
        String a = "package lib; public class A {}";
        String b = "package lib.inner; public class B {}";
        PublicApi before = api("a.jar", "module lib { exports lib; exports lib.inner; }", a, b);
        PublicApi after = api("b.jar", "module lib { exports lib; }", a, b);

        assertThat(ApiComparison.of(before, after).stream().map(ApiChange::shown))
                .containsExactly("lib.inner is no longer exported by its module");

        byte[] other = Files.readAllBytes(JarWorkshop.jar(folder.resolve("c.jar"), a));
        Path several =
                JarWorkshop.zip(
                        folder.resolve("d.jar"),
                        Map.of("META-INF/versions/21/lib/A.class", other, "x.txt", other));
        assertThat(JarReader.read(several).orElseThrow().declarations()).isEmpty();
    }

    @Test
    @Tag("dependency-impact#AC-7")
    void broken_and_foreign_class_files_are_counted_and_left_out() throws Exception {
        byte[] whole =
                classFile(
                        JarWorkshop.jar(folder.resolve("a.jar"), "package lib; public class A {}"));
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
        byte[] changed = whole.clone();
        for (int i = 10; i < 40; i++) {
            changed[i] = (byte) (changed[i] * 31 + i);
        }
        Path jar =
                JarWorkshop.zip(
                        folder.resolve("b.jar"),
                        Map.of(
                                "lib/A.class", whole,
                                "lib/Cut.class", cut,
                                "lib/Changed.class", changed,
                                "lib/Elsewhere.class", whole,
                                "lib/Text.class", "no class".getBytes(StandardCharsets.UTF_8),
                                "../../out.class", whole,
                                "lib/Empty.class", new byte[0]));

        PublicApi api = JarReader.read(jar).orElseThrow();

        assertThat(api.declarations().stream().map(Declaration::shown))
                .containsExactly("A", "new A()");
        assertThat(api.unread()).isEqualTo(6);
        Files.writeString(folder.resolve("c.jar"), "no jar");
        assertThat(JarReader.read(folder.resolve("c.jar"))).isEqualTo(Optional.empty());
    }

    @Test
    @Tag("dependency-impact#AC-7")
    void a_jar_that_unpacks_to_gigabytes_is_given_up() throws Exception {
        Path bomb = folder.resolve("bomb.jar");
        var zeros = new byte[9 << 20];
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (int i = 0; i < 140; i++) {
                zip.putNextEntry(new ZipEntry("lib/C" + i + ".class"));
                zip.write(zeros);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(8_000_000);

        assertThat(JarReader.read(bomb)).isEqualTo(Optional.empty());
    }

    private static byte[] classFile(Path jar) throws IOException {
        try (var zip = new java.util.zip.ZipFile(jar.toFile())) {
            return zip.getInputStream(zip.getEntry("lib/A.class")).readAllBytes();
        }
    }
}
