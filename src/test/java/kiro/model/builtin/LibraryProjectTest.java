package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The engine on a project of quite another build than the sample, whose tests are run for real.
class LibraryProjectTest {
    @TempDir private Path folder;

    @Test
    @Tag("builtin-engine#AC-5")
    void four_endpoints_in_a_controller_that_works_with_its_store_are_proven()
            throws IOException, InterruptedException {
        LoopStandIn.copy(Path.of(ProjectCase.LIBRARY.folder(), "project"), folder);
        var loop = new LoopStandIn(folder, new BuiltinModel(_ -> ProjectCase.LIBRARY.reading()));

        loop.run(
                LoopStandIn.briefing("sample", ProjectCase.LIBRARY.spec(), "implement"),
                UnaryOperator.identity());

        assertThat(loop.problem()).isEmpty();
        var maven = new MavenRun(folder);
        assertThat(maven.test()).isEqualTo("exit 0");
        List<String> named = maven.named("src/test/java/org/example/library/SampleTest.java");
        assertThat(maven.passed("SampleTest")).isEqualTo(named.size());
        assertThat(named.stream().distinct()).hasSize(9);
    }
}
