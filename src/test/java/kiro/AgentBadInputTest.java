package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.testing.Processes;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What bad input gets, through the whole program.
class AgentBadInputTest {
    private static final String SPEC =
            """
            # Demo

            ## Overview

            A demo.

            ## Requirements

            - It greets.

            ## Acceptance Criteria

            - [ ] AC-1: It greets by name
            """;
    private static final String TEST_FILE = "src/test/java/demo/DemoTest.java";
    private static final String TEST_SOURCE =
            """
            package demo;

            class DemoTest {
                @Test
                @Tag("demo#AC-1")
                void greets() {
                    check();
                }
            }
            """;
    private static final String PASSING =
            """
            mkdir -p target/surefire-reports
            echo '<testsuite name="demo.DemoTest"><testcase classname="demo.DemoTest" name="greets"/></testsuite>' \
                > target/surefire-reports/TEST-demo.DemoTest.xml
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("pom.xml", "<project/>\n")
                        .with("run-tests.sh", PASSING)
                        .with(".gitignore", "target/\nspill/\nscript.jsonl\n")
                        .with(".kiro/specs/demo.md", SPEC);
    }

    private Kiro kiro(String... script) {
        workspace.with("script.jsonl", ScriptLines.all(script));
        return Kiro.in(workspace.root()).with("KIRO_TEST_COMMAND", "sh run-tests.sh");
    }

    private static final String[] IMPLEMENT = {
        "agent",
        "--spec",
        "demo",
        "--task",
        "implement",
        "--mode",
        "autonomous",
        "--model",
        "scripted/script.jsonl"
    };
    private static final String[] WITHOUT_SPEC = {
        "agent", "tidy up", "--mode", "autonomous", "--model", "scripted/script.jsonl"
    };
    private static final String[] WHOLE_RUN = {
        ScriptLines.plan("c1", "write the test", TEST_FILE),
        ScriptLines.writes("c2", TEST_FILE, TEST_SOURCE),
        ScriptLines.says("done")
    };

    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> walk = Files.walk(workspace.root())) {
            walk.filter(Files::isRegularFile)
                    .forEach(file -> files.put(file.toString(), hash(file)));
        }
        return files;
    }

    private static String hash(Path file) {
        try {
            return kiro.text.Hash.of(Files.readAllBytes(file)).hex();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "missing, spec/missing, .kiro/specs/missing.md",
        "empty, spec/empty, .kiro/specs/empty.md",
        "no-criteria, spec/no-criteria, .kiro/specs/no-criteria.md:1",
        "latin, spec/not-utf-8, .kiro/specs/latin.md:3",
        "large, spec/too-large, .kiro/specs/large.md",
        "twice, spec/duplicate-id, .kiro/specs/twice.md:14",
    })
    @Tag("agent-command#AC-12")
    void a_spec_that_cannot_be_used_is_a_finding_and_nothing_is_written(
            String spec, String rule, String place) throws IOException {
        byte[] large = new byte[10 << 20];
        java.util.Arrays.fill(large, (byte) 'a');
        workspace
                .with(".kiro/specs/empty.md", "")
                .with(".kiro/specs/no-criteria.md", "# T\n\n## Overview\n\nNothing.\n")
                .with(".kiro/specs/latin.md", new byte[] {'#', ' ', 'T', '\n', '\n', (byte) 0xE9})
                .with(".kiro/specs/large.md", large)
                .with(".kiro/specs/twice.md", SPEC + "- [ ] AC-1: It greets again\n");
        Kiro kiro = kiro(WHOLE_RUN);
        Map<String, String> before = files();

        Kiro.Result result = kiro.run("agent", "--spec", spec, "--task", "implement");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("error: ", place, rule, "  next: ");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    @Tag("agent-command#AC-13")
    void a_folder_that_is_no_git_repository_is_named_so_and_worked_on() {
        Kiro.Result result = kiro(WHOLE_RUN).run(IMPLEMENT);

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("git: not a repository", "criteria: 1 of 1 proven");
        assertThat(workspace.read(".kiro/specs/demo.md")).contains("- [x] AC-1");
    }

    @Test
    @Tag("agent-command#AC-13")
    void a_dirty_tree_is_named_and_what_lies_in_it_is_kept() throws InterruptedException {
        workspace.committed().with("notes.txt", "mine\n").with("pom.xml", "<project></project>\n");

        Kiro.Result result = kiro(WHOLE_RUN).run(IMPLEMENT);

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("git: branch main, 2 files changed");
        assertThat(workspace.read("notes.txt")).isEqualTo("mine\n");
        assertThat(workspace.git("status", "--porcelain"))
                .contains("?? notes.txt", " M pom.xml", "?? src/");
    }

    @Test
    @Tag("agent-command#AC-13")
    void without_a_build_tool_it_is_said_up_front_that_nothing_can_be_proven() throws Exception {
        Files.delete(workspace.root().resolve("pom.xml"));
        workspace.with(
                "script.jsonl", ScriptLines.all(WHOLE_RUN) + "\n" + ScriptLines.says("well"));

        Kiro.Result result = Kiro.in(workspace.root()).run(IMPLEMENT);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out())
                .contains(
                        "build tool: none found", "test command: none known", "could not measure");
        assertThat(result.out())
                .containsPattern("(?s)warning: [^\n]*tests.command.*1/1 write the test");
        assertThat(workspace.read(".kiro/specs/demo.md")).isEqualTo(SPEC);
    }

    @Test
    @Tag("agent-command#AC-14")
    void tests_that_do_not_compile_before_the_run_are_said_up_front() {
        workspace.with(
                "run-tests.sh",
                "echo '[ERROR] COMPILATION ERROR : '; echo '[ERROR] A.java:[1,1] ; expected'; exit 1\n");

        Kiro.Result result =
                kiro(WHOLE_RUN[0], WHOLE_RUN[1], WHOLE_RUN[2], ScriptLines.says("well"))
                        .run(IMPLEMENT);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out())
                .containsPattern(
                        "(?s)warning: the tests cannot be run as the project stands.*1/1 write the test")
                .contains("could not measure");
        assertThat(workspace.read(".kiro/specs/demo.md")).isEqualTo(SPEC);
    }

    @Test
    @Tag("agent-command#AC-14")
    void tests_that_hang_are_ended_with_all_that_they_started() {
        workspace
                .with(".kiro/config.yaml", "tests:\n  limit: 1s\n")
                .with("run-tests.sh", "sleep 300 & echo $! >> target/children; wait\n")
                .with("target/children", "");

        Kiro.Result result =
                kiro(WHOLE_RUN[0], WHOLE_RUN[1], WHOLE_RUN[2], ScriptLines.says("well"))
                        .run(IMPLEMENT);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains("the tests ran longer than 1 s ", "raise tests.limit");
        assertThat(workspace.read("target/children").lines())
                .isNotEmpty()
                .allMatch(child -> Processes.hasEnded(Long.parseLong(child)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete_everything {}",
                "write_file {\"path\": \"a.txt\", ",
                "write_file {\"path\":\"../outside.txt\",\"content\":\"x\"}",
                "write_file {\"path\":\"/tmp/kiro-outside.txt\",\"content\":\"x\"}",
                "edit_file {\"path\":\"pom.xml\",\"old_text\":\"not there\",\"new_text\":\"x\"}",
            })
    @Tag("agent-command#AC-15")
    void what_a_model_gets_wrong_changes_nothing_and_is_no_success(String call) throws IOException {
        String[] words = call.split(" ", 2);
        Kiro kiro = kiro(ScriptLines.call("c1", words[0], words[1]), ScriptLines.says("all done"));
        Map<String, String> before = files();

        Kiro.Result result = kiro.run(WITHOUT_SPEC);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains("refused: ", "not done: ", "failed: ");
        assertThat(Path.of("/tmp/kiro-outside.txt")).doesNotExist();
        assertThat(folder.resolve("outside.txt")).doesNotExist();
        assertThat(files()).containsAllEntriesOf(before);
        assertThat(workspace.has("a.txt")).isFalse();
    }

    @Test
    @Tag("agent-command#AC-15")
    void what_is_not_allowed_and_not_done_ends_with_the_code_of_a_refusal() {
        Kiro.Result result =
                kiro(
                                ScriptLines.call(
                                        "c1", "run_command", "{\"command\":\"sudo reboot\"}"),
                                ScriptLines.says("rebooted"))
                        .run(WITHOUT_SPEC);

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).contains("not done: sudo reboot", "not allowed: ", "next: ");
    }

    @Test
    @Tag("agent-command#AC-15")
    void the_same_call_again_and_again_ends_the_run() {
        var script = new String[8];
        for (int i = 0; i < script.length; i++) {
            script[i] = ScriptLines.call("c" + i, "read_file", "{\"path\":\"pom.xml\"}");
        }

        Kiro.Result result = kiro(script).run(WITHOUT_SPEC);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains("the same call to read_file again and again");
    }

    /// The system breaks every file off at a size, as it does on a full disk.
    @Test
    @Tag("terminal#AC-7")
    void names_cannot_command_a_terminal_wherever_the_output_goes() {
        workspace.with(
                "script.jsonl",
                ScriptLines.all(
                        ScriptLines.writes("c1", "made\u001b[2J.txt", "x"),
                        ScriptLines.says("done")));

        Kiro.Result result =
                Kiro.in(workspace.root())
                        .run(
                                "agent",
                                "make it",
                                "--model",
                                "scripted/script.jsonl",
                                "--mode",
                                "autonomous");
        Kiro.Result wrong = Kiro.in(workspace.root()).run("agent", "--plan", "no\u001b[2Jplan.md");

        assertThat(result.out())
                .contains("1 file written: made\\u{1b}[2J.txt")
                .doesNotContain("\u001b");
        assertThat(wrong.err()).contains("plan.md").doesNotContain("\u001b");
    }

    @Test
    @Tag("agent-command#AC-16")
    void a_full_disk_ends_the_run_with_what_was_written_whole() throws Exception {
        kiro(
                ScriptLines.writes("c1", "small.txt", "small\n"),
                ScriptLines.writes("c2", "large.txt", "x".repeat(200_000)),
                ScriptLines.says("done"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String line =
                "ulimit -f 64; export HOME='%2$s'; exec '%1$s' -XX:-UsePerfData -XX:TieredStopAtLevel=1 kiro.Main %3$s"
                        .formatted(
                                java,
                                folder.resolve("home"),
                                "agent tidy --mode autonomous --model scripted/script.jsonl");

        var result =
                (CommandResult.Exited)
                        new CommandRunner(System.getenv(), folder.resolve("spill"))
                                .run(
                                        Command.shell(
                                                        workspace.root(),
                                                        Duration.ofSeconds(60),
                                                        line)
                                                .withEnvironment(
                                                        Map.of(
                                                                "CLASSPATH",
                                                                Processes.classPath())));

        assertThat(result.code()).as(result.output().text()).isEqualTo(69);
        assertThat(result.output().text())
                .contains("error: ", "events.jsonl", "[io/failed]", "  next: ");
        assertThat(workspace.read("small.txt")).isEqualTo("small\n");
        assertThat(workspace.has("large.txt")).isFalse();
        assertThat(
                        kiro(
                                        ScriptLines.call("c1", "list_directory", "{}"),
                                        ScriptLines.says("nothing to do"))
                                .run(WITHOUT_SPEC)
                                .code())
                .isZero();
    }
}
