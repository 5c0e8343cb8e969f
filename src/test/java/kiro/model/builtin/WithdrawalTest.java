package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kiro.model.builtin.LoopStandIn.GivenStep;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the engine wrote does not stay where the project is worse with it.
class WithdrawalTest {
    private static final Path SAMPLE = Path.of("examples/profile-service");
    private static final String SPEC = "user-profile-update";
    private static final String SERVICE =
            "src/main/java/com/example/profile/service/UserService.java";
    private static final String TESTS =
            "src/test/java/com/example/profile/api/UserProfileUpdateTest.java";
    private static final String CLOCK = "src/test/java/com/example/profile/MovableClock.java";
    private static final String BROKEN =
            "could not measure: the code does not compile\n[ERROR] /home/a/%s:[7,9] cannot find symbol\n";

    @TempDir private Path folder;

    private LoopStandIn run(UnaryOperator<List<GivenStep>> edit)
            throws IOException, InterruptedException {
        LoopStandIn.copy(SAMPLE, folder);
        var loop = new LoopStandIn(folder, new BuiltinModel(_ -> Readings.profileUpdate()));
        String text = Files.readString(folder.resolve(".kiro/specs/" + SPEC + ".md"));
        loop.run(LoopStandIn.briefing(SPEC, text, "implement"), edit);
        return loop;
    }

    private static Map<String, String> files(Path root) throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (name.startsWith("src/")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }

    private static String words(LoopStandIn loop) {
        return loop.messages().stream()
                .map(kiro.model.Message::text)
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    @Test
    @Tag("builtin-engine#AC-100")
    void code_that_does_not_compile_is_taken_back_before_the_next_step()
            throws IOException, InterruptedException {
        LoopStandIn loop = run(steps -> steps.subList(0, 1));

        loop.tested(BROKEN.formatted(SERVICE), 2, loop.steps().get(1));

        assertThat(files(folder)).isEqualTo(files(SAMPLE));
        assertThat(loop.problem())
                .contains("does not compile", "all that was written is taken back");
    }

    @Test
    @Tag("builtin-engine#AC-9")
    @Tag("builtin-engine#AC-100")
    void code_with_which_tests_fail_that_passed_is_taken_back()
            throws IOException, InterruptedException {
        LoopStandIn loop = run(steps -> steps.subList(0, 1));

        loop.tested(
                "3 passed, 1 failed, 0 skipped\nFAILED a.BTest#c: no\n", 2, loop.steps().get(1));

        assertThat(files(folder)).isEqualTo(files(SAMPLE));
        assertThat(loop.problem()).contains("a.BTest#c", "ANTHROPIC_API_KEY");
    }

    @Test
    @Tag("builtin-engine#AC-100")
    void what_failed_before_takes_nothing_back() throws IOException, InterruptedException {
        LoopStandIn loop = run(steps -> steps.subList(0, 1));

        loop.tested(
                "3 passed, 1 failed, 0 skipped\nSTILL FAILS a.BTest#c: no\n",
                2,
                loop.steps().get(1));

        assertThat(loop.problem()).isEmpty();
        assertThat(files(folder)).isNotEqualTo(files(SAMPLE));
    }

    @Test
    @Tag("builtin-engine#AC-100")
    void code_that_does_not_compile_with_other_tests_is_taken_back_at_the_end()
            throws IOException, InterruptedException {
        LoopStandIn loop = run(UnaryOperator.identity());

        loop.missing(BROKEN.formatted("src/test/java/com/example/profile/OtherTest.java"));
        loop.missing("5 passed, 0 failed, 0 skipped\n");

        assertThat(files(folder)).isEqualTo(files(SAMPLE));
        assertThat(words(loop))
                .contains("OtherTest.java:[7,9] cannot find symbol")
                .containsOnlyOnce("all that was written was taken back");
    }

    @Test
    @Tag("builtin-engine#AC-100")
    void tests_with_which_others_fail_go_first() throws IOException, InterruptedException {
        LoopStandIn loop = run(UnaryOperator.identity());

        loop.missing("5 passed, 1 failed, 0 skipped\nFAILED a.BTest#c: no\n");

        assertThat(folder.resolve(TESTS)).doesNotExist();
        assertThat(folder.resolve(CLOCK)).doesNotExist();
        assertThat(files(folder).get(SERVICE)).isNotEqualTo(files(SAMPLE).get(SERVICE));

        loop.missing("5 passed, 1 failed, 0 skipped\nFAILED a.BTest#c: no\n");

        assertThat(files(folder)).isEqualTo(files(SAMPLE));
    }

    @Test
    @Tag("builtin-engine#AC-21")
    void what_only_tests_needed_that_were_taken_back_goes_with_them()
            throws IOException, InterruptedException {
        LoopStandIn loop = run(UnaryOperator.identity());
        assertThat(folder.resolve(CLOCK)).exists();

        loop.missing("could not measure: no\n[ERROR] /home/a/" + TESTS + ":[3,8] no symbol\n");

        assertThat(folder.resolve(TESTS)).doesNotExist();
        assertThat(folder.resolve(CLOCK)).doesNotExist();
    }

    @Test
    @Tag("builtin-engine#AC-156")
    void the_reason_is_what_the_compiler_said_and_no_warning_of_the_build()
            throws IOException, InterruptedException {
        LoopStandIn loop = run(steps -> steps.subList(0, 1));

        loop.tested(
                """
                could not measure: the code does not compile
                WARNING: sun.misc.Unsafe::objectFieldOffset has been called
                [WARNING] /home/a/src/main/java/com/example/profile/Old.java:[3,8] deprecated
                [ERROR] /home/a/%1$s:[7,9] cannot find symbol
                [ERROR] /home/a/%1$s:[8,9] cannot find symbol
                """
                        .formatted(SERVICE),
                2,
                loop.steps().get(1));

        assertThat(loop.problem())
                .startsWith(
                        "the project does not compile: "
                                + SERVICE
                                + ":[7,9] cannot find symbol (and 1 more); all that was written is taken back");
    }

    @Test
    @Tag("builtin-engine#AC-156")
    void what_cannot_be_tested_does_not_stay() throws IOException, InterruptedException {
        LoopStandIn loop = run(steps -> steps.subList(0, 1));

        loop.tested(
                "could not measure: the build has no network: trust the project\nWARNING: of Maven\n",
                2,
                loop.steps().get(1));

        assertThat(files(folder)).isEqualTo(files(SAMPLE));
        assertThat(loop.problem())
                .isEqualTo(
                        "the tests cannot be run: the build has no network: trust the project; all that was written is taken back, and the criteria stay open");
    }
}
