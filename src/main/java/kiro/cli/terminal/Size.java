package kiro.cli.terminal;

/// How many columns and rows a terminal has.
public record Size(int columns, int rows) {
    /// What is taken for the size of a terminal that does not say.
    public static final Size USUAL = new Size(100, 30);

    /// A terminal that says nothing sensible has the usual size.
    public static Size known(int columns, int rows) {
        return new Size(columns < 1 ? USUAL.columns() : columns, rows < 1 ? USUAL.rows() : rows);
    }
}
