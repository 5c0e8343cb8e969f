package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustCommandTest {
    @TempDir Path folder;
    private TemporaryWorkspace files;
    private Kiro kiro;

    @BeforeEach
    void makeProject() throws Exception {
        files =
                TemporaryWorkspace.in(folder)
                        .with(
                                "project/.kiro/config.yaml",
                                "mode: semi-automatic\nrisk: {ask-from: high}\n");
        kiro = Kiro.in(folder.resolve("project"));
    }

    @Test
    @Tag("trust#AC-6")
    void nobody_trusts_without_looking_and_saying_so() {
        Kiro.Result unasked = kiro.run("trust");
        assertThat(unasked.code()).isEqualTo(3);
        assertThat(unasked.out())
                .startsWith("files of this project that say what runs:\n  new      ")
                .endsWith("  .kiro/config.yaml\nnot trusted\n");
        assertThat(unasked.err()).contains("kiro trust --yes");
        assertThat(kiro.run("trust", "--show").code()).isEqualTo(3);
        assertThat(kiro.run("trust", "--show", "--yes").code()).isEqualTo(64);
        assertThat(kiro.run("trust", "--json").out())
                .matches(
                        "\\{\"version\":1,\"trusted\":false,\"files\":\\[\\{\"file\":\".kiro/config.yaml\",\"sha256\":\"[0-9a-f]{64}\",\"state\":\"new\"}],\"missing\":\\[]}\n");
        assertThat(Kiro.in(folder.resolve("project")).typing("n").run("trust").code()).isEqualTo(3);
        assertThat(Kiro.in(folder.resolve("project")).typing("y").run("trust").code()).isZero();
        assertThat(kiro.run("trust").out())
                .contains("trusted  ")
                .endsWith("trusted as they are now\n");
        assertThat(kiro.run("trust", "--revoke").out()).isEqualTo("trusted no more\n");
        assertThat(kiro.run("trust", "--yes").code()).isZero();
    }

    @Test
    @Tag("trust#AC-5")
    void a_projects_settings_ask_less_only_once_they_are_trusted() throws Exception {
        assertThat(kiro.run("permissions", "explain", "mvn test").out()).startsWith("asked in");
        assertThat(kiro.run("permissions", "explain", "mvn test").err()).contains("kiro trust");
        assertThat(kiro.run("trust", "--yes").code()).isZero();
        assertThat(kiro.run("permissions", "explain", "mvn test"))
                .satisfies(explained -> assertThat(explained.out()).startsWith("allowed in"))
                .satisfies(explained -> assertThat(explained.err()).isEmpty());
        var ignored =
                files.with(
                        "project/.kiro/config.yaml",
                        "mode: semi-automatic\nrisk: {ask-from: high }\n");
        assertThat(kiro.run("permissions", "explain", "mvn test").out()).startsWith("asked in");
    }

    @Test
    @Tag("trust#AC-7")
    void no_command_of_the_agent_trusts_or_writes_what_is_allowed() {
        for (String line :
                new String[] {
                    "kiro trust --yes",
                    "env A=1 sh -c 'kiro trust --yes'",
                    "echo x > ~/.kiro/settings/permissions.yaml",
                    "tee -a $HOME/.kiro/workspace-roots/a/trust",
                    "cp x /etc/kiro/permissions.yaml"
                }) {
            assertThat(kiro.run("permissions", "explain", line).out()).startsWith("denied in");
        }
    }

    @Test
    @Tag("trust#AC-9")
    void a_wrapper_of_a_build_says_what_runs_and_a_project_without_any_can_be_trusted_too() {
        var ignored =
                files.with("wrapped/mvnw", "echo\n")
                        .with("wrapped/.mvn/wrapper/maven-wrapper.properties", "a=b\n")
                        .with("plain/notes.txt", "a\n");

        assertThat(Kiro.in(folder.resolve("wrapped")).run("trust", "--show").out())
                .contains(".mvn/wrapper/maven-wrapper.properties", "  mvnw\n");
        Kiro plain = Kiro.in(folder.resolve("plain"));
        assertThat(plain.run("trust").out()).contains("with --yes its tests have the network");
        assertThat(plain.run("trust", "--revoke").out()).isEqualTo("nothing was trusted\n");
        assertThat(plain.run("trust", "--yes").code()).isZero();
        assertThat(plain.run("trust", "--revoke").out()).isEqualTo("trusted no more\n");
    }

    @Test
    @Tag("trust#AC-5")
    void a_projects_mode_asks_less_only_once_it_is_trusted() {
        Kiro.Result before = kiro.run("permissions", "explain", "ls");
        assertThat(before.out()).startsWith("asked in interactive mode");
        assertThat(before.err()).contains("mode: semi-automatic is left out");
        assertThat(kiro.run("trust", "--yes").code()).isZero();
        assertThat(kiro.run("permissions", "explain", "ls").out())
                .startsWith("allowed in semi-automatic mode");
    }
}
