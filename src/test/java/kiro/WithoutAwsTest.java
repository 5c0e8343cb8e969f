package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.testing.AnthropicEvents;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the parts about AWS add to commands that do not use them: no class of them is loaded.
@Timeout(60)
class WithoutAwsTest {
    private static final Pattern LOADED = Pattern.compile("^\\[[^]]*]\\S* (kiro\\.\\S+) source:.*");
    private static final Pattern OF_AWS =
            Pattern.compile("kiro\\.(aws|model\\.bedrock)\\..*|kiro\\.(.*\\.)?(Aws|Bedrock)\\w*");

    @TempDir private Path folder;

    /// A person who works with AWS, and a project with a spec.
    @BeforeEach
    void begin() throws Exception {
        Files.createDirectories(folder.resolve("w/.kiro/specs"));
        Files.writeString(
                folder.resolve("w/.kiro/specs/note.md"),
                "# Note\n\n## Overview\n\nNotes are kept.\n\n## Requirements\n\n- Nothing is lost.\n\n"
                        + "## Acceptance Criteria\n\n- [ ] AC-1: WHEN a note is saved THE service SHALL keep it\n");
        Files.createDirectories(folder.resolve("home/.aws"));
        Files.writeString(folder.resolve("home/.aws/config"), "[default]\nregion = eu-central-1\n");
    }

    private List<String> loaded(Map<String, String> variables, String... args) throws Exception {
        var line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xlog:class+load:file=" + folder.resolve("classes.log"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "kiro.Main"));
        line.addAll(List.of(args));
        var java = new ProcessBuilder(line);
        java.environment().clear();
        java.environment().putAll(variables);
        java.environment().put("HOME", folder.resolve("home").toString());
        java.environment().put("PATH", "/usr/bin:/bin");
        java.environment().put("AWS_PROFILE", "default");
        java.directory(folder.resolve("w").toFile());
        java.redirectInput(new java.io.File("/dev/null"));
        java.redirectErrorStream(true);
        java.redirectOutput(folder.resolve("said.txt").toFile());
        assertThat(java.start().waitFor())
                .as(Files.readString(folder.resolve("said.txt")))
                .isZero();
        try (Stream<String> lines = Files.lines(folder.resolve("classes.log"))) {
            return lines.flatMap(
                            each -> LOADED.matcher(each).results().map(found -> found.group(1)))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec list",
                "spec validate note",
                "steering list",
                "hooks list",
                "usage",
                "config list",
                "memory list"
            })
    @Tag("aws-access#AC-10")
    void a_command_that_asks_no_model_loads_none_of_it(String command) throws Exception {
        assertThat(loaded(Map.of(), command.split(" ")))
                .contains("kiro.Wiring")
                .filteredOn(OF_AWS.asMatchPredicate())
                .isEmpty();
    }

    @Test
    @Tag("aws-access#AC-10")
    void a_run_with_another_provider_loads_none_of_it() throws Exception {
        try (AnthropicServer server = AnthropicServer.start()) {
            server.thenReply(AnthropicEvents.saying("done"));
            assertThat(
                            loaded(
                                    Map.of(
                                            "KIRO_MODEL", "anthropic/claude-sonnet-4-5",
                                            "ANTHROPIC_API_KEY", "k-1",
                                            "ANTHROPIC_BASE_URL", server.url().toString()),
                                    "chat",
                                    "hello"))
                    .contains("kiro.model.anthropic.AnthropicModel")
                    .filteredOn(OF_AWS.asMatchPredicate())
                    .isEmpty();
        }
    }
}
