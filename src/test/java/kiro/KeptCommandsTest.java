package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `.kiroignore` and the commands of an agent.
class KeptCommandsTest {
    @TempDir Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiroignore", "private/\n*.secret\n")
                        .with("private/plan.txt", "needle\n")
                        .with("dist/b.secret", "needle\n")
                        .with("open.txt", "shown\n")
                        .with("src/a.txt", "shown\n")
                        .committed();
        Files.createSymbolicLink(workspace.root().resolve("way"), Path.of("private"));
    }

    @Test
    @Tag("sandbox#AC-11")
    void without_a_sandbox_nobody_being_asked_a_command_that_could_show_it_is_denied()
            throws Exception {
        for (String line :
                """
                cat private/plan.txt
                cat p*/plan.txt
                cat dist/*
                cat way/plan.txt
                cd private && cat plan.txt
                head < private/plan.txt
                grep -rn needle .
                grep -rn needle dist
                grep -r needle
                rg needle
                find . -name '*.txt'
                ls private
                grep private/plan.txt private/plan.txt
                ls -R
                cp -r . /tmp/copy
                tar cf /tmp/x.tar .
                echo x > private/new.txt
                rm -rf private
                git diff
                git show HEAD
                git log -p
                git -C src log -S needle
                git blame open.txt
                git cat-file -p HEAD
                git grep needle
                git stash show -p
                git status -v
                git add -p
                git add --interactive
                git checkout -p HEAD
                git reset -p
                git reset 1234abcd -- plan.txt
                git reset HEAD:private -- plan.txt
                git log --binary
                git log --unified=3
                git log --pat
                git log --full-diff open.txt
                git reflog -p
                git commit --verb -m x
                git commit -avm x
                git archive HEAD
                git worktree add ../elsewhere
                git merge -Xsubtree=src other
                git cherry-pick -X subtree=src other
                git rebase --show-current-patch
                git tag -l --format='%(raw)'
                git notes add -C 1234abcd HEAD
                git mv dist elsewhere
                mv dist elsewhere
                cd src && mv ../dist elsewhere
                sh -c 'git show HEAD:private/plan.txt'
                """
                        .lines()
                        .toList()) {
            assertThat(explained("off", line))
                    .as(line)
                    .startsWith("denied in autonomous mode")
                    .contains(".kiroignore");
        }
    }

    @Test
    @Tag("sandbox#AC-11")
    void what_cannot_show_it_is_let_be() throws Exception {
        for (String line :
                """
                cat open.txt
                cat src/*
                grep -rn needle src
                grep private open.txt
                echo private
                ls
                find src -name '*.txt'
                git status
                git log --oneline
                git log --oneline -5 --stat --since=yesterday -- src
                git log -n 3 --format=%H --name-only
                git shortlog -sne
                git rev-list --count HEAD
                git tag -l
                git reset HEAD -- open.txt
                git merge other
                git mv src source
                mv src source
                git add open.txt
                git commit -m private
                """
                        .lines()
                        .toList()) {
            assertThat(explained("off", line)).as(line).startsWith("allowed in autonomous mode");
        }
    }

    @Test
    @Tag("sandbox#AC-11")
    void a_repository_that_has_none_of_it_is_shown_by_git() {
        var ignored = workspace.with(".kiroignore", "nothing/\n");

        assertThat(explained("off", "git log -p")).startsWith("allowed in autonomous mode");
    }

    @Test
    @Tag("sandbox#AC-11")
    void what_was_committed_once_is_still_in_the_repository() throws Exception {
        workspace.git("rm", "-r", "-q", "private", "dist");
        workspace.git("commit", "-q", "-m", "gone");

        assertThat(explained("off", "git log -p")).startsWith("denied in autonomous mode");
    }

    /// Nothing hides it from a program.
    @Test
    @Tag("sandbox#AC-17")
    void where_there_should_be_a_sandbox_and_is_none_the_question_says_what_could_be_read()
            throws Exception {
        for (String line : new String[] {"python3 -m build", "sh src/a.txt", "make"}) {
            assertThat(withoutWalls(line))
                    .as(line)
                    .startsWith("asked in semi-automatic mode")
                    .contains("it could read what .kiroignore keeps from tools");
        }
        assertThat(withoutWalls("git commit -m private/plan.txt")).startsWith("asked in");
        assertThat(withoutWalls("cat open.txt")).startsWith("allowed");
    }

    @Test
    @Tag("sandbox#AC-17")
    void there_a_command_whose_words_name_it_is_denied_whatever_a_rule_allows() throws Exception {
        Path rules = folder.resolve("home/.kiro/settings/permissions.yaml");
        Files.createDirectories(rules.getParent());
        Files.writeString(rules, "rules:\n  - {capability: shell, match: ['*'], effect: allow}\n");

        for (String line :
                """
                cat private/plan.txt
                cp way/plan.txt x
                python3 -c "print(open('private/plan.txt').read())"
                node -e 'require("fs").readFileSync("./private/plan.txt")'
                sh -c 'cat dist/b.secret'
                echo x > private/new.txt
                make -f private/plan.txt
                """
                        .lines()
                        .toList()) {
            assertThat(withoutWalls(line))
                    .as(line)
                    .startsWith("denied in semi-automatic mode")
                    .contains("is kept from tools by .kiroignore");
        }
    }

    private String withoutWalls(String line) throws Exception {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("bwrap");
        Files.writeString(program, "#!/bin/sh\necho 'bwrap: no namespaces' >&2\nexit 1\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return Kiro.in(workspace.root())
                .with("PATH", program.getParent() + ":" + System.getenv("PATH"))
                .with("KIRO_SANDBOX", "on")
                .run("permissions", "explain", line, "--mode", "semi-automatic")
                .out();
    }

    private String explained(String sandbox, String line) {
        return Kiro.in(workspace.root())
                .with("KIRO_SANDBOX", sandbox)
                .run("permissions", "explain", line, "--mode", "autonomous")
                .out();
    }
}
