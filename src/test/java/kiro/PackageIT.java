package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The jar and the launcher as people get them, with a real Java.
class PackageIT {
    private static final Path JAR = Path.of(System.getProperty("kiro.jar"));

    @TempDir private static Path folder;
    private static Clone clone;

    @BeforeAll
    static void start_each_kind_once_so_that_there_are_caches() throws Exception {
        clone =
                Clone.on(folder)
                        .withJar(JAR)
                        .with("KIRO_JAVA_HOME", System.getProperty("java.home"));
        clone.copy(
                Path.of("examples/profile-service").toAbsolutePath(),
                clone.root().resolve("examples/profile-service"));

        assertThat(clone.start("--version"))
                .isEqualTo(new Clone.Ending(0, "kiro " + Version.NUMBER + "\n", ""));
        clone.start("help");
        clone.start("agent", "--help");
        clone.start("spec", "sync", "--help");
    }

    @Test
    @Tag("frame#AC-3")
    @Tag("frame#AC-8")
    void the_version_is_told_from_the_cache_alone() throws Exception {
        List<String> loaded = loadedBy("--version");

        assertThat(loaded)
                .anyMatch(line -> line.contains(" kiro.Main source: shared objects file"))
                .noneMatch(
                        line -> line.contains(" source: jrt:/") || line.contains("source: file:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "agent --help", "spec sync --help"})
    @Tag("frame#AC-8")
    void every_class_of_ours_and_of_picocli_comes_from_the_cache(String words) throws Exception {
        List<String> loaded =
                loadedBy(words.split(" ")).stream()
                        .filter(line -> line.contains(" kiro.") || line.contains(" picocli."))
                        .toList();

        assertThat(loaded).hasSizeGreaterThan(50);
        assertThat(loaded)
                .filteredOn(line -> !line.contains("source: shared objects file"))
                .isEmpty();
    }

    @Test
    @Tag("frame#AC-8")
    void the_work_of_the_agent_comes_from_its_cache() throws Exception {
        Files.copy(Path.of("packaging/training.jsonl"), clone.home().resolve("script.jsonl"));
        clone.with("KIRO_TEST_COMMAND", "true").with("KIRO_HOME", clone.home().toString());

        List<String> all =
                loadedBy(
                        "agent",
                        "tidy",
                        "--mode",
                        "autonomous",
                        "--model",
                        "scripted/script.jsonl");
        List<String> loaded = all.stream().filter(line -> line.contains(" kiro.")).toList();

        assertThat(loaded).hasSizeGreaterThan(200);
        // What differs between this run and the one that was trained, such as that there is no git
        // here.
        assertThat(loaded)
                .filteredOn(line -> !line.contains("source: shared objects file"))
                .hasSizeLessThan(loaded.size() / 20);
        // Java's own comparators cannot be cached, and the first of them costs milliseconds. The
        // one is that of the library
        // that compares lines, at the first edit.
        assertThat(all)
                .filteredOn(line -> line.contains(" java.util.Comparator$$Lambda"))
                .hasSizeLessThan(2);
    }

    @Test
    @Tag("frame#AC-8")
    void java_takes_the_cache_without_a_complaint() throws Exception {
        Path log = folder.resolve("aot.log");
        clone.with("KIRO_JAVA_OPTS", "-Xlog:aot*=warning:file=" + log + " -XX:AOTMode=on");

        Clone.Ending ending = clone.start("help");

        assertThat(ending.code()).isZero();
        assertThat(ending.err()).isEmpty();
        assertThat(log).isEmptyFile();
    }

    @Test
    void what_java_says_about_itself_does_not_reach_standard_output() throws Exception {
        clone.with("KIRO_JAVA_OPTS", "-Xlog:gc*=info:stderr -XX:+PrintFlagsFinal");

        Clone.Ending ending = clone.start("--version");

        assertThat(ending.out()).isEqualTo("kiro " + Version.NUMBER + "\n");
        assertThat(ending.err()).contains("UseSerialGC");
    }

    @Test
    void the_jar_holds_everything_once_and_no_class_that_the_cache_would_refuse()
            throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();

            assertThat(names)
                    .doesNotHaveDuplicates()
                    .contains(
                            "kiro/Main.class",
                            "META-INF/services/tools.jackson.core.TokenStreamFactory")
                    .noneMatch(name -> name.endsWith("module-info.class") || name.endsWith(".SF"));
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("kiro.Main");
            assertThat(majorVersion(jar, "picocli/CommandLine.class")).isGreaterThanOrEqualTo(69);
        }
    }

    @Test
    void no_switch_over_types_and_no_comparison_of_records_is_left_to_be_linked()
            throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            var left = new ArrayList<String>();
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith("kiro/") && entry.getName().endsWith(".class")) {
                    ClassModel type =
                            ClassFile.of().parse(jar.getInputStream(entry).readAllBytes());
                    type.methods().stream()
                            .flatMap(method -> method.code().stream())
                            .flatMap(code -> code.elementStream())
                            .filter(PackageIT::isLinkedLate)
                            .forEach(call -> left.add(entry.getName() + ": " + call));
                }
            }

            assertThat(left).isEmpty();
        }
    }

    private static boolean isLinkedLate(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                && switch (call.name().stringValue()) {
                    case "typeSwitch" ->
                            call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
                    case "equals", "hashCode" -> true;
                    default -> false;
                };
    }

    private static int majorVersion(JarFile jar, String name) throws IOException {
        try (var in = new DataInputStream(jar.getInputStream(jar.getEntry(name)))) {
            return (int) (in.readLong() & 0xFFFF);
        }
    }

    private static List<String> loadedBy(String... arguments) throws Exception {
        Path log = Files.createTempFile(folder, "class", ".log");
        clone.with("KIRO_JAVA_OPTS", "-Xlog:class+load:file=" + log);

        Clone.Ending ending = clone.start(arguments);

        assertThat(ending.code()).isZero();
        assertThat(ending.err()).isEmpty();
        return Files.readAllLines(log);
    }
}
