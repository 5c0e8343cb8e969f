package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SpecIdsTest {
    private static final String HEAD =
            "# S\n\n## Overview\n\nx\n\n## Requirements\n\n- y\n\n## Acceptance Criteria\n\n";

    @Test
    @Tag("spec-documents#AC-13")
    void a_counted_id_is_written_behind_the_words_and_the_highest_is_remembered() {
        assertThat(settled("- [ ] one\n- [x] AC-4: two\n- [ ] three  \n  goes on\n"))
                .isEqualTo(
                        HEAD
                                + "- [ ] one <!-- id: AC-1 -->\n- [x] AC-4: two\n- [ ] three <!-- id: AC-2 -->  \n  goes on\n"
                                + "\n<!-- kiro ids: last AC-4 -->\n");
    }

    @Test
    @Tag("spec-documents#AC-13")
    void once_written_it_stays_when_criteria_change_places() {
        Spec spec =
                read(
                        "- [ ] three <!-- id: AC-3 -->\n- [ ] new\n- [ ] one <!-- id: AC-1 -->\n\n<!-- kiro ids: last AC-3 -->\n");

        assertThat(spec.criteria())
                .extracting(criterion -> criterion.id() + " " + criterion.text())
                .containsExactly("AC-3 three", "AC-4 new", "AC-1 one");
    }

    @Test
    @Tag("spec-documents#AC-14")
    void an_id_whose_criterion_is_gone_is_retired_and_not_counted_again() {
        String text = settled("- [ ] AC-1: one\n- [ ] UPU-7: seven\n", "AC-2", "UPU-6", "AC-1");

        assertThat(text).endsWith("seven\n\n<!-- kiro ids: retired AC-2, UPU-6 -->\n");
        assertThat(of(text.replace("one\n", "one\n- [ ] new\n- [ ] newer\n")).criteria())
                .extracting(criterion -> criterion.id().value())
                .containsExactly("AC-1", "AC-3", "AC-4", "UPU-7");
    }

    @Test
    @Tag("spec-documents#AC-14")
    void a_retired_id_that_is_used_again_is_a_finding() {
        Spec spec =
                read(
                        "- [ ] AC-1: one\n- [ ] ac-2: two\n\n<!-- kiro ids: last AC-5; retired AC-2 -->\n");

        assertThat(spec.retiredIds()).containsExactly(new CriterionId("AC-2"));
        assertThat(SpecRules.check(spec))
                .singleElement()
                .hasToString(
                        ".kiro/specs/s.md:14:1 spec/reused-id the id ac-2 was that of a criterion that is gone, and tests or"
                                + " evidence may still mean it: give the criterion an id of its own, such as"
                                + " AC-6; if it is the old one come back, take ac-2 off the line '<!-- kiro ids: ... -->'");
    }

    @Test
    @Tag("spec-documents#AC-13")
    void a_spec_whose_ids_are_all_written_stays_to_the_byte() {
        Spec spec = read("- [ ] AC-1: one\r\n- [ ] two <!-- id: X-2 -->");

        assertThat(SpecIds.settled(spec, List.of())).isEqualTo(spec.document());
        assertThat(SpecIds.unwritten(spec)).isEmpty();
    }

    @Test
    @Tag("spec-documents#AC-13")
    void settling_twice_is_settling_once() {
        String once = settled("- [ ] one\n- [ ] two\n", "AC-9");

        assertThat(once).endsWith("<!-- kiro ids: last AC-9; retired AC-9 -->\n");
        assertThat(text(SpecIds.settled(of(once), List.of(new CriterionId("AC-9")))))
                .isEqualTo(once);
    }

    @Test
    @Tag("spec-documents#AC-13")
    void where_a_comment_would_be_code_the_id_stays_counted() {
        String body = "- [ ] `code\n  goes` on\n- [ ] plain\n";

        assertThat(settled(body))
                .isEqualTo(HEAD + body.replace("plain", "plain <!-- id: AC-2 -->"));
    }

    private static String settled(String criteria, String... known) {
        return text(
                SpecIds.settled(
                        read(criteria), List.of(known).stream().map(CriterionId::new).toList()));
    }

    private static String text(kiro.text.TextDocument document) {
        return document.text();
    }

    private static Spec read(String criteria) {
        return of(HEAD + criteria);
    }

    private static Spec of(String text) {
        return switch (SpecReader.read(
                new SpecName("s"),
                WorkspacePath.of(".kiro/specs/s.md"),
                text.getBytes(StandardCharsets.UTF_8))) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken ->
                    throw new AssertionError(broken.findings().toString());
        };
    }
}
