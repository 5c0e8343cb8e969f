package kiro.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
    @TempDir Path temporary;
    private Path home;
    private Path project;

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectories(temporary.toRealPath().resolve("home"));
        project = Files.createDirectories(home.resolve("code/project"));
    }

    @Test
    @Tag("workspace#AC-1")
    void the_nearest_kiro_folder_makes_the_workspace() throws IOException {
        Path inner = Files.createDirectories(project.resolve("module/src"));
        Files.createDirectories(project.resolve(".kiro"));
        Files.createDirectories(project.resolve("module/.git"));
        assertThat(Workspace.around(inner, home)).isEqualTo(new Workspace(project));
        Files.createDirectories(project.resolve("module/.kiro"));
        assertThat(Workspace.around(inner, home))
                .isEqualTo(new Workspace(project.resolve("module")));
    }

    @Test
    @Tag("workspace#AC-1")
    void without_one_the_repository_does_and_else_the_folder_itself() throws IOException {
        Path inner = Files.createDirectories(project.resolve("src"));
        assertThat(Workspace.around(inner, home)).isEqualTo(new Workspace(inner));
        Files.writeString(project.resolve(".git"), "gitdir: /elsewhere\n");
        assertThat(Workspace.around(inner, home)).isEqualTo(new Workspace(project));
    }

    @Test
    @Tag("workspace#AC-1")
    void a_file_named_kiro_makes_no_workspace() throws IOException {
        Files.writeString(project.resolve(".kiro"), "");
        Path inner = Files.createDirectories(project.resolve("src"));
        assertThat(Workspace.around(inner, home)).isEqualTo(new Workspace(inner));
    }

    @Test
    @Tag("workspace#AC-1")
    void the_persons_own_folders_do_not_make_the_home_folder_a_workspace() throws IOException {
        Files.createDirectories(home.resolve(".kiro"));
        Files.createDirectories(home.resolve(".git"));
        assertThat(Workspace.around(project, home)).isEqualTo(new Workspace(project));
        assertThat(Workspace.around(home, home)).isEqualTo(new Workspace(home));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), home);
        assertThat(Workspace.around(project, link)).isEqualTo(new Workspace(project));
        assertThat(Workspace.around(project, temporary.resolve("none")).root())
                .isEqualTo(home.toRealPath());
    }

    @Test
    @Tag("workspace#AC-1")
    void a_folder_reached_through_a_link_is_known_by_its_real_place() throws IOException {
        Files.createDirectories(project.resolve(".kiro"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), project);
        assertThat(Workspace.around(link, home)).isEqualTo(new Workspace(project));
        assertThatThrownBy(() -> Workspace.around(project.resolve("none"), home))
                .isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "src/App.java, src/App.java",
        "./src//App.java, src/App.java",
        "src/../new/file.txt, new/file.txt",
        "link-inside/a.txt, link-inside/a.txt",
        "src/, src"
    })
    @Tag("workspace#AC-2")
    void text_resolves_to_a_path_inside(String text, String path) throws IOException {
        Workspace workspace = linked();
        assertThat(workspace.resolve(text)).contains(WorkspacePath.of(path));
        assertThat(workspace.resolve(project + "/" + text)).contains(WorkspacePath.of(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../other",
                "src/../../other",
                "/etc/passwd",
                "/",
                "link-outside",
                "link-outside/secret.txt",
                "link-outside/new/deep.txt",
                "link-nowhere",
                "nul\0l"
            })
    @Tag("workspace#AC-2")
    void text_that_leads_out_resolves_to_nothing(String text) throws IOException {
        assertThat(linked().resolve(text)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "./a", "a/../b", "..", "a\0"})
    @Tag("workspace#AC-2")
    void a_workspace_path_cannot_lead_out(String value) {
        assertThatThrownBy(() -> WorkspacePath.of(value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Workspace linked() throws IOException {
        Path outside = Files.createDirectories(home.resolve("outside"));
        Files.createDirectories(project.resolve("src"));
        Files.createSymbolicLink(project.resolve("link-inside"), Path.of("src"));
        Files.createSymbolicLink(project.resolve("link-outside"), outside);
        Files.createSymbolicLink(project.resolve("link-nowhere"), project.resolve("nowhere"));
        return new Workspace(project);
    }
}
