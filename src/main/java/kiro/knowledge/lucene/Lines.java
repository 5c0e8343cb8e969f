package kiro.knowledge.lucene;

import java.util.ArrayList;
import java.util.List;

/// The lines of a text, and pieces of them that are not too long to read.
final class Lines {
    /// A page of a book has as many.
    static final int MOST_LINES = 60;

    static final int MOST_CHARACTERS = 4_000;
    private static final int OVERLAP = 6;

    private final List<String> lines;

    Lines(String text) {
        this.lines = text.lines().toList();
    }

    int count() {
        return lines.size();
    }

    /// @param number from 1
    String line(int number) {
        return lines.get(number - 1);
    }

    /// A stretch as chunks: one where it is short, else several that overlap, so that what stands at a seam is found whole.
    ///
    /// @param first from 1
    /// @param last included
    List<Chunk> chunks(int first, int last, String title) {
        var chunks = new ArrayList<Chunk>();
        int from = first;
        while (from <= last) {
            int to = end(from, last);
            add(chunks, from, to, title);
            if (to == last) {
                break;
            }
            from = Math.max(from + 1, to + 1 - OVERLAP);
        }
        return chunks;
    }

    private void add(List<Chunk> chunks, int from, int to, String title) {
        String text = String.join("\n", lines.subList(from - 1, to)).strip();
        if (!text.isEmpty()) {
            chunks.add(
                    new Chunk(
                            from,
                            to,
                            title,
                            text.length() > MOST_CHARACTERS
                                    ? text.substring(0, MOST_CHARACTERS)
                                    : text));
        }
    }

    /// The last line of a piece: where there is no room for all, a blank line in its second half, else as far as it goes.
    private int end(int from, int last) {
        int to = from;
        int size = lines.get(from - 1).length();
        while (to < last
                && to - from + 1 < MOST_LINES
                && size + lines.get(to).length() + 1 <= MOST_CHARACTERS) {
            size += lines.get(to).length() + 1;
            to++;
        }
        if (to == last) {
            return last;
        }
        for (int at = to; at > from + (to - from) / 2; at--) {
            if (lines.get(at - 1).isBlank()) {
                return at;
            }
        }
        return to;
    }
}
