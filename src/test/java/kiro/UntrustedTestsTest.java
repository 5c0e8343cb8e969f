package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tests of a cloned project are code that nobody has looked at.
class UntrustedTestsTest {
    private static final String WORKING =
            "#!/bin/sh\necho \"$*\" >>'%s'\nwhile [ \"$1\" != -- ]; do shift; done\nshift\nexec \"$@\"\n";
    private static final String BROKEN = "#!/bin/sh\necho 'bwrap: no namespaces' >&2\nexit 1\n";

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

    @TempDir Path folder;
    private TemporaryWorkspace workspace;
    private Path ran;

    @BeforeEach
    void makeProject() throws Exception {
        ran = folder.resolve("ran");
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("pom.xml", "<project/>\n")
                        .with("mvnw", "#!/bin/sh\necho \"ran $MAVEN_OPTS\" >>'%s'\n".formatted(ran))
                        .with(".gitignore", "script.jsonl\n")
                        .with(".kiro/specs/demo.md", SPEC)
                        .with(
                                "script.jsonl",
                                ScriptLines.all(
                                        ScriptLines.plan("c1", "greet", "a.txt"),
                                        ScriptLines.says("done"),
                                        ScriptLines.says("done"),
                                        ScriptLines.says("done"),
                                        ScriptLines.says("done")));
        assertThat(workspace.root().resolve("mvnw").toFile().setExecutable(true)).isTrue();
        workspace.committed();
    }

    @Test
    @Tag("trust#AC-8")
    void where_nothing_confines_and_nobody_is_asked_they_do_not_run() throws Exception {
        Kiro.Result result = kiro(BROKEN, "on").run(implement("autonomous"));

        assertThat(ran).doesNotExist();
        assertThat(result.out())
                .contains(
                        "the tests were not run: './mvnw",
                        "nobody trusts it yet",
                        "bwrap: no namespaces",
                        "kiro trust --show");
        assertThat(result.code()).isNotZero();
    }

    @Test
    @Tag("trust#AC-8")
    void a_person_is_asked_before_the_plan_is_made() throws Exception {
        Kiro.Result result =
                kiro(BROKEN, "on").typing("n", "not yet", "q").run(implement("semi-automatic"));

        assertThat(result.out())
                .contains("run the tests of a project that nobody trusts yet: ./mvnw");
        assertThat(ran).doesNotExist();
    }

    @Test
    @Tag("trust#AC-8")
    void they_run_within_the_sandbox() throws Exception {
        Kiro.Result result =
                kiro(WORKING.formatted(folder.resolve("calls")), "on").run(implement("autonomous"));

        assertThat(ran).exists();
        assertThat(
                        Files.readAllLines(folder.resolve("calls")).stream()
                                .filter(l -> l.contains("mvnw")))
                .isNotEmpty()
                .allMatch(line -> line.contains("--unshare-net"));
        assertThat(result.out()).contains("nobody trusts this project yet");
    }

    @Test
    @Tag("trust#AC-14")
    void those_of_a_trusted_project_run_within_the_sandbox_with_the_network() throws Exception {
        Kiro kiro = kiro(WORKING.formatted(folder.resolve("calls")), "on");
        assertThat(kiro.run("trust", "--yes").code()).isZero();
        Kiro.Result result = kiro.run(implement("autonomous"));

        assertThat(ran).exists();
        assertThat(
                        Files.readAllLines(folder.resolve("calls")).stream()
                                .filter(l -> l.contains("mvnw")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("--unshare-net"));
        assertThat(result.out()).doesNotContain("nobody trusts this project yet");
    }

    @Test
    @Tag("fetched-libraries#AC-1")
    @Tag("fetched-libraries#AC-7")
    void what_a_build_fetches_has_a_folder_that_is_shown() throws Exception {
        Kiro kiro = kiro(WORKING.formatted(folder.resolve("calls")), "on");
        assertThat(kiro.run("trust", "--yes").code()).isZero();
        kiro.run(implement("autonomous"));
        String shown = kiro.run("permissions", "list").out();

        String builds = folder.toRealPath().resolve("home/.cache/kiro/builds") + "/";
        Matcher store = Pattern.compile(Pattern.quote(builds) + "\\w+").matcher(shown);
        assertThat(store.find()).isTrue();
        assertThat(Files.readAllLines(ran))
                .isNotEmpty()
                .allMatch(line -> line.contains("-Dmaven.repo.local=" + store.group() + "/maven/"));
        assertThat(Files.readString(folder.resolve("calls")))
                .contains("--bind " + store.group() + "/maven ");
    }

    @Test
    @Tag("fetched-libraries#AC-5")
    void a_build_that_cannot_fetch_says_why_and_what_to_do() throws Exception {
        workspace.with(
                "mvnw",
                "#!/bin/sh\necho '[ERROR] Could not transfer artifact a:b:pom:1 from central: Unknown host repo.example'; exit 1\n");
        Kiro kiro = kiro(WORKING.formatted(folder.resolve("calls")), "on");
        String cause =
                "the build could not fetch what it needs and is not on this machine: Could not transfer artifact a:b:pom:1";

        assertThat(kiro.run(implement("autonomous")).out())
                .contains(
                        cause + ": nobody trusts this project yet, so its tests have no network",
                        "kiro trust --yes");
        assertThat(kiro.run("trust", "--yes").code()).isZero();
        assertThat(kiro.run(implement("autonomous")).out())
                .contains(cause, "see that this machine reaches where its build tool looks")
                .doesNotContain("nobody trusts this project");
    }

    @Test
    @Tag("trust#AC-14")
    void trust_lets_nothing_that_the_agent_may_have_written_out_of_the_sandbox() throws Exception {
        assertThat(kiro(BROKEN, "on").run("trust", "--yes").code()).isZero();
        Kiro.Result denied = kiro(BROKEN, "on").run(implement("autonomous"));

        assertThat(ran).doesNotExist();
        assertThat(denied.out())
                .contains(
                        "the tests were not run: './mvnw",
                        "runs what the agent may have written",
                        "bwrap: no namespaces",
                        "sandbox.use: off");
        assertThat(
                        kiro(BROKEN, "on")
                                .typing("n", "not yet", "q")
                                .run(implement("semi-automatic"))
                                .out())
                .contains(
                        "run the tests, which the agent may have written, without a sandbox: ./mvnw");
        assertThat(ran).doesNotExist();
    }

    @Test
    @Tag("trust#AC-14")
    void who_wants_no_sandbox_runs_those_of_a_trusted_project_as_in_the_own_shell()
            throws Exception {
        assertThat(kiro(BROKEN, "off").run("trust", "--yes").code()).isZero();
        kiro(BROKEN, "off").run(implement("autonomous"));

        assertThat(ran).exists();
    }

    private static String[] implement(String mode) {
        return new String[] {
            "agent",
            "--spec",
            "demo",
            "--task",
            "implement",
            "--model",
            "scripted/script.jsonl",
            "--mode",
            mode
        };
    }

    private Kiro kiro(String bubblewrap, String use) throws Exception {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        Path program = programs.resolve("bwrap");
        Files.writeString(program, bubblewrap);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return Kiro.in(workspace.root())
                .with("PATH", programs + ":" + System.getenv("PATH"))
                .with("KIRO_SANDBOX", use);
    }
}
