package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kiro.spec.SpecName;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.spec.rest.EndpointReader;
import kiro.spec.rest.EndpointReading;
import kiro.spec.rest.UnreadSentence;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A spec in the structured form, from the command that makes it to the one that checks it.
class StructuredSpecTest {
    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws IOException {
        workspace = TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")));
        Files.createDirectories(workspace.root().resolve(".kiro"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /books/{id}, book",
        "GET, /books, book",
        "POST, /books, book",
        "PUT, /books/{id}, book",
        "PATCH, /users/{id}/profile, profile",
        "DELETE, /books/{id}, book",
        "POST, /books/{id}/retire, book"
    })
    @Tag("structured-reading#AC-7")
    void of_a_spec_that_the_template_makes_only_the_blanks_are_not_read(
            String method, String path, String resource) {
        Kiro.in(workspace.root())
                .run(
                        ("spec create it -t rest-api -s limit=10 -s method=%s -s path=%s -s resource=%s"
                                        .formatted(method, path, resource))
                                .split(" "));

        EndpointReading reading = read();

        // The first criterion promises the fields that are blanks.
        assertThat(reading.unread())
                .extracting(UnreadSentence::text)
                .allMatch(text ->
                        text.contains("{{")
                                || text.contains(" returns 200 ")
                                || text.contains(" returns 201 "));
        assertThat(reading.unread().stream().filter(one -> !one.text().contains("{{")))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Tag("structured-reading#AC-6")
    void what_is_not_read_is_found_when_the_spec_is_validated() {
        workspace.with(
                ".kiro/specs/hive.md",
                """
                # Hive

                ## Overview

                Keepers look at their hives.

                ## Requirements

                - Endpoint: `GET /hives/{id}`
                - Authentication: bearer token
                - Access: owner, apart from inspectors

                ## Acceptance Criteria

                - [ ] AC-1: GET /hives/{id} returns 404 when the hive has swarmed
                """);

        Kiro.Result result = Kiro.in(workspace.root()).run("spec", "validate", "hive");

        assertThat(result.out())
                .contains(
                        """
                        .kiro/specs/hive.md:11:3: info: the built-in engine does not read this: not understood: "owner, apart from inspectors" [spec/not-read]
                          next: write it in a form that is read, such as: - Access: owner, or - Access: role `ADMIN`
                        """)
                .contains(
                        """
                        .kiro/specs/hive.md:15:1: info: the built-in engine does not read this: not understood: "swarmed" in a situation for 404 [spec/not-read]
                          next: write it in a form that is read, such as: GET /hives/{id} returns 404 when the hive does not exist
                        """);
    }

    @Test
    @Tag("structured-reading#AC-8")
    void the_whole_spec_of_the_guide_is_read() throws IOException {
        EndpointReading reading = read(block("```markdown\n"));

        assertThat(reading.unread()).isEmpty();
        assertThat(reading.outcomes()).hasSize(8);
    }

    @Test
    @Tag("structured-reading#AC-8")
    void every_line_of_the_guide_is_read() throws IOException {
        for (String line : block("```text\n").lines().toList()) {
            String text =
                    "# T\n\n## Requirements\n\n- Endpoint: `POST /tickets/{id}/close`\n%s\n\n%s"
                            .formatted(
                                    line,
                                    "## Acceptance Criteria\n\n- [ ] AC-1: POST /tickets/{id}/close returns 204\n");
            assertThat(read(text).unread()).as(line).isEmpty();
        }
    }

    private static String block(String opening) throws IOException {
        String page = Files.readString(Path.of("docs/guide/built-in-engine.md"));
        int start = page.indexOf(opening) + opening.length();
        return page.substring(start, page.indexOf("```", start));
    }

    private EndpointReading read() {
        return read(workspace.read(".kiro/specs/it.md"));
    }

    private static EndpointReading read(String text) {
        SpecReading reading =
                SpecReader.read(
                        new SpecName("it"),
                        WorkspacePath.of(".kiro/specs/it.md"),
                        text.getBytes(StandardCharsets.UTF_8));
        return new EndpointReader().read(((SpecReading.Whole) reading).spec());
    }
}
