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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpecValidateCommandTest {
    private static final String SPEC =
            """
            # A

            ## Overview

            A door.

            ## Requirements

            - It opens.

            ## Acceptance Criteria

            - [ ] AC-1: The door opens quickly
            - [ ] AC-2: The door closes
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws IOException {
        workspace = TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")));
        workspace.with(".kiro/specs/a.md", SPEC);
    }

    @Test
    @Tag("spec-rules#AC-12")
    void warnings_fail_only_when_strict() {
        assertThat(run())
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                .kiro/specs/a.md:13:28: warning: 'quickly' means another thing to each reader [spec/vague]
                                  next: in how many milliseconds
                                1 spec checked: 0 errors, 1 warning; score 97 of 100
                                """,
                                ""));
        assertThat(run("--strict").code()).isEqualTo(1);
    }

    @Test
    @Tag("spec-rules#AC-12")
    void contradictions_fail_the_command() {
        workspace.with(
                ".kiro/specs/b.md",
                SPEC.replace("The door opens quickly", "GET /x returns 200")
                        .replace("The door closes", "GET /x returns 204"));

        Kiro.Result result = run();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        ".kiro/specs/b.md:14:28: error: criterion AC-2 contradicts criterion AC-1 in line 13: status 204 here and status 200 there");
    }

    @Test
    @Tag("spec-rules#AC-9")
    @Tag("spec-rules#AC-12")
    void the_findings_are_given_as_sarif() {
        JsonNode log = JsonMapper.shared().readTree(run("--format", "sarif").out());

        assertThat(log.at("/version").asString()).isEqualTo("2.1.0");
        JsonNode rule = log.at("/runs/0/tool/driver/rules/0");
        assertThat(rule.at("/id").asString()).isEqualTo("spec/vague");
        assertThat(rule.at("/help/markdown").asString()).contains("within 300 ms");
        JsonNode result = log.at("/runs/0/results/0");
        assertThat(result.at("/level").asString()).isEqualTo("warning");
        assertThat(result.at("/locations/0/physicalLocation/region/startColumn").asInt())
                .isEqualTo(28);
        String print = result.at("/partialFingerprints").toString();

        workspace.with(".kiro/specs/a.md", SPEC.replace("A door.", "A door.\n\nIt is red."));

        JsonNode moved = JsonMapper.shared().readTree(run("--format", "sarif").out());
        assertThat(moved.at("/runs/0/results/0/partialFingerprints").toString()).isEqualTo(print);
        assertThat(
                        moved.at("/runs/0/results/0/locations/0/physicalLocation/region/startLine")
                                .asInt())
                .isEqualTo(15);
    }

    @Test
    @Tag("spec-rules#AC-12")
    void the_findings_are_given_as_annotations_and_as_json() {
        assertThat(run("--format", "github").out())
                .isEqualTo(
                        "::warning file=.kiro/specs/a.md,line=13,endLine=13,col=28,endColumn=35,title=spec/vague::.kiro/specs/a.md:13: 'quickly'"
                                + " means another thing to each reader%0Anext: in how many milliseconds\n");
        assertThat(run("--format", "json").out()).isEqualTo(run("--json").out());
        assertThat(run("--format", "xml").code()).isEqualTo(64);
    }

    @Test
    @Tag("spec-rules#AC-12")
    void the_rules_are_listed_with_an_example() {
        assertThat(run("--rules").out())
                .contains(
                        """
                        spec/contradiction  error  (C2)
                            two statuses for one request in one situation, or two numbers for one thing; told with both places
                            | - [ ] AC-1: GET /orders/{id} returns 404 when the order is unknown
                        """);
    }

    @Test
    @Tag("spec-rules#AC-8")
    void the_levels_are_those_of_the_settings() {
        workspace.with(
                ".kiro/config.yaml",
                "spec:\n  rules:\n    spec/vague: error\n    spec/vauge: off\n");

        Kiro.Result result = run();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("13:28: error: 'quickly'")
                .contains(
                        ".kiro/config.yaml:4:1: warning: there is no rule 'spec/vauge' [config/unknown-rule]\n"
                                + "  next: did you mean spec/vague");

        workspace.with(".kiro/config.yaml", "spec:\n  rules:\n    spec/vague: off\n");
        assertThat(run().out()).isEqualTo("1 spec checked: 0 errors, 0 warnings\n");

        workspace.with(".kiro/config.yaml", "spec:\n  rules:\n    spec/vague: loud\n");
        assertThat(run().err()).contains("config/wrong-type");
    }

    @Test
    @Tag("spec-rules#AC-11")
    void what_has_one_answer_is_repaired_and_told() {
        workspace
                .with(".kiro/specs/a.md", SPEC.replace("- [ ] AC-2", "- AC-2"))
                .with(".kiro/specs/b.md", SPEC.replace("Acceptance", "Acceptence"));

        Kiro.Result result = run("--fix");

        assertThat(result.err())
                .isEqualTo(
                        """
                        repaired .kiro/specs/a.md: 1 line changed (1 checkbox)
                        repaired .kiro/specs/b.md: 1 line changed (1 heading)
                        """);
        assertThat(workspace.read(".kiro/specs/a.md")).isEqualTo(SPEC);
        assertThat(workspace.read(".kiro/specs/b.md")).isEqualTo(SPEC);
        assertThat(result.code()).isZero();
        assertThat(run("--fix").err()).isEqualTo("nothing to repair without asking\n");
    }

    private static final String ENDPOINT =
            """
            # Avatar

            ## Overview

            A picture.

            ## Requirements

            - `GET /avatars/{id}` returns the avatar `{id}` within 200 ms.
            - Authentication is required: a bearer token.
            - Rate limit: none.

            ## Acceptance Criteria

            - [ ] AC-1: GET /avatars/{id} returns 200 and the avatar
            """;

    @Test
    @Tag("spec-suggestions#AC-8")
    void what_a_named_spec_lacks_is_suggested_with_its_reason() {
        workspace.with(".kiro/specs/avatar.md", ENDPOINT);

        assertThat(run("avatar").out())
                .isEqualTo(
                        """
                        1 spec checked: 0 errors, 0 warnings
                        suggested criteria, which avatar implies and lacks:
                           1  GET /avatars/{id} for an unknown avatar returns 404 [spec/missing-404]
                              because of line 9: `GET /avatars/{id}` returns the avatar `{id}` within 200 ms.
                           2  A request without a valid token returns 401 [spec/missing-401]
                              because of line 10: Authentication is required: a bearer token.
                          add them with 'kiro spec validate avatar --accept all', or some: --accept 1,3-5
                        """);
        assertThat(run().out())
                .endsWith(
                        """
                        criteria are suggested for 1 spec: avatar (2)
                          see them with 'kiro spec validate avatar'
                        """);
    }

    @Test
    @Tag("spec-suggestions#AC-8")
    void suggestions_are_given_as_json() {
        workspace.with(".kiro/specs/avatar.md", ENDPOINT);

        JsonNode first =
                JsonMapper.shared()
                        .readTree(run("avatar", "--json").out())
                        .required("suggestions")
                        .required(0);

        assertThat(first)
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"spec":"avatar","number":1,"rule":"spec/missing-404",
                                        "text":"GET /avatars/{id} for an unknown avatar returns 404",
                                        "file":".kiro/specs/avatar.md","line":9,
                                        "because":"`GET /avatars/{id}` returns the avatar `{id}` within 200 ms."}
                                        """));
    }

    @Test
    @Tag("spec-suggestions#AC-8")
    void accepted_suggestions_are_added_before_the_spec_is_checked() throws IOException {
        workspace.with(".kiro/specs/avatar.md", ENDPOINT);

        Kiro.Result result = run("avatar", "--accept", "1");

        assertThat(result.code()).isEqualTo(0);
        assertThat(result.out())
                .startsWith(
                        """
                        added to .kiro/specs/avatar.md:
                          GET /avatars/{id} for an unknown avatar returns 404
                        1 spec checked: 0 errors, 0 warnings
                        suggested criteria, which avatar implies and lacks:
                           1  A request without a valid token returns 401
                        """
                                .stripTrailing());
        assertThat(workspace.read(".kiro/specs/avatar.md"))
                .isEqualTo(
                        ENDPOINT
                                + "- [ ] AC-2: GET /avatars/{id} for an unknown avatar returns 404\n");

        Kiro.Result json = run("avatar", "--accept", "all", "--json");
        assertThat(JsonMapper.shared().readTree(json.out()).required("suggestions")).isEmpty();
        assertThat(json.err()).contains("added to .kiro/specs/avatar.md:");
    }

    @Test
    @Tag("spec-suggestions#AC-8")
    void a_choice_that_cannot_be_made_changes_nothing() throws IOException {
        workspace.with(".kiro/specs/avatar.md", ENDPOINT);

        assertThat(run("--accept", "all"))
                .isEqualTo(
                        new Kiro.Result(
                                64,
                                "",
                                """
                                error: --accept is for one spec, and 0 are named [cli/usage]
                                  next: name the one whose suggestions are meant
                                """));
        workspace.with(".kiro/specs/b.md", SPEC.replace("- [ ] AC-1", "- [x ] AC-1"));
        assertThat(run("--fix", "--accept", "all").code()).isEqualTo(64);
        assertThat(workspace.read(".kiro/specs/b.md")).contains("- [x ] AC-1");
        assertThat(run("avatar", "--accept", "3").code()).isEqualTo(1);
        assertThat(run("avatar", "--accept", "some").code()).isEqualTo(64);
        assertThat(workspace.read(".kiro/specs/avatar.md")).isEqualTo(ENDPOINT);
    }

    private Kiro.Result run(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "spec";
        all[1] = "validate";
        System.arraycopy(options, 0, all, 2, options.length);
        return Kiro.in(workspace.root()).run(all);
    }
}
