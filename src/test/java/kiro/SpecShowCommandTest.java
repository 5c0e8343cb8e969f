package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpecShowCommandTest {
    private static final String REQUIREMENTS =
            """
            # Requirements Document

            ### Requirement 1

            **User Story:** As a member, I want a code by mail.

            #### Acceptance Criteria

            1. WHEN a known address is entered THE system SHALL send a code
            """;
    private static final String SOUND =
            """
            # A sound one

            ## Overview

            For all.

            ## Requirements

            - It works.

            ## Acceptance Criteria

            - [ ] AC-1: it works
            - [ ] AC-2: it says so
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws IOException {
        workspace = TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")));
        Files.createDirectories(workspace.root().resolve(".kiro"));
    }

    @Test
    @Tag("spec-commands#AC-11")
    void a_spec_is_shown_with_all_that_is_known_of_it() {
        signIn();

        assertThat(run("spec", "show", "sign-in"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                sign-in: Sign in
                                .kiro/specs/sign-in/requirements.md, .kiro/specs/sign-in/design.md, .kiro/specs/sign-in/tasks.md · 0 of 1 criteria proven · unproven

                                CRITERION  STATE     BECAUSE           TASKS  WORDS
                                1.1        unlinked  no test names it  1.1    WHEN a known address is entered THE system SHALL send
                                                                              a code

                                Tasks, 1 of 2 done
                                  [ ] 1 Codes
                                    [x] 1.1 Send them (optional) → 1.1

                                Properties
                                  1 A code is used once → 1.1

                                Sections of requirements.md
                                  Requirements Document, lines 1-9
                                      Requirement 1, lines 3-9
                                        Acceptance Criteria, lines 7-9

                                Sections of design.md
                                      Property 1: A code is used once, lines 1-5

                                nothing to repair
                                """,
                                ""));
    }

    @Test
    @Tag("spec-commands#AC-11")
    void programs_are_told_the_same() throws IOException {
        signIn();

        assertThat(JsonMapper.shared().readTree(run("spec", "show", "sign-in", "--json").out()))
                .isEqualTo(documented());
    }

    @Test
    @Tag("spec-commands#AC-11")
    void a_draft_without_criteria_is_shown_and_said_to_be_one() {
        workspace
                .with(".kiro/specs/sign-in/design.md", "# Design\n\n## Overview\n\nCodes.\n")
                .with(".kiro/specs/sign-in/tasks.md", "- [ ] 1. Codes\n");

        Kiro.Result result = run("spec", "show", "sign-in");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("no criteria", "[ ] 1 Codes", "Overview, lines 3-5", "1 error");
    }

    @Test
    @Tag("spec-commands#AC-11")
    void a_spec_that_is_not_there_is_answered_with_the_nearest() {
        signIn();

        assertThat(run("spec", "show", "sign-on"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                .kiro/specs/sign-on.md:1:1: error: there is no spec 'sign-on' [spec/missing]
                                  next: did you mean sign-in?
                                """));
    }

    @Test
    @Tag("spec-commands#AC-10")
    void the_list_shows_tasks_and_ages_where_there_are_any() throws Exception {
        signIn();
        workspace.with(".kiro/specs/sound.md", SOUND).committedAt("2026-02-01T12:00:00Z");
        workspace.with(".kiro/specs/young.md", SOUND);

        assertThat(run("spec", "list").out())
                .isEqualTo(
                        """
                        SPEC     TITLE        PROVEN  TASKS  STATE     AGE
                        sign-in  Sign in      0/1     1/2    unproven  28d
                        sound    A sound one  0/2            unproven  28d
                        young    A sound one  0/2            unproven
                        """);
        assertThat(run("spec", "list", "--markdown").out())
                .isEqualTo(
                        """
                        | Spec | Title | Proven | Tasks | State | Stale | Changed |
                        |---|---|---|---|---|---|---|
                        | [sign-in](.kiro/specs/sign-in) | Sign in | 0/1 | 1/2 | unproven | 0 | 2026-02-01 |
                        | [sound](.kiro/specs/sound.md) | A sound one | 0/2 |  | unproven | 0 | 2026-02-01 |
                        | [young](.kiro/specs/young.md) | A sound one | 0/2 |  | unproven | 0 |  |
                        """);
        JsonNode json = JsonMapper.shared().readTree(run("spec", "list", "--json").out());
        assertThat(json.at("/specs/0/changed").asString()).isEqualTo("2026-02-01T12:00:00Z");
        assertThat(json.at("/specs/0/tasks/done").asInt()).isEqualTo(1);
        assertThat(json.at("/specs/2").has("changed")).isFalse();
    }

    @Test
    @Tag("spec-commands#AC-10")
    void bars_are_drawn_on_a_terminal_alone() {
        workspace.with(".kiro/specs/sound.md", SOUND);

        assertThat(run("spec", "list").out()).doesNotContain("░");
        assertThat(Kiro.in(workspace.root()).typing().run("spec", "list").out())
                .contains("░░░░░░░░░░ 0/2");
    }

    @Test
    @Tag("spec-commands#AC-10")
    void json_and_markdown_exclude_each_other() {
        assertThat(run("spec", "list", "--json", "--markdown"))
                .isEqualTo(
                        new Kiro.Result(
                                64,
                                "",
                                """
                                error: --json and --markdown exclude each other [cli/usage]
                                  next: give one of them
                                """));
    }

    private void signIn() {
        workspace
                .with(".kiro/specs/sign-in/requirements.md", REQUIREMENTS)
                .with(
                        ".kiro/specs/sign-in/design.md",
                        "### Property 1: A code is used once\n\n*For any* code, the second use fails.\n\n**Validates: Requirements 1.1**\n")
                .with(
                        ".kiro/specs/sign-in/tasks.md",
                        "- [ ] 1. Codes\n  - [x]* 1.1 Send them\n    - _Requirements: 1.1_\n");
    }

    private Kiro.Result run(String... args) {
        return Kiro.in(workspace.root()).run(args);
    }

    private static JsonNode documented() throws IOException {
        var page = Files.readString(Path.of("docs/formats/spec-show.md"));
        var block = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).isTrue();
        return JsonMapper.shared().readTree(block.group(1));
    }
}
