package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SpecWriterTest {
    private static final CriterionId ONE = new CriterionId("AC-1");
    private static final CriterionId TWO = new CriterionId("AC-2");
    private static final CriterionId THREE = new CriterionId("AC-3");

    @Test
    @Tag("spec-documents#AC-8")
    void only_the_character_in_the_box_changes() {
        String before =
                "\uFEFF---\r\na: b\r\n---\r\n# Tïtle \t\n\n## Criteria\r\n\r\n* [ ]\tAC-1: öne  \r\n"
                        + "  [ ] more\n\n1.  [x] AC-2: two\r3. [ ] AC-3: three\n   - [X] AC-4: four";
        Spec spec = SpecReaderTest.whole(before);

        byte[] after =
                SpecWriter.withTicks(spec, Map.of(ONE, true, TWO, false, THREE, true)).bytes();

        assertThat(new String(after, StandardCharsets.UTF_8))
                .isEqualTo(
                        before.replace("[ ]\tAC-1", "[x]\tAC-1")
                                .replace("[x] AC-2", "[ ] AC-2")
                                .replace("[ ] AC-3", "[x] AC-3"));
    }

    @Test
    @Tag("spec-documents#AC-8")
    void what_is_as_it_should_be_is_not_touched() {
        Spec spec =
                SpecReaderTest.whole("# Criteria\n- [X] AC-1: one\n- [-] AC-2: two\n- AC-3: three");

        assertThat(SpecWriter.withTicks(spec, Map.of(ONE, true, TWO, false, THREE, true)))
                .isEqualTo(spec.document());
    }

    @Test
    @Tag("spec-documents#AC-8")
    void a_box_on_the_line_below_its_mark_is_ticked() {
        Spec spec = SpecReaderTest.whole("# Criteria\n-\n  [ ] AC-1: one\n- - [ ] AC-2: two\n");

        assertThat(SpecWriter.withTicks(spec, Map.of(ONE, true, TWO, true)).text())
                .isEqualTo("# Criteria\n-\n  [x] AC-1: one\n- - [x] AC-2: two\n");
    }
}
