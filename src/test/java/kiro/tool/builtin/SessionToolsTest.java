package kiro.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import kiro.process.CommandRunner;
import kiro.process.Confinement;
import kiro.spec.Spec;
import kiro.testing.Processes;
import kiro.testing.TemporaryWorkspace;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.Tool;
import kiro.tool.ToolResult;
import kiro.workspace.Git;
import kiro.workspace.GitLeave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class SessionToolsTest {
    @TempDir Path folder;
    private final BackgroundCommands background = new BackgroundCommands();
    private TemporaryWorkspace work;
    private List<Tool> tools;

    /// A project whose tests are one command, and whose one criterion is proven.
    private static final ProjectChecks CHECKS =
            new ProjectChecks() {
                @Override
                public Optional<String> testCommand() {
                    return Optional.of("make test");
                }

                @Override
                public Tested test() {
                    return new Tested(false, "1 passed, 1 failed, 0 skipped\nAC-1: not proven");
                }

                @Override
                public List<String> standing(Spec spec) {
                    return List.of("AC-1: proven, 2 tests pass");
                }
            };

    @BeforeEach
    void makeProject() throws Exception {
        work = TemporaryWorkspace.in(Files.createDirectories(folder.resolve("work")));
        var commands = new CommandRunner(System.getenv(), folder.resolve("spill"));
        tools =
                SessionTools.of(
                        work.workspace(),
                        new Git(work.workspace(), commands),
                        new BuiltinTools.Running(
                                commands,
                                Confinement.NONE,
                                Duration.ofSeconds(20),
                                GitLeave.Giver.FREE),
                        background,
                        CHECKS,
                        new PageFetcher(false, Duration.ofSeconds(5)));
    }

    @AfterEach
    void endAll() {
        background.close();
    }

    @Test
    @Tag("tools#AC-1")
    void every_schema_is_valid_and_says_what_is_checked() {
        var draft = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (Tool tool : tools) {
            assertThat(
                            draft.getSchema(tool.spec().schema())
                                    .validate("{\"unknown\": 1}", InputFormat.JSON))
                    .as(tool.spec().name())
                    .isNotEmpty();
            assertThat(tool.spec().description()).hasSizeGreaterThan(60).endsWith(".");
        }
    }

    @Test
    @Tag("tools#AC-12")
    void a_command_in_the_background_is_looked_at_and_stopped_by_its_handle() throws Exception {
        assertThat(
                        effect(
                                "start_command",
                                Map.of("command", "while read x <go; do echo got $x; done")))
                .isEqualTo(new Effect.Execute("while read x <go; do echo got $x; done"));
        work.with("go", "");
        String started =
                call(
                        "start_command",
                        Map.of(
                                "command",
                                "echo up; echo $$ >pid; until [ -s go ]; do sleep 0.05; done; cat go; exec sleep 60"));
        assertThat(started)
                .startsWith("bg-1: command_output shows what it prints")
                .endsWith("it is running\nup");
        assertThat(tool("command_output").polls()).isTrue();
        assertThat(call("command_output", Map.of("handle", "bg-1"))).isEqualTo("it is running");

        work.with("go", "now\n");
        assertThat(call("command_output", Map.of("handle", "bg-1", "wait_seconds", 20)))
                .isEqualTo("it is running\nnow");

        assertThat(call("stop_command", Map.of("handle", "bg-1"))).isEqualTo("it was stopped");
        assertThat(Processes.hasEnded(Long.parseLong(work.read("pid").strip()))).isTrue();
        assertThat(refused("command_output", Map.of("handle", "bg-2")))
                .startsWith("there is no command 'bg-2' in the background; there is bg-1 (echo up");
    }

    @Test
    @Tag("tools#AC-12")
    void an_end_is_told_with_its_exit_code_and_a_flood_loses_its_oldest() throws Exception {
        call(
                "start_command",
                Map.of("command", "yes filler | head -100000; echo last; touch over; exit 3"));
        while (!work.has("over")) {
            LockSupport.parkNanos(1_000_000);
        }
        var seen = new StringBuilder();
        while (!seen.toString().contains("it has ended with exit code 3")) {
            seen.append(call("command_output", Map.of("handle", "bg-1", "wait_seconds", 20)));
        }
        assertThat(seen.toString())
                .contains("last")
                .contains(" characters before this are left out: what it prints is in ")
                .hasSizeLessThan(120_000);
        String file =
                seen.toString()
                        .replaceAll(
                                "(?s).*what it prints is in ([^]]+), up to 100,000,000 bytes\\].*",
                                "$1");
        assertThat(Path.of(file).isAbsolute() ? Path.of(file) : work.root().resolve(file))
                .hasContent("filler\n".repeat(100_000) + "last\n");
    }

    @Test
    @Tag("tools#AC-12")
    void there_are_so_many_and_no_more_and_all_end_with_the_run() throws Exception {
        for (int i = 0; i < 8; i++) {
            call(
                    "start_command",
                    Map.of("command", "echo $$ >pid-" + i + "; echo up; exec sleep 60"));
        }
        assertThat(refused("start_command", Map.of("command", "sleep 1")))
                .startsWith("8 commands run in the background, the most there may be");

        background.close();

        for (int i = 0; i < 8; i++) {
            assertThat(Processes.hasEnded(Long.parseLong(work.read("pid-" + i).strip()))).isTrue();
        }
    }

    @Test
    @Tag("tools#AC-13")
    void the_tests_are_a_command_whose_outcome_is_told_by_criterion() throws Exception {
        assertThat(effect("run_tests", Map.of())).isEqualTo(new Effect.Execute("make test"));
        assertThat(ready("run_tests", Map.of()).act().run())
                .isEqualTo(
                        new ToolResult.Unsuccessful(
                                "1 passed, 1 failed, 0 skipped\nAC-1: not proven"));
    }

    @Test
    @Tag("tools#AC-14")
    void a_spec_is_read_with_what_is_proven_of_it() throws Exception {
        work.with(
                ".kiro/specs/greeting.md",
                "# Greeting\n\n## Overview\n\nx\n\n## Requirements\n\n- y\n\n## Acceptance Criteria\n\n- [ ] AC-1: It greets\n");
        assertThat(call("read_spec", Map.of())).isEqualTo("greeting");
        assertThat(call("read_spec", Map.of("spec", "greeting")))
                .startsWith("# Greeting\n")
                .endsWith(
                        "[what is proven, by the evidence that is kept]\nAC-1: proven, 2 tests pass");
        assertThat(refused("read_spec", Map.of("spec", "greetings")))
                .contains("did you mean 'greeting'?");
    }

    @Test
    @Tag("tools#AC-15")
    void diagnostics_are_told_by_file_and_line() throws Exception {
        work.with("pom.xml", "<project/>\n")
                .with(
                        "mvnw",
                        "#!/bin/sh\necho \"$@\" >called\necho '[ERROR] %s/src/A.java:[3,5] cannot find symbol'\necho '[ERROR] %s/src/A.java:[3,5] cannot find symbol'\necho '[ERROR] %s/lib/B.java:[1,1] no'\nexit 1\n"
                                .formatted(work.root(), work.root(), work.root()))
                .committed();
        assertThat(work.root().resolve("mvnw").toFile().setExecutable(true)).isTrue();

        assertThat(effect("diagnostics", Map.of()))
                .isEqualTo(new Effect.Execute("./mvnw -q -B test-compile"));
        assertThat(ready("diagnostics", Map.of()).act().run())
                .isEqualTo(
                        new ToolResult.Unsuccessful(
                                "exit code 1\nsrc/A.java:3:5: cannot find symbol\nlib/B.java:1:1: no"));
        assertThat(call("diagnostics", Map.of("path", "lib/")))
                .isEqualTo("exit code 1\nlib/B.java:1:1: no\n[1 more in other files]");
    }

    @Test
    @Tag("tools#AC-15")
    void a_project_without_a_known_compiler_is_told_so() throws Exception {
        work.with("README.md", "x").committed();
        assertThat(refused("diagnostics", Map.of()))
                .isEqualTo("no compiler or linter is known for this project: run_command runs one");
    }

    @ParameterizedTest
    @Tag("tools#AC-15")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "[ERROR] /w/src/A.java:[3,5] cannot find symbol | src/A.java:3:5: cannot find symbol",
                "src/a.ts(12,7): error TS2322: no               | src/a.ts:12:7: error TS2322: no",
                "src/main.rs:4:9: error[E0308]: mismatched      | src/main.rs:4:9: error[E0308]: mismatched",
                "vet: ./main.go:3:2: undefined: x               | ./main.go:3:2: undefined: x",
                "app.py:3:1: F401 unused                        | app.py:3:1: F401 unused",
                "app.py:9: error: Incompatible                  | app.py:9: error: Incompatible",
                "/w/src/A.java:7: error: ';' expected           | src/A.java:7: error: ';' expected",
            })
    void what_the_tools_of_many_languages_print_is_understood(String printed, String expected) {
        assertThat(Diagnostics.of(printed, Path.of("/w"))).containsExactly(expected);
    }

    @Test
    @Tag("tools#AC-15")
    void a_heading_with_lines_below_it_is_understood() {
        assertThat(
                        Diagnostics.of(
                                "/w/src/a.js\n  3:5  error  'x' is not defined  no-undef\n\n1 problem",
                                Path.of("/w")))
                .containsExactly("src/a.js:3:5: error 'x' is not defined no-undef");
    }

    @Test
    @Tag("tools#AC-16")
    void a_list_of_what_is_to_be_done_is_kept_in_one_form() throws Exception {
        assertThat(call("todo", Map.of("items", List.of("[x] read", "[-] write", "[ ] test"))))
                .isEqualTo("1 of 3 done\n[x] read\n[-] write\n[ ] test");
        assertThat(refused("todo", Map.of("items", List.of("write"))))
                .startsWith("'write' is no item");
        assertThat(refused("todo", Map.of("items", List.of("[-] a", "[-] b"))))
                .isEqualTo("one item at most is under way");
    }

    private Tool tool(String name) {
        return tools.stream()
                .filter(tool -> tool.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Preparation prepare(String tool, Map<String, Object> arguments)
            throws InterruptedException {
        return tool(tool).prepare(JsonMapper.shared().writeValueAsString(arguments));
    }

    private Preparation.Ready ready(String tool, Map<String, Object> arguments)
            throws InterruptedException {
        return switch (prepare(tool, arguments)) {
            case Preparation.Ready ready -> ready;
            case Preparation.Refused refused -> throw new AssertionError(refused.text());
        };
    }

    private Effect effect(String tool, Map<String, Object> arguments) throws InterruptedException {
        return ready(tool, arguments).effect();
    }

    private String call(String tool, Map<String, Object> arguments) throws InterruptedException {
        return ready(tool, arguments).act().run().text();
    }

    private String refused(String tool, Map<String, Object> arguments) throws InterruptedException {
        return switch (prepare(tool, arguments)) {
            case Preparation.Ready ready -> throw new AssertionError(ready);
            case Preparation.Refused refused -> refused.text();
        };
    }
}
