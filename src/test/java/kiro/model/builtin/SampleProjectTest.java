package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The engine on the sample project that the repository ships, whose tests are run for real.
class SampleProjectTest {
    private static final Path SAMPLE = Path.of("examples/profile-service");
    private static final String SPEC = "user-profile-update";
    private static final String TESTS =
            "src/test/java/com/example/profile/api/UserProfileUpdateTest.java";

    @TempDir private Path folder;

    @Test
    @Tag("builtin-engine#AC-1")
    void every_criterion_of_the_sample_spec_is_proven_by_passing_tests()
            throws IOException, InterruptedException {
        LoopStandIn.copy(SAMPLE, folder);
        var loop = new LoopStandIn(folder, new BuiltinModel(_ -> Readings.profileUpdate()));
        String text = Files.readString(folder.resolve(".kiro/specs/" + SPEC + ".md"));

        loop.run(LoopStandIn.briefing(SPEC, text, "implement"), UnaryOperator.identity());

        assertThat(loop.problem()).isEmpty();
        var maven = new MavenRun(folder);
        assertThat(maven.test()).isEqualTo("exit 0");
        List<String> named = maven.named(TESTS);
        assertThat(maven.passed("UserProfileUpdateTest")).isEqualTo(named.size());
        assertThat(named.stream().distinct())
                .containsExactly(
                        SPEC + "#AC-1",
                        SPEC + "#AC-2",
                        SPEC + "#AC-3",
                        SPEC + "#AC-4",
                        SPEC + "#AC-5",
                        SPEC + "#AC-6");
    }
}
