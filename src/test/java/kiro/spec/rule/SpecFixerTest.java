package kiro.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.testing.TemporaryWorkspace;
import kiro.text.TextDocument;
import kiro.workspace.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spec-rules#AC-11")
class SpecFixerTest {
    private static final String ODD =
            "\uFEFF# A\r\n\r\n## Overview :\r\n\r\nTwo  spaces stay here.\r\n\r\n##Requirements\r\n\r\n-  It  is\r\n\r\n"
                    + "## Acceptance Criteria:\r\n\r\n"
                    + "- [ ] AC-1: one  two `a  b`  three  \r\n"
                    + "- [] AC-2: four\r\n"
                    + "- five\r\n"
                    + "* [ ] six\r\n  goes  on\r\n"
                    + "1. seven <!-- id: AC-9 -->\r\n"
                    + "\r\n```\r\n## Constraints:\r\n- [] no\r\n```";
    private static final String MENDED =
            "\uFEFF# A\r\n\r\n## Overview\r\n\r\nTwo  spaces stay here.\r\n\r\n## Requirements\r\n\r\n-  It  is\r\n\r\n"
                    + "## Acceptance Criteria\r\n\r\n"
                    + "- [ ] AC-1: one two `a  b` three  \r\n"
                    + "- [ ] AC-2: four\r\n"
                    + "- [ ] five <!-- id: AC-3 -->\r\n"
                    + "* [ ] six <!-- id: AC-4 -->\r\n  goes on\r\n"
                    + "1. [ ] seven <!-- id: AC-9 -->\r\n"
                    + "\r\n```\r\n## Constraints:\r\n- [] no\r\n```\r\n"
                    + "\r\n<!-- kiro ids: last AC-9 -->\r\n";

    @TempDir private Path folder;

    @Test
    void what_has_one_answer_is_repaired_and_every_other_byte_stays() {
        Fixed fixed = SpecFixer.fix(read(ODD));

        assertThat(text(fixed.document())).isEqualTo(MENDED);
        assertThat(fixed.done())
                .containsExactlyInAnyOrder(
                        "3 checkboxes", "2 ids", "2 doubled spaces", "3 headings");
        assertThat(fixed.lines()).isEqualTo(11);
    }

    @Test
    void what_was_repaired_is_left_alone() {
        Fixed again = SpecFixer.fix(read(MENDED));

        assertThat(again.lines()).isZero();
        assertThat(text(again.document())).isEqualTo(MENDED);
    }

    @Test
    void a_misspelt_heading_is_repaired_where_the_section_is_missing() {
        String text =
                "# A\n## Overview\nx\n## Requirments:\n- y\n## Acceptence Criteria\n- [ ] AC-1: z\n## Constrants\nnone\n### Overviews\n";
        Fixed fixed = SpecFixer.headings(TextDocument.of(text));

        assertThat(text(fixed.document()))
                .isEqualTo(
                        "# A\n## Overview\nx\n## Requirements\n- y\n## Acceptance Criteria\n- [ ] AC-1: z\n## Constraints\nnone\n### Overviews\n");
        assertThat(fixed.done()).containsExactly("3 headings");
    }

    @Test
    void headings_that_are_no_slip_stay() {
        String text =
                "# A:\n## Notes:\n## Overview ##\n#tag\n#overview\n## Requirement 1: Overview\n####### Overview:\n";

        assertThat(SpecFixer.headings(TextDocument.of(text)).lines()).isZero();
    }

    @Test
    void the_criteria_of_a_folder_get_no_boxes_and_ids() {
        String text =
                "# Requirements Document\n\n## Requirements:\n\n### Requirement 1\n\n#### Acceptance Criteria\n\n1. WHEN x THEN the API  SHALL y\n";
        TemporaryWorkspace.in(folder).with(".kiro/specs/a/requirements.md", text);

        assertThat(text(SpecFixer.fix(find()).document()))
                .isEqualTo(
                        text.replace("Requirements:", "Requirements")
                                .replace("API  SHALL", "API SHALL"));
    }

    private Spec read(String text) {
        TemporaryWorkspace.in(folder)
                .with(".kiro/specs/a.md", text.getBytes(StandardCharsets.UTF_8));
        return find();
    }

    private Spec find() {
        return switch (new SpecStore(new Workspace(folder)).find("a")) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken -> throw new AssertionError(broken.findings());
        };
    }

    private static String text(TextDocument document) {
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }
}
