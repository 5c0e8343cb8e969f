package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionsCommandTest {
    @TempDir Path folder;
    private TemporaryWorkspace files;
    private Kiro kiro;

    @BeforeEach
    void makeProject() throws Exception {
        files =
                TemporaryWorkspace.in(folder)
                        .with("home/.kiro/config.yaml", "mode: semi-automatic\n")
                        .with("project/notes.txt", "notes\n")
                        .with(
                                "home/.kiro/settings/permissions.yaml",
                                "rules:\n  - {capability: shell, match: 'git push*', effect: deny}\n"
                                        + "  - {capability: shell, match: 'git *', effect: allow}\n");
        kiro = Kiro.in(folder.resolve("project"));
    }

    @Test
    @Tag("permissions#AC-20")
    void a_command_is_explained_part_by_part() {
        assertThat(kiro.run("permissions", "explain", "env A=1 git -C web push > log.txt && ls"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                denied in semi-automatic mode, high risk: the rule 'deny shell 'git push*'' in ~/.kiro/settings/permissions.yaml:2

                                  fs_write  log.txt
                                    asked, medium risk: it writes log.txt
                                    by default: no rule decides

                                  shell  git push
                                    denied, high risk: the rule 'deny shell 'git push*'' in ~/.kiro/settings/permissions.yaml:2
                                    by a rule of the user, ~/.kiro/settings/permissions.yaml:2
                                    overrules 'allow shell 'git *'', ~/.kiro/settings/permissions.yaml:3

                                  shell  ls
                                    allowed, low risk: ls only looks
                                    by default: no rule decides
                                """,
                                "~/.kiro/settings/permissions.yaml:3:1 permissions/too-broad 'git *' allows whatever the model"
                                        + " wants: git can be told to run any program: name the commands that you mean\n"));
    }

    @Test
    @Tag("permissions#AC-20")
    void an_explanation_can_be_read_by_programs() {
        assertThat(
                        kiro.run(
                                        "permissions",
                                        "explain",
                                        "git push",
                                        "--mode",
                                        "autonomous",
                                        "--json")
                                .out())
                .isEqualTo(
                        "{\"version\":1,\"mode\":\"autonomous\",\"decision\":\"deny\",\"risk\":\"high\",\"reason\":\"the rule 'deny shell"
                                + " 'git push*'' in ~/.kiro/settings/permissions.yaml:2\",\"parts\":[{\"capability\":\"shell\",\"subject\":\"git"
                                + " push\",\"decision\":\"deny\",\"risk\":\"high\",\"reason\":\"the rule 'deny shell 'git push*'' in"
                                + " ~/.kiro/settings/permissions.yaml:2\",\"origin\":\"user\",\"rule\":{\"origin\":\"user\",\"place\":"
                                + "\"~/.kiro/settings/permissions.yaml:2\",\"effect\":\"deny\",\"capability\":\"shell\",\"match\":[\"git push*\"],"
                                + "\"exclude\":[]},\"overruled\":[{\"origin\":\"user\",\"place\":\"~/.kiro/settings/permissions.yaml:3\","
                                + "\"effect\":\"allow\",\"capability\":\"shell\",\"match\":[\"git *\"],\"exclude\":[]}]},"
                                + "{\"capability\":\"fs_read\",\"subject\":\"push\",\"decision\":\"allow\",\"risk\":\"low\",\"reason\":\"it may be"
                                + " read\",\"origin\":\"default\",\"overruled\":[]}]}\n");
    }

    @Test
    @Tag("permissions#AC-20")
    void files_are_explained_as_well() {
        assertThat(kiro.run("permissions", "explain", "--write", "pom.xml").out())
                .startsWith("asked in semi-automatic mode, high risk: pom.xml is a build file\n");
        assertThat(
                        kiro.run("permissions", "explain", "--read", ".env", "--mode", "autonomous")
                                .out())
                .startsWith("denied in autonomous mode, high risk: .env holds secrets");
        assertThat(kiro.run("permissions", "explain", "--read", "/etc/hosts").code()).isEqualTo(1);
        assertThat(kiro.run("permissions", "explain").code()).isEqualTo(64);
        assertThat(kiro.run("permissions", "explain", "ls", "--read", "x").code()).isEqualTo(64);
    }

    @Test
    @Tag("permissions#AC-21")
    void the_rules_are_listed_with_their_files() {
        Kiro.Result listed = kiro.run("permissions", "list");
        assertThat(listed.code()).isZero();
        assertThat(listed.out())
                .contains("deny    shell  git push*", "~/.kiro/settings/permissions.yaml:2")
                .contains("  organisation  ", " (not there)\n")
                .contains("  user          ~/.kiro/settings/permissions.yaml\n");
        assertThat(kiro.run("permissions", "list", "--json").out())
                .startsWith(
                        "{\"version\":1,\"mode\":\"semi-automatic\",\"rules\":[{\"origin\":\"user\"")
                .contains(
                        "{\"origin\":\"user\",\"file\":\"~/.kiro/settings/permissions.yaml\",\"exists\":true}");
    }

    @Test
    @Tag("permissions#AC-17")
    void nothing_runs_while_a_file_of_rules_is_broken() throws Exception {
        var ignored =
                files.with(
                        "home/.kiro/settings/permissions.yaml",
                        "rules:\n  - {capability: shell}\n");
        assertThat(kiro.run("permissions", "list").code()).isEqualTo(1);
        Kiro.Result run = kiro.run("agent", "do something", "--mode", "autonomous");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("~/.kiro/settings/permissions.yaml:2:1", "permissions/unknown-effect");
    }
}
