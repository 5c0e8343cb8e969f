package kiro.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.cli.Style;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PainterTest {
    private final ScreenTerminal terminal = new ScreenTerminal(20, 6);
    private final Painter painter = new Painter(true);

    @Test
    @Tag("terminal#AC-1")
    void final_lines_scroll_away_above_rows_that_are_redrawn() {
        paint(List.of("first"), "step 1", "0 s");
        paint(List.of("second"), "step 1", "1 s");
        paint(List.of(), "step 2", "2 s");

        assertThat(screen()).containsExactly("first", "second", "step 2", "2 s");
    }

    @Test
    void fewer_rows_leave_none_of_the_earlier_ones() {
        paint(List.of(), "a", "b", "c");
        paint(List.of("done"), "d");

        assertThat(screen()).containsExactly("done", "d");
    }

    @Test
    void at_the_bottom_of_the_screen_nothing_is_overwritten() {
        for (int i = 1; i <= 9; i++) {
            paint(List.of("line " + i), "row", "status");
        }

        assertThat(screen())
                .containsExactly("line 6", "line 7", "line 8", "line 9", "row", "status");
    }

    @Test
    void the_cursor_stands_where_is_typed_and_the_next_frame_begins_where_this_one_did() {
        terminal.write(
                painter.paint(
                        List.of(),
                        new Frame(
                                List.of(
                                        StyledLine.of("status"),
                                        StyledLine.of("> word"),
                                        StyledLine.of("menu")),
                                Optional.of(new Frame.Place(1, 6))),
                        20));
        terminal.write("!");
        assertThat(screen()).containsExactly("status", "> word!", "menu");

        paint(List.of("above"), "status");

        assertThat(screen()).containsExactly("above", "status");
    }

    @Test
    void clearing_gives_the_terminal_back() {
        paint(List.of("kept"), "row", "status");
        terminal.write(painter.clear(20));

        assertThat(screen()).containsExactly("kept");
    }

    @Test
    @Tag("terminal#AC-5")
    void a_narrower_terminal_has_broken_the_rows_and_all_of_them_go() {
        String before = paint("0123456789abcdef", "xyz");

        assertThat(before).endsWith("xyz\u001b[?2026l");
        assertThat(painter.paint(List.of(), Frame.NONE, 8)).contains("\u001b[2A\r\u001b[J");
    }

    @Test
    @Tag("terminal#AC-4")
    void without_colours_there_are_none() {
        var colourless = new Painter(false);

        assertThat(
                        colourless.paint(
                                List.of(StyledLine.of(Style.RED, "red")),
                                Frame.of(List.of(StyledLine.of(Style.BOLD, "bold"))),
                                20))
                .contains("red\r\nbold")
                .doesNotContain("m");
    }

    private String paint(String... rows) {
        return painter.paint(List.of(), Frame.of(lines(rows)), 20);
    }

    private void paint(List<String> above, String... rows) {
        terminal.write(
                painter.paint(
                        above.stream().map(StyledLine::of).toList(), Frame.of(lines(rows)), 20));
    }

    private static List<StyledLine> lines(String... rows) {
        return Stream.of(rows).map(StyledLine::of).toList();
    }

    private List<String> screen() {
        return terminal.toString()
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
