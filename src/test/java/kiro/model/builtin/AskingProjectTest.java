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

/// The engine on a project whose controllers ask a class of their own who calls; its tests are run for real.
class AskingProjectTest {
    private static final Path CASE = Path.of("src/test/resources/kiro/model/builtin-callers/choir");

    @TempDir private Path folder;

    @Test
    @Tag("builtin-engine#AC-124")
    @Tag("builtin-engine#AC-128")
    void endpoints_that_ask_for_their_caller_are_proven() throws IOException, InterruptedException {
        LoopStandIn.copy(CASE.resolve("project"), folder);
        for (String spec : List.of("song-bringing", "song-removal")) {
            String text = Files.readString(CASE.resolve("specs/" + spec + ".md"));
            new LoopStandIn(folder, new BuiltinModel())
                    .run(LoopStandIn.briefing(spec, text, "implement"), UnaryOperator.identity());
        }

        var maven = new MavenRun(folder);
        assertThat(maven.test()).isEqualTo("exit 0");
        assertThat(maven.passed("SongBringingTest")).isEqualTo(5);
        assertThat(maven.passed("SongRemovalTest")).isEqualTo(5);
    }
}
