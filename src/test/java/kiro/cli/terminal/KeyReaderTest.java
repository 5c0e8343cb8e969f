package kiro.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyReaderTest {
    @Test
    @Tag("terminal#AC-3")
    void keys_are_told_apart() throws IOException {
        assertThat(keys("aé日\r\n\t\u007f\b"))
                .containsExactly(
                        new Key.Typed("a"),
                        new Key.Typed("é"),
                        new Key.Typed("日"),
                        Key.Named.ENTER,
                        Key.Named.NEW_LINE,
                        Key.Named.TAB,
                        Key.Named.BACKSPACE,
                        Key.Named.BACKSPACE);
        assertThat(keys("\u0003\u0001😀"))
                .containsExactly(new Key.Control('c'), new Key.Control('a'), new Key.Typed("😀"));
        assertThat(
                        keys(
                                "\u001b[A\u001b[B\u001bOC\u001b[D\u001b[H\u001b[4~\u001b[3~\u001b[1;5C\u001b[Z"))
                .containsExactly(
                        Key.Named.UP,
                        Key.Named.DOWN,
                        Key.Named.RIGHT,
                        Key.Named.LEFT,
                        Key.Named.HOME,
                        Key.Named.END,
                        Key.Named.DELETE,
                        Key.Named.WORD_RIGHT,
                        Key.Named.BACK_TAB);
    }

    @Test
    void escape_alone_is_a_key_and_before_others_it_is_alt() throws IOException {
        assertThat(keys("\u001b")).containsExactly(Key.Named.ESCAPE);
        assertThat(keys("\u001b\u001b")).containsExactly(Key.Named.ESCAPE);
        assertThat(keys("\u001b\r\u001bb\u001bd"))
                .containsExactly(Key.Named.NEW_LINE, Key.Named.WORD_LEFT, new Key.Alt('d'));
    }

    @Test
    void a_paste_is_one_key_whose_lines_end_nothing_and_whose_sequences_command_nothing()
            throws IOException {
        assertThat(keys("\u001b[200~one\r\ntwo\rthree\u001b[2J\u0003\u001b[201~x"))
                .containsExactly(new Key.Pasted("one\ntwo\nthree"), new Key.Typed("x"));
    }

    @Test
    void sequences_that_mean_nothing_type_nothing() throws IOException {
        assertThat(keys("\u001b[99;5~\u001b[?1;2c" + "\u001b[" + "1;".repeat(40)))
                .startsWith(Key.Named.UNKNOWN, Key.Named.UNKNOWN, Key.Named.UNKNOWN);
    }

    private static List<Key> keys(String typed) throws IOException {
        var keys = new ArrayList<Key>();
        var reader = new KeyReader(new TypedKeys(80, 24).type(typed));
        while (reader.read(1) instanceof KeyReader.Reading.Pressed pressed) {
            keys.add(pressed.key());
        }
        return keys;
    }
}
