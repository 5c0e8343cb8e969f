package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpecCommandTest {
    private static final String SOUND =
            """
            # A sound one
            ## Overview
            It is.
            ## Requirements
            - It works.
            ## Acceptance Criteria
            - [ ] AC-1: the door opens
            - [ ] AC-2: the door closes
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws IOException {
        workspace = TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")));
        Files.createDirectories(workspace.root().resolve(".kiro"));
    }

    @ParameterizedTest
    @CsvSource({
        "spec list",
        "spec list --json",
        "spec validate",
        "spec validate a",
        "spec sync a",
        "spec create a --template rest-api",
        "spec create --list-templates"
    })
    @Tag("spec-commands#AC-9")
    void without_a_project_folder_every_command_says_how_to_make_one(String line)
            throws IOException {
        Files.delete(workspace.root().resolve(".kiro"));

        assertThat(run(line.split(" ")))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                error: there is no .kiro folder in %s or above it [workspace/no-kiro-folder]
                                  next: make one with 'kiro init'
                                """
                                        .formatted(workspace.root())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "list", "validate", "sync"})
    @Tag("spec-commands#AC-9")
    void each_command_explains_itself_with_examples(String command) {
        Kiro.Result result = run("spec", command, "--help");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("Usage: kiro spec " + command)
                .contains("\nExamples:\n  kiro spec " + command)
                .contains("Exit codes: 0");
    }

    @Test
    @Tag("spec-commands#AC-3")
    void a_created_spec_lists_what_is_to_be_filled_in() {
        Kiro.Result result = run("spec", "create", "user-profile", "--template", "rest-api");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith(
                        """
                        created .kiro/specs/user-profile.md from template rest-api-endpoint (built in)
                        to fill in:
                          line 11  who can do what with this endpoint, and why they want it
                        """)
                .endsWith("\nNext: fill it in, then 'kiro spec validate user-profile'\n");
        assertThat(workspace.read(".kiro/specs/user-profile.md"))
                .startsWith("---\ntemplate: rest-api-endpoint\n---\n# User profile\n")
                .contains("@Tag(\"user-profile#AC-1\")");
    }

    @Test
    @Tag("spec-commands#AC-3")
    void a_title_may_be_given_and_the_command_called_from_a_folder_below() throws IOException {
        Path below = Files.createDirectories(workspace.root().resolve("src/deep"));

        Kiro.Result result =
                Kiro.in(below)
                        .run(
                                "spec",
                                "create",
                                ".kiro/specs/x.md",
                                "-t",
                                "bug-fix",
                                "--title",
                                "The  fault");

        assertThat(result.code()).isZero();
        assertThat(workspace.read(".kiro/specs/x.md"))
                .startsWith("---\ntemplate: bug-fix\n---\n# The fault\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    sound     | spec/exists   | there is a spec 'sound' already
                    SOUND     | spec/exists   | there is a spec 'sound' already
                    kiros     | spec/exists   | there is a spec 'kiros' already
                    my spec   | spec/bad-name | use letters, digits, '-', '_' and '.', at most 128: 'my-spec', for instance
                    ../up     | spec/bad-name | 'up', for instance
                    readme    | spec/bad-name | 'readme' cannot be the name of a spec
                    """)
    @Tag("spec-commands#AC-4")
    void a_name_that_is_taken_or_unusable_is_refused_and_nothing_written(
            String name, String code, String words) throws IOException {
        workspace
                .with(".kiro/specs/sound.md", SOUND)
                .with(".kiro/specs/kiros/requirements.md", "# Requirements Document");

        Kiro.Result result = run("spec", "create", name, "--template", "bug-fix");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("[" + code + "]").contains(words);
        try (var specs = Files.list(workspace.root().resolve(".kiro/specs"))) {
            assertThat(specs).hasSize(2);
        }
        assertThat(workspace.read(".kiro/specs/sound.md")).isEqualTo(SOUND);
    }

    @Test
    @Tag("spec-commands#AC-4")
    void a_template_that_is_missing_or_not_said_is_answered_with_all_of_them() {
        Kiro.Result unknown = run("spec", "create", "a", "--template", "rest");
        Kiro.Result unsaid = run("spec", "create", "a");

        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err())
                .contains("did you mean rest-api or rest-api-endpoint?")
                .contains("there are background-job, bug-fix,");
        assertThat(unsaid.code()).isEqualTo(64);
        assertThat(unsaid.err()).contains("with one of background-job, bug-fix,");
        assertThat(workspace.has(".kiro/specs/a.md")).isFalse();
    }

    @Test
    @Tag("spec-templates#AC-2")
    @Tag("spec-templates#AC-7")
    void parameters_are_set_on_the_command_line() {
        Kiro.Result result =
                run(
                        "spec",
                        "create",
                        "p",
                        "-t",
                        "rest-api",
                        "--set",
                        "method=PUT",
                        "--set",
                        "path=/users/{id}/profile",
                        "-s",
                        "limit=10");

        assertThat(result.code()).isZero();
        assertThat(workspace.read(".kiro/specs/p.md"))
                .startsWith("---\ntemplate: rest-api-endpoint\n---\n")
                .contains(
                        "- [ ] AC-2: PUT /users/{id}/profile returns 422 and names each invalid field");
    }

    @Test
    @Tag("spec-templates#AC-3")
    void a_parameter_that_cannot_be_used_is_refused_and_nothing_is_written() {
        Kiro.Result unknown = run("spec", "create", "p", "-t", "rest-api", "--set", "metod=PUT");

        assertThat(unknown)
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                template rest-api-endpoint:1:1: error: the template has no parameter 'metod' [spec/bad-parameter]
                                  next: did you mean method? it has method, path, resource, auth, limit
                                """));
        assertThat(run("spec", "create", "p", "-t", "bug-fix", "--form", "tree").code())
                .isEqualTo(64);
        assertThat(workspace.has(".kiro/specs/p.md")).isFalse();
    }

    @Test
    @Tag("spec-templates#AC-6")
    void at_a_terminal_the_parameters_that_were_not_set_are_asked_for() {
        Kiro.Result result =
                Kiro.in(workspace.root())
                        .typing("GT", "GET", "/users/{id}", "user", "", "none")
                        .run("spec", "create", "p", "-t", "rest-api");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("method: METHOD, such as PUT [left to fill in]: ")
                .contains(
                        "auth: what a caller shows to say who they are, or none [bearer token]: ");
        assertThat(result.err())
                .contains("'GT' cannot be its value: it has the form GET|POST|PUT|PATCH|DELETE");
        assertThat(workspace.read(".kiro/specs/p.md"))
                .contains("- Endpoint: `GET /users/{id}`")
                .contains("- Authentication: bearer token")
                .doesNotContain("Rate limit");
    }

    @Test
    @Tag("spec-templates#AC-4")
    @Tag("spec-templates#AC-7")
    void the_form_of_a_folder_is_that_of_todays_kiro() {
        run("spec", "create", "p", "-t", "bug-fix", "--form", "folder");
        run("spec", "create", "q", "-t", "integration", "--form", "folder");

        JsonNode settings =
                JsonMapper.shared().readTree(workspace.read(".kiro/specs/p/.config.kiro"));
        assertThat(settings.path("specId").asString())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(settings.path("workflowType").asString()).isEqualTo("requirements-first");
        assertThat(settings.path("specType").asString()).isEqualTo("bugfix");
        assertThat(settings.path("template").asString()).isEqualTo("bug-fix");
        assertThat(workspace.read(".kiro/specs/p/bugfix.md"))
                .startsWith("# Bugfix Requirements Document\n");
        assertThat(workspace.read(".kiro/specs/q/requirements.md"))
                .contains("\n1. WHEN {{what happens}}, THE Client SHALL send");
        assertThat(workspace.has(".kiro/specs/q/tasks.md")).isTrue();
        assertThat(run("spec", "create", "p", "-t", "bug-fix").code()).isEqualTo(1);
    }

    @Test
    @Tag("spec-suggestions#AC-6")
    void what_a_new_spec_lacks_is_suggested_and_added_when_it_is_accepted() {
        workspace.with(
                ".kiro/templates/note.md",
                """
                # {{title}}

                ## Overview

                Notes.

                ## Requirements

                - `PUT /notes/{id}` replaces a note. Authentication is required: a bearer token.

                ## Acceptance Criteria

                - [ ] AC-{{n}}: PUT /notes/{id} returns 200 and the note
                """);

        Kiro.Result shown = run("spec", "create", "a", "-t", "note");
        Kiro.Result first = run("spec", "create", "b", "-t", "note", "--accept", "2");
        Kiro.Result all = run("spec", "create", "c", "-t", "note", "--accept", "all");

        assertThat(shown.out())
                .contains(
                        """
                        suggested criteria, which a implies and lacks:
                           1  PUT /notes/{id} for an unknown note returns 404 [spec/missing-404]
                              because of line 12: `PUT /notes/{id}` replaces a note.
                           2  A request without a valid token returns 401 [spec/missing-401]
                              because of line 12: Authentication is required: a bearer token.
                          add them with 'kiro spec validate a --accept all', or some: --accept 1,3-5
                        """);
        assertThat(first.code()).isZero();
        assertThat(workspace.read(".kiro/specs/b.md"))
                .endsWith(
                        """
                        - [ ] AC-1: PUT /notes/{id} returns 200 and the note
                        - [ ] AC-2: A request without a valid token returns 401
                        """);
        assertThat(all.out())
                .contains("added to .kiro/specs/c.md:\n  PUT /notes/{id} for an unknown note");
        assertThat(run("spec", "create", "d", "-t", "note", "--accept", "3").err())
                .contains("there is no suggestion 3 for d")
                .contains("choose from 1 to 2");
        assertThat(run("spec", "create", "e", "-t", "note", "--accept", "some").code())
                .isEqualTo(64);
    }

    @Test
    @Tag("spec-templates#AC-4")
    void a_form_that_a_template_has_not_is_refused() {
        workspace.with(".kiro/templates/ours.md", "# {{title}}\n");

        assertThat(run("spec", "create", "p", "-t", "ours", "--form", "folder").err())
                .isEqualTo(
                        """
                        .kiro/templates/ours.md:1:1: error: the template 'ours' has no form of a folder [spec/no-form]
                          next: write .kiro/templates/ours/requirements.md, or use --form file
                        """);
    }

    @Test
    @Tag("spec-commands#AC-3")
    @Tag("spec-templates#AC-8")
    void templates_are_listed_with_where_they_come_from() {
        workspace.with(".kiro/templates/bug-fix.md", "---\ndescription: ours\n---\n# {{title}}\n");

        assertThat(run("spec", "create", "--list").out())
                .contains("bug-fix                ours")
                .contains(".kiro/templates/bug-fix")
                .contains("rest-api-endpoint      an HTTP endpoint")
                .contains("method, path,");
    }

    @Test
    @Tag("spec-commands#AC-5")
    void findings_are_printed_with_place_rule_and_fix() {
        workspace
                .with(".kiro/specs/sound.md", SOUND)
                .with(
                        ".kiro/specs/odd.md",
                        SOUND.replace("It works.", "TBD") + "- AC-3: the bell rings\n");

        assertThat(run("spec", "validate"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                """
                                .kiro/specs/odd.md:5:3: error: left open: 'TBD' [spec/placeholder]
                                  next: decide it and write it down; where the word itself is meant, put it between backticks
                                .kiro/specs/odd.md:9:1: warning: criterion AC-3 has no checkbox, so nothing can be ticked when it is proven [spec/no-checkbox]
                                  next: begin it with '- [ ] AC-3: '
                                2 specs checked: 1 error, 1 warning; scores from 87 to 100 of 100, 94 on average
                                """,
                                ""));
        assertThat(run("spec", "validate", "sound"))
                .isEqualTo(new Kiro.Result(0, "1 spec checked: 0 errors, 0 warnings\n", ""));
    }

    @Test
    @Tag("spec-commands#AC-5")
    void warnings_fail_when_strict() {
        workspace.with(".kiro/specs/a.md", SOUND + "- AC-3: the bell rings\n");

        assertThat(run("spec", "validate", "a").code()).isZero();
        assertThat(run("spec", "validate", "a", "--strict").code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "empty", "no-criteria", "latin", "large", "twice"})
    @Tag("spec-commands#AC-6")
    void a_spec_that_cannot_be_used_is_a_finding_and_nothing_is_written(String name)
            throws IOException {
        byte[] large = new byte[10 << 20];
        java.util.Arrays.fill(large, (byte) 'a');
        workspace
                .with(".kiro/specs/empty.md", "")
                .with(".kiro/specs/no-criteria.md", "# T\n")
                .with(".kiro/specs/latin.md", new byte[] {'#', ' ', (byte) 0xE9})
                .with(".kiro/specs/large.md", large)
                .with(".kiro/specs/twice.md", SOUND.replace("AC-2", "AC-1"));

        for (String command : new String[] {"validate", "sync"}) {
            Kiro.Result result = run("spec", command, name);

            assertThat(result.code()).as(command).isEqualTo(1);
            assertThat(result.out() + result.err()).contains("error:").contains("  next: ");
        }
        assertThat(workspace.has(".kiro/evidence")).isFalse();
        assertThat(workspace.has(".kiro/sessions")).isFalse();
    }

    @Test
    @Tag("spec-commands#AC-7")
    void specs_are_listed_with_what_is_proven() {
        workspace
                .with(".kiro/specs/sound.md", SOUND)
                .with(".kiro/specs/claimed.md", SOUND.replace("[ ] AC-1", "[x] AC-1"))
                .with(".kiro/specs/empty.md", "");

        assertThat(run("spec", "list"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                SPEC     TITLE        PROVEN  STATE
                                claimed  A sound one  0/2     ticked without evidence
                                empty                 -       cannot be read
                                sound    A sound one  0/2     unproven
                                """,
                                """
                                .kiro/specs/empty.md:1:1: error: the spec is empty [spec/empty]
                                  next: write it, or delete the file and run 'kiro spec create empty --template rest-api'
                                """));
    }

    @Test
    @Tag("spec-commands#AC-7")
    void the_list_is_told_to_programs_as_json() throws IOException {
        workspace.with(".kiro/specs/sound.md", SOUND);

        assertThat(JsonMapper.shared().readTree(run("spec", "list", "--json").out()))
                .isEqualTo(documented("spec-list.md"));
    }

    @Test
    @Tag("spec-commands#AC-7")
    void a_project_without_specs_is_told_how_to_make_one() {
        String none =
                "no specs in .kiro/specs yet: 'kiro spec create NAME --template rest-api' makes one\n";

        assertThat(run("spec", "list")).isEqualTo(new Kiro.Result(0, none, ""));
        assertThat(run("spec", "validate")).isEqualTo(new Kiro.Result(0, none, ""));
    }

    @Test
    @Tag("spec-commands#AC-5")
    void findings_are_told_to_programs_as_json() throws IOException {
        workspace.with(".kiro/specs/a.md", SOUND + "- AC-3: the bell rings\n");

        assertThat(JsonMapper.shared().readTree(run("spec", "validate", "--json").out()))
                .isEqualTo(documented("spec-validate.md"));
    }

    @Test
    @Tag("spec-commands#AC-9")
    void without_a_command_what_can_be_done_is_shown() {
        Kiro.Result result = run("spec");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("create").contains("list").contains("sync");
    }

    /// The example in the description of a format.
    private static JsonNode documented(String page) throws IOException {
        String text = Files.readString(Path.of("docs/formats").resolve(page));
        int start = text.indexOf("```json") + "```json".length();
        return JsonMapper.shared().readTree(text.substring(start, text.indexOf("```", start)));
    }

    private Kiro.Result run(String... args) {
        return Kiro.in(workspace.root()).run(args);
    }
}
