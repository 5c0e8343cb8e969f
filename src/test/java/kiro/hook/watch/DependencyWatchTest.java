package kiro.hook.watch;

import static kiro.workspace.watch.FileEvent.Kind.DELETED;
import static kiro.workspace.watch.FileEvent.Kind.SAVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kiro.hook.EventKind;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Git;
import kiro.workspace.WorkspacePath;
import kiro.workspace.watch.FileEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependencyWatchTest {
    @TempDir Path folder;
    private TemporaryWorkspace project;
    private DependencyWatch watch;

    @BeforeEach
    void makeProject() throws Exception {
        project = TemporaryWorkspace.in(Files.createDirectories(folder.resolve("project")));
        project.with(
                        "package.json",
                        "{\"dependencies\": {\"left-pad\": \"^1.0.0\", \"ms\": \"2\"}}")
                .with(
                        "package-lock.json",
                        "{\"lockfileVersion\": 3, \"packages\": {\"\": {\"name\": \"x\"}, \"node_modules/left-pad\": {\"version\": \"1.0.3\"}}}")
                .with("go.mod", "module x\n\nrequire github.com/a/b v1.0.0\n");
        watch =
                new DependencyWatch(
                        project.root(),
                        new Git(
                                project.workspace(),
                                new CommandRunner(System.getenv(), folder.resolve("spill"))));
        watch.look();
    }

    private static FileEvent event(FileEvent.Kind kind, String path) {
        return new FileEvent(kind, WorkspacePath.of(path));
    }

    private static HookEvent updated(Subject.Dependency... all) {
        return HookEvent.of(EventKind.DEPENDENCY_UPDATED, new Subject.Dependencies(List.of(all)));
    }

    @Test
    @Tag("dependency-changes#AC-2")
    void another_version_in_manifest_and_lock_is_told_of_once_as_the_lock_has_it()
            throws Exception {
        project.with(
                        "package.json",
                        "{\"dependencies\": {\"left-pad\": \"^1.3.0\", \"ms\": \"2\"}}")
                .with(
                        "package-lock.json",
                        "{\"packages\": {\"node_modules/left-pad\": {\"version\": \"1.3.1\"}}}");
        assertThat(
                        watch.changed(
                                List.of(
                                        event(SAVED, "package-lock.json"),
                                        event(SAVED, "package.json"),
                                        event(SAVED, "src/a.js")),
                                false))
                .containsExactly(
                        updated(
                                new Subject.Dependency(
                                        "npm", "left-pad", "1.0.3", "1.3.1", "package-lock.json")));
    }

    @Test
    @Tag("dependency-changes#AC-2")
    void new_ones_and_those_that_are_gone_are_told_of() {
        project.with(
                "package.json", "{\"dependencies\": {\"left-pad\": \"^1.0.0\", \"vite\": \"7\"}}");
        assertThat(watch.changed(List.of(event(SAVED, "package.json")), false))
                .containsExactly(
                        updated(
                                new Subject.Dependency("npm", "ms", "2", "", "package.json"),
                                new Subject.Dependency("npm", "vite", "", "7", "package.json")));
        assertThat(watch.changed(List.of(event(DELETED, "go.mod")), false))
                .containsExactly(
                        updated(
                                new Subject.Dependency(
                                        "go", "github.com/a/b", "v1.0.0", "", "go.mod")));
    }

    @Test
    @Tag("dependency-changes#AC-3")
    void what_is_half_written_changes_nothing_and_what_git_checks_out_is_a_new_beginning() {
        project.with("package.json", "{\"dependencies\": {\"left-pad\":");
        assertThat(watch.changed(List.of(event(SAVED, "package.json")), false)).isEmpty();
        project.with("package.json", "{\"dependencies\": {\"ms\": \"3\"}}");
        assertThat(watch.changed(List.of(event(SAVED, "package.json")), true)).isEmpty();
        assertThat(watch.changed(List.of(event(SAVED, "package.json")), false)).isEmpty();
        project.with("package.json", "{\"dependencies\": {\"ms\": \"4\"}}");
        assertThat(watch.changed(List.of(event(SAVED, "package.json")), false))
                .containsExactly(
                        updated(new Subject.Dependency("npm", "ms", "3", "4", "package.json")));
    }
}
