package kiro.evidence;

import java.util.Arrays;
import kiro.text.SourceSpan;

/// Turns offsets of a text into lines and columns.
final class Places {
    private final int[] starts;

    private Places(int[] starts) {
        this.starts = starts;
    }

    static Places of(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isEnd =
                    c == '\n'
                            || (c == '\r'
                                    && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (!isEnd) {
                continue;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return new Places(Arrays.copyOf(starts, count));
    }

    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }

    SourceSpan span(int start, int end) {
        return new SourceSpan(line(start), column(start), line(end), column(end));
    }
}
