package kiro.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kiro.text.PathGlob;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    feat: profiles                     | feature
                    feat(api)!: profiles               | feature
                    Feature(ui): profiles              | feature
                    refactor!: drop the old interface  | feature
                    fix: a typo                        | other
                    docs(guide): a word                | other
                    Revert "feat: profiles"            | other
                    chore(deps): bump                  | other
                    profiles                           | untold
                    ui: profiles                       | untold
                    note: this is about feat: x        | untold
                    """)
    @Tag("spec-check#AC-1")
    void the_subject_says_what_a_commit_is(String subject, String kind) {
        Message message = Message.of(subject + "\n\nbody");

        assertThat(message.isFeature() ? "feature" : message.isOther() ? "other" : "untold")
                .isEqualTo(kind);
    }

    @Test
    @Tag("spec-check#AC-1")
    void a_breaking_change_is_a_feature_wherever_it_is_said() {
        assertThat(Message.of("fix: x\n\nBREAKING CHANGE: y is gone").isFeature()).isTrue();
        assertThat(Message.of("fix: x\n\nno BREAKING CHANGE: at all").isFeature()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Spec: user-profile                                | user-profile
                    spec: `a`, b.                                     | a b
                    **Spec:** [profile](.kiro/specs/profile.md)       | profile
                    - Specs: one two                                  | one two
                    Specification: none                               |
                    In spec: this is no line of its own but it is     |
                    """)
    @Tag("spec-check#AC-3")
    void specs_are_named_in_lines_of_their_own(String line, String names) {
        String expected = names == null ? "" : names.replaceAll(" +", " ");

        assertThat(String.join(" ", Message.specs("Text.\n\n" + line + "\nMore.")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    src/main/java/Profile.java      | true
                    web/page.tsx                    | true
                    db/V1__init.sql                 | true
                    src/test/java/ProfileTest.java  | false
                    web/page.test.tsx               | false
                    pkg/a_test.go                   | false
                    docs/example.py                 | false
                    README.md                       | false
                    .github/x.js                    | false
                    data.json                       | false
                    """)
    @Tag("spec-check#AC-2")
    void source_is_what_features_are_made_of(String path, boolean is) {
        assertThat(new SourceFiles(List.of(), List.of()).isSource(path)).isEqualTo(is);
    }

    @Test
    @Tag("spec-check#AC-2")
    void what_source_is_can_be_said() {
        var files = new SourceFiles(globs("lib/**", "*.md"), globs("lib/generated/**"));

        assertThat(files.isSource("lib/a.txt")).isTrue();
        assertThat(files.isSource("x/README.md")).isTrue();
        assertThat(files.isSource("lib/generated/a.txt")).isFalse();
        assertThat(files.isSource("src/A.java")).isFalse();
    }

    private static List<PathGlob> globs(String... globs) {
        return List.of(globs).stream().map(PathGlob::parse).map(Optional::orElseThrow).toList();
    }
}
