package kiro.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceFilesTest {
    @TempDir private Path folder;
    private TemporaryWorkspace files;

    @BeforeEach
    void open() {
        files =
                TemporaryWorkspace.in(folder)
                        .with("project/README.md", "read me")
                        .with("project/docs/a.md", "A")
                        .with("project/docs/deep/b.md", "B")
                        .with("project/.env", "TOKEN=1")
                        .with("project/.kiroignore", "private/\n")
                        .with("project/private/notes.md", "no")
                        .with("home/notes.md", "mine");
    }

    private ResourceFiles.Reading read(boolean isProjects, String... named) throws IOException {
        Path root = files.root().resolve("project");
        try (Stream<Path> walk = Files.walk(root)) {
            List<WorkspacePath> known =
                    walk.filter(Files::isRegularFile)
                            .map(file -> WorkspacePath.of(root.relativize(file).toString()))
                            .sorted()
                            .toList();
            return new ResourceFiles(new Workspace(root), files.root().resolve("home"), known)
                    .of(
                            new Persona(
                                    new Persona.Source(
                                            "dev", Optional.empty(), "dev.json", isProjects),
                                    "",
                                    "p",
                                    Optional.empty(),
                                    new Persona.Abilities(ToolPatterns.ALL, Restraint.NONE),
                                    new Persona.Resources(List.of(named), List.of()),
                                    List.of()));
        }
    }

    private static List<String> reasons(ResourceFiles.Reading reading) {
        return reading.findings().stream().map(finding -> finding.message()).toList();
    }

    @Test
    @Tag("custom-agents#AC-12")
    void files_and_patterns_are_read_in_their_order() throws IOException {
        ResourceFiles.Reading reading = read(true, "./README.md", "docs/**/*.md", "*.md");

        assertThat(reading.texts())
                .isEqualTo(Map.of("README.md", "read me", "docs/a.md", "A", "docs/deep/b.md", "B"));
        assertThat(reading.texts().keySet())
                .containsExactly("README.md", "docs/a.md", "docs/deep/b.md");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    @Tag("custom-agents#AC-4")
    void a_projects_agent_reaches_nothing_else() throws IOException {
        Files.createSymbolicLink(
                files.root().resolve("project/linked.md"), files.root().resolve("home/notes.md"));

        ResourceFiles.Reading reading =
                read(
                        true,
                        "../home/notes.md",
                        "/etc/hostname",
                        "~/notes.md",
                        "linked.md",
                        ".env",
                        "private/notes.md",
                        "private/*.md",
                        "none.md",
                        "x/*.md");

        assertThat(reading.texts()).isEmpty();
        assertThat(reasons(reading))
                .containsExactly(
                        "the resource '../home/notes.md' is left out: it lies outside of the project",
                        "the resource '/etc/hostname' is left out: it lies outside of the project",
                        "the resource '~/notes.md' is left out: "
                                + files.root()
                                + "/project/~/notes.md",
                        "the resource 'linked.md' is left out: it lies outside of the project",
                        "the resource '.env' is left out: by its name it holds secrets",
                        "the resource 'private/notes.md' is left out: it is kept from tools",
                        "the resource 'none.md' is left out: " + files.root() + "/project/none.md",
                        "the resource 'x/*.md' is left out: no file of the project fits");
    }

    @Test
    @Tag("custom-agents#AC-12")
    void a_persons_agent_may_name_their_files() throws IOException {
        assertThat(read(false, "~/notes.md", "README.md").texts())
                .isEqualTo(Map.of("~/notes.md", "mine", "README.md", "read me"));
    }

    @Test
    @Tag("custom-agents#AC-12")
    void there_is_a_bound_to_size_and_number() throws IOException {
        files.with("project/large.md", "x".repeat(70_000));
        for (int i : IntStream.range(0, 6).toArray()) {
            files.with("project/many/%d.md".formatted(i), "y".repeat(60_000));
        }

        ResourceFiles.Reading reading = read(true, "large.md", "many/*.md");

        assertThat(reading.texts()).hasSize(4);
        assertThat(reasons(reading))
                .containsExactly(
                        "the resource 'large.md' is left out: it is larger than 65,536 bytes",
                        "the resource 'many/4.md' is left out: there is more than an agent can have before it");
    }
}
