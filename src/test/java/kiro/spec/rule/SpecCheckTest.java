package kiro.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.finding.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecCheckTest {
    private static final String FILE =
            "--- file %s.md\n# %s\n\n## Overview\n\nx\n\n## Requirements\n\n- y\n\n## Acceptance Criteria\n\n%s\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- [ ] AC-1: The list loads quickly | 13:28",
                "- [ ] **AC-1:** The list loads quickly | 13:32",
                "* The list loads **quickly** | 13:20",
                "1. The list quickly loads; `quickly` is code | 13:13",
                "- [ ] AC-1: The list <!-- why --> loads quickly | 13:41",
                "- [ ] AC-1: The list~  loads quickly | 14:9",
                "- [ ] AC-1: The list~  loads~~  - quickly | 16:5"
            })
    @Tag("spec-rules#AC-2")
    void a_word_is_found_at_its_own_place(String criterion, String place) {
        assertThat(found(criterion.strip().replace('~', '\n'), "vague"))
                .singleElement()
                .asString()
                .startsWith(place + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The page \"\"/saves the order",
                "The page saves/\"\" the order",
                "The filter \"\" returns all",
                "\"\" ` ` \"\"",
                "When \"\", the page shall \"\"",
                "` `",
                "/"
            })
    @Tag("spec-rules#AC-17")
    void quotation_marks_with_nothing_between_them_are_no_trouble(String criterion) {
        assertThat(shown("- [ ] AC-1: The page shows the order\n- [ ] AC-2: " + criterion))
                .noneMatch(each -> each.contains("and-or"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rate limit: none",
                "The rate limit is none",
                "There is no rate limit",
                "The list is served without rate limit"
            })
    @Tag("spec-rules#AC-3")
    void a_limit_that_there_is_not_needs_no_number(String criterion) {
        assertThat(shown("- [ ] AC-1: " + criterion))
                .noneMatch(each -> each.contains("no-measure"));
        assertThat(shown("- [ ] AC-1: There is a rate limit"))
                .anyMatch(each -> each.contains("no-measure"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The list loads quickly, within 300 ms",
                "The list shows \"a reasonable price\"",
                "The list shows `several` items",
                "An appropriate request returns 200",
                "The Fast Refresh shows the list",
                "The build fails; to fail fast it stops",
                "The list is better than the old one",
                "The notice `immediately` is shown"
            })
    @Tag("spec-rules#AC-3")
    void what_can_be_measured_or_is_a_name_is_not_vague(String criterion) {
        assertThat(shown("- [ ] AC-1: " + criterion))
                .noneMatch(each -> each.matches(".* (vague|comparative|no-time-limit) .*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /a/{id} returns 404 when the user is unknown | GET /a/:user returns 410 when a user is unknown",
                "A request without a valid token returns 401 | A request without a valid token returns 403",
                "WHEN the order is closed THEN the API SHALL return 409 | When the order is closed, the API shall return 422",
                "POST /a without a name returns 422 | POST /a without a name returns 400",
                "GET /a returns 200 | GET /a returns 204",
                "POST /a returns 201 and the new item | POST /a returns 200",
                "PUT /a/{id} returns 200 | PUT /a/:key returns 204 without a body",
                "The API SHALL return 201 for POST /a | The API shall answer POST /a with 200",
                "WHEN a client sends POST /a THE API SHALL return 201 | When a user calls POST /a, the API shall respond with 200",
                "WHEN `PUT /a` is called THEN THE API SHALL return 200 | PUT /a returns 204",
                "WHEN a request to DELETE /a is made THE API SHALL return 204 | DELETE /a returns 200",
                "The session timeout is 30 minutes | The session timeout shall be 1200 seconds",
                "The retry limit is 3 attempts | The retry limit must be 5 attempts",
                "The upload size limit is 5 MB | The upload size limit is at most 10 MB"
            })
    @Tag("spec-rules#AC-4")
    void two_statements_of_which_one_must_be_wrong_are_an_error(String one, String other) {
        assertThat(found("- [ ] AC-1: " + one + "\n- [ ] AC-2: " + other, "contradiction"))
                .singleElement()
                .asString()
                .contains("criterion AC-2 contradicts criterion AC-1 in line 13");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /a/{id} returns 404 when the user is unknown | GET /a/{id} returns 410 when the user is deleted",
                "GET /a/{id} returns 404 when the user is unknown | GET /b/{id} returns 410 when the user is unknown",
                "GET /a returns 404 when the user is unknown | PUT /a returns 410 when the user is unknown",
                "A request with a valid token returns 200 | A request without a valid token returns 401",
                "GET /a returns 200 | GET /a returns 404",
                "POST /a returns 201 | POST /a returns 200 when the item exists",
                "POST /a returns 201 | PUT /a returns 200",
                "WHEN a client sends POST /a THE API SHALL return 201 | WHEN an admin sends POST /a THE API SHALL return 202",
                "PUT /a returns 200 | PUT /a/b returns 204",
                "GET /a returns 200 | GET /a returns 304 when nothing has changed",
                "GET /a returns 200 or 204 | GET /a returns 200",
                "The request returns 200 | The request returns 201",
                "The session timeout is 30 minutes | The session timeout is 1800 seconds",
                "The session timeout is 30 minutes | The token timeout is 15 minutes",
                "The session timeout is 30 minutes | The session timeout is 15 minutes for guests",
                "When idle, the session timeout is 30 minutes | When busy, the session timeout is 15 minutes",
                "The password length is at least 8 characters | The password length is at most 64 characters",
                "The timeout is 5 seconds | The timeout is 10 seconds"
            })
    @Tag("spec-rules#AC-5")
    void statements_about_different_things_do_not_contradict_each_other(String one, String other) {
        assertThat(found("- [ ] AC-1: " + one + "\n- [ ] AC-2: " + other, "contradiction"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /a returns 200 | GET /a returns 404",
                "PUT /a/{id} returns 204 with valid data | PUT /a/:id returns 422",
                "WHEN a user calls GET /a THE API SHALL return 200 | WHEN a user calls GET /a THE API SHALL return 503"
            })
    @Tag("spec-rules#AC-18")
    void an_error_without_a_condition_beside_a_success_is_told(String one, String other) {
        String both = "- [ ] AC-1: " + one + "\n- [ ] AC-2: " + other;

        assertThat(found(both, "no-condition"))
                .singleElement()
                .asString()
                .contains("criterion AC-2 does not say when")
                .contains("criterion AC-1 in line 13");
        assertThat(found(both, "contradiction")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /a returns 200 | GET /a returns 404 when it is gone",
                "GET /a returns 200 | DELETE /a returns 405",
                "GET /a returns 200 or 404 | GET /a returns 503 during the night",
                "The page is shown | The API returns 404"
            })
    @Tag("spec-rules#AC-18")
    void an_error_with_a_condition_or_of_another_request_is_not(String one, String other) {
        assertThat(found("- [ ] AC-1: " + one + "\n- [ ] AC-2: " + other, "no-condition"))
                .isEmpty();
    }

    @Test
    @Tag("spec-rules#AC-4")
    void two_statuses_in_a_folder_contradict_each_other_too() {
        String requirements =
                """
                --- file %s/requirements.md
                # Requirements Document

                ## Introduction

                Orders are placed.

                ## Requirements

                ### Requirement 1: Place an order

                **User Story:** As a buyer, I want to place an order, so that I get it.

                #### Acceptance Criteria

                1. WHEN a client sends POST /orders THEN THE Shop SHALL return 201
                2. WHEN a client sends POST /orders THE Shop SHALL return 200
                """;

        assertThat(CheckedSpecs.in(folder).with(requirements.formatted("orders")).shown())
                .filteredOn(each -> each.contains("contradiction"))
                .singleElement()
                .asString()
                .contains("criterion 1.2 contradicts criterion 1.1 in line 15");
    }

    @Test
    @Tag("spec-rules#AC-4")
    void a_contradiction_between_two_specs_is_told_in_both() {
        String one = FILE.formatted("a", "A", "- [ ] AC-1: GET /x without a token returns 401");
        String other = FILE.formatted("b", "B", "- [ ] AC-7: GET /x without a token returns 403");

        assertThat(CheckedSpecs.in(folder).with(one + other).shown())
                .filteredOn(each -> each.contains("contradiction"))
                .containsExactly(
                        "13:44 contradiction criterion AC-1 contradicts criterion AC-7 in"
                                + " .kiro/specs/b.md:13: status 401 here and status 403 there for the"
                                + " same request in the same situation",
                        "13:44 contradiction criterion AC-7 contradicts criterion AC-1 in"
                                + " .kiro/specs/a.md:13: status 403 here and status 401 there for the"
                                + " same request in the same situation");
    }

    @Test
    @Tag("spec-rules#AC-5")
    void what_a_spec_says_without_a_path_or_an_identifier_concerns_no_other() {
        String one =
                FILE.formatted(
                        "a",
                        "A",
                        "- [ ] AC-1: A request without a token returns 401\n"
                                + "- [ ] AC-2: The request timeout is 5 seconds\n"
                                + "- [ ] AC-3: The `x.max_age` limit is 5 days");
        String other =
                FILE.formatted(
                        "b",
                        "B",
                        "- [ ] AC-1: A request without a token returns 403\n"
                                + "- [ ] AC-2: The request timeout is 9 seconds\n"
                                + "- [ ] AC-3: The `x.max_age` limit is 9 days");

        assertThat(CheckedSpecs.in(folder).with(one + other).shown())
                .filteredOn(each -> each.contains("contradiction"))
                .hasSize(2)
                .allMatch(each -> each.contains("AC-3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lang: de | The list is appropriate",
                "language: fr-FR | The list is appropriate",
                "title: x | 用户可以在三秒内看到列表 appropriate",
                "title: x | Le client voit la liste des commandes et peut appropriate choisir une commande dans la liste des commandes du client qui est connecté et voit le prix de la commande dans la devise du client"
            })
    @Tag("spec-rules#AC-6")
    void english_words_are_not_looked_for_in_another_language(String head, String criterion) {
        String text =
                FILE.formatted("a", "A", "- [ ] AC-1: " + criterion)
                        .replace("a.md\n", "a.md\n---\n" + head + "\n---\n");

        assertThat(CheckedSpecs.in(folder).with(text).shown())
                .noneMatch(each -> each.contains("appropriate"));
    }

    @Test
    @Tag("spec-rules#AC-6")
    void a_language_with_a_word_list_has_its_own_words() {
        String text =
                FILE.formatted(
                                "a",
                                "A",
                                "- [ ] AC-1: Die Suche zeigt die Liste schnell\n- [ ] AC-2: Die Suche zeigt die Liste in 300 ms")
                        .replace("a.md\n", "a.md\n---\nlang: de\n---\n");

        assertThat(CheckedSpecs.in(folder).with(text).shown())
                .containsExactly("16:39 vague 'schnell' means another thing to each reader");
    }

    @Test
    @Tag("spec-rules#AC-7")
    void a_suppression_holds_for_its_item_line_section_or_file() {
        String ignore = "<!-- kiro:ignore spec/vague, spec/absolute reason: agreed -->";
        List<String> suppressed =
                List.of(
                        "- [ ] AC-1: The list loads quickly " + ignore,
                        "- [ ] AC-1: The list\n  loads quickly\n  " + ignore,
                        ignore + "\n\n- [ ] AC-1: The list loads\n  quickly",
                        ignore
                                + "\n\n### More\n\n- [ ] AC-1: The list loads quickly\n- [ ] AC-2: The page loads quickly");

        for (String criterion : suppressed) {
            assertThat(shown(criterion)).as(criterion).isEmpty();
        }
        String whole = FILE.formatted("a", "A", "- [ ] AC-1: The list loads quickly");
        assertThat(
                        CheckedSpecs.in(folder)
                                .with(whole.replace("a.md\n", "a.md\n" + ignore + "\n\n"))
                                .shown())
                .isEmpty();
    }

    @Test
    @Tag("spec-rules#AC-7")
    void a_suppression_is_not_for_other_lines_rules_or_code() {
        assertThat(
                        shown(
                                """
                                - [ ] AC-1: The list loads quickly <!-- kiro:ignore spec/absolute reason: agreed -->
                                - [ ] AC-2: The page loads quickly
                                - [ ] AC-3: The form loads quickly `<!-- kiro:ignore spec/vague reason: no -->`
                                - [ ] AC-4: The menu opens <!-- kiro:ignore spec/vauge reason: agreed -->
                                - [ ] AC-5: The menu closes <!-- kiro:ignore reason: agreed -->
                                - [ ] AC-6: The menu loads quickly <!-- kiro:ignore spec/vague -->
                                """))
                .containsExactly(
                        "13:28 vague 'quickly' means another thing to each reader",
                        "13:36 unused-suppression nothing that absolute finds is suppressed here",
                        "14:28 vague 'quickly' means another thing to each reader",
                        "15:28 vague 'quickly' means another thing to each reader",
                        "16:28 bad-suppression there is no rule 'spec/vauge'",
                        "17:29 bad-suppression the comment names no rule that it is about",
                        "18:28 vague 'quickly' means another thing to each reader",
                        "18:36 bad-suppression the comment gives no reason why the rule does not"
                                + " apply");
    }

    @Test
    @Tag("spec-rules#AC-8")
    void a_team_chooses_the_levels() {
        String criteria = "- [ ] AC-1: The list always loads quickly\n- [] AC-2: The list opens";
        RuleLevels levels =
                RuleLevels.standard()
                        .with(Rule.VAGUE, Optional.of(Severity.ERROR))
                        .with(Rule.ABSOLUTE, Optional.empty())
                        .with(Rule.ODD_CHECKBOX, Optional.of(Severity.INFO))
                        .with(Rule.NO_CHECKBOX, Optional.empty());

        assertThat(CheckedSpecs.in(folder).at(levels).with(criteria).findings())
                .extracting(finding -> finding.rule() + " " + finding.severity())
                .containsExactly("spec/vague ERROR", "spec/odd-checkbox INFO");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The list loads quickly ",
                "when x, the api shall quickly ",
                "401 ",
                "GET /a/{id} returns 404 when x; ",
                "timeout limit is 5 seconds, ",
                "and/or ",
                "<!-- kiro:ignore spec/vague reason: x --> ",
                "a (b c d e f g) ",
                "ABX ",
                "x#AC-9 "
            })
    @Tag("spec-rules#AC-13")
    void hostile_specs_are_checked_in_a_moment(String piece) {
        String wide = "- [ ] AC-1: " + piece.repeat(250_000 / piece.length());
        var many = new StringBuilder();
        for (int i = 1; i <= 10_000 && many.length() < 250_000; i++) {
            many.append("- [ ] AC-").append(i).append(": ").append(piece).append('\n');
        }

        assertThat(milliseconds(wide)).isLessThan(5_000);
        assertThat(milliseconds(many.toString())).isLessThan(5_000);
    }

    @Test
    @Tag("spec-rules#AC-13")
    void a_line_of_a_megabyte_is_checked_in_a_moment() {
        assertThat(milliseconds("- [ ] AC-1: " + "a list loads quickly, ".repeat(47_000)))
                .isLessThan(5_000);
    }

    @Test
    @Tag("spec-rules#AC-13")
    void twice_as_many_specs_take_at_most_three_times_as_long() {
        milliseconds(project(500));
        long some = milliseconds(project(500));

        assertThat(milliseconds(project(1_000))).isLessThan(3 * some + 200);
    }

    private static String project(int specs) {
        var files = new StringBuilder();
        for (int i = 0; i < specs; i++) {
            files.append(
                    FILE.formatted(
                            "s" + i,
                            "S" + i,
                            "- [ ] AC-1: GET /s/{id} returns 200 when the order exists\n- [ ] AC-2: WHEN x"
                                    + i
                                    + " is sent THEN the API SHALL store the order and its date quickly"));
        }
        return files.toString();
    }

    @Test
    @Tag("spec-rules#AC-13")
    void a_spec_of_a_hundred_thousand_lines_is_checked_in_a_moment() {
        assertThat(milliseconds("- [ ] a b\n".repeat(98_000))).isLessThan(5_000);
        assertThat(milliseconds("\n".repeat(100_000) + "- [ ] a b\n")).isLessThan(5_000);
    }

    private long milliseconds(String criteria) {
        var specs = CheckedSpecs.in(folder).with(criteria);
        long start = processorTime();
        specs.findings();
        return (processorTime() - start) / 1_000_000;
    }

    /// That of this thread, which other work on the machine does not lengthen.
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private List<String> found(String criteria, String rule) {
        return shown(criteria).stream().filter(each -> each.contains(" " + rule + " ")).toList();
    }

    private List<String> shown(String criteria) {
        return CheckedSpecs.in(folder).with(criteria).shown();
    }
}
