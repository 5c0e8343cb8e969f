package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kiro.testing.CpuTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecRulesTest {
    private static final String SOUND =
            "# Title\n## Overview\na\n## Requirements\n- b\n## Acceptance Criteria\n- [ ] AC-1: c\n";

    @Test
    @Tag("spec-documents#AC-9")
    void a_sound_spec_has_no_findings() {
        assertThat(check(SOUND)).isEmpty();
    }

    @Test
    @Tag("spec-documents#AC-9")
    void sections_that_every_spec_has_are_missed() {
        assertThat(check("## Criteria\n- [ ] c\n"))
                .containsExactly(
                        "1:1 error spec/missing-section the spec has no section 'Overview'",
                        "1:1 error spec/missing-section the spec has no section 'Requirements'");
    }

    @Test
    @Tag("spec-documents#AC-9")
    void empty_sections_are_found() {
        assertThat(
                        check(
                                SOUND.replace("\na\n", "\n<!-- say why -->\n")
                                        + "## Constraints\n\n## More\n"))
                .containsExactly(
                        "2:1 error spec/empty-section section 'Overview' is empty",
                        "8:1 warning spec/empty-section section 'Constraints' is empty",
                        "10:1 warning spec/empty-section section 'More' is empty");
    }

    @Test
    @Tag("spec-documents#AC-9")
    void a_section_that_stands_twice_is_found() {
        assertThat(check(SOUND + "## Requirements\n- d\n"))
                .containsExactly(
                        "8:1 warning spec/repeated-section section 'Requirements' stands in line 4"
                                + " already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- b TBD                 | 5:5 error spec/placeholder left open: 'TBD'",
                "- TODO: b               | 5:3 error spec/placeholder left open: 'TODO'",
                "- b ???                 | 5:5 error spec/placeholder left open: '???'",
                "- [NEEDS CLARIFICATION: what] b | 5:3 error spec/placeholder left open: '[NEEDS CLARIFICATION: what]'",
                "- lorem Ipsum b         | 5:3 error spec/placeholder left open: 'lorem Ipsum'",
                "- a {{ what is wanted }} b | 5:5 error spec/placeholder left to fill in: what is wanted"
            })
    @Tag("spec-documents#AC-9")
    void what_is_left_open_is_found(String requirement, String finding) {
        assertThat(check(SOUND.replace("- b", requirement))).containsExactly(finding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- `TODO` marks are kept",
                "- a todo list",
                "- `{{name}}` is replaced",
                "- b <!-- TODO -->",
                "- b\n\n```\nTODO {{x}}\n```\n",
                "- why? really??",
                "> TODO\n\n- b"
            })
    @Tag("spec-documents#AC-9")
    void code_comments_and_quotes_are_not_left_open(String requirement) {
        assertThat(check(SOUND.replace("- b", requirement))).isEmpty();
    }

    @Test
    @Tag("spec-documents#AC-9")
    void criteria_that_cannot_be_worked_with_are_found() {
        assertThat(
                        check(
                                SOUND
                                        + "- [ ] AC-2: ...\n- AC-3: d\n- [ ] AC-4: `c`\n- [] AC-5: e\n- [ ]\n"))
                .containsExactly(
                        "8:1 error spec/empty-criterion criterion AC-2 has no words",
                        "9:1 warning spec/no-checkbox criterion AC-3 has no checkbox, so nothing can be"
                                + " ticked when it is proven",
                        "10:1 warning spec/repeated-criterion criterion AC-4 says the same as AC-1 in"
                                + " line 7",
                        "11:1 warning spec/no-checkbox criterion AC-5 has no checkbox, so nothing can be"
                                + " ticked when it is proven",
                        "11:3 warning spec/odd-checkbox '[]' is not a checkbox",
                        "12:1 error spec/empty-criterion criterion AC-6 has no words");
    }

    @Test
    @Tag("spec-documents#AC-9")
    void marks_that_are_never_closed_are_found() {
        assertThat(check(SOUND + "\n```\n## More\n"))
                .containsExactly(
                        "9:1 warning spec/unclosed-fence the code fence is never closed, so all that"
                                + " follows is code");
        assertThat(check(SOUND + "\n<!-- a\n## More\n"))
                .containsExactly(
                        "9:1 warning spec/unclosed-comment the comment is never closed, so all that"
                                + " follows is part of it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- [ ] ", "`` ` ", "{{", "<!-- ", "``` ", "[[", "x ", "???? "})
    @Tag("spec-documents#AC-7")
    void hostile_specs_are_checked_in_a_moment(String piece) {
        String text = SOUND + "\n" + piece.repeat(200_000 / piece.length()) + "\n";
        String wide = SOUND + "\n" + (piece + "x\n").repeat(200_000 / (piece.length() + 2));

        Duration cost =
                CpuTime.of(() -> {
                    check(text);
                    check(wide);
                });

        assertThat(cost).isLessThan(Duration.ofSeconds(5));
    }

    private static List<String> check(String text) {
        return SpecRules.check(SpecReaderTest.whole(text)).stream()
                .map(finding ->
                        finding.span()
                                + " "
                                + finding.severity().name().toLowerCase(java.util.Locale.ROOT)
                                + " "
                                + finding.rule()
                                + " "
                                + finding.message())
                .toList();
    }
}
