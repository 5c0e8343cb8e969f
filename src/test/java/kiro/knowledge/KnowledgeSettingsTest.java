package kiro.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.config.Config;
import kiro.finding.Finding;
import kiro.testing.TemporaryWorkspace;
import kiro.text.PathGlob;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("knowledge#AC-1")
class KnowledgeSettingsTest {
    @TempDir private Path folder;

    private Config.Reading.Whole read(String teams, String persons) throws Exception {
        Path root = Files.createDirectories(folder.resolve("w"));
        TemporaryWorkspace.in(root).with(".kiro/config.yaml", teams);
        TemporaryWorkspace.in(Files.createDirectories(home())).with(".kiro/config.yaml", persons);
        return (Config.Reading.Whole) Config.read(Map.of(), home(), root);
    }

    private Path home() {
        return folder.resolve("home");
    }

    private KnowledgeSettings settings(String teams, String persons) throws Exception {
        return KnowledgeSettings.of(read(teams, persons).config(), home());
    }

    @Test
    void every_kind_of_source_is_read_sorted_by_name_with_its_place() throws Exception {
        KnowledgeSettings settings =
                settings(
                        """
                        knowledge:
                          sources:
                            docs: [docs/**, "*.md"]
                          bases:
                            handbook: ABCDEFGHIJ
                            far: eu-central-1/KLMNOPQRST
                          results: 7
                        """,
                        """
                        knowledge:
                          folders:
                            runbooks: ~/ops/runbooks
                          bases:
                            own: arn:aws:bedrock:us-west-2:123456789012:knowledge-base/UVWXYZ1234
                          embedding: ollama/nomic-embed-text
                        """);

        assertThat(settings.findings()).isEmpty();
        assertThat(settings.results()).isEqualTo(7);
        assertThat(settings.embedding().orElseThrow().text()).isEqualTo("ollama/nomic-embed-text");
        assertThat(settings.sources())
                .extracting(KnowledgeSource::name)
                .containsExactly("docs", "far", "handbook", "own", "runbooks");
        assertThat(settings.bases())
                .containsExactly(
                        new KnowledgeSource.Base(
                                "far",
                                ".kiro/config.yaml:6",
                                "KLMNOPQRST",
                                Optional.of("eu-central-1"),
                                false),
                        new KnowledgeSource.Base(
                                "handbook",
                                ".kiro/config.yaml:5",
                                "ABCDEFGHIJ",
                                Optional.empty(),
                                false),
                        new KnowledgeSource.Base(
                                "own",
                                "~/.kiro/config.yaml:5",
                                "UVWXYZ1234",
                                Optional.of("us-west-2"),
                                true));
        assertThat(settings.sources().getLast())
                .isEqualTo(
                        new KnowledgeSource.Folder(
                                "runbooks",
                                "~/.kiro/config.yaml:3",
                                home().resolve("ops/runbooks")));
    }

    @Test
    void a_project_names_no_folder_outside_and_no_model_that_texts_are_sent_to() throws Exception {
        Config.Reading.Whole read =
                read("knowledge:\n  folders: {keys: ~/.ssh}\n  embedding: openai/small\n", "");

        assertThat(read.warnings())
                .extracting(Finding::toString)
                .hasSize(2)
                .allMatch(text -> text.contains("config/forbidden-here"));
        assertThat(KnowledgeSettings.of(read.config(), home()))
                .isEqualTo(new KnowledgeSettings(List.of(), 5, Optional.empty(), List.of()));
    }

    @Test
    void what_is_misspelt_or_of_another_form_is_told_with_its_line() throws Exception {
        Path root = Files.createDirectories(folder.resolve("w"));
        TemporaryWorkspace.in(root)
                .with(
                        ".kiro/config.yaml",
                        "knowledge:\n  source: {docs: docs/**}\n  bases:\n    a: not-an-id\n");

        Config.Reading read = Config.read(Map.of(), home(), root);

        assertThat(((Config.Reading.Broken) read).findings())
                .extracting(Finding::toString)
                .satisfiesExactlyInAnyOrder(
                        error ->
                                assertThat(error)
                                        .contains(".kiro/config.yaml:4")
                                        .contains("knowledge.bases.a is not the id of a knowledge"),
                        warning ->
                                assertThat(warning)
                                        .contains(".kiro/config.yaml:2")
                                        .contains("did you mean knowledge.sources"));
    }

    @Test
    void of_two_sources_of_one_name_the_first_counts_and_a_folder_has_a_whole_path()
            throws Exception {
        KnowledgeSettings settings =
                settings(
                        "knowledge:\n  sources: {docs: docs/**}\n  bases: {docs: ABCDEFGHIJ}\n",
                        "knowledge:\n  folders:\n    near: notes\n");

        assertThat(settings.sources()).singleElement().isInstanceOf(KnowledgeSource.Files.class);
        assertThat(settings.findings())
                .extracting(Finding::toString)
                .satisfiesExactly(
                        folder ->
                                assertThat(folder)
                                        .contains("~/.kiro/config.yaml:3")
                                        .contains("write it like ~/runbooks"),
                        same ->
                                assertThat(same)
                                        .contains(".kiro/config.yaml:3")
                                        .contains("knowledge.bases.docs is left out"));
    }

    @Test
    void a_pattern_stands_for_what_lies_in_a_folder_that_it_fits() {
        var source =
                new KnowledgeSource.Files(
                        "docs",
                        "x",
                        List.of(
                                PathGlob.parse("docs").orElseThrow(),
                                PathGlob.parse("src/*.md").orElseThrow()));

        assertThat(List.of("docs/a/b.md", "src/a.md", "src/sub/a.md", "other/a.md"))
                .filteredOn(source::includes)
                .containsExactly("docs/a/b.md", "src/a.md");
    }
}
