package kiro.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InputLineTest {
    @Test
    @Tag("terminal#AC-3")
    void text_is_edited_character_by_character_and_word_by_word() {
        assertThat(
                        press(
                                InputLine.of("one two"),
                                Key.Named.BACKSPACE,
                                Key.Named.HOME,
                                new Key.Typed("x")))
                .isEqualTo(new InputLine("xone tw", 1));
        assertThat(press(InputLine.of("one two"), new Key.Control('w')))
                .isEqualTo(InputLine.of("one "));
        assertThat(press(InputLine.of("one two"), Key.Named.WORD_LEFT, new Key.Control('k')))
                .isEqualTo(InputLine.of("one "));
        assertThat(press(InputLine.of("one two"), Key.Named.WORD_LEFT, new Key.Control('u')))
                .isEqualTo(new InputLine("two", 0));
        assertThat(press(InputLine.of("one two"), new Key.Control('a'), new Key.Alt('d')))
                .isEqualTo(new InputLine(" two", 0));
    }

    @Test
    void a_character_of_several_parts_goes_as_one() {
        assertThat(press(InputLine.of("a👩‍👩‍👧"), Key.Named.BACKSPACE))
                .isEqualTo(InputLine.of("a"));
        assertThat(press(InputLine.of("e\u0301x"), Key.Named.LEFT, Key.Named.LEFT))
                .isEqualTo(new InputLine("e\u0301x", 0));
    }

    @Test
    void at_the_ends_nothing_happens() {
        assertThat(
                        press(
                                InputLine.EMPTY,
                                Key.Named.BACKSPACE,
                                Key.Named.DELETE,
                                Key.Named.LEFT,
                                Key.Named.RIGHT))
                .isEqualTo(InputLine.EMPTY);
        assertThat(InputLine.EMPTY.after(Key.Named.UP)).isEmpty();
        assertThat(InputLine.EMPTY.after(Key.Named.DOWN)).isEmpty();
    }

    @Test
    @Tag("terminal#AC-3")
    void lines_are_moved_between_in_the_same_column() {
        var text = InputLine.of("first\nsecond\nx");

        assertThat(text.after(Key.Named.UP)).contains(new InputLine(text.text(), 7));
        assertThat(press(text, Key.Named.UP, Key.Named.END, Key.Named.UP))
                .isEqualTo(new InputLine(text.text(), 5));
        assertThat(press(text, Key.Named.UP, Key.Named.UP).after(Key.Named.UP)).isEmpty();
        assertThat(text.after(Key.Named.DOWN)).isEmpty();
    }

    @Test
    void typed_control_sequences_do_not_come_in() {
        assertThat(press(InputLine.EMPTY, new Key.Pasted("a\nb"), Key.Named.NEW_LINE))
                .isEqualTo(InputLine.of("a\nb\n"));
    }

    @Test
    void rows_are_as_wide_as_the_terminal_and_the_cursor_is_in_them() {
        Frame frame = InputLine.of("abcdefghij\nk").rows(StyledLine.of("> "), 9, 5);

        assertThat(frame.rows().stream().map(StyledLine::text))
                .containsExactly("> abcdef", "  ghij", "  k");
        assertThat(frame.cursor()).contains(new Frame.Place(2, 3));
    }

    @Test
    void of_many_rows_those_around_the_cursor_are_seen() {
        Frame frame = InputLine.of("1\n2\n3\n4\n5").rows(StyledLine.of("> "), 20, 2);

        assertThat(frame.rows().stream().map(StyledLine::text)).containsExactly("  4", "  5");
        assertThat(frame.cursor()).isEqualTo(Optional.of(new Frame.Place(1, 3)));
    }

    private static InputLine press(InputLine line, Key... keys) {
        InputLine now = line;
        for (Key key : List.of(keys)) {
            now = now.after(key).orElseThrow();
        }
        return now;
    }
}
