package kiro.workspace.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {
    @TempDir Path folder;
    private TemporaryWorkspace project;

    @BeforeEach
    void makeProject() throws IOException {
        project = TemporaryWorkspace.in(Files.createDirectories(folder.resolve("project")));
    }

    private Path at(String path) {
        return project.root().resolve(path);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    @Tag("file-watching#AC-1")
    void a_file_that_is_saved_made_or_deleted_is_told_of_once() throws IOException {
        project.with("src/App.java", "one").with("src/Old.java", "old");
        try (Watching heard = Watching.of(project)) {
            project.with("src/App.java", "two");
            project.with("src/New.java", "new");
            Files.delete(at("src/Old.java"));
            heard.until("SAVED src/App.java");
            heard.until("CREATED src/New.java");
            assertThat(heard.until("DELETED src/Old.java"))
                    .containsExactlyInAnyOrder(
                            "SAVED src/App.java", "CREATED src/New.java", "DELETED src/Old.java");
        }
    }

    @Test
    @Tag("file-watching#AC-1")
    void a_look_a_change_of_rights_and_a_file_that_came_and_went_are_nothing() throws IOException {
        project.with("a.txt", "one");
        try (Watching heard = Watching.of(project)) {
            Files.readString(at("a.txt"));
            at("a.txt").toFile().setExecutable(true);
            project.with("gone.txt", "x");
            Files.delete(at("gone.txt"));
            project.with("last.txt", "x");
            assertThat(heard.until("CREATED last.txt")).containsExactly("CREATED last.txt");
        }
    }

    @Test
    @Tag("file-watching#AC-2")
    void editors_that_write_by_rename_have_saved() throws IOException {
        for (String name : List.of("vim", "sed", "code", "jetbrains", "emacs")) {
            project.with(name + ".txt", "one");
        }
        try (Watching heard = Watching.of(project)) {
            project.with("4913", "");
            Files.delete(at("4913"));
            move(at("vim.txt"), at("vim.txt~"));
            project.with("vim.txt", "two");
            Files.delete(at("vim.txt~"));
            project.with("sedAbC123", "two");
            move(at("sedAbC123"), at("sed.txt"));
            project.with("code.txt.tmp.4711", "two");
            move(at("code.txt.tmp.4711"), at("code.txt"));
            project.with("jetbrains.txt___jb_tmp___", "two");
            move(at("jetbrains.txt"), at("jetbrains.txt___jb_old___"));
            move(at("jetbrains.txt___jb_tmp___"), at("jetbrains.txt"));
            Files.delete(at("jetbrains.txt___jb_old___"));
            Files.createSymbolicLink(at(".#emacs.txt"), Path.of("who@where"));
            project.with("#emacs.txt#", "two");
            project.with("emacs.txt", "two");
            Files.delete(at(".#emacs.txt"));
            assertThat(heard.changed(5))
                    .containsExactlyInAnyOrder(
                            "SAVED vim.txt",
                            "SAVED sed.txt",
                            "SAVED code.txt",
                            "SAVED jetbrains.txt",
                            "SAVED emacs.txt");
        }
    }

    @Test
    @Tag("file-watching#AC-2")
    void a_file_that_is_gone_for_a_moment_was_saved() throws IOException {
        project.with("a.txt", "one");
        try (Watching heard = Watching.of(project)) {
            Files.delete(at("a.txt"));
            project.with("b.txt", "a sign that the deletion was seen a while ago");
            heard.until("CREATED b.txt");
            project.with("a.txt", "two");
            assertThat(heard.until("SAVED a.txt")).containsExactly("CREATED b.txt", "SAVED a.txt");
        }
    }

    @Test
    @Tag("file-watching#AC-3")
    void what_ignore_files_name_is_not_told_of_nor_looked_into() throws Exception {
        project.with(".gitignore", "*.log\n/target/\n!keep.log\n")
                .with("deep/.gitignore", "/made/\n")
                .with("sub/.kiroignore", "secret.txt\n")
                .with("node_modules/left/index.js", "")
                .with("target/classes/A.class", "")
                .with("deep/made/x", "")
                .with("deep/own.txt", "")
                .with("sub/secret.txt", "");
        project.committed();
        try (Watching heard = Watching.of(project)) {
            assertThat(heard.files()).isEqualTo(4);
            project.with("a.log", "").with("node_modules/left/index.js", "2");
            project.with("target/x/B.class", "").with("deep/made/y", "").with("sub/secret.txt", "");
            project.with("keep.log", "").with("deep/made.txt", "");
            heard.until("CREATED deep/made.txt");
            assertThat(heard.until("CREATED keep.log"))
                    .containsExactlyInAnyOrder("CREATED keep.log", "CREATED deep/made.txt");
        }
    }

    @Test
    @Tag("file-watching#AC-3")
    void a_changed_ignore_file_counts_at_once_and_makes_nothing_new() throws Exception {
        project.with(".gitignore", "/made/\n").with("made/a.txt", "").with("own/b.txt", "");
        try (Watching heard = Watching.of(project)) {
            project.with(".gitignore", "/own/\n");
            heard.until("SAVED .gitignore");
            project.with("own/b.txt", "2").with("made/a.txt", "2");
            assertThat(heard.until("SAVED made/a.txt"))
                    .containsExactly("SAVED .gitignore", "SAVED made/a.txt");
        }
    }

    @Test
    @Tag("file-watching#AC-4")
    void a_file_in_a_folder_that_was_just_made_is_not_lost() {
        try (Watching heard = Watching.of(project)) {
            for (int i = 0; i < 300; i++) {
                project.with("new/%d/a/b/c/file.txt".formatted(i), "x");
            }
            // One that is told of before it is whole is told of again.
            assertThat(
                            heard.changed(300).stream()
                                    .map(event -> event.substring(event.indexOf(' ')))
                                    .distinct())
                    .hasSize(300);
        }
    }

    @Test
    @Tag("file-watching#AC-4")
    void a_folder_that_was_moved_is_followed() throws IOException {
        project.with("old/a/x.txt", "x").with("old/y.txt", "y");
        try (Watching heard = Watching.of(project)) {
            Files.move(at("old"), at("fresh"));
            heard.changed(4);
            project.with("fresh/a/x.txt", "changed");
            assertThat(heard.until("SAVED fresh/a/x.txt"))
                    .containsExactlyInAnyOrder(
                            "CREATED fresh/a/x.txt",
                            "CREATED fresh/y.txt",
                            "DELETED old/a/x.txt",
                            "DELETED old/y.txt",
                            "SAVED fresh/a/x.txt");
        }
    }

    @Test
    @Tag("file-watching#AC-4")
    void a_folder_that_went_and_came_again_is_followed() throws IOException {
        project.with("lib/x.txt", "x");
        try (Watching heard = Watching.of(project)) {
            Files.delete(at("lib/x.txt"));
            Files.delete(at("lib"));
            project.with("lib/x.txt", "again").with("lib/y.txt", "");
            heard.until("CREATED lib/y.txt");
            heard.until("SAVED lib/x.txt");
            project.with("lib/x.txt", "and again");
            heard.changed(3);
            assertThat(heard.changed())
                    .containsExactlyInAnyOrder(
                            "SAVED lib/x.txt", "CREATED lib/y.txt", "SAVED lib/x.txt");
        }
    }

    @Test
    @Tag("file-watching#AC-7")
    void a_save_just_before_a_commit_is_a_persons() throws Exception {
        project.with("a.txt", "one").committed();
        try (Watching heard = Watching.of(project)) {
            project.with("a.txt", "two");
            project.committed();
            assertThat(heard.until("SAVED a.txt")).containsExactly("SAVED a.txt");
        }
    }

    @Test
    @Tag("file-watching#AC-7")
    void a_lock_that_git_left_behind_keeps_nothing_back() throws Exception {
        project.with("a.txt", "one").committed();
        project.with(".git/index.lock", "");
        try (Watching heard = Watching.of(project)) {
            project.with("a.txt", "two");
            assertThat(heard.until("SAVED a.txt")).containsExactly("SAVED a.txt");
        }
    }

    @Test
    @Tag("file-watching#AC-8")
    void folders_beyond_the_systems_limit_are_looked_at_and_that_is_said_with_the_remedy() {
        for (int i = 0; i < 20; i++) {
            project.with("f%d/a.txt".formatted(i), "one");
        }
        try (Watching heard = Watching.of(project, 5, List.of())) {
            FileListener.Limit limit = heard.limits(1).getFirst();
            assertThat(limit.folders()).isEqualTo(16);
            assertThat(limit.fix()).contains("fs.inotify.max_user_watches", ".kiroignore");
            for (int i = 0; i < 20; i++) {
                project.with("f%d/a.txt".formatted(i), "two").with("f%d/b/c.txt".formatted(i), "");
            }
            assertThat(heard.changed(40)).hasSize(40).doesNotHaveDuplicates();
        }
    }

    @Test
    @Tag("file-watching#AC-9")
    void links_are_not_followed() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("a.txt"), "one");
        Files.createSymbolicLink(at("linked"), outside);
        Files.createSymbolicLink(at("round"), project.root());
        try (Watching heard = Watching.of(project)) {
            Files.writeString(outside.resolve("a.txt"), "two");
            Files.createSymbolicLink(at("late"), outside);
            Files.createSymbolicLink(at("late.txt"), outside.resolve("a.txt"));
            project.with("last.txt", "");
            assertThat(heard.until("CREATED last.txt")).containsExactly("CREATED last.txt");
        }
    }

    @Test
    @Tag("file-watching#AC-9")
    void names_may_hold_anything() {
        List<String> names =
                List.of("a b.txt", "-rf", "$(touch x).txt", "new\nline", "'\"`;&|", "ü.txt", "日本");
        try (Watching heard = Watching.of(project)) {
            names.forEach(name -> project.with(name, "x"));
            assertThat(heard.changed(names.size()))
                    .containsExactlyInAnyOrderElementsOf(
                            names.stream().map(name -> "CREATED " + name).toList());
        }
    }

    @Test
    @Tag("file-watching#AC-3")
    void a_workspace_within_a_repository_goes_by_the_ignore_files_above_it() throws Exception {
        project.with(".gitignore", "*.log\n/inner/made/\n").with("inner/a.txt", "").committed();
        var inner = TemporaryWorkspace.in(project.root().resolve("inner"));
        try (Watching heard = Watching.of(inner)) {
            inner.with("x.log", "").with("made/y.txt", "").with("a.txt", "2");
            assertThat(heard.until("SAVED a.txt")).containsExactly("SAVED a.txt");
            project.git("checkout", "-q", "--", "inner/a.txt");
            assertThat(heard.checkedOut(1)).containsExactly("SAVED a.txt");
        }
    }
}
