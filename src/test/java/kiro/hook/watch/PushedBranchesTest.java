package kiro.hook.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kiro.hook.EventKind;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushedBranchesTest {
    @TempDir Path folder;

    private static HookEvent pushed(EventKind kind, String branch) {
        return HookEvent.of(kind, new Subject.PullRequest(0, "", branch, "main", ""));
    }

    @Test
    @Tag("pull-request-events#AC-5")
    void the_first_push_of_a_branch_opens_and_a_later_one_updates() throws Exception {
        var project = TemporaryWorkspace.in(Files.createDirectories(folder.resolve("project")));
        project.with("a.txt", "one").committed();
        project.git("init", "-q", "--bare", folder.resolve("remote.git").toString());
        project.git("remote", "add", "origin", folder.resolve("remote.git").toString());
        project.git("push", "-q", "origin", "main");
        var branches = new PushedBranches(project.root().resolve(".git"));
        assertThat(branches.look()).isEmpty();
        project.git("checkout", "-q", "-b", "feature/tax");
        project.git("push", "-q", "origin", "feature/tax");
        assertThat(branches.look()).isEqualTo(List.of(pushed(EventKind.PR_OPENED, "feature/tax")));
        assertThat(branches.look()).isEmpty();
        project.with("a.txt", "two").committed();
        project.git("push", "-q", "origin", "feature/tax", "feature/tax:main");
        assertThat(branches.look()).isEqualTo(List.of(pushed(EventKind.PR_UPDATED, "feature/tax")));
        project.git("fetch", "-q", "origin");
        assertThat(branches.look()).isEmpty();
    }
}
