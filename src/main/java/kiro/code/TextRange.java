package kiro.code;

/// A stretch of a text, in UTF-16 units from its start; the end is exclusive.
public record TextRange(int start, int end) {
    public TextRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("range " + start + ".." + end);
        }
    }

    public String of(String text) {
        return text.substring(start, end);
    }
}
