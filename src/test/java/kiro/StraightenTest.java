package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The step of the build that writes out what the JVM would link at each start: a class behaves afterwards as before.
@Tag("frame#AC-8")
class StraightenTest {
    private static final String SOURCE =
            """
            package sample;

            public record Sample(
                    boolean yes, byte small, short few, char letter, int number, long many,
                    float part, double share, String text, int[] numbers) {
                public sealed interface Shape {
                    record Circle(int radius) implements Shape {}
                    record Square(int side) implements Shape {}
                    record Point() implements Shape {}
                }

                public record Own(String text) {
                    @Override
                    public int hashCode() {
                        return 7;
                    }
                }

                public static String name(Shape shape) {
                    return switch (shape) {
                        case Shape.Circle circle -> "circle " + circle.radius();
                        case Shape.Square square -> "square " + square.side();
                        case Shape.Point point -> "point";
                    };
                }
            }
            """;

    @TempDir private static Path folder;
    private static Path before;
    private static Path after;

    @BeforeAll
    static void compile_it_twice_and_straighten_one() throws Exception {
        before = compiled("before");
        after = compiled("after");
        Process straighten =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                Path.of("packaging/Straighten.java").toAbsolutePath().toString(),
                                after.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();
        assertThat(straighten.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("out")).isEmptyFile();
    }

    private static Path compiled(String name) throws Exception {
        Path classes = Files.createDirectories(folder.resolve(name));
        Path source = folder.resolve("Sample.java");
        Files.writeString(source, SOURCE);
        assertThat(
                        ToolProvider.getSystemJavaCompiler()
                                .run(
                                        null,
                                        null,
                                        null,
                                        "-proc:none",
                                        "-d",
                                        classes.toString(),
                                        source.toString()))
                .isZero();
        return classes;
    }

    @Test
    void only_the_texts_of_records_are_still_linked_at_the_start() throws Exception {
        assertThat(linked(before)).contains("typeSwitch", "equals", "hashCode", "toString");
        assertThat(linked(after))
                .contains("toString")
                .doesNotContain("typeSwitch", "equals", "hashCode");
    }

    private static List<String> linked(Path classes) throws Exception {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(StraightenTest::calls)
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> calls(Path file) {
        try {
            return ClassFile.of().parse(Files.readAllBytes(file)).methods().stream()
                    .flatMap(method -> method.code().stream())
                    .flatMap(code -> code.elementStream())
                    .filter(InvokeDynamicInstruction.class::isInstance)
                    .map(call -> ((InvokeDynamicInstruction) call).name().stringValue());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void each_part_of_a_record_counts_when_it_is_compared() throws Exception {
        int[] numbers = {1};
        Object[] parts = {true, (byte) 1, (short) 2, 'c', 4, 5L, Float.NaN, -0.0, null, numbers};
        Object[] others = {
            false, (byte) 9, (short) 9, 'x', 9, 9L, 0.5f, 0.0, "other", new int[] {1}
        };
        try (var straight = loader(after)) {
            Constructor<?> maker = maker(straight, "sample.Sample");
            Object one = maker.newInstance(parts);

            assertThat(one).isEqualTo(maker.newInstance(parts)).isEqualTo(one);
            assertThat(one.equals(null)).isFalse();
            assertThat(one.equals("text")).isFalse();
            for (int i = 0; i < parts.length; i++) {
                Object[] changed = parts.clone();
                changed[i] = others[i];
                Object other = maker.newInstance(changed);

                assertThat(one).as("part %d", i).isNotEqualTo(other);
                assertThat(other).as("part %d", i).isNotEqualTo(one);
            }
        }
    }

    @Test
    void a_record_has_the_hash_and_the_text_that_it_had_before() throws Exception {
        int[] numbers = {1};
        Object[] parts = {true, (byte) 1, (short) 2, 'c', 4, 5L, 0.5f, 0.25, "text", numbers};
        try (var plain = loader(before);
                var straight = loader(after)) {
            Object one = maker(plain, "sample.Sample").newInstance(parts);
            Object other = maker(straight, "sample.Sample").newInstance(parts);

            assertThat(other.hashCode()).isEqualTo(one.hashCode());
            assertThat(other).hasToString(one.toString());
            assertThat(maker(straight, "sample.Sample$Shape$Point").newInstance().hashCode())
                    .isEqualTo(maker(plain, "sample.Sample$Shape$Point").newInstance().hashCode());
            assertThat(maker(straight, "sample.Sample$Own").newInstance("text").hashCode())
                    .isEqualTo(7);
        }
    }

    @Test
    void a_switch_over_types_finds_what_it_found_before() throws Exception {
        try (var straight = loader(after)) {
            Class<?> sample = straight.loadClass("sample.Sample");
            var name = sample.getMethod("name", straight.loadClass("sample.Sample$Shape"));

            assertThat(
                            name.invoke(
                                    null,
                                    maker(straight, "sample.Sample$Shape$Square").newInstance(3)))
                    .isEqualTo("square 3");
            assertThat(
                            name.invoke(
                                    null,
                                    maker(straight, "sample.Sample$Shape$Point").newInstance()))
                    .isEqualTo("point");
        }
    }

    private static URLClassLoader loader(Path classes) throws Exception {
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static Constructor<?> maker(ClassLoader loader, String type) throws Exception {
        Constructor<?> maker = loader.loadClass(type).getDeclaredConstructors()[0];
        maker.setAccessible(true);
        return maker;
    }
}
