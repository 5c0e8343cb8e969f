package kiro.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kiro.text.TextDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplacementTest {
    private static String made(String file, String oldText, String newText) {
        return switch (edit(file, oldText, newText)) {
            case TextEdit.Made made -> made.document().text();
            case TextEdit.Unfit unfit -> throw new AssertionError(unfit.why());
        };
    }

    private static String unfit(String file, String oldText, String newText) {
        return switch (edit(file, oldText, newText)) {
            case TextEdit.Made made -> throw new AssertionError(made.document().text());
            case TextEdit.Unfit unfit -> unfit.why();
        };
    }

    private static TextEdit edit(String file, String oldText, String newText) {
        return new Replacement(TextDocument.of(file), oldText, newText).make();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    'one two three',          two,         2,          'one 2 three'
                    'a\\nb\\nc\\n',           'b\\n',      '',         'a\\nc\\n'
                    'a\\nb\\nc\\n',           'a\\nb',     'x',        'x\\nc\\n'
                    'a\\nb',                  b,           'b\\nc',    'a\\nb\\nc'
                    'a\\nb',                  b,           'b\\nc\\n', 'a\\nb\\nc\\n'
                    'a\\nb\\n',               'b\\n',      b,          'a\\nb'
                    'a\\nb',                  'a\\nb',     '',         ''
                    'ab\\ncd\\n',             'b\\nc',     '',         'ad\\n'
                    """)
    @Tag("edits#AC-1")
    void a_text_that_stands_once_is_replaced_to_the_letter(
            String file, String oldText, String newText, String expected) {
        assertThat(made(feeds(file), feeds(oldText), feeds(newText))).isEqualTo(feeds(expected));
    }

    private static String feeds(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    'a\\r\\nb\\r\\n',         'a\\nb',     'a\\nx\\nb',   'a\\r\\nx\\r\\nb\\r\\n'
                    'a\\r\\nb\\nc\\r\\n',     'a\\nb\\n',  'a\\nB\\n',    'a\\r\\nB\\nc\\r\\n'
                    'a\\r\\nb\\nc\\r\\n',     a,           'x\\ny',       'x\\r\\ny\\r\\nb\\nc\\r\\n'
                    'a\\nb\\r\\nc\\r\\n',     b,           'x\\ny',       'a\\nx\\r\\ny\\r\\nc\\r\\n'
                    'a\\rb\\rc',              b,           'x\\ny',       'a\\rx\\ry\\rc'
                    'a\\nb\\n',               'a\\r\\nb',  'a\\r\\nc',    'a\\nc\\n'
                    """)
    @Tag("edits#AC-4")
    void new_lines_end_as_those_that_they_replace(
            String file, String oldText, String newText, String expected) {
        assertThat(made(feeds(file), feeds(oldText), feeds(newText))).isEqualTo(feeds(expected));
    }

    @Test
    @Tag("edits#AC-4")
    void a_byte_order_mark_stays_and_is_not_looked_for() {
        TextEdit edit = edit("\uFEFFone\n", "\uFEFFone", "two");

        assertThat(edit).isInstanceOf(TextEdit.Made.class);
        assertThat(((TextEdit.Made) edit).document()).isEqualTo(TextDocument.of("\uFEFFtwo\n"));
    }

    @Test
    @Tag("edits#AC-3")
    void space_at_the_ends_of_lines_may_differ_and_lines_that_stay_keep_theirs() {
        TextEdit edit =
                edit(
                        "x\nif (a) {  \n    b();\t\n}\n",
                        "if (a) {\n    b();\n}\n",
                        "if (a) {\n    c();\n}\n");

        assertThat(edit)
                .isEqualTo(
                        new TextEdit.Made(
                                TextDocument.of("x\nif (a) {  \n    c();\n}\n"),
                                List.of("found at line 2 apart from space at the ends of lines")));
    }

    @Test
    @Tag("edits#AC-3")
    void lines_that_are_all_indented_deeper_in_the_file_take_the_new_ones_with_them() {
        assertThat(
                        made(
                                "class A {\n        int a() {\n            return 1;\n\n        }\n}\n",
                                "int a() {\n    return 1;\n\n}",
                                "int a() {\n    log();\n    return 2;\n\n}"))
                .isEqualTo(
                        "class A {\n        int a() {\n            log();\n            return 2;\n\n        }\n}\n");
    }

    @Test
    @Tag("edits#AC-3")
    void lines_that_are_all_indented_less_in_the_file_take_the_new_ones_with_them() {
        assertThat(made("\ta\n\t\tb\n", "\t\ta\n\t\t\tb\n", "\t\ta\n\t\t\tc\n\t\t\td\n"))
                .isEqualTo("\ta\n\t\tc\n\t\td\n");
    }

    @Test
    @Tag("edits#AC-3")
    void a_new_line_that_cannot_be_indented_less_is_refused() {
        assertThat(unfit("a\n  b\n", "    a\n      b\n", "  x\n"))
                .contains("line 1 of the file is indented less than the old text");
    }

    @Test
    @Tag("edits#AC-3")
    void an_indentation_that_is_not_shifted_by_the_same_for_all_lines_is_not_found() {
        assertThat(unfit("    open\n      close\n", "open\n    close\n", "x\n"))
                .contains("the old text is not in the file")
                .contains("1|     open\n2|       close\n")
                .contains("line 1 of the file is indented otherwise than line 1");
    }

    @Test
    @Tag("edits#AC-3")
    void typographic_punctuation_may_differ_and_lines_that_stay_keep_it() {
        assertThat(
                        made(
                                "He said “no” – twice…\nend\n",
                                "He said \"no\" - twice...\nend",
                                "He said \"no\" - twice...\nEND"))
                .isEqualTo("He said “no” – twice…\nEND\n");
    }

    @Test
    @Tag("edits#AC-3")
    void a_last_line_end_that_the_file_lacks_is_no_hindrance_and_is_not_added() {
        assertThat(made("a\nb", "a\nb\n", "a\nc\n")).isEqualTo("a\nc");
    }

    @Test
    @Tag("edits#AC-2")
    void a_text_found_several_times_is_refused_with_the_places() {
        assertThat(unfit("x\ny\nx\nx\n", "x", "z"))
                .isEqualTo(
                        "found 3 times, at lines 1, 3, 4: give more of the lines around the one that is"
                                + " meant");
    }

    @Test
    @Tag("edits#AC-2")
    void overlapping_places_are_several() {
        assertThat(unfit("aaa", "aa", "b")).startsWith("found 2 times, at lines 1, 1");
    }

    @Test
    @Tag("edits#AC-2")
    void lines_found_several_times_with_a_tolerance_are_refused_too() {
        assertThat(unfit("  a\n  b\n\n    a\n    b\n", "a\nb\n", "c\n"))
                .startsWith("it is not there to the letter, and with another indentation")
                .contains("found 2 times, at lines 1, 4");
    }

    @Test
    @Tag("edits#AC-2")
    void a_text_that_is_nowhere_is_refused_with_the_nearest_lines() {
        assertThat(
                        unfit(
                                "one\nint total = sum(values);\nthree\nfour\n",
                                "one\nint total = sum(items);\nthree",
                                "x"))
                .isEqualTo(
                        """
                        the old text is not in the file: the nearest lines are:
                        1| one
                        2| int total = sum(values);
                        3| three
                        line 2 of the file is not line 2 of the text looked for, `int total = sum(items);`\
                        """);
    }

    @Test
    @Tag("edits#AC-2")
    void a_single_line_that_is_nowhere_is_compared_by_its_letters() {
        assertThat(unfit("alpha\nbeta gamma delta\n", "beta gamma dleta", "x"))
                .contains("2| beta gamma delta");
    }

    @Test
    void nothing_alike_is_said_plainly() {
        assertThat(unfit("alpha\nbeta\n", "0123456789", "x"))
                .isEqualTo(
                        "the old text is not in the file: nothing in its 2 lines is like it: read the file"
                                + " again");
    }

    @Test
    void a_nearest_place_that_reaches_over_the_ends_of_the_file_is_shown_as_far_as_it_goes() {
        assertThat(unfit("middle line\n", "before\nmiddle line\nafter", "x"))
                .contains("1| middle line")
                .contains("would lie outside of the file");
    }

    @Test
    @Tag("edits#AC-2")
    void an_edit_that_is_made_already_is_said_to_be() {
        assertThat(unfit("a\nnew\n", "old", "new"))
                .isEqualTo(
                        "the old text is not in the file, and the new text is, at line 2: the edit seems to"
                                + " be made already");
    }

    @Test
    @Tag("edits#AC-2")
    void an_edit_that_changes_nothing_is_refused() {
        assertThat(unfit("a\r\n", "a\r\n", "a\n"))
                .isEqualTo("the old and the new text are the same");
    }

    @Test
    @Tag("edits#AC-2")
    void an_empty_old_text_is_for_empty_files_alone() {
        assertThat(made("", "", "a\nb\n")).isEqualTo("a\nb\n");
        assertThat(unfit("x\n", "", "a\n"))
                .startsWith("the old text is empty, and the file is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\t\n  \n"})
    void blank_text_is_never_found_with_a_tolerance(String blank) {
        assertThat(unfit("a\n\nb", blank + blank + "\n", "x")).contains("not in the file");
    }

    @Test
    void an_edit_that_would_join_two_line_ends_into_one_is_refused() {
        assertThat(unfit("a\rb\n", "b\n", "\nb\n")).contains("mixes line ends");
    }
}
