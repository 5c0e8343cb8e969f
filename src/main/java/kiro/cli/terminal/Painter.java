package kiro.cli.terminal;

import java.util.List;

/// Says what is written to a terminal so that final lines scroll away above a frame that is redrawn. It knows nothing of
/// the screen but what it has written itself, and leaves everything above that alone.
public final class Painter {
    private static final String BEGIN = "\u001b[?2026h\u001b[?25l";
    private static final String END = "\u001b[?2026l";
    private static final String CURSOR = "\u001b[?25h";
    private static final String ERASE_BELOW = "\u001b[J";

    private final boolean hasColours;
    private Frame shown = Frame.NONE;
    private boolean hasCursor = true;

    public Painter(boolean hasColours) {
        this.hasColours = hasColours;
    }

    /// @param above lines that are final, each no wider than the terminal
    /// @param frame what stands below them from now on, each row narrower than the terminal
    /// @param columns of the terminal as it is now
    public String paint(List<StyledLine> above, Frame frame, int columns) {
        var text = new StringBuilder(BEGIN);
        text.append(home(columns)).append(ERASE_BELOW);
        above.forEach(line -> text.append(line.rendered(hasColours)).append("\r\n"));
        List<StyledLine> rows = frame.rows();
        for (int i = 0; i < rows.size(); i++) {
            text.append(rows.get(i).rendered(hasColours)).append(i + 1 < rows.size() ? "\r\n" : "");
        }
        frame.cursor()
                .ifPresent(place -> {
                    up(text, rows.size() - 1 - place.row());
                    text.append('\r');
                    right(text, place.column());
                    text.append(CURSOR);
                });
        hasCursor = frame.cursor().isPresent();
        shown = frame;
        return text.append(END).toString();
    }

    /// Takes the frame away and gives the terminal back as it was.
    public String clear(int columns) {
        String text = home(columns) + ERASE_BELOW + (hasCursor ? "" : CURSOR);
        shown = Frame.NONE;
        hasCursor = true;
        return text;
    }

    /// To the first column of the frame that is shown. A terminal that has become narrower has broken its rows.
    private String home(int columns) {
        if (shown.rows().isEmpty()) {
            return "\r";
        }
        int last = shown.cursor().map(Frame.Place::row).orElse(shown.rows().size() - 1);
        int above = 0;
        for (int i = 0; i < last; i++) {
            above += height(shown.rows().get(i).columns(), columns);
        }
        int within =
                shown.cursor()
                        .map(Frame.Place::column)
                        .orElse(Math.max(shown.rows().get(last).columns() - 1, 0));
        var text = new StringBuilder();
        up(text, above + within / columns);
        return text.append('\r').toString();
    }

    private static int height(int width, int columns) {
        return Math.max(1, (width + columns - 1) / columns);
    }

    private static void up(StringBuilder text, int rows) {
        if (rows > 0) {
            text.append("\u001b[").append(rows).append('A');
        }
    }

    private static void right(StringBuilder text, int columns) {
        if (columns > 0) {
            text.append("\u001b[").append(columns).append('C');
        }
    }
}
