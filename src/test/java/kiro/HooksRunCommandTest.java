package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HooksRunCommandTest {
    private static final String HOOKS =
            """
            version: 1
            hooks:
              - name: check style
                on: pre-commit
                files: "src/**"
                command: echo {files}; [ ! -e ba? ]
              - name: shout
                on: file-saved
                command: echo {file}; exit 4
              - name: leave
                on: manual
                command: echo x > .kiro/left; echo x > ../left; echo x > here
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace files;
    private Kiro kiro;

    @BeforeEach
    void makeProject() {
        files = TemporaryWorkspace.in(folder).with("project/.kiro/hooks.yaml", HOOKS);
        kiro = Kiro.in(folder.resolve("project"));
        kiro.run("trust", "--yes");
    }

    private static String untimed(String text) {
        return text.replaceAll("\\d+(,\\d+)* ms", "N ms");
    }

    @Test
    @Tag("hook-runs#AC-15")
    void the_hooks_of_an_event_are_run_and_their_end_is_the_commands() {
        Kiro.Result good = kiro.run("hooks", "run", "pre-commit", "--file", "src/A", "--file", "B");
        files.with("project/bad", "");
        Kiro.Result bad = kiro.run("hooks", "run", "check style", "--file", "src/A");
        Kiro.Result failed = kiro.run("hooks", "run", "file-saved", "--file", "x");
        Kiro.Result nothing = kiro.run("hooks", "run", "pre-push");

        assertThat(good.code()).isZero();
        assertThat(untimed(good.out())).isEqualTo("done     check style  N ms\n  src/A\n");
        assertThat(bad.code()).isEqualTo(3);
        assertThat(untimed(bad.out()))
                .isEqualTo("blocked  check style  N ms: ended with exit code 1\n  src/A\n");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(nothing)
                .isEqualTo(
                        new Kiro.Result(
                                0, "no hook runs on this\n", "'kiro hooks simulate' says why\n"));
    }

    @Test
    @Tag("hook-runs#AC-1")
    @Tag("hook-runs#AC-15")
    void a_dry_run_and_a_simulation_run_nothing_and_say_why() {
        Kiro.Result dry = kiro.run("hooks", "run", "leave", "--dry-run");
        Kiro.Result simulated = kiro.run("hooks", "simulate", "pre-commit", "--file", "docs/x");

        assertThat(dry)
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                STARTS  NAME   WHY
                                yes     leave  command: echo x > .kiro/left; echo x > ../left; echo x > here
                                """,
                                "nothing was run\n"));
        assertThat(simulated.out())
                .isEqualTo(
                        """
                        STARTS  NAME         WHY
                        no      check style  none of the files is one of src/**
                        no      shout        waits for file-saved
                        no      leave        waits for manual
                        """);
        assertThat(kiro.run("hooks", "simulate", "pre-commit", "--file", "src/x", "--json").out())
                .contains("\"name\" : \"check style\"", "\"starts\" : true", "\"src/x\"");
        assertThat(folder.resolve("project/here")).doesNotExist();
        assertThat(kiro.run("hooks", "log").out()).isEqualTo("no hook has run here yet\n");
    }

    @Test
    @Tag("hook-runs#AC-15")
    void the_log_shows_the_runs() {
        kiro.run("hooks", "run", "pre-commit", "--file", "src/A");
        kiro.run("hooks", "run", "file-saved", "--file", "x");

        assertThat(untimed(kiro.run("hooks", "log").out()))
                .isEqualTo(
                        """
                        2026-03-01 12:00:00  done     check style, on pre-commit of src/A  N ms
                            src/A
                        2026-03-01 12:00:00  failed   shout, on file-saved of x  N ms: ended with exit code 4
                            x
                        """);
        assertThat(kiro.run("hooks", "log", "shout", "--json").out())
                .contains("\"hook\" : \"shout\"", "\"outcome\" : \"failed\"", "\"tries\" : 1")
                .doesNotContain("check style");
    }

    @Test
    @Tag("hook-runs#AC-15")
    void an_unknown_word_is_said_with_what_may_be_meant() {
        assertThat(kiro.run("hooks", "run", "pre-comit"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                "error: there is no event and no hook 'pre-comit' [hooks/unknown]\n"
                                        + "  next: did you mean 'pre-commit'?\n"));
    }

    @Test
    @Tag("hook-runs#AC-9")
    void rules_and_walls_are_those_of_agents() {
        files.with(
                "home/.kiro/settings/permissions.yaml",
                """
                rules:
                  - capability: shell
                    match: ["echo *"]
                    effect: deny
                """);
        Kiro.Result denied = kiro.run("hooks", "run", "leave");

        assertThat(denied.code()).isEqualTo(1);
        assertThat(denied.out())
                .contains("was not run: not allowed: the rule 'deny shell 'echo *''");
        assertThat(folder.resolve("project/here")).doesNotExist();
    }

    @Test
    @Tag("hook-runs#AC-9")
    void what_runs_is_confined_as_a_command_of_an_agent_is() throws Exception {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("bwrap");
        Files.writeString(
                program,
                "#!/bin/sh\necho \"$*\" >>'%s'\nwhile [ \"$1\" != -- ]; do shift; done\nshift\nexec \"$@\"\n"
                        .formatted(folder.resolve("calls")));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        kiro.with("KIRO_SANDBOX", "on")
                .with("PATH", program.getParent() + ":" + System.getenv("PATH"))
                .run("hooks", "run", "pre-commit", "--file", "src/A");

        assertThat(Files.readString(folder.resolve("calls")))
                .contains("-- /bin/sh -c echo \"${1}\"; [ ! -e ba? ] kiro-hook src/A");
    }
}
