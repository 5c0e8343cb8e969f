package kiro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kiro.cli.terminal.Keyboard;
import kiro.cli.terminal.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HiddenLineTest {
    /// Keys that are typed one after another; then the terminal is gone.
    private static Keyboard typed(String keys) {
        return new Keyboard() {
            private int at;

            @Override
            public int read(long milliseconds) {
                return at < keys.length() ? keys.charAt(at++) : CLOSED;
            }

            @Override
            public Size size() {
                return Size.known(80, 24);
            }

            @Override
            public void lend() {}

            @Override
            public void takeBack() {}

            @Override
            public void close() {}
        };
    }

    @Test
    @Tag("configuration#AC-15")
    void a_line_is_read_to_its_end_with_what_was_mended() throws Exception {
        assertThat(HiddenLine.read(typed("sk-x\b1\r"))).isEqualTo(Optional.of("sk-1"));
        assertThat(HiddenLine.read(typed("wrong\u0015 sk-2 \n"))).isEqualTo(Optional.of("sk-2"));
    }

    @Test
    @Tag("configuration#AC-15")
    void a_line_that_is_given_up_is_none() throws Exception {
        assertThat(HiddenLine.read(typed("sk\u0003"))).isEmpty();
        assertThat(HiddenLine.read(typed("sk\u0004"))).isEmpty();
        assertThat(HiddenLine.read(typed("sk"))).isEmpty();
    }
}
