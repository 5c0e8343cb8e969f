package kiro.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `.kiroignore` holds for every tool.
class KeptFilesTest {
    @TempDir Path folder;

    @Test
    @Tag("sandbox#AC-7")
    void no_tool_shows_or_changes_what_is_kept() throws Exception {
        Path root = Files.createDirectories(folder.resolve("work"));
        Files.writeString(root.resolve(".kiroignore"), "private/\n*.secret\n");
        ToolBench bench = ToolBench.in(folder);
        var ignored =
                bench.work
                        .with("private/plan.txt", "needle\n")
                        .with("a.secret", "needle\n")
                        .with("open.txt", "needle\n")
                        .committed();
        String kept = "is kept from tools by .kiroignore: work without it, or ask the person";

        assertThat(bench.refused("read_file", "path", "private/plan.txt"))
                .isEqualTo("private/plan.txt " + kept);
        assertThat(bench.refused("read_file", "path", "./x/../a.secret"))
                .isEqualTo("./x/../a.secret " + kept);
        assertThat(bench.refused("write_file", "path", "private/new.txt", "content", "x"))
                .contains(kept);
        assertThat(
                        bench.refused(
                                "edit_file",
                                "path",
                                "a.secret",
                                "old_text",
                                "needle",
                                "new_text",
                                "x"))
                .contains(kept);
        assertThat(
                        bench.refused(
                                "apply_patch",
                                "patch",
                                "*** Begin Patch\n*** Add File: private/x\n+a\n*** End Patch\n"))
                .contains(kept);
        assertThat(bench.refused("list_directory", "path", "private")).contains(kept);
        assertThat(bench.refused("search", "pattern", "needle", "path", "a.secret")).contains(kept);
        assertThat(bench.ready("search", "pattern", "needle").act().run().text())
                .contains("open.txt")
                .doesNotContain("private", "a.secret");
        assertThat(bench.ready("list_directory").act().run().text())
                .contains("open.txt")
                .doesNotContain("private", "a.secret");
        assertThat(
                        bench.refused(
                                "git",
                                "arguments",
                                java.util.List.of("show", "HEAD:private/plan.txt")))
                .contains("names what .kiroignore keeps from tools");
        assertThat(bench.ready("read_file", "path", "open.txt").act().run().text())
                .contains("needle");
    }

    @Test
    @Tag("sandbox#AC-11")
    void git_does_not_show_what_is_kept() throws Exception {
        Path root = Files.createDirectories(folder.resolve("work"));
        Files.writeString(root.resolve(".kiroignore"), "private/\n*.secret\n/only/here.txt\n");
        ToolBench bench = ToolBench.in(folder);
        var ignored =
                bench.work
                        .with("private/plan.txt", "needle\n")
                        .with("web/private/plan.txt", "needle\n")
                        .with("a.secret", "needle\n")
                        .with("only/here.txt", "needle\n")
                        .with("open.txt", "shown\n")
                        .committed()
                        .with("private/plan.txt", "needle two\n")
                        .with("open.txt", "shown two\n");
        String blob = bench.work.git("rev-parse", "HEAD:private/plan.txt").strip();
        String tree = bench.work.git("rev-parse", "HEAD:private").strip();

        for (List<String> line :
                List.of(
                        List.of("diff"),
                        List.of("diff", "HEAD"),
                        List.of("diff", "--", "."),
                        List.of("diff", "--stat"),
                        List.of("show"),
                        List.of("show", "HEAD"),
                        List.of("log", "-p"),
                        List.of("log", "-p", "--all", "--", "open.txt", "."),
                        List.of("log", "--stat"),
                        List.of("status", "-s"),
                        List.of("ls-files"))) {
            String text = bench.ready("git", "arguments", line).act().run().text();
            assertThat(text)
                    .startsWith("exit code 0")
                    .doesNotContain("needle", "private/plan", "a.secret");
            assertThat(text).contains("open.txt");
        }
        for (List<String> line :
                List.of(
                        List.of("show", blob),
                        List.of("show", tree),
                        List.of("show", tree + ":plan.txt"),
                        List.of("diff", blob, "HEAD:open.txt"),
                        List.of("diff", tree, "HEAD^{tree}"))) {
            assertThat(bench.ready("git", "arguments", line).act().run().text())
                    .contains("names no commit")
                    .doesNotContain("needle");
        }
        for (List<String> line :
                List.of(
                        List.of("cat-file", "-p", blob),
                        List.of("ls-tree", "-r", "HEAD"),
                        List.of("stash", "show", "-p"),
                        List.of("commit", "--dry-run", "-v"),
                        List.of("log", "--follow", "-p", "open.txt"),
                        List.of("show", "HEAD:./private/plan.txt"),
                        List.of("diff", "--", "private"))) {
            assertThat(bench.refused("git", "arguments", line))
                    .contains(".kiroignore keeps from tools");
        }
    }

