package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import kiro.cli.terminal.Columns;

/// Rows of cells in columns: as wide as needed, wrapped where the line is too narrow for all of it.
public final class TextTable {
    private static final int GAP = 2;
    private static final int NARROWEST = 12;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(List<String> headings) {
        this.headings = List.copyOf(headings);
    }

    public TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /// The table as lines, the headings first.
    ///
    /// @param width columns of a line
    public List<String> lines(int width) {
        int[] widths = fitted(width);
        var lines = new ArrayList<String>();
        add(lines, headings, widths);
        rows.forEach(row -> add(lines, row, widths));
        return lines;
    }

    /// Takes from the widest column until the line fits.
    private int[] fitted(int width) {
        int[] widths = new int[headings.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Columns.of(headings.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
            }
        }
        while (total(widths) > width && widths[widest(widths)] > NARROWEST) {
            widths[widest(widths)]--;
        }
        return widths;
    }

    private static int total(int[] widths) {
        int total = GAP * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        return total;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }

    private static void add(List<String> lines, List<String> cells, int[] widths) {
        var wrapped = new ArrayList<List<String>>();
        int height = 0;
        for (int i = 0; i < widths.length; i++) {
            wrapped.add(wrap(cells.get(i), widths[i]));
            height = Math.max(height, wrapped.getLast().size());
        }
        for (int at = 0; at < height; at++) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String part = at < wrapped.get(i).size() ? wrapped.get(i).get(at) : "";
                line.append(Columns.padded(part, widths[i] + GAP));
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    /// Breaks at spaces, and within words that are longer than a line.
    static List<String> wrap(String text, int width) {
        return Columns.wrap(text, width);
    }
}
