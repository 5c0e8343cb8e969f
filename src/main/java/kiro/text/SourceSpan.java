package kiro.text;

/// A stretch of a text file: lines and columns count from 1, columns in UTF-16 units, the end is
/// exclusive.
public record SourceSpan(int line, int column, int endLine, int endColumn) {
    public SourceSpan {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException(
                    "span %d:%d-%d:%d".formatted(line, column, endLine, endColumn));
        }
    }

    /// The whole of one line of the given length.
    public static SourceSpan ofLine(int line, int length) {
        return new SourceSpan(line, 1, line, length + 1);
    }

    /// The first place of a file, for findings about the file as a whole.
    public static SourceSpan start() {
        return new SourceSpan(1, 1, 1, 1);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
