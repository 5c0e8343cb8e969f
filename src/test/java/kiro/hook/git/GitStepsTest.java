package kiro.hook.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.hook.EventKind;
import kiro.hook.run.Cause;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitStepsTest {
    private static final String NOTHING = "0".repeat(40);

    @TempDir private Path folder;
    private TemporaryWorkspace files;
    private Path top;
    private Map<String, String> environment;

    @BeforeEach
    void makeRepository() throws Exception {
        files = TemporaryWorkspace.in(folder);
        top = files.root().resolve("repo");
        environment = new HashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("GIT_EDITOR", "true");
        files.with("repo/a.txt", "a\n").with("repo/web/b c.txt", "b\n").with("repo/gone.txt", "");
        git("init", "-q", "-b", "main");
        git("config", "user.name", "Test");
        git("config", "user.email", "test@example.com");
    }

    private String git(String... arguments) throws Exception {
        var argv = new ArrayList<>(List.of("git"));
        argv.addAll(List.of(arguments));
        CommandResult result =
                new CommandRunner(environment, folder.resolve("spill"))
                        .run(Command.of(top, Duration.ofSeconds(30), argv));
        return result instanceof CommandResult.Exited exited ? exited.output().text() : "";
    }

    private GitSteps.Step step(Path root, EventKind kind, List<String> arguments, String input)
            throws Exception {
        return new GitSteps(
                        root, new CommandRunner(environment, folder.resolve("spill")), Cause.PERSON)
                .read(kind, arguments, input);
    }

    private HookEvent event(EventKind kind, String... arguments) throws Exception {
        return happens(step(top, kind, List.of(arguments), ""));
    }

    private static HookEvent happens(GitSteps.Step step) {
        assertThat(step).isInstanceOf(GitSteps.Step.Happens.class);
        return ((GitSteps.Step.Happens) step).event();
    }

    @Test
    @Tag("git-hooks#AC-6")
    void the_files_are_those_that_are_committed_and_are_there() throws Exception {
        git("add", "-A");
        List<String> first = event(EventKind.PRE_COMMIT).files();
        git("commit", "-qm", "one");
        files.with("repo/a.txt", "changed\n").with("repo/ünï\n.txt", "u\n");
        git("rm", "-q", "gone.txt");
        git("add", "-A");
        files.with("repo/web/b c.txt", "not staged\n");

        assertThat(first).containsExactly("a.txt", "gone.txt", "web/b c.txt");
        assertThat(event(EventKind.PRE_COMMIT).files()).containsExactly("a.txt", "ünï\n.txt");
        git("commit", "-qm", "two");
        assertThat(event(EventKind.POST_COMMIT).files()).containsExactly("a.txt", "ünï\n.txt");
    }

    @Test
    @Tag("git-hooks#AC-6")
    void in_a_workspace_below_the_top_files_are_named_from_there() throws Exception {
        git("add", "-A");

        HookEvent event = happens(step(top.resolve("web"), EventKind.PRE_COMMIT, List.of(), ""));

        assertThat(event.files()).containsExactly("b c.txt");
    }

    @Test
    @Tag("git-hooks#AC-6")
    void a_message_is_given_by_its_file_and_where_it_comes_from() throws Exception {
        git("add", "-A");

        assertThat(
                        event(EventKind.PREPARE_COMMIT_MSG, ".git/COMMIT_EDITMSG", "commit", "HEAD")
                                .subject())
                .isEqualTo(
                        new Subject.Commit(
                                List.of("a.txt", "gone.txt", "web/b c.txt"),
                                Optional.of(top.resolve(".git/COMMIT_EDITMSG")),
                                "commit"));
    }

    @Test
    @Tag("git-hooks#AC-6")
    void a_push_is_given_by_its_lines_and_the_files_of_its_commits() throws Exception {
        git("add", "a.txt");
        git("commit", "-qm", "one");
        String one = git("rev-parse", "HEAD").strip();
        git("update-ref", "refs/remotes/origin/main", one);
        git("add", "-A");
        git("commit", "-qm", "two");
        String two = git("rev-parse", "HEAD").strip();
        String known = "refs/heads/main %s refs/heads/main %s\n".formatted(two, one);
        String fresh = "refs/heads/x %s refs/heads/x %s\n".formatted(two, NOTHING);
        String gone = "(delete) %s refs/heads/y %s\n".formatted(NOTHING, one);

        Subject.Push push =
                (Subject.Push)
                        happens(
                                        step(
                                                top,
                                                EventKind.PRE_PUSH,
                                                List.of("origin", "../o.git"),
                                                known + gone + "junk\n"))
                                .subject();

        assertThat(push)
                .isEqualTo(
                        new Subject.Push(
                                List.of("gone.txt", "web/b c.txt"),
                                "origin",
                                "../o.git",
                                List.of(
                                        new Subject.PushedRef(
                                                "refs/heads/main", two, "refs/heads/main", one),
                                        new Subject.PushedRef(
                                                "(delete)", NOTHING, "refs/heads/y", one))));
        assertThat(happens(step(top, EventKind.PRE_PUSH, List.of("origin"), fresh)).files())
                .containsExactly("gone.txt", "web/b c.txt");
        assertThat(happens(step(top, EventKind.PRE_PUSH, List.of("origin"), gone)).files())
                .isEmpty();
    }

    @Test
    @Tag("git-hooks#AC-7")
    void of_a_merge_the_files_are_those_that_neither_side_has() throws Exception {
        git("add", "-A");
        git("commit", "-qm", "one");
        git("checkout", "-qb", "side");
        files.with("repo/a.txt", "side\n").with("repo/web/b c.txt", "side\n");
        git("commit", "-qam", "side");
        git("checkout", "-q", "main");
        files.with("repo/a.txt", "main\n");
        git("commit", "-qam", "main");
        git("merge", "side");
        files.with("repo/a.txt", "both\n");
        git("add", "a.txt");

        assertThat(event(EventKind.PRE_COMMIT).files()).containsExactly("a.txt");
    }

    @Test
    @Tag("git-hooks#AC-7")
    void in_a_rebase_only_what_guards_runs() throws Exception {
        git("add", "-A");
        git("commit", "-qm", "one");
        git("checkout", "-qb", "side");
        files.with("repo/a.txt", "side\n");
        git("commit", "-qam", "side");
        git("checkout", "-q", "main");
        files.with("repo/a.txt", "main\n");
        git("commit", "-qam", "main");
        git("rebase", "main", "side");
        files.with("repo/a.txt", "both\n");
        git("add", "a.txt");

        var passed = new GitSteps.Step.Passed("in a rebase commits are made once more");
        assertThat(step(top, EventKind.POST_COMMIT, List.of(), "")).isEqualTo(passed);
        assertThat(step(top, EventKind.PREPARE_COMMIT_MSG, List.of("m"), "")).isEqualTo(passed);
        assertThat(event(EventKind.PRE_COMMIT).files()).containsExactly("a.txt");
    }
}
