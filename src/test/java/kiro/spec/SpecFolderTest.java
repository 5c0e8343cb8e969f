package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.testing.TemporaryWorkspace;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecFolderTest {
    private static final String REQUIREMENTS =
            """
            # Requirements Document

            ## Introduction

            Members sign in with a code.

            ## Requirements

            ### Requirement 1: Asking for a code

            **User Story:** As a member, I want a code by mail, so that I need no password.

            #### Acceptance Criteria

            1. WHEN a known address is entered THEN THE system SHALL send a code
            2. IF the address is unknown THEN THE system SHALL answer
               as if it were known

            ### Requirement 2

            **User Story:** As a member, I want to enter the code.

            #### Acceptance Criteria

            1. WHEN the code is right THE system SHALL open a session
            """;
    private static final String TASKS =
            """
            # Implementation Plan

            - [x] 1. Codes
              - [x] 1.1 Make codes
                - six digits
                - _Requirements: 1.1_
              - [ ]* 1.2 Test the codes
                - _Requirements: 1.2_
            - [-] 2. Sessions
              - _Requirements: 2.*_
            - [ ] 3. Look at everything
            """;
    private static final String DESIGN =
            """
            # Design Document

            ## Correctness Properties

            ### Property 1: A code is used once

            *For any* code, the second use fails.

            **Validates: Requirements 1.1, 2.1**

            ## Error Handling

            None.
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = TemporaryWorkspace.in(folder);
    }

    @Test
    @Tag("spec-folders#AC-1")
    void a_folder_is_one_spec_whose_criteria_have_the_numbers_of_their_requirements() {
        Spec spec = signIn();

        assertThat(spec.title()).isEqualTo("Sign in");
        assertThat(spec.path()).isEqualTo(WorkspacePath.of(".kiro/specs/sign-in/requirements.md"));
        assertThat(spec.criteria())
                .containsExactly(
                        new AcceptanceCriterion(
                                new CriterionId("1.1"),
                                "WHEN a known address is entered THEN THE system SHALL send a code",
                                new SourceSpan(15, 1, 15, 69),
                                false,
                                false,
                                true),
                        new AcceptanceCriterion(
                                new CriterionId("1.2"),
                                "IF the address is unknown THEN THE system SHALL answer as if it were known",
                                new SourceSpan(16, 1, 17, 23),
                                false,
                                false,
                                true),
                        new AcceptanceCriterion(
                                new CriterionId("2.1"),
                                "WHEN the code is right THE system SHALL open a session",
                                new SourceSpan(25, 1, 25, 58),
                                false,
                                false,
                                true));
        assertThat(spec.requirements())
                .containsExactly(
                        new Requirement(
                                "As a member, I want a code by mail, so that I need no password.",
                                new SourceSpan(11, 1, 11, 80),
                                Optional.of(new CriterionId("1"))),
                        new Requirement(
                                "As a member, I want to enter the code.",
                                new SourceSpan(21, 1, 21, 55),
                                Optional.of(new CriterionId("2"))));
        assertThat(SpecRules.check(spec)).isEmpty();
    }

    @Test
    @Tag("spec-folders#AC-3")
    void tasks_have_ids_states_citations_and_places() {
        Spec spec = signIn();

        assertThat(spec.tasks())
                .extracting(task ->
                        "%s above %s %s %s%s cites %s at %s-%d"
                                .formatted(
                                        task.id(),
                                        task.above().map(TaskId::value).orElse("none"),
                                        task.text(),
                                        task.state(),
                                        task.isOptional() ? " optional" : "",
                                        task.requirements(),
                                        task.span(),
                                        task.span().endLine()))
                .containsExactly(
                        "1 above none Codes DONE cites [] at 3:1-8",
                        "1.1 above 1 Make codes DONE cites [1.1] at 4:3-6",
                        "1.2 above 1 Test the codes OPEN optional cites [1.2] at 7:3-8",
                        "2 above none Sessions RUNNING cites [2.*] at 9:1-10",
                        "3 above none Look at everything OPEN cites [] at 11:1-11");
    }

    @Test
    @Tag("spec-folders#AC-4")
    void a_task_serves_the_criteria_that_it_and_its_parts_name() {
        Spec spec = signIn();

        assertThat(spec.tasks())
                .extracting(task ->
                        spec.criteriaOf(task).stream()
                                .map(criterion -> criterion.id().value())
                                .toList())
                .containsExactly(
                        List.of("1.1", "1.2"),
                        List.of("1.1"),
                        List.of("1.2"),
                        List.of("2.1"),
                        List.of());
    }

    @Test
    @Tag("spec-folders#AC-5")
    void properties_name_what_they_validate() {
        Spec spec = signIn();

        assertThat(spec.properties())
                .containsExactly(
                        new CorrectnessProperty(
                                "1",
                                "A code is used once",
                                "*For any* code, the second use fails.",
                                List.of(
                                        new Citation("1.1", "1.1", new SourceSpan(9, 27, 9, 30)),
                                        new Citation("2.1", "2.1", new SourceSpan(9, 32, 9, 35))),
                                new SourceSpan(5, 1, 9, 37)));
        assertThat(spec.document(DocumentKind.DESIGN).orElseThrow().section("Error Handling"))
                .isPresent();
    }

    @Test
    @Tag("spec-folders#AC-6")
    void setting_a_task_changes_the_mark_in_its_box_and_no_other_byte() throws Exception {
        Spec spec = signIn();
        SpecDocument changed =
                SpecWriter.withTaskStates(
                                spec,
                                Map.of(
                                        new TaskId("1.2"), TaskState.DONE,
                                        new TaskId("2"), TaskState.DONE,
                                        new TaskId("1.1"), TaskState.DONE,
                                        new TaskId("9"), TaskState.DONE))
                        .orElseThrow();

        new SpecStore(workspace.workspace())
                .write(spec.document(DocumentKind.TASKS).orElseThrow(), changed.text());

        assertThat(workspace.read(".kiro/specs/sign-in/tasks.md"))
                .isEqualTo(TASKS.replace("- [ ]* 1.2", "- [x]* 1.2").replace("- [-] 2", "- [x] 2"));
    }

    @Test
    @Tag("spec-folders#AC-8")
    void a_spec_that_is_there_in_both_forms_is_said() {
        signIn();
        workspace.with(
                ".kiro/specs/sign-in.md", "# Sign in\n\n## Criteria\n\n- [ ] AC-1: it works\n");

        List<StoredSpec> listed = new SpecStore(workspace.workspace()).list();

        assertThat(listed)
                .extracting(stored ->
                        stored.path()
                                + " "
                                + switch (stored.reading()) {
                                    case SpecReading.Whole whole -> whole.spec().criteria().size();
                                    case SpecReading.Broken broken ->
                                            broken.findings().getFirst().rule();
                                })
                .containsExactly(".kiro/specs/sign-in spec/two-forms", ".kiro/specs/sign-in.md 1");
    }

    @Test
    @Tag("spec-folders#AC-2")
    void it_is_found_by_its_name_its_folder_and_any_of_its_documents() {
        signIn();
        var store = new SpecStore(workspace.workspace());

        for (String wanted :
                List.of(
                        "sign-in",
                        ".kiro/specs/sign-in",
                        ".kiro/specs/sign-in/",
                        ".kiro/specs/sign-in/requirements.md",
                        ".kiro/specs/sign-in/tasks.md",
                        workspace.root() + "/.kiro/specs/sign-in/design.md")) {
            assertThat(store.find(wanted)).as(wanted).isEqualTo(store.find("sign-in"));
        }
    }

    @Test
    @Tag("spec-folders#AC-7")
    void a_citation_of_nothing_is_a_finding_in_its_own_document() {
        workspace
                .with(".kiro/specs/sign-in/requirements.md", REQUIREMENTS)
                .with(
                        ".kiro/specs/sign-in/tasks.md",
                        "- [ ] 1. Work\n  - _Requirements: 1.1, 7.3_\n");

        assertThat(SpecRules.check(spec("sign-in")))
                .extracting(Finding::toString)
                .containsExactly(
                        ".kiro/specs/sign-in/tasks.md:2:25 spec/unknown-requirement task 1 names 7.3,"
                                + " and requirements.md has no such criterion: correct the number, or"
                                + " write the criterion");
    }

    private Spec signIn() {
        workspace
                .with(".kiro/specs/sign-in/requirements.md", REQUIREMENTS)
                .with(".kiro/specs/sign-in/tasks.md", TASKS)
                .with(".kiro/specs/sign-in/design.md", DESIGN)
                .with(".kiro/specs/sign-in/.config.kiro", "{}")
                .with(".kiro/specs/sign-in/notes.md", "# Notes");
        return spec("sign-in");
    }

    private Spec spec(String name) {
        return switch (new SpecStore(workspace.workspace()).find(name)) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken ->
                    throw new AssertionError(broken.findings().toString());
        };
    }
}
