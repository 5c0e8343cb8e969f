package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kiro.model.TaggedText;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    @TempDir private Path folder;
    private Mentions mentions;

    @BeforeEach
    void open() throws Exception {
        Path root = Files.createDirectories(folder.resolve("w"));
        Files.writeString(folder.resolve("outside.txt"), "outside");
        TemporaryWorkspace workspace =
                TemporaryWorkspace.in(root)
                        .with("src/App.java", "class App {}\n")
                        .with("with space.txt", "spaced\n")
                        .with("Makefile", "all:\n")
                        .with("docs/api.md", "see #[[file:src/App.java]]\n")
                        .with("drafts/plan.md", "secret plan\n")
                        .with(".kiroignore", "drafts/\n")
                        .with(".env", "A=1\n")
                        .with("data.bin", "a\0b")
                        .with("large.txt", "0123456789\n".repeat(20_000))
                        .with(".kiro/specs/demo.md", AgentHarness.SPEC);
        Files.createSymbolicLink(root.resolve("link.txt"), folder.resolve("outside.txt"));
        var specs = new SpecStore(workspace.workspace());
        mentions =
                new Mentions(
                        ContextSources.of(
                                workspace.workspace(),
                                name ->
                                        specs.find(name) instanceof SpecReading.Whole whole
                                                ? Optional.of(whole.spec())
                                                : Optional.empty()));
    }

    private static String path(TaggedText part) {
        return part.attribute("path");
    }

    @Test
    @Tag("context#AC-1")
    void a_slip_in_the_name_of_a_spec_is_said_and_other_marks_are_not() {
        mentions.inTask("implement #demos, see #1234, #wontfix and #dem");

        assertThat(mentions.missing())
                .containsExactly("the task mentions #demos, which is no spec: did you mean #demo?");
        assertThat(mentions.parts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "look at @src/App.java please, src/App.java",
        "look at @src/App.java., src/App.java",
        "@Makefile, Makefile",
        "(@src/App.java), src/App.java",
        "see @\"with space.txt\" first, with space.txt",
        "see #[[file:docs/api.md]], docs/api.md",
        "implement #demo, .kiro/specs/demo.md",
        "in @src, src/"
    })
    @Tag("context#AC-1")
    void what_a_task_mentions_is_told(String words, String path) {
        mentions.inTask(words);

        assertThat(mentions.missing()).isEmpty();
        assertThat(mentions.parts()).extracting(MentionsTest::path).containsExactly(path);
        assertThat(mentions.parts().getFirst().body()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write to ada@example.com",
                "add @Test and @Valid",
                "fix #12 and #unknown",
                "a@b",
                "the colour #fff000",
                "user@src/App.java"
            })
    @Tag("context#AC-1")
    void addresses_annotations_and_numbers_are_no_mentions(String words) {
        mentions.inTask(words);

        assertThat(mentions.parts()).isEmpty();
        assertThat(mentions.missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "@src/Gone.java, 'the task mentions src/Gone.java, which is not there'",
        "@../outside.txt, 'the task mentions ../outside.txt, which lies outside of the workspace'",
        "@/etc/passwd, 'the task mentions /etc/passwd, which lies outside of the workspace'",
        "@link.txt, 'the task mentions link.txt, which lies outside of the workspace'",
        "@.env, 'the task mentions .env, which holds secrets, which no model is shown'",
        "@drafts/plan.md, 'the task mentions drafts/plan.md, which is kept from every tool by .kiroignore'",
        "@data.bin, 'the task mentions data.bin, which is no text'"
    })
    @Tag("context#AC-2")
    void what_cannot_be_told_is_named_and_nothing_of_it_is_told(String words, String line) {
        mentions.inTask(words);

        assertThat(mentions.missing()).containsExactly(line);
        assertThat(mentions.parts()).allMatch(part -> part.body().isEmpty());
        assertThat(mentions.parts()).noneMatch(part -> part.attribute("missing").isEmpty());
    }

    @Test
    @Tag("context#AC-2")
    void a_large_file_is_told_from_its_beginning_and_says_how_much_is_missing() {
        mentions.inTask("@large.txt");

        assertThat(mentions.parts().getFirst().body())
                .hasSizeLessThan(61_000)
                .endsWith("(160,000 more characters: read the file where you need them)\n");
    }

    @Test
    @Tag("context#AC-1")
    void each_file_is_told_once_and_what_it_points_to_is_not_followed() {
        mentions.inTask(
                "@docs/api.md and @docs/api.md and #[[file:docs/api.md]] and @./docs/api.md");

        assertThat(mentions.parts()).extracting(MentionsTest::path).containsExactly("docs/api.md");
    }

    @Test
    @Tag("context#AC-1")
    void in_steering_and_specs_only_the_long_form_counts() {
        mentions.inDocument("@src/App.java #demo #[[file:src/App.java]]", "a.md");

        assertThat(mentions.parts()).extracting(MentionsTest::path).containsExactly("src/App.java");
    }
}
