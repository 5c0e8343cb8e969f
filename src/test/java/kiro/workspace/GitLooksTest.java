package kiro.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kiro.process.Capture;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a repository names for git to run, and kiro that only looks. A clone brings none of it, an archive may.
@Tag("sandbox#AC-13")
class GitLooksTest {
    private static final List<List<String>> LOOKS =
            List.of(
                    List.of("status"),
                    List.of("diff"),
                    List.of("diff", "HEAD"),
                    List.of("--no-pager", "-c", "core.quotePath=off", "diff", "--stat"),
                    List.of("diff", "--cached"),
                    List.of("log", "-p"),
                    List.of("show"),
                    List.of("show", "HEAD:a.x"),
                    List.of("ls-files", "-m"),
                    List.of("describe", "--always", "--dirty"),
                    List.of("blame", "--no-textconv", "a.x"),
                    List.of("cat-file", "--filters", "HEAD:./a.x"));

    @TempDir Path folder;
    private TemporaryWorkspace work;
    private Path trace;
    private Git git;

    @BeforeEach
    void makeRepository() throws Exception {
        work =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".gitattributes", "*.x filter=evil diff=evil merge=evil\n")
                        .with("a.x", "one\n")
                        .committed();
        trace = folder.toRealPath().resolve("trace");
        git = git(Map.of());
    }

    private Git git(Map<String, String> more) {
        return new Git(work.workspace(), commands(more));
    }

    private CommandRunner commands(Map<String, String> more) {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(more);
        return new CommandRunner(environment, folder.resolve("spill"));
    }

    /// All that git is known to start for looking.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter.evil.clean filter.evil.smudge",
                "filter.evil.process",
                "diff.evil.textconv",
                "diff.evil.command diff.external",
                "core.fsmonitor core.pager pager.log core.editor gpg.program"
            })
    void nothing_that_settings_name_is_started(String keys) throws Exception {
        for (String key : keys.split(" ")) {
            work.git("config", key, "touch '" + trace + "'; cat");
        }
        work.git("config", "log.showSignature", "true");
        assertNothingStarted();
        assertThat(text(git.run(List.of("diff")))).contains("+two");
    }

    @Test
    void nor_what_settings_include() throws Exception {
        work.with(".gitconfig", "[filter \"evil\"]\n\tclean = touch '" + trace + "'; cat\n");
        work.git("config", "include.path", "../.gitconfig");
        assertNothingStarted();
    }

    @Test
    void nor_what_settings_of_a_person_include_from_the_project() throws Exception {
        work.with(".gitconfig", "[filter \"evil\"]\n\tclean = touch '" + trace + "'; cat\n");
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                home.resolve(".gitconfig"),
                "[include]\n\tpath = " + work.root().resolve(".gitconfig") + "\n");
        git = git(Map.of("HOME", home.toString()));
        assertNothingStarted();
    }

    @Test
    void a_filter_of_the_persons_own_goes_on() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                home.resolve(".gitconfig"),
                "[filter \"evil\"]\n\tclean = touch '" + trace + "'; cat\n");
        git = git(Map.of("HOME", home.toString()));
        touch();
        git.state();

        assertThat(trace).exists();
    }

    @Test
    void hooks_are_not_started_by_looking() throws Exception {
        Path hook = work.root().resolve(".git/hooks/post-index-change");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\ntouch '" + trace + "'\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        assertNothingStarted();
    }

    /// The folder of programs of an environment that lies in the project stands first on many a `PATH`.
    @Test
    @Tag("sandbox#AC-18")
    void no_git_of_the_projects_own_is_called() throws Exception {
        for (String folder : List.of(".venv/bin", "tools")) {
            work.with(folder + "/git", "#!/bin/sh\ntouch '" + trace + "'\n");
            assertThat(work.root().resolve(folder + "/git").toFile().setExecutable(true)).isTrue();
        }
        git = git(Map.of("PATH", work.root() + "/.venv/bin:./tools:" + System.getenv("PATH")));
        assertNothingStarted();
        git.change(List.of("add", "a.x")).run(new GitLeave.None("none"), GitLeave.Giver.FREE);
        assertThat(trace).doesNotExist();
        assertThat(work.git("diff", "--cached", "--name-only")).isEqualTo("a.x\n");
    }

    @Test
    void what_is_missing_is_not_fetched_by_a_program_of_the_repositorys() throws Exception {
        work.git("config", "remote.o.url", "ssh://nowhere.invalid/x");
        work.git("config", "remote.o.promisor", "true");
        work.git("config", "extensions.partialClone", "o");
        work.git("config", "core.repositoryFormatVersion", "1");
        work.git("config", "core.sshCommand", "touch '" + trace + "'; false");
        String blob = text(git.run(List.of("rev-parse", "HEAD:a.x"))).strip();
        Files.delete(
                work.root()
                        .resolve(".git/objects")
                        .resolve(blob.substring(0, 2))
                        .resolve(blob.substring(2)));
        assertNothingStarted();
    }

    /// Its index may name any file there, which a difference would show.
    @Test
    void files_of_another_folder_are_none_of_the_projects() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("a.x"), "private\n");
        work.git("config", "core.worktree", other.toRealPath().toString());

        assertThat(git.state()).isInstanceOf(GitState.Unusable.class);
        assertThat(git.run(List.of("diff")))
                .isInstanceOfSatisfying(
                        Capture.Ended.class,
                        ended -> assertThat(ended.errors()).contains("core.worktree"));
    }

    private void assertNothingStarted() throws Exception {
        touch();
        git.state();
        git.view();
        git.tree();
        git.files();
        try (var shell = new GitShell(commands(Map.of()))) {
            Git asked = git.askedBy(shell);
            new GitGlance(asked, new GitIndex(asked, work.workspace()), work.workspace()).look(10);
        }

        assertThat(trace).doesNotExist();
        for (List<String> look : LOOKS) {
            git.run(look);
            assertThat(trace).as(look.toString()).doesNotExist();
        }
    }

    /// Git looks into a file that is not as old as it was.
    private void touch() throws Exception {
        work.with("a.x", "two\n");
        Files.setLastModifiedTime(
                work.root().resolve("a.x"), FileTime.from(Instant.EPOCH.plusSeconds(5)));
    }

    private static String text(Capture capture) {
        return capture instanceof Capture.Ended ended
                ? new String(ended.output(), StandardCharsets.UTF_8)
                : "";
    }
}
