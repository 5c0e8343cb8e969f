package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {
    private static final String MAKES_A_JAR =
            "mkdir -p target/quick; echo jar >target/quick/kiro.jar";

    private Clone clone;

    @BeforeEach
    void make_a_clone(@TempDir Path folder) throws IOException {
        clone = Clone.on(folder);
    }

    @Nested
    class Java {
        @BeforeEach
        void a_jar_is_there() throws IOException {
            clone.withQuickTraining()
                    .withJar(Files.writeString(clone.home().resolve("kiro.jar"), "jar"));
        }

        @Test
        @Tag("frame#AC-1")
        void the_one_that_kiro_java_home_names_wins() throws Exception {
            clone.jdk("26");
            clone.with("JAVA_HOME", clone.jdk("25.0.1").toString())
                    .with("KIRO_JAVA_HOME", clone.jdk("25.0.2").toString());

            assertThat(clone.start().out()).startsWith("java 25.0.2\n");
        }

        @Test
        @Tag("frame#AC-1")
        void java_home_comes_before_path_and_path_before_the_usual_places() throws Exception {
            clone.jdk("25");
            Path onPath = clone.jdk("26");
            Files.createSymbolicLink(
                    clone.root().resolveSibling("bin/java"), onPath.resolve("bin/java"));

            assertThat(clone.start().out()).startsWith("java 26\n");

            clone.with("JAVA_HOME", clone.jdk("27").toString());

            assertThat(clone.start().out()).startsWith("java 27\n");
        }

        @Test
        @Tag("frame#AC-1")
        void a_java_home_that_is_too_old_is_passed_over() throws Exception {
            clone.with("JAVA_HOME", clone.jdk("17.0.15").toString());
            clone.jdk("25.0.3");

            assertThat(clone.start().out()).startsWith("java 25.0.3\n");
        }

        @Test
        @Tag("frame#AC-1")
        void one_with_a_compiler_comes_before_one_without() throws Exception {
            clone.runtime("25");
            clone.jdk("26");

            assertThat(clone.start().out()).startsWith("java 26\n");
        }

        @Test
        @Tag("frame#AC-1")
        void one_without_a_release_file_is_asked_for_its_version() throws Exception {
            Path home = clone.jdk("25");
            Files.delete(home.resolve("release"));
            clone.script(
                    home.resolve("bin/java"),
                    """
                    [ "$1" = -version ] || { echo started; exit; }
                    echo 'openjdk version "25-ea" 2025-09-16' >&2
                    """);

            assertThat(clone.start().out()).isEqualTo("started\n");
        }

        @Test
        @Tag("frame#AC-2")
        void where_there_is_none_one_message_says_what_to_install() throws Exception {
            Clone.Ending ending = clone.start("--version");

            assertThat(ending.code()).isEqualTo(69);
            assertThat(ending.out()).isEmpty();
            assertThat(ending.err().lines())
                    .satisfiesExactly(
                            what ->
                                    assertThat(what)
                                            .isEqualTo(
                                                    "error: kiro needs Java 25 or newer [launcher/java]"),
                            found -> assertThat(found).isEqualTo("  found: no Java at all"),
                            next ->
                                    assertThat(next)
                                            .startsWith("  next: ")
                                            .endsWith(
                                                    "install a JDK 25 from https://adoptium.net, or set"
                                                            + " KIRO_JAVA_HOME to the folder of one"));
        }

        @Test
        @Tag("frame#AC-2")
        void where_all_are_too_old_each_is_named() throws Exception {
            Path eleven = clone.jdk("11.0.2");
            Path eight = clone.jdk("1.8.0_392");

            Clone.Ending ending = clone.start("--version");

            assertThat(ending.code()).isEqualTo(69);
            assertThat(ending.err())
                    .contains("  found: Java 1.8.0_392 at " + eight + "\n")
                    .contains("  found: Java 11.0.2 at " + eleven + "\n");
        }

        @Test
        @Tag("frame#AC-2")
        void one_that_is_named_and_will_not_do_is_refused_rather_than_replaced() throws Exception {
            clone.jdk("25");
            clone.with("KIRO_JAVA_HOME", clone.jdk("17").toString());

            assertThat(clone.start().err()).contains("  found: Java 17 at ");

            clone.with("KIRO_JAVA_HOME", "/nowhere");

            Clone.Ending ending = clone.start();

            assertThat(ending.err()).contains("  found: no Java at KIRO_JAVA_HOME=/nowhere\n");
            assertThat(ending.code()).isEqualTo(69);
        }

        @Test
        void one_that_has_gone_since_the_last_start_is_looked_for_again() throws Exception {
            Path gone = clone.jdk("25.0.1");
            clone.start();
            Files.delete(gone.resolve("bin/java"));
            clone.jdk("25.0.2");

            assertThat(clone.start().out()).startsWith("java 25.0.2\n");
        }
    }

    @Nested
    class Start {
        @BeforeEach
        void there_is_a_jar_and_a_java() throws IOException {
            clone.withJar(Files.writeString(clone.home().resolve("kiro.jar"), "jar"));
            clone.jdk("25");
        }

        @Test
        @Tag("frame#AC-3")
        void arguments_arrive_as_they_were_given() throws Exception {
            String[] arguments = {"two words", "two\nlines", "", "*", "\"'$HOME`", "\\n", "--x=y"};

            assertThat(clone.start(arguments).out())
                    .endsWith("<kiro.Main>\n<" + String.join(">\n<", arguments) + ">\n");
        }

        @Test
        @Tag("frame#AC-3")
        void it_can_be_called_through_links() throws Exception {
            Path bin = Files.createDirectories(clone.home().resolve("bin"));
            Path relative = Path.of("../../the clone/kiro");
            Files.createSymbolicLink(bin.resolve("first"), relative);
            Path link = Files.createSymbolicLink(bin.resolve("kiro"), bin.resolve("first"));

            assertThat(clone.start(link, "help").out())
                    .contains("<" + clone.root().resolve("target/launcher/kiro.jar") + ">\n");
        }

        @Test
        @Tag("frame#AC-3")
        void it_prints_nothing_of_its_own() throws Exception {
            clone.start();

            Clone.Ending ending = clone.start("help");

            assertThat(ending.err()).isEmpty();
            assertThat(ending.out()).startsWith("java 25\n").doesNotContain("\n\n");
        }

        @Test
        void a_person_can_add_options_for_java() throws Exception {
            clone.with("KIRO_JAVA_OPTS", "-Xmx2g  -Dx=*");

            assertThat(clone.start().out()).contains("<-Xmx2g>\n<-Dx=*>\n");
        }

        @Test
        void without_a_locale_names_of_files_are_utf_8() throws Exception {
            clone.jdk("25");
            clone.script(clone.jdk("25").resolve("bin/java"), "echo \"${LC_ALL-unset}\"");

            assertThat(clone.start().out()).isEqualTo("C.UTF-8\n");
            assertThat(clone.with("LANG", "de_DE.UTF-8").start().out()).isEqualTo("unset\n");
            assertThat(clone.with("LC_ALL", "C").start().out()).isEqualTo("C.UTF-8\n");
        }
    }

    @Nested
    class Building {
        @BeforeEach
        void there_is_a_java() {
            clone.withQuickTraining().jdk("25");
        }

        @Test
        @Tag("frame#AC-4")
        void happens_once_and_again_when_a_source_has_changed_or_gone() throws Exception {
            clone.withSources(MAKES_A_JAR);
            Path source = clone.root().resolve("src/main/java/A.java");

            assertThat(clone.start().out()).startsWith("java 25\n");
            clone.start();
            assertThat(builds()).hasSize(1);

            clone.touch(source);
            clone.start();
            assertThat(builds()).hasSize(2);

            Files.delete(source);
            clone.start();
            clone.start();
            assertThat(builds()).hasSize(3);
        }

        @Test
        @Tag("frame#AC-4")
        void a_source_that_changes_during_the_build_is_not_taken_for_built() throws Exception {
            clone.withSources(MAKES_A_JAR + "; sleep 0.1; echo >>src/main/java/A.java");

            clone.start();
            clone.start();

            assertThat(builds()).hasSize(2);
        }

        @Test
        @Tag("frame#AC-4")
        void is_silent_where_no_person_watches() throws Exception {
            Clone.Ending ending =
                    clone.withSources(MAKES_A_JAR + "; echo noise; echo noise >&2").start();

            assertThat(ending.err()).isEmpty();
            assertThat(ending.out()).doesNotContain("noise");
        }

        @Test
        @Tag("frame#AC-5")
        void a_failure_is_shown_with_its_reasons_and_its_log() throws Exception {
            clone.withSources(
                    """
                    echo 'WARNING: about Maven itself'
                    echo '[ERROR] COMPILATION ERROR : '
                    echo '[ERROR] A.java:[1,2] cannot find symbol'
                    echo '[ERROR] '
                    echo '[ERROR] To see the full stack trace of the errors'
                    exit 1
                    """);

            Clone.Ending ending = clone.start("--version");

            assertThat(ending)
                    .isEqualTo(
                            new Clone.Ending(
                                    69,
                                    "",
                                    """
                                    error: kiro could not be built [launcher/build]
                                      COMPILATION ERROR :\s
                                      A.java:[1,2] cannot find symbol
                                      next: the whole log is %s
                                    """
                                            .formatted(
                                                    clone.root()
                                                            .resolve(
                                                                    "target/launcher/build.log"))));
        }

        @Test
        @Tag("frame#AC-5")
        void after_a_failure_the_next_start_builds_again() throws Exception {
            clone.withSources("exit 1").start();
            clone.withSources(MAKES_A_JAR);

            assertThat(clone.start().code()).isZero();
        }

        @Test
        @Tag("frame#AC-5")
        void takes_maven() throws Exception {
            clone.withSources(MAKES_A_JAR).withoutTool("mvn");

            Clone.Ending ending = clone.start();

            assertThat(ending.code()).isEqualTo(69);
            assertThat(ending.err())
                    .startsWith(
                            "error: kiro has to be built first, and there is no Maven here [launcher/build]\n"
                                    + "  next: ");
        }

        @Test
        @Tag("frame#AC-5")
        void takes_a_compiler() throws Exception {
            clone.withSources(MAKES_A_JAR).with("KIRO_JAVA_HOME", clone.runtime("26").toString());

            Clone.Ending ending = clone.start();

            assertThat(ending.code()).isEqualTo(69);
            assertThat(ending.err())
                    .contains("  found: Java 26 at ")
                    .contains("which has no compiler\n");
        }

        @Test
        @Tag("frame#AC-6")
        void two_starts_at_once_build_once() throws Exception {
            clone.withSources("sleep 0.5; " + MAKES_A_JAR);
            Path launcher = clone.root().resolve("kiro");

            Process first = clone.process(launcher, "help");
            Process second = clone.process(launcher, "help");

            assertThat(Clone.end(first).out()).endsWith("<help>\n");
            assertThat(Clone.end(second).out()).endsWith("<help>\n");
            assertThat(builds()).hasSize(1);
            assertThat(clone.root().resolve("target/launcher/lock")).doesNotExist();
        }

        @Test
        @Tag("frame#AC-6")
        void a_lock_that_a_killed_start_left_behind_keeps_nobody_out() throws Exception {
            clone.withSources(MAKES_A_JAR);
            Path made = Files.createDirectories(clone.root().resolve("target/launcher"));
            Process dead = new ProcessBuilder("true").start();
            dead.waitFor();
            Files.createSymbolicLink(made.resolve("lock"), Path.of(String.valueOf(dead.pid())));

            assertThat(clone.start().code()).isZero();
        }

        private List<String> builds() throws IOException {
            return Files.readAllLines(clone.root().resolve("maven.log"));
        }
    }

    @Nested
    class Cache {
        @BeforeEach
        void there_is_a_jar() throws IOException {
            clone.withJar(Files.writeString(clone.home().resolve("kiro.jar"), "jar"));
        }

        @Test
        @Tag("frame#AC-7")
        void is_made_once_with_the_options_that_it_is_used_with() throws Exception {
            clone.jdk("25");

            String started = clone.start("help").out();
            clone.start("help");

            String cache = clone.root().resolve("target/launcher/commands-25.aot").toString();
            assertThat(trainings()).hasSize(1);
            String trained = "<" + trainings().getFirst().replace(" ", ">\n<") + ">\n";
            assertThat(started.substring(started.indexOf('<'), started.indexOf("<-XX:AOTCache")))
                    .isEqualTo(trained.substring(0, trained.indexOf("<-XX:AOTCacheOutput")));
            assertThat(started).contains("<-XX:AOTCache=" + cache + ">\n");
        }

        @ParameterizedTest
        @CsvSource({
            "--version, version",
            "-V, version",
            "--version help, commands",
            "help, commands",
            "spec list, specs",
            "spec validate, specs",
            "spec sync profile, evidence",
            "spec infer src, evidence",
            "'', commands",
            "hooks git pre-commit, hooks",
            "agent --help, agent",
            "demo, agent"
        })
        @Tag("frame#AC-7")
        void is_the_one_of_what_is_called(String line, String kind) throws Exception {
            clone.jdk("25");
            clone.withTool("git", "exit 1");

            String started = clone.start(line.isEmpty() ? new String[0] : line.split(" ")).out();

            assertThat(started).contains("/target/launcher/" + kind + "-25.aot>\n");
            assertThat(trainings()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({"spec list, 3 1", "spec validate, 3 1", "spec sync profile, 3 1", "help, 3"})
        void the_compiler_comes_sooner_for_what_may_read_thousands_of_specs(
                String line, String scales) throws Exception {
            clone.jdk("25");
            clone.withTool("git", "exit 1");

            String started = clone.start(line.split(" ")).out();

            assertThat(started.lines().filter(option -> option.contains("CompileThreshold")))
                    .containsExactly(
                            Stream.of(scales.split(" "))
                                    .map("<-XX:CompileThresholdScaling=%s>"::formatted)
                                    .toArray(String[]::new));
        }

        @Test
        @Tag("frame#AC-7")
        void is_made_again_for_a_new_jar_and_for_an_updated_java() throws Exception {
            Path home = clone.jdk("25");
            clone.start();

            clone.touch(clone.root().resolve("target/launcher/kiro.jar"));
            clone.start();
            assertThat(trainings()).hasSize(2);

            Files.setLastModifiedTime(
                    clone.root().resolve("target/launcher/kiro.jar"), FileTime.fromMillis(0));
            clone.write(
                    home.resolve("release"),
                    "JAVA_VERSION=\"25\"\nJAVA_RUNTIME_VERSION=\"25+10\"\n");
            clone.start();
            assertThat(trainings()).hasSize(3);
        }

        @Test
        @Tag("frame#AC-7")
        void one_that_cannot_be_made_is_done_without_and_not_tried_again() throws Exception {
            clone.jdk("25");
            clone.withTool("mktemp", "echo tried >>\"$HOME/tries\"; exit 1");

            assertThat(clone.start("help").out()).doesNotContain("AOTCache").endsWith("<help>\n");
            assertThat(clone.start("help")).extracting(Clone.Ending::code).isEqualTo(0);
            assertThat(Files.readAllLines(clone.home().resolve("tries"))).hasSize(1);
        }

        @Test
        @Tag("frame#AC-7")
        void one_that_another_start_is_making_is_not_waited_for() throws Exception {
            clone.jdk("25");
            Files.createSymbolicLink(
                    clone.root().resolve("target/launcher/lock"),
                    Path.of(String.valueOf(ProcessHandle.current().pid())));

            assertThat(clone.start("help").out()).doesNotContain("AOTCache").endsWith("<help>\n");
        }

        private List<String> trainings() throws IOException {
            return Files.readAllLines(clone.home().resolve("trained"));
        }
    }
}
