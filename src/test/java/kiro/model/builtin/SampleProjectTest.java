package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The engine on the sample project that the repository ships, whose tests are run for real.
class SampleProjectTest {
    private static final Path SAMPLE = Path.of("examples/profile-service");
    private static final String SPEC = "user-profile-update";

    @TempDir private Path folder;

    private LoopStandIn implemented() throws IOException, InterruptedException {
        LoopStandIn.copy(SAMPLE, folder);
        var loop = new LoopStandIn(folder, new BuiltinModel(_ -> Readings.profileUpdate()));
        String text = Files.readString(folder.resolve(".kiro/specs/" + SPEC + ".md"));
        loop.run(LoopStandIn.briefing(SPEC, text, "implement"), UnaryOperator.identity());
        return loop;
    }

    @Test
    @Tag("builtin-engine#AC-1")
    void every_criterion_of_the_sample_spec_is_proven_by_passing_tests()
            throws IOException, InterruptedException {
        LoopStandIn loop = implemented();

        assertThat(loop.problem()).isEmpty();
        assertThat(maven()).contains("rc=0");
        assertThat(passedTests("UserProfileUpdateTest")).isEqualTo(taggedTests());
        assertThat(tags())
                .containsExactly(
                        SPEC + "#AC-1",
                        SPEC + "#AC-2",
                        SPEC + "#AC-3",
                        SPEC + "#AC-4",
                        SPEC + "#AC-5",
                        SPEC + "#AC-6");
    }

    private String maven() throws InterruptedException {
        var runner = new CommandRunner(System.getenv(), folder.resolve("target/spill"));
        CommandResult result =
                runner.run(
                        Command.of(
                                folder,
                                Duration.ofSeconds(110),
                                List.of("mvn", "-o", "-q", "test")));
        return switch (result) {
            case CommandResult.Exited exited -> "rc=" + exited.code() + "\n" + exited.output();
            case CommandResult.TimedOut timedOut -> timedOut.toString();
            case CommandResult.NotStarted notStarted -> notStarted.reason();
        };
    }

    private long passedTests(String type) throws IOException {
        try (Stream<Path> reports = Files.list(folder.resolve("target/surefire-reports"))) {
            Path report =
                    reports.filter(file -> file.toString().endsWith("." + type + ".xml"))
                            .findFirst()
                            .orElseThrow();
            String xml = Files.readString(report);
            assertThat(xml).doesNotContain("<failure", "<error", "<skipped");
            return Pattern.compile("<testcase ").matcher(xml).results().count();
        }
    }

    private String generated() throws IOException {
        return Files.readString(
                folder.resolve("src/test/java/com/example/profile/api/UserProfileUpdateTest.java"));
    }

    private long taggedTests() throws IOException {
        return Pattern.compile("@Tag\\(").matcher(generated()).results().count();
    }

    private List<String> tags() throws IOException {
        return Pattern.compile("@Tag\\(\"([^\"]+)\"\\)")
                .matcher(generated())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .collect(Collectors.toList());
    }
}
