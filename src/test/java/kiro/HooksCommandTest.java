package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HooksCommandTest {
    private static final String HOOKS =
            """
            version: 1
            hooks:
              - name: check style
                description: as the build server would
                on: pre-commit
                files: "src/**"
                command: ./check-style {files}
                if: {branch: main, env: {CI: ""}}
                retry: 1
              - name: look
                on: test-failed
                task: find out why
                enabled: false
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace files;
    private Kiro kiro;

    @BeforeEach
    void makeProject() {
        files = TemporaryWorkspace.in(folder).with("project/.kiro/hooks.yaml", HOOKS);
        kiro = Kiro.in(folder.resolve("project"));
    }

    @Test
    @Tag("hooks#AC-7")
    @Tag("hooks#AC-10")
    void the_list_says_what_runs_and_what_does_not_and_why() {
        Kiro.Result before = kiro.run("hooks", "list");
        kiro.run("trust", "--yes");

        assertThat(before)
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                NAME         ON                   WHAT                            STATE      PLACE
                                check style  pre-commit (src/**)  command: ./check-style {files}  untrusted  .kiro/hooks.yaml:3
                                look         test-failed          task: find out why              off        .kiro/hooks.yaml:10
                                """,
                                "hooks of this project do not run before a person trusts them: look at"
                                        + " them with 'kiro trust'\n"));
        assertThat(kiro.run("hooks", "list").out())
                .contains("{files}", "ready  .kiro/hooks.yaml:3")
                .doesNotContain("untrusted");
    }

    @Test
    @Tag("hooks#AC-7")
    void one_is_explained() {
        assertThat(kiro.run("hooks", "explain", "check style"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                check style  .kiro/hooks.yaml:3
                                  for        as the build server would
                                  on         pre-commit
                                  which      src/**
                                  command    ./check-style {files}
                                  only       on the branch main
                                  only       where CI is set
                                  within     60 s, one at a time, tried 1 times more
                                  answers    exit code 0 lets it happen; every other, and a time-out, stops it
                                  state      does not run: nobody trusts the file yet; see 'kiro trust'
                                """,
                                ""));
        assertThat(kiro.run("hooks", "explain", "look").out())
                .contains("  state      does not run: it is switched off with 'enabled: false'\n");
        assertThat(kiro.run("hooks", "explain", "chek style"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                "error: there is no hook 'chek style' [hooks/unknown]\n  next: did you mean"
                                        + " 'check style'?\n"));
    }

    @Test
    @Tag("hooks#AC-7")
    void what_a_built_in_is_told_is_explained() {
        files.with(
                "project/.kiro/hooks.yaml",
                "version: 1\nhooks: [{name: m, on: prepare-commit-msg, use: commit-message, with: {wait: 5s, model: true}}]\n");

        assertThat(kiro.run("hooks", "explain", "m").out())
                .contains("  use        commit-message\n  with       model: true, wait: 5s\n");
    }

    @Test
    @Tag("hooks#AC-7")
    void programs_are_told_too() {
        assertThat(kiro.run("hooks", "list", "--json").out())
                .contains(
                        "\"version\" : 1",
                        "\"runs\" : true",
                        "\"name\" : \"check style\"",
                        "\"event\" : \"pre-commit\"",
                        "\"blocks\" : true",
                        "\"failsClosed\" : true",
                        "\"state\" : \"untrusted\"",
                        "\"line\" : 3",
                        "\"format\" : \"yaml\"");
    }

    @Test
    @Tag("hooks#AC-3")
    void a_broken_file_is_said_and_other_commands_work() {
        files.with("project/.kiro/hooks.yaml", HOOKS.replace("on: pre-commit", "on: pre-comit"));

        assertThat(kiro.run("hooks", "list"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                """
                                .kiro/hooks.yaml:5:5: error: there is no event 'pre-comit' [hooks/unknown-event]
                                  next: did you mean pre-commit?
                                no hook runs until this is mended
                                NAME  ON           WHAT                STATE        PLACE
                                look  test-failed  task: find out why  broken file  .kiro/hooks.yaml:10
                                """,
                                ""));
        assertThat(kiro.run("spec", "list").code()).isZero();
        assertThat(kiro.run("agents", "list").code()).isZero();
    }
}
