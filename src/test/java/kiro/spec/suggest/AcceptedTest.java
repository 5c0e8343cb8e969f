package kiro.spec.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kiro.finding.RuleId;
import kiro.spec.Spec;
import kiro.spec.SpecName;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("spec-suggestions#AC-4")
class AcceptedTest {
    private static final List<Suggestion> TWO =
            List.of(
                    suggestion("A request without a valid token returns 401"),
                    suggestion("It is B"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - [ ] AC-1: it                  | - [ ] AC-2: A request without a valid token returns 401       | - [ ] AC-3: It is B
                    - [x] **AC-9:** it              | - [ ] **AC-10:** A request without a valid token returns 401  | - [ ] **AC-11:** It is B
                    * [ ] [UPU-1.2] it              | * [ ] [UPU-1.3] A request without a valid token returns 401   | * [ ] [UPU-1.4] It is B
                    - [ ] it                        | - [ ] A request without a valid token returns 401             | - [ ] It is B
                    + it                            | + A request without a valid token returns 401                 | + It is B
                    3. it                           | 4. A request without a valid token returns 401                | 5. It is B
                    3) [ ] AC-003 - it              | 4) [ ] AC-004 - A request without a valid token returns 401   | 5) [ ] AC-005 - It is B
                    - [ ] `REQ-7` it                | - [ ] `REQ-8` A request without a valid token returns 401     | - [ ] `REQ-9` It is B
                    """)
    void it_is_written_as_the_last_criterion_is(String last, String first, String second) {
        String text = "# T\n\n## Acceptance Criteria\n\n" + last + "\n\n## Constraints\n\nNone.\n";

        assertThat(Accepted.into(spec(text), TWO).text())
                .isEqualTo(
                        "# T\n\n## Acceptance Criteria\n\n"
                                + last
                                + "\n"
                                + first
                                + "\n"
                                + second
                                + "\n\n## Constraints\n\nNone.\n");
    }

    @Test
    void ids_are_counted_on_past_the_highest_and_every_other_byte_stays() {
        String text =
                "\uFEFF# T\r\n## Acceptance Criteria\r\n- [ ] AC-7: a\r\n  goes on\r\n- [ ] AC-2: b\r\n  - [ ] AC-3: c  ";

        assertThat(new String(Accepted.into(spec(text), TWO).bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        text
                                + "\r\n- [ ] AC-8: A request without a valid token returns 401\r\n- [ ] AC-9: It is B\r\n");
    }

    @Test
    void where_criteria_are_sentences_with_shall_so_is_what_is_added() {
        String text =
                """
                # Requirements Document
                ## Requirements
                ### Requirement 2
                #### Acceptance Criteria
                1. WHEN a body is sent, THE Note Service SHALL return 200
                2. IF it is too long, THEN THE Note Service SHALL return 422
                """;

        assertThat(Accepted.into(spec(text), TWO).text())
                .isEqualTo(
                        text
                                + """
                                3. IF a request without a valid token is sent, THEN THE Note Service SHALL return 401
                                4. THE Note Service SHALL see to it that it is B
                                """);
    }

    @Test
    void accepting_nothing_changes_nothing() {
        Spec spec = spec("# T\n## Acceptance Criteria\n- [ ] AC-1: a");

        assertThat(Accepted.into(spec, List.of())).isEqualTo(spec.document());
    }

    private static Suggestion suggestion(String text) {
        return new Suggestion(
                new RuleId("spec/missing-it"), "", text, "because", SourceSpan.start());
    }

    private static Spec spec(String text) {
        return switch (SpecReader.read(
                new SpecName("a"),
                WorkspacePath.of("a.md"),
                text.getBytes(StandardCharsets.UTF_8))) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken -> throw new AssertionError(broken.findings());
        };
    }
}
