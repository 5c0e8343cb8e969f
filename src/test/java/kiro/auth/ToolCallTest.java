package kiro.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.process.CommandRunner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolCallTest {
    @TempDir private Path folder;

    @Test
    @Tag("sign-in#AC-2")
    void a_program_that_leaves_another_behind_is_not_waited_for_longer_than_itself()
            throws InterruptedException {
        var tools =
                new ToolCall(
                        new CommandRunner(Map.of("PATH", System.getenv("PATH")), folder), folder);

        ToolCall.Result result = tools.make(List.of("sh", "-c", "sleep 300 & echo kept"), "");

        assertThat(result).isEqualTo(new ToolCall.Result.Ended(0, "kept\n", ""));
    }
}
