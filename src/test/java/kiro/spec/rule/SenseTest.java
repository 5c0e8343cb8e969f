package kiro.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kiro.finding.Finding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sentences as people write them, in which a word means something else than the rule looks for, each beside one in
/// which it does not.
class SenseTest {
    private static final String FOLDER = "--- file a/requirements.md\n# Requirements Document\n\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vague | WHEN several files are chosen, the list SHALL show each name | WHEN a file is chosen, the list SHALL show several names",
                "vague | In a spec with several parts each has a name | The list shows several names",
                "escape-clause | WHEN the gate is passed, the agent SHALL go on normally | The agent SHALL normally stop at the gate",
                "escape-clause | The guide SHALL name the legend as required content | The guide SHALL name the legend as required",
                "no-time-limit | The agent SHALL write the file immediately before the next step | The agent SHALL write the file immediately",
                "no-measure | The service SHALL expose metrics for latency by route | The service SHALL keep its latency",
                "open-ended | An amount, such as '200 characters', is no status | An amount, such as characters, is no status",
                "open-ended | The list has {{a number, such as 5}} names | The list has names, such as short ones",
                "undefined-acronym | The agent SHALL call {{METHOD and ZQW}} | The agent SHALL call METHOD and ZQW",
                "and-or | The page SHALL name the actions, Edit, Enable/Disable and Delete | The page SHALL let people enable/disable the list",
                "compound | The file SHALL contain a rule that the agent must ask first | The file SHALL contain a rule and the agent must ask first",
                "untestable | The wheel SHALL ensure the two names are different | The service SHALL ensure data quality",
                "untestable | The types and functions of a file are found | The page functions",
                "weak-modal | A manager may read any order → 200 | A manager may read any order",
                "weak-modal | What could not be read keeps its place | The list could keep its place",
                "passive-voice | The gate file SHALL be well-formed JSON | The gate file SHALL be formed",
                "recipe | The routes of Express, Fastify and FastAPI are found | The routes of Express are found",
                "undefined-acronym | The agent SHALL STOP and WAIT until the task is DONE | The agent SHALL reach ZQW",
                "unprotected-data | The file SHALL contain no passwords | The form SHALL ask for a password",
                "unprotected-data | A password within an address is not passed on to commands | A password is asked for",
                "not-ears | FOR ALL lists, writing then reading one SHALL give the same list~- [ ] AC-2: The list SHALL have a name~- [ ] AC-3: The list SHALL have an end | Names of lists and their ends~- [ ] AC-2: The list SHALL have a name~- [ ] AC-3: The list SHALL have an end"
            })
    @Tag("spec-rules#AC-15")
    void a_word_in_another_sense_is_not_found(String rule, String innocent, String guilty) {
        assertThat(found(criterion(innocent), rule)).isEmpty();
        assertThat(found(criterion(guilty), rule)).isNotEmpty();
    }

    @Test
    @Tag("spec-rules#AC-15")
    void question_marks_behind_a_word_leave_nothing_open() {
        assertThat(found("- [ ] AC-1: The page shows Really???", "placeholder")).isEmpty();
        assertThat(found("- [ ] AC-1: The page shows ???", "placeholder")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Sign in [removed],true", "~~Sign in~~,true", "Sign in,false"})
    @Tag("spec-rules#AC-15")
    void a_requirement_that_was_withdrawn_needs_no_criterion(String title, boolean isWithdrawn) {
        String text =
                FOLDER
                        + "## Requirements\n\n### Requirement 1: Read\n\n#### Acceptance Criteria\n\n"
                        + "1. THE page SHALL show a list\n\n### Requirement 2: "
                        + title
                        + "\n";

        assertThat(found(text, "requirement-without-criterion").isEmpty()).isEqualTo(isWithdrawn);
    }

    @Test
    @Tag("spec-rules#AC-15")
    void criteria_for_single_numbers_are_no_scale() {
        assertThat(
                        found(
                                "- [ ] AC-1: WHEN the level is 1, THE page SHALL show a line\n"
                                        + "- [ ] AC-2: WHEN the level is 3, THE page SHALL show a table",
                                "gap"))
                .isEmpty();
    }

    @Test
    @Tag("spec-rules#AC-15")
    void an_article_that_is_shouted_is_the_same_term() {
        String text =
                FOLDER
                        + "## Glossary\n\n- **The_Harness**: what runs\n- **Delivery_Mode**: how\n\n## Requirements\n\n"
                        + "### Requirement 1: Run\n\n#### Acceptance Criteria\n\n"
                        + "1. THE_Harness SHALL ask a delivery-mode question\n%s";

        assertThat(found(text.formatted(""), "term-drift")).isEmpty();
        assertThat(
                        found(
                                text.formatted("2. THE_Harness SHALL show the DeliveryMode\n"),
                                "term-drift"))
                .isNotEmpty();
    }

    @Test
    @Tag("spec-rules#AC-15")
    void a_task_may_name_a_property_of_the_design() {
        String text =
                FOLDER
                        + "## Requirements\n\n### Requirement 1: Run\n\n#### Acceptance Criteria\n\n1. THE page SHALL show a list\n"
                        + "--- file a/design.md\n# Design\n\n### P3: The order stays\n\nFor all lists.\n"
                        + "--- file a/tasks.md\n# Tasks\n\n- [ ] 1. Test it\n  - _Requirements: 1.1, %s_\n";

        assertThat(found(text.formatted("P3"), "unknown-requirement")).isEmpty();
        assertThat(found(text.formatted("P4"), "unknown-requirement")).isNotEmpty();
    }

    @Test
    @Tag("spec-rules#AC-6")
    void criteria_about_requests_alone_are_english() {
        String criteria =
                IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> "- [ ] AC-%d: GET /items/%d returns 200\n".formatted(i, i))
                        .collect(Collectors.joining());

        assertThat(found(criteria, "other-language")).isEmpty();
    }

    @Test
    @Tag("spec-rules#AC-16")
    void checkboxes_that_no_list_reaches_are_found() {
        String nested =
                IntStream.range(0, 50)
                        .mapToObj(i -> "  ".repeat(i) + "- [ ] GET /n%d returns 200\n".formatted(i))
                        .collect(Collectors.joining());

        assertThat(found(nested, "odd-checkbox")).hasSize(30);
        assertThat(found("- [ ] AC-1: GET /a returns 200\n", "odd-checkbox")).isEmpty();
        assertThat(found("These:\n2. [ ] GET /a returns 200\n", "odd-checkbox")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'---\nlang: [en\n---\n',1",
        "'---\nlang: en\n',1",
        "'---\nlang: en\n---\n',0",
        "'---\n\n',0"
    })
    @Tag("spec-rules#AC-16")
    void front_matter_that_cannot_be_read_is_found(String head, int count) {
        String frame =
                "# A\n\n## Overview\n\nx\n\n## Acceptance Criteria\n\n- [ ] AC-1: GET /a returns 200\n";

        assertThat(found("--- file a.md\n" + head + frame, "broken-front-matter")).hasSize(count);
    }

    @Test
    @Tag("spec-rules#AC-15")
    void a_mark_for_more_than_is_no_quotation() {
        assertThat(found("- [ ] >90% of the lines are covered", "empty-criterion")).isEmpty();
    }

    private static String criterion(String words) {
        return "- [ ] AC-1: " + words.strip().replace('~', '\n') + "\n";
    }

    private List<Finding> found(String example, String rule) {
        return CheckedSpecs.in(folder).with(example).findings().stream()
                .filter(finding -> finding.rule().value().equals("spec/" + rule))
                .toList();
    }
}
