package kiro.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HooksFormatTest {
    private static final Path FORMATS = Path.of("docs/formats");
    private static final Path STARTER = Path.of("src/main/resources/kiro/init/hooks.yaml");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

    @TempDir private Path folder;

    private HookStore.Reading read(String text) throws IOException {
        var workspace = TemporaryWorkspace.in(folder).with("project/.kiro/hooks.yaml", text);
        return HookStore.of(
                        Map.of(),
                        folder.resolve("home"),
                        new Workspace(workspace.root().resolve("project")),
                        () -> (path, bytes) -> true)
                .read();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FORMATS.resolve("hooks.schema.json")));
    }

    @Test
    @Tag("hooks#AC-8")
    void the_documented_examples_are_valid_and_read_without_a_finding() throws Exception {
        for (Path page : new Path[] {FORMATS.resolve("hooks.md"), Path.of("docs/guide/hooks.md")}) {
            var examples = EXAMPLE.matcher(Files.readString(page));
            assertThat(examples.find()).isTrue();
            do {
                assertThat(schema().validate(examples.group(1), InputFormat.YAML)).isEmpty();
                HookStore.Reading reading = read(examples.group(1));
                assertThat(reading.findings()).isEmpty();
                assertThat(reading.hooks()).isNotEmpty();
            } while (examples.find());
        }
    }

    @Test
    @Tag("hooks#AC-9")
    void nothing_in_the_starter_is_active() throws Exception {
        String starter = Files.readString(STARTER);

        assertThat(schema().validate(starter, InputFormat.YAML)).isEmpty();
        assertThat(read(starter))
                .isEqualTo(
                        new HookStore.Reading(
                                java.util.List.of(), Map.of(), java.util.List.of(), 1));
    }

    @Test
    @Tag("hooks#AC-9")
    void each_event_has_an_example_in_the_starter_that_is_valid() throws Exception {
        String active =
                Files.readAllLines(STARTER).stream()
                        .map(line -> line.replaceFirst("^#  (?=- | )", "  "))
                        .collect(Collectors.joining("\n"));

        assertThat(schema().validate(active, InputFormat.YAML)).isEmpty();
        HookStore.Reading reading = read(active);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.hooks().stream().map(hook -> hook.trigger().event().orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(EventKind.values()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{hoks: []}",
                "{version: 2}",
                "{hooks: [{name: a, on: file-savd, command: x}]}",
                "{hooks: [{name: a, on: stop}]}",
                "{hooks: [{name: a, on: stop, command: x, task: y}]}",
                "{hooks: [{name: a, on: stop, comand: x}]}",
                "{hooks: [{on: stop, command: x}]}",
                "{hooks: [{name: '  ', on: stop, command: x}]}",
                "{hooks: [{name: a, on: stop, command: x, timeout: soon}]}",
                "{hooks: [{name: a, on: stop, command: x, concurrency: 0}]}",
                "{hooks: [{name: a, on: stop, command: x, retry: 11}]}",
                "{hooks: [{name: a, on: stop, command: x, enabled: perhaps}]}",
                "{hooks: [{name: a, on: stop, command: [x]}]}",
                "{hooks: [{name: a, on: file-saved, files: {a: b}, command: x}]}",
                "{hooks: [{name: a, on: stop, command: x, if: {brunch: main}}]}",
                "{hooks: {name: a}}",
                "{hooks: [{name: a, on: stop, use: commit-message, with: {bdy: true}}]}",
                "{hooks: [{name: a, on: stop, use: commit-message, with: {body: perhaps}}]}",
                "{hooks: [{name: a, on: stop, use: commit-message, with: {length: 39}}]}",
                "{hooks: [{name: a, on: stop, use: commit-message, with: {breaking: all}}]}",
                "{hooks: [{name: a, on: stop, use: test-stub, with: {mark: never}}]}",
                "{hooks: [{name: a, on: stop, use: diagnose-test, with: {runs: 3}}]}",
                "{hooks: [{name: a, on: stop, use: dependency-impact, with: {form: html}}]}",
                "{hooks: [{name: a, on: file-saved, command: 'echo \"saved {file}\"'}]}",
                "{hooks: [{name: a, on: file-saved, command: \"sh -c 'cat {file}'\"}]}",
                "{hooks: [{name: a, on: stop, use: type-check, with: {tool: make}}]}",
                "{hooks: [{name: a, on: stop, use: criteria-status, with: {spec: a}}]}",
                "{hooks: [{name: a, on: stop, use: pr-description, with: {file: a}}]}",
                "{hooks: [{name: a, on: stop, use: commit-message, with: {model: true, wait: soon}}]}",
                "{hooks: [{name: a, on: stop, use: criteria-status, with: {model: true}}]}",
                "{hooks: [{name: a, on: stop, use: steering-check, with: {wait: 5s}}]}"
            })
    @Tag("hook-models#AC-10")
    @Tag("hooks#AC-8")
    void what_the_reader_refuses_the_schema_refuses_too(String text) throws Exception {
        assertThat(schema().validate(text, InputFormat.YAML)).isNotEmpty();
        assertThat(read(text).isBroken()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat {file}",
                "echo \"a\" {file} 'b'",
                "echo \"it's\" {files}",
                "echo \"$(cat {file})\"",
                "echo \\\"{file}",
                "check {files} # it's \"{file}\"",
                "echo '${files}'"
            })
    @Tag("hooks#AC-8")
    void a_placeholder_out_of_quotes_is_valid_to_both(String command) throws Exception {
        String text =
                "hooks:\n  - name: a\n    on: file-saved\n    command: |-\n      " + command + "\n";

        assertThat(schema().validate(text, InputFormat.YAML)).isEmpty();
        assertThat(read(text).findings()).isEmpty();
    }
}
