package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A team's shared steering, from a repository on this machine.
class SteeringSyncTest {
    private static final String SHARED = ".kiro/steering/shared/";

    @TempDir Path folder;
    private TemporaryWorkspace team;
    private TemporaryWorkspace files;
    private Kiro kiro;
    private String url;

    @BeforeEach
    void makeRepositories() throws Exception {
        team =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("team")))
                        .with("README.md", "What this is.\n")
                        .with("style.md", "- Never use `console.log`.\n")
                        .with("web/react.md", "- Never use `eval`.\n")
                        .committed();
        files =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("project")))
                        .with("src/a.ts", "eval('1');\n")
                        .with(".kiro/specs/.keep", "")
                        .committed();
        kiro = Kiro.in(folder.resolve("project"));
        url =
                folder.resolve("team")
                        .toUri()
                        .toString()
                        .replace("file:/", "file:///")
                        .replace("/////", "///");
    }

    private String commit() throws InterruptedException {
        return team.git("rev-parse", "HEAD").strip();
    }

    @Test
    @Tag("steering-sync#AC-1")
    void shared_steering_is_taken_into_its_folder_with_its_commit_and_holds() throws Exception {
        Kiro.Result sync = kiro.run("steering", "sync", "--remote", url, "--yes");

        assertThat(sync.code()).as(sync.err()).isZero();
        assertThat(sync.out())
                .contains("new      style.md", "new      web/react.md", "commit " + commit())
                .doesNotContain("README");
        assertThat(files.read(SHARED + "style.md")).isEqualTo("- Never use `console.log`.\n");
        assertThat(files.read(SHARED + "pin.json")).contains(commit(), "\"remote\" : \"" + url);
        assertThat(kiro.run("steering", "check").out()).contains("src/a.ts:1:1", "eval is called");
    }

    @Test
    @Tag("steering-sync#AC-2")
    void nothing_is_taken_that_nobody_agreed_to() {
        assertThat(kiro.run("steering", "sync", "--remote", url))
                .matches(result -> result.code() == 3)
                .extracting(Kiro.Result::out)
                .asString()
                .contains("new      style.md", "nothing was changed");
        assertThat(files.has(SHARED + "style.md")).isFalse();

        assertThat(kiro.typing("y").run("steering", "sync", "--remote", url).code()).isZero();
        assertThat(files.has(SHARED + "style.md")).isTrue();
    }

    @Test
    @Tag("steering-sync#AC-3")
    void what_changes_there_is_shown_and_taken_the_next_time() throws Exception {
        kiro.run("steering", "sync", "--remote", url, "--yes");
        team.with("style.md", "- Never use `alert`.\n").with("more.md", "- Be kind.\n");
        Files.delete(folder.resolve("team/web/react.md"));
        team.committed();

        assertThat(kiro.run("steering", "sync", "--yes").out())
                .contains("new      more.md", "changed  style.md", "removed  web/react.md");
        assertThat(files.read(SHARED + "style.md")).contains("alert");
        assertThat(files.has(SHARED + "web/react.md")).isFalse();
        assertThat(files.read(SHARED + "pin.json")).contains(commit());
        assertThat(kiro.run("steering", "sync").out()).contains("all is as " + url + " has it");
    }

    @Test
    @Tag("steering-sync#AC-4")
    void without_the_repository_all_stays_as_it_is() throws Exception {
        kiro.run("steering", "sync", "--remote", url, "--yes");
        String pin = files.read(SHARED + "pin.json");
        Files.move(folder.resolve("team"), folder.resolve("gone"));

        assertThat(kiro.run("steering", "sync", "--yes"))
                .matches(result -> result.code() == 1)
                .extracting(Kiro.Result::err)
                .asString()
                .contains("[steering/remote-unreachable]", "what is here stays, of commit ");
        assertThat(files.read(SHARED + "pin.json")).isEqualTo(pin);
        assertThat(kiro.run("steering", "check").out()).contains("2 rules checked");
    }

    @Test
    @Tag("steering-sync#AC-5")
    void what_was_changed_here_is_not_written_over() throws IOException {
        kiro.run("steering", "sync", "--remote", url, "--yes");
        files.with(SHARED + "style.md", "- Ours.\n");

        assertThat(kiro.run("steering", "sync", "--yes").err())
                .contains("these shared files were changed here: " + SHARED + "style.md");
        assertThat(files.read(SHARED + "style.md")).isEqualTo("- Ours.\n");
    }

    @Test
    @Tag("steering-sync#AC-5")
    void a_file_of_ones_own_is_not_written_over_and_a_link_is_not_followed() throws IOException {
        files.with(SHARED + "style.md", "- Ours.\n");
        assertThat(kiro.run("steering", "sync", "--remote", url, "--yes").err())
                .contains("these files are in the way: " + SHARED + "style.md");

        Path outside = Files.writeString(folder.resolve("outside.md"), "mine\n");
        Path link = folder.resolve("project").resolve(SHARED + "style.md");
        Files.delete(link);
        Files.createSymbolicLink(link, outside);
        assertThat(kiro.run("steering", "sync", "--remote", url, "--yes").code()).isNotZero();
        assertThat(Files.readString(outside)).isEqualTo("mine\n");
    }

    @Test
    @Tag("steering-sync#AC-6")
    void addresses_that_run_something_or_hold_a_password_are_refused() {
        assertThat(
                        kiro.run(
                                        "steering",
                                        "sync",
                                        "--remote",
                                        "ext::sh -c 'touch pwned'",
                                        "--yes")
                                .err())
                .contains("that is no address of a repository");
        assertThat(
                        kiro.run(
                                        "steering",
                                        "sync",
                                        "--remote",
                                        "https://a:secret@h/x.git",
                                        "--yes")
                                .err())
                .contains("[steering/secret-in-remote]");
        assertThat(kiro.run("steering", "sync").err()).contains("[steering/no-remote]");
        assertThat(files.has("pwned")).isFalse();
    }
}
