package kiro.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J",
                "\u001b[31m",
                "\u001b[?1049h",
                "\u001b]0;a title\u0007",
                "\u001b]8;;https://evil.example\u001b\\",
                "\u001b]52;c;aGk=\u0007",
                "\u001bP+q544e\u001b\\",
                "\u001bc",
                "\u001b(0",
                "\u009b2J",
                "\u009d0;title\u009c",
                "\u0007",
                "\b\b\b",
                "\r",
                "\u0000",
                "\u007f",
                "\u0085",
                "\u202e",
                "\u2066",
                "\u200b",
                "\ufeff",
            })
    @Tag("terminal#AC-7")
    void what_commands_a_terminal_or_hides_is_taken_out(String sequence) {
        assertThat(Harmless.of("a" + sequence + "b")).isEqualTo("ab");
        assertThat(Harmless.line("a" + sequence + "b")).isEqualTo("ab");
        assertThat(Harmless.coloured("a" + sequence + "b")).isIn("ab", "a\u001b[31mb");
    }

    @Test
    void a_sequence_that_breaks_off_takes_nothing_along_but_its_own() {
        assertThat(Harmless.of("ab\u001b[")).isEqualTo("ab");
        assertThat(Harmless.of("ab\u001b")).isEqualTo("ab");
        assertThat(Harmless.of("ab\u001b]0;title")).isEqualTo("ab");
    }

    @Test
    void tags_that_nobody_sees_are_taken_out() {
        String hidden = new StringBuilder().appendCodePoint(0xE0041).toString();

        assertThat(Harmless.of("a" + hidden + "b")).isEqualTo("ab");
    }

    @Test
    void what_people_write_stays() {
        String text = "tab\tand line\nüber 日本 👩‍👩‍👧 e\u0301";

        assertThat(Harmless.of(text)).isEqualTo(text);
        assertThat(Harmless.line("a\n\tb")).isEqualTo("a     b");
    }

    @Test
    void windows_line_ends_are_line_ends() {
        assertThat(Harmless.of("a\r\nb\u0007")).isEqualTo("a\nb");
    }

    @Test
    @Tag("terminal#AC-7")
    void what_a_person_decides_about_is_spelled_out() {
        assertThat(Harmless.visible("rm \u202e\u001b[8m-rf /"))
                .isEqualTo("rm \\u{202e}\\u{1b}[8m-rf /");
    }

    @Test
    @Tag("terminal#AC-7")
    void nothing_of_a_styled_line_is_a_sequence_but_its_styles() {
        var line = StyledLine.of(kiro.cli.Style.RED, "a\u001b[2Jb\rc");

        assertThat(line.rendered(true)).isEqualTo("\u001b[31mabc\u001b[0m");
        assertThat(line.rendered(false)).isEqualTo("abc");
        assertThat(StyledLine.parse(line.rendered(true))).isEqualTo(line);
    }

    @Test
    void a_styled_line_keeps_its_styles_where_it_is_broken() {
        var line = StyledLine.of(kiro.cli.Style.BOLD, "one ").with("two three four");

        assertThat(line.wrapped(9, 2).stream().map(each -> each.rendered(true)).toList())
                .isEqualTo(List.of("\u001b[1mone \u001b[0mtwo", "  three", "  four"));
        assertThat(line.cut(6).rendered(false)).isEqualTo("one t…");
    }
}
