package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.testing.TemporaryWorkspace;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class InitCommandTest {
    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeFolder() throws IOException {
        workspace = TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")));
    }

    @Test
    @Tag("spec-commands#AC-1")
    void a_project_gets_its_folder_and_is_told_what_to_do_next() throws IOException {
        Kiro.Result result = Kiro.in(workspace.root()).run("init");

        assertThat(result)
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                project %s
                                  made    .kiro/specs/             specs, a Markdown file each
                                  made    .kiro/steering/          what your team has agreed on: style, architecture, security
                                  made    .kiro/templates/         spec templates of your team
                                  made    .kiro/hooks.yaml         work that starts on events; nothing is active
                                  made    .kiro/memory.json        what is remembered between sessions; not committed
                                  made    .gitignore               ignores .kiro/memory.json and .kiro/sessions/

                                Next:
                                  kiro spec create NAME --template rest-api    write a spec from a template
                                  kiro spec create --list-templates            see the other templates
                                  kiro agent --spec NAME --task implement      let it be implemented
                                """
                                        .formatted(workspace.root()),
                                ""));
        assertThat(contents().keySet())
                .containsExactly(
                        ".gitignore",
                        ".kiro/hooks.yaml",
                        ".kiro/memory.json",
                        ".kiro/specs/.gitkeep",
                        ".kiro/steering/.gitkeep",
                        ".kiro/templates/.gitkeep");
        assertThat(
                        new Load(LoadSettings.builder().build())
                                .loadFromString(workspace.read(".kiro/hooks.yaml")))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("version", 1)
                .containsEntry("hooks", null)
                .hasSize(2);
    }

    @Test
    @Tag("spec-commands#AC-1")
    void calling_it_again_changes_nothing() throws IOException {
        Kiro.in(workspace.root()).run("init");
        Map<String, String> before = contents();

        Kiro.Result result = Kiro.in(workspace.root()).run("init");

        assertThat(contents()).isEqualTo(before);
        assertThat(result.code()).isZero();
        assertThat(result.out()).doesNotContain("made").doesNotContain("changed");
    }

    @Test
    @Tag("spec-commands#AC-1")
    void what_is_there_is_kept() throws IOException {
        workspace
                .with(".kiro/specs/a.md", "mine")
                .with(".kiro/hooks.yaml", "mine")
                .with(".kiro/memory.json", "mine");

        Kiro.in(workspace.root()).run("init");

        assertThat(contents())
                .containsEntry(".kiro/specs/a.md", "mine")
                .containsEntry(".kiro/hooks.yaml", "mine")
                .containsEntry(".kiro/memory.json", "mine")
                .doesNotContainKey(".kiro/specs/.gitkeep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    "target/\n"                                   | "target/\n.kiro/memory.json\n.kiro/sessions/\n"
                    "target/"                                     | "target/\n.kiro/memory.json\n.kiro/sessions/\n"
                    "target/\r\nx\r\n"                            | "target/\r\nx\r\n.kiro/memory.json\r\n.kiro/sessions/\r\n"
                    "/.kiro/memory.json\n"                        | "/.kiro/memory.json\n.kiro/sessions/\n"
                    ".kiro/sessions\n\n.kiro/memory.json"         | ".kiro/sessions\n\n.kiro/memory.json"
                    ".kiro/\n"                                    | ".kiro/\n"
                    "# .kiro/memory.json\n"                       | "# .kiro/memory.json\n.kiro/memory.json\n.kiro/sessions/\n"
                    """)
    @Tag("spec-commands#AC-2")
    void git_ignores_memory_and_sessions_once(String before, String after) {
        workspace.with(".gitignore", before);

        Kiro.in(workspace.root()).run("init");

        assertThat(workspace.read(".gitignore")).isEqualTo(after);
    }

    @Test
    @Tag("spec-commands#AC-1")
    void from_a_folder_below_the_repository_is_what_gets_it() throws Exception {
        workspace.with("src/a.txt", "a").committed();

        Kiro.Result result = Kiro.in(workspace.root().resolve("src")).run("init");

        assertThat(result.out()).startsWith("project " + workspace.root() + "\n");
        assertThat(workspace.has(".kiro/specs")).isTrue();
        assertThat(workspace.has("src/.kiro")).isFalse();
    }

    @Test
    @Tag("spec-commands#AC-1")
    void what_cannot_be_made_is_said() {
        workspace.with(".kiro", "a file").with("pom.xml", "");

        Kiro.Result result = Kiro.in(workspace.root()).run("init");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("[init/not-made]").contains("next: repair that");
    }

    @Test
    @Tag("spec-commands#AC-2")
    void the_sample_ignores_already_what_is_not_to_be_committed() throws IOException {
        String sample = Files.readString(Path.of("examples/profile-service/.gitignore"));
        workspace.with(".gitignore", sample);

        assertThat(Kiro.in(workspace.root()).run("init").code()).isZero();

        assertThat(workspace.read(".gitignore")).isEqualTo(sample);
    }

    @Test
    @Tag("spec-commands#AC-1")
    void the_home_folder_is_no_project() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));

        Kiro.Result result = Kiro.in(home).run("init");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("[init/home]");
        assertThat(home.resolve(".kiro")).doesNotExist();
    }

    private Map<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(workspace.root())) {
            files.filter(Files::isRegularFile)
                    .map(file -> workspace.root().relativize(file).toString())
                    .forEach(path -> contents.put(path, workspace.read(path)));
        }
        return contents;
    }
}
