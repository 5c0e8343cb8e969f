package kiro.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.spec.CriterionId;
import kiro.spec.SpecName;
import kiro.tool.Risk;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {
    private static final Plan PLAN =
            new Plan(
                    "PUT /users/{id}/profile",
                    "implement",
                    Optional.of(new SpecName("user-profile-update")),
                    List.of(
                            step(1, "Add `UpdateProfileRequest` (a record)", StepStatus.DONE),
                            step(2, "Call the service: 10 requests a minute", StepStatus.PENDING),
                            new Step(
                                    3,
                                    "Think",
                                    List.of(),
                                    Risk.HIGH,
                                    List.of(),
                                    StepStatus.SKIPPED)),
                    List.of("the spec does not say what a missing user gets"));

    private static Step step(int number, String action, StepStatus status) {
        return new Step(
                number,
                action,
                List.of(WorkspacePath.of("src/A.java"), WorkspacePath.of("src/with space.java")),
                Risk.LOW,
                List.of(new CriterionId("AC-1"), new CriterionId("1.2")),
                status);
    }

    @Test
    @Tag("plans#AC-1")
    void a_plan_survives_being_written_and_read() {
        assertThat(PlanReader.read("plan.md", PlanMarkdown.write(PLAN)))
                .isEqualTo(new PlanReading.Whole(PLAN));
    }

    @Test
    @Tag("plans#AC-2")
    void steps_are_counted_anew_in_the_order_they_stand_in() {
        PlanReading reading =
                PlanReader.read(
                        "plan.md",
                        """
                        # My plan

                        7. second thing first
                        3) [x] then this
                           - files: `a.txt`
                           - risk: HIGH
                        """);

        assertThat(reading)
                .isEqualTo(
                        new PlanReading.Whole(
                                new Plan(
                                        "My plan",
                                        "",
                                        Optional.empty(),
                                        List.of(
                                                new Step(
                                                        1,
                                                        "second thing first",
                                                        List.of(),
                                                        Risk.MEDIUM,
                                                        List.of(),
                                                        StepStatus.PENDING),
                                                new Step(
                                                        2,
                                                        "then this",
                                                        List.of(WorkspacePath.of("a.txt")),
                                                        Risk.HIGH,
                                                        List.of(),
                                                        StepStatus.DONE)),
                                        List.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    1. [?] what            | 1:1 | '[?]' is no state of a step
                    1. [ ]                 | 1:1 | the step says nothing
                    some loose words       | 1:1 | this line is no step and no field
                    - Risk: low            | 1:1 | this field stands above the first step
                    """)
    @Tag("plans#AC-3")
    void a_line_that_fits_nowhere_is_named_with_its_place(
            String line, String place, String message) {
        assertThat(findings(line + "\n1. [ ] fine\n"))
                .first()
                .satisfies(finding -> {
                    assertThat(finding.message()).isEqualTo(message);
                    assertThat(finding.span()).hasToString(place);
                    assertThat(finding.fix()).isPresent();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    Risk: enormous       | 'enormous' is no risk
                    Files: ../outside    | '../outside' is no path inside the workspace
                    Files: /etc/passwd   | '/etc/passwd' is no path inside the workspace
                    Criteria: AC 1       | 'AC 1' is no criterion id
                    Colour: blue         | 'colour' is no field of a plan
                    """)
    @Tag("plans#AC-3")
    void a_field_that_says_something_impossible_is_named(String field, String message) {
        assertThat(findings("1. [ ] step\n   - " + field + "\n"))
                .extracting(Finding::message)
                .containsExactly(message);
    }

    @Test
    @Tag("plans#AC-3")
    void a_plan_without_steps_is_broken() {
        assertThat(findings("# Plan: nothing\n"))
                .extracting(finding -> finding.rule().value())
                .containsExactly("plan/no-steps");
    }

    private static List<Finding> findings(String text) {
        return switch (PlanReader.read("plan.md", text)) {
            case PlanReading.Broken broken -> broken.findings();
            case PlanReading.Whole _ -> List.of();
        };
    }
}