    @Test
    @Tag("sandbox#AC-11")
    void git_shows_it_by_no_other_way_either() throws Exception {
        ToolBench bench = folderOfSecrets();
        String blob = bench.work.git("rev-parse", "HEAD:dist/plan.txt").strip();
        String tree = bench.work.git("rev-parse", "HEAD:dist").strip();

        for (String line :
                List.of(
                        "cat-file --batch --batch-all-objects",
                        "log -p --full-diff -- open.txt",
                        "log -p --full-d -- open.txt",
                        "show --full-diff -- open.txt",
                        "status -v",
                        "status --verb",
                        "stash list -p",
                        "stash list -u",
                        "stash push -p",
                        "stash -p",
                        "add -p",
                        "add --patch .",
                        "add -e",
                        "checkout -p HEAD",
                        "checkout --pat HEAD",
                        "reset -p",
                        "restore -p .",
                        "commit --pat -m x",
                        "commit --interactive",
                        "commit -am x -v",
                        "rebase --show-current-patch",
                        "merge -s subtree other",
                        "merge -Xsubtree=elsewhere other",
                        "merge -X subtree=elsewhere other",
                        "cherry-pick --strategy-option=subtree=elsewhere HEAD",
                        "tag -l --format=%(raw)",
                        "mv dist elsewhere")) {
            assertThat(bench.refused("git", "arguments", List.of(line.split(" "))))
                    .as(line)
                    .contains("what .kiroignore keeps from tools");
        }
        for (String line :
                List.of(
                        "diff HEAD:dist HEAD:src",
                        "diff --word-diff-regex=. HEAD:dist HEAD:src",
                        "checkout " + tree + " -- plan.txt",
                        "restore --source=" + tree + " plan.txt",
                        "restore -s " + tree + " plan.txt",
                        "restore -s" + tree + " plan.txt",
                        "restore --source=HEAD:dist plan.txt",
                        "reset " + tree + " -- plan.txt",
                        "tag way " + blob,
                        "fetch . +" + blob + ":refs/tags/way",
                        "show --inter-hunk-context=1 " + blob)) {
            assertThat(bench.ready("git", "arguments", List.of(line.split(" "))).act().run().text())
                    .as(line)
                    .contains("may be kept from tools by .kiroignore")
                    .doesNotContain("needle");
        }
        assertThat(bench.work.root().resolve("plan.txt")).doesNotExist();
    }

    @Test
    @Tag("sandbox#AC-11")
    void what_git_does_besides_is_let_be() throws Exception {
        ToolBench bench = folderOfSecrets();
        var untracked = bench.work.with("dist/plan.txt", "needle two\n").with("notes.txt", "x\n");

        for (String line :
                List.of(
                        "diff --binary",
                        "log --binary",
                        "show HEAD:dist",
                        "restore -sHEAD open.txt",
                        "mv src source",
                        "clean -f",
                        "tag -l",
                        "stash list --oneline",
                        "stash -u",
                        "stash pop",
                        "reset HEAD -- open.txt",
                        "checkout HEAD -- open.txt",
                        "commit -q -m subtree")) {
            assertThat(bench.ready("git", "arguments", List.of(line.split(" "))).act().run().text())
                    .as(line)
                    .startsWith("exit code 0")
                    .doesNotContain("needle");
        }
        assertThat(bench.work.root().resolve("notes.txt")).doesNotExist();
        assertThat(bench.work.root().resolve("dist/new.txt")).exists();
    }

    private ToolBench folderOfSecrets() throws Exception {
        Path root = Files.createDirectories(folder.resolve("work"));
        Files.writeString(root.resolve(".kiroignore"), "/dist/plan.txt\n/dist/new.txt\n");
        ToolBench bench = ToolBench.in(folder);
        var ignored =
                bench.work
                        .with("dist/plan.txt", "needle\n")
                        .with("src/a.txt", "shown\n")
                        .with("open.txt", "shown\n")
                        .committed()
                        .with("dist/new.txt", "needle\n");
        return bench;
    }

    @Test
    @Tag("sandbox#AC-12")
    void a_link_leads_to_nothing_that_is_kept_and_from_no_name_of_secrets() throws Exception {
        Path root = Files.createDirectories(folder.resolve("work"));
        Files.writeString(root.resolve(".kiroignore"), "private/\nshortcut\n");
        ToolBench bench = ToolBench.in(folder);
        var ignored = bench.work.with("private/plan.txt", "needle\n").with("plain.txt", "needle\n");
        Files.createSymbolicLink(root.resolve("way"), Path.of("private/plan.txt"));
        Files.createSymbolicLink(root.resolve("shortcut"), Path.of("plain.txt"));
        Files.createSymbolicLink(root.resolve(".env"), Path.of("plain.txt"));

        assertThat(bench.refused("read_file", "path", "way")).contains(".kiroignore");
        assertThat(bench.refused("read_file", "path", "shortcut")).contains(".kiroignore");
        assertThat(bench.refused("read_file", "path", ".env")).contains("leads to plain.txt");
    }
}
