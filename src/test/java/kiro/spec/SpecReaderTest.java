package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import kiro.finding.Finding;
import kiro.testing.CpuTime;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecReaderTest {
    private static final WorkspacePath PATH = WorkspacePath.of(".kiro/specs/sample.md");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # source                                 | id     | tick  | box   | own   | text
                    - [ ] AC-1: It works                     | AC-1   | false | true  | true  | It works
                    - [x] **AC-1** It works                  | AC-1   | true  | true  | true  | It works
                    - [X] **AC-1:** It works                 | AC-1   | true  | true  | true  | It works
                    - [ ] **AC-1**: It works                 | AC-1   | false | true  | true  | It works
                    - [ ] `AC-1` It works                    | AC-1   | false | true  | true  | It works
                    - [ ] AC-1 - It works                    | AC-1   | false | true  | true  | It works
                    - [ ] AC-1 – It works                    | AC-1   | false | true  | true  | It works
                    - [ ] AC-1. It works                     | AC-1   | false | true  | true  | It works
                    - [ ] AC-1 It works                      | AC-1   | false | true  | true  | It works
                    - [ ] [AC-1] It works                    | AC-1   | false | true  | true  | It works
                    - [ ] [AC-1]: It works                   | AC-1   | false | true  | true  | It works
                    - [ ] (AC-1) It works                    | AC-1   | false | true  | true  | It works
                    - [ ] [AC-1](https://tracker/1): Works   | AC-1   | false | true  | true  | Works
                    - [ ] 1.2 It works                       | 1.2    | false | true  | true  | It works
                    - [ ] 1.2: it works                      | 1.2    | false | true  | true  | it works
                    - [ ] 1.2 THE system SHALL work          | 1.2    | false | true  | true  | THE system SHALL work
                    - [ ] UPU-1.2: It works                  | UPU-1.2 | false | true | true  | It works
                    - [ ] It works <!-- id: AC-7 -->         | AC-7   | false | true  | true  | It works
                    - [ ] It works <!-- a remark -->         | AC-1   | false | true  | false | It works
                    - [ ] Says `<!-- id: AC-7 -->`           | AC-1   | false | true  | false | Says `<!-- id: AC-7 -->`
                    * [ ] It works                           | AC-1   | false | true  | false | It works
                    + [x] It works                           | AC-1   | true  | true  | false | It works
                    - It works                               | AC-1   | false | false | false | It works
                    - AC-3: It works                         | AC-3   | false | false | true  | It works
                    1. It works                              | AC-1   | false | false | false | It works
                    2) [x] It works                          | AC-1   | true  | true  | false | It works
                    - [x](page) is shown                     | AC-1   | false | false | false | [x](page) is shown
                    - [ ] 1.2 seconds is the limit           | AC-1   | false | true  | false | 1.2 seconds is the limit
                    - [ ] 1.5 GB is the limit                | AC-1   | false | true  | false | 1.5 GB is the limit
                    - [ ] UTF-8: it is read                  | AC-1   | false | true  | false | UTF-8: it is read
                    - [ ] **SHA-256** digests are shown      | AC-1   | false | true  | false | **SHA-256** digests are shown
                    - [ ] PUT /users/{id} returns 200        | AC-1   | false | true  | false | PUT /users/{id} returns 200
                    - [ ] Note: it works                     | AC-1   | false | true  | false | Note: it works
                    - [ ]                                    | AC-1   | false | true  | false | ""
                    - [-] AC-1: It is under way              | AC-1   | false | true  | true  | It is under way
                    """)
    @Tag("spec-documents#AC-1")
    void a_list_item_is_a_criterion(
            String source, String id, boolean tick, boolean box, boolean own, String text) {
        Spec spec = whole("## Acceptance Criteria\n\n" + source + "\n");

        assertThat(spec.criteria())
                .containsExactly(
                        new AcceptanceCriterion(
                                new CriterionId(id),
                                text,
                                new SourceSpan(3, 1, 3, source.length() + 1),
                                tick,
                                box,
                                own));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Acceptance Criteria",
                "###### acceptance criteria",
                "## ACCEPTANCE CRITERIA:",
                "## 3. Acceptance criteria",
                "## **Acceptance Criteria**",
                "## Acceptance Criteria (all of them)",
                "## Acceptance Criteria ##",
                "## ✅ Acceptance Criteria",
                "Acceptance criteria\n---",
                "### Criteria",
                "## Success criteria",
                "## Definition of Done"
            })
    @Tag("spec-documents#AC-1")
    void the_section_of_the_criteria_goes_by_many_headings(String heading) {
        Spec spec = whole("# Title\n\n" + heading + "\n\n- [ ] It works\n");

        assertThat(texts(spec)).containsExactly("AC-1 It works");
    }

    @Test
    @Tag("spec-documents#AC-2")
    void counted_ids_keep_clear_of_those_that_are_written() {
        Spec spec =
                whole(
                        """
                        ## Acceptance Criteria
                        - [ ] one
                        - [ ] ac-2: two
                        - [ ] three
                        - [ ] AC-3: four
                        - [ ] five
                        """);

        assertThat(texts(spec))
                .containsExactly("AC-1 one", "ac-2 two", "AC-4 three", "AC-3 four", "AC-5 five");
    }

    @Test
    @Tag("spec-documents#AC-2")
    void numbered_requirements_number_their_criteria() {
        Spec spec =
                whole(
                        """
                        # Requirements Document
                        ## Requirements
                        ### Requirement 1
                        **User Story:** As a user I want to sign in.
                        #### Acceptance Criteria
                        1. WHEN a user signs in THE system SHALL show the start page
                        2. IF the password is wrong THEN THE system SHALL show an error
                        ### Requirement 2: signing out
                        #### Acceptance Criteria
                        1. THE system SHALL end the session
                        """);

        assertThat(texts(spec))
                .containsExactly(
                        "1.1 WHEN a user signs in THE system SHALL show the start page",
                        "1.2 IF the password is wrong THEN THE system SHALL show an error",
                        "2.1 THE system SHALL end the session");
        assertThat(spec.requirements())
                .extracting(Requirement::text)
                .containsExactly("**User Story:** As a user I want to sign in.");
    }

    @Test
    @Tag("spec-documents#AC-3")
    void the_words_of_a_criterion_go_on_below_its_first_line() {
        Spec spec =
                whole(
                        """
                        ## Acceptance Criteria
                        - [ ] AC-1: A wrong field
                          returns 422
                        and names:
                          - the field
                          - the reason,
                            in words

                          ```json
                          {"field":
                           "name"}
                          ```
                          > a remark
                        - [ ] AC-2: next
                        """);

        assertThat(texts(spec))
                .containsExactly(
                        "AC-1 A wrong field returns 422 and names: the field; the reason, in words"
                                + " `{\"field\": \"name\"}`",
                        "AC-2 next");
        assertThat(spec.criteria().getFirst().span()).isEqualTo(new SourceSpan(2, 1, 13, 13));
    }

    @Test
    @Tag("spec-documents#AC-3")
    void items_with_a_box_of_their_own_are_criteria_wherever_they_stand() {
        Spec spec =
                whole(
                        """
                        ## Acceptance Criteria
                        - Errors
                          - [ ] AC-1: one
                          - a remark
                            - [x] AC-2: two
                        - [ ] AC-3: three
                          - [ ] AC-4: four
                        ### Later
                        1. [ ] AC-5: five
                        """);

        assertThat(texts(spec))
                .containsExactly("AC-1 one", "AC-2 two", "AC-3 three", "AC-4 four", "AC-5 five");
    }

    @Test
    @Tag("spec-documents#AC-4")
    void code_comments_quotes_and_other_sections_hold_no_criteria() {
        Spec spec =
                whole(
                        """
                        # Tasks of a title
                        - [ ] not this
                        ## Acceptance Criteria
                        ```
                        - [ ] nor this
                        ```
                        <!--
                        - [ ] nor this
                        -->
                        > - [ ] nor this

                            - [ ] nor this, it is indented code

                        - [ ] AC-1: this
                        ### Notes
                        - [ ] nor this
                        ## Tasks
                        - [ ] nor this
                        """);

        assertThat(texts(spec)).containsExactly("AC-1 this");
    }

    @Test
    @Tag("spec-documents#AC-5")
    void requirements_are_items_and_sentences_but_not_tables() {
        Spec spec =
                whole(
                        """
                        # Title
                        ## Requirements
                        Users can sign in
                        with a password.

                        - `PUT /users/{id}` replaces the user.
                          It answers with the new one.
                        - Limits:
                          - 10 a minute
                          - 100 a day

                        Request fields:

                        | Field | Type |
                        |---|---|
                        | `a` | string |

                        <!-- nothing -->
                        ## Acceptance Criteria
                        - [ ] one
                        """);

        assertThat(spec.requirements())
                .containsExactly(
                        new Requirement(
                                "Users can sign in with a password.", new SourceSpan(3, 1, 4, 17)),
                        new Requirement(
                                "`PUT /users/{id}` replaces the user. It answers with the new one.",
                                new SourceSpan(6, 1, 7, 31)),
                        new Requirement(
                                "Limits: 10 a minute; 100 a day", new SourceSpan(8, 1, 10, 14)));
    }

    @Test
    @Tag("spec-documents#AC-5")
    void sections_are_kept_verbatim_with_their_places() {
        Spec spec =
                whole(
                        "---\r\nowner: a\r\n---\r\n# Title\r\n## Overview\r\ntext\r\n### More\r\nb\r\n## Criteria\r\n- [ ] one");

        assertThat(spec.sections())
                .containsExactly(
                        new Section(
                                "Title",
                                1,
                                "## Overview\r\ntext\r\n### More\r\nb\r\n## Criteria\r\n- [ ] one",
                                new SourceSpan(4, 1, 10, 10)),
                        new Section(
                                "Overview",
                                2,
                                "text\r\n### More\r\nb\r\n",
                                new SourceSpan(5, 1, 8, 2)),
                        new Section("More", 3, "b\r\n", new SourceSpan(7, 1, 8, 2)),
                        new Section("Criteria", 2, "- [ ] one", new SourceSpan(9, 1, 10, 10)));
        assertThat(spec.section("acceptance criteria")).contains(spec.sections().getLast());
        assertThat(spec.section("Constraints")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'# My title', My title",
        "'My\ntitle\n===', My title",
        "'# **My title** #', My title",
        "'## Overview\n\n# Late', sample",
        "'# Acceptance Criteria', sample",
        "'text', sample"
    })
    @Tag("spec-documents#AC-5")
    void the_title_is_the_first_heading_that_is_not_a_sections(String head, String title) {
        assertThat(whole(head + "\n\n## Acceptance Criteria\n- [ ] one\n").title())
                .isEqualTo(title);
    }

    @Test
    @Tag("spec-documents#AC-6")
    void an_empty_file_is_a_finding() {
        assertThat(findings(" \n\t\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        ".kiro/specs/sample.md:1:1 spec/empty the spec is empty: write it, or delete"
                                + " the file and run 'kiro spec create sample --template rest-api'");
    }

    @Test
    @Tag("spec-documents#AC-6")
    void bytes_that_are_not_utf_8_are_found_in_their_line() {
        byte[] bytes = "\uFEFFé\r\nüx?".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFC;

        assertThat(findings(bytes))
                .containsExactly(
                        ".kiro/specs/sample.md:2:3 spec/not-utf-8 the file is not UTF-8 text: byte"
                                + " 0xFC: save the file as UTF-8");
    }

    @Test
    @Tag("spec-documents#AC-6")
    void utf_16_is_told_by_its_zero_bytes() {
        assertThat(findings("# A\n".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly(
                        ".kiro/specs/sample.md:1:2 spec/not-utf-8 the file is not UTF-8 text: a zero"
                                + " byte, as UTF-16 and binary files have: save the file as UTF-8");
    }

    @Test
    @Tag("spec-documents#AC-6")
    void a_file_of_ten_megabytes_is_not_read() {
        byte[] bytes = new byte[10 << 20];
        Arrays.fill(bytes, (byte) '-');

        assertThat(findings(bytes))
                .containsExactly(
                        ".kiro/specs/sample.md:1:1 spec/too-large the file has 10.0 MB and a spec at"
                                + " most 1 MB: keep the spec to what is wanted and move logs, data and"
                                + " examples to other files");
    }

    @Test
    @Tag("spec-documents#AC-6")
    void ids_used_twice_are_found_in_both_places() {
        assertThat(
                        findings(
                                """
                                ## Overview
                                a
                                ## Requirements
                                b
                                ## Acceptance Criteria
                                - [ ] AC-1: one
                                - [ ] AC-2: two
                                - [ ] ac-1: three
                                """
                                        .getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        ".kiro/specs/sample.md:6:1 spec/duplicate-id the criterion's id AC-1 is used"
                                + " again in line 8: give one of them an id of its own, such as AC-3",
                        ".kiro/specs/sample.md:8:1 spec/duplicate-id the criterion's id ac-1 is used"
                                + " again in line 6: give one of them an id of its own, such as AC-3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    "# T\ntext"                                          | 2 | the spec has no acceptance criteria, so nothing could ever be proven
                    "# T\n## Acceptance Criteria\ntext"                  | 2 | no criterion stands below 'Acceptance Criteria'
                    "# T\n## Acceptence Criteria\n- [ ] one"             | 2 | the spec has no section 'Acceptance Criteria', but one called 'Acceptence Criteria'
                    "# T\n## Tasks\n- [ ] one"                           | 3 | the spec has no section 'Acceptance Criteria'; the checkbox here is no criterion
                    "# T\n## Acceptance Criteria\n<!--\n- [ ] one\n"     | 4 | no list item stands below 'Acceptance Criteria': Markdown reads line 4 as code, a comment or a quotation
                    """)
    @Tag("spec-documents#AC-6")
    void a_spec_without_criteria_is_told_where_they_should_be(
            String text, int line, String message) {
        SpecReading reading = read(text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(reading).isInstanceOf(SpecReading.Broken.class);
        assertThat(((SpecReading.Broken) reading).findings())
                .filteredOn(finding -> finding.rule().value().equals("spec/no-criteria"))
                .extracting(finding -> finding.span().line() + " " + finding.message())
                .containsExactly(line + " " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- ", "> ", "1. ", "\t", "`", "``` ", "[", "<!-- ", "# ", "* [ ] "})
    @Tag("spec-documents#AC-7")
    void hostile_files_are_read_in_a_moment(String piece) {
        String deep = piece.repeat(SpecReader.MAX_BYTES / piece.length() / 5);
        String wide = (piece + "x\n").repeat(SpecReader.MAX_BYTES / (piece.length() + 2) / 2);
        byte[] bytes =
                ("## Acceptance Criteria\n- [ ] one " + deep + "\n\n" + wide + deep)
                        .getBytes(StandardCharsets.UTF_8);

        var reading = new AtomicReference<SpecReading>();
        Duration cost = CpuTime.of(() -> reading.set(read(bytes)));

        assertThat(reading.toString()).doesNotContain("spec/too-large");
        assertThat(cost).isLessThan(Duration.ofSeconds(5));
    }

    static Spec whole(String text) {
        return switch (read(text.getBytes(StandardCharsets.UTF_8))) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken -> throw new AssertionError(broken.findings());
        };
    }

    private static SpecReading read(byte[] bytes) {
        return SpecReader.read(new SpecName("sample"), PATH, bytes);
    }

    private static List<String> findings(byte[] bytes) {
        return switch (read(bytes)) {
            case SpecReading.Whole whole -> throw new AssertionError(whole.spec());
            case SpecReading.Broken broken ->
                    broken.findings().stream().map(Finding::toString).toList();
        };
    }

    private static List<String> texts(Spec spec) {
        return spec.criteria().stream()
                .map(criterion -> criterion.id() + " " + criterion.text())
                .collect(Collectors.toList());
    }
}
