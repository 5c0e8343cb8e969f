package kiro.process;

/// A text of any length in bounded memory: all of it while it is short, else its beginning and its end.
final class HeadAndTail {
    private final int limit;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder tail = new StringBuilder();
    private long length;
    private boolean isCounted = true;

    /// @param limit how many characters are kept
    HeadAndTail(int limit) {
        this.limit = limit;
    }

    void append(String text) {
        length += text.length();
        int toHead = Math.min(limit / 2 - head.length(), text.length());
        if (toHead > 0) {
            head.append(text, 0, toHead);
            tail.append(text, toHead, text.length());
        } else {
            tail.append(text);
        }
        cut();
    }

    void append(char[] text, int from, int count) {
        length += count;
        int toHead = Math.min(limit / 2 - head.length(), count);
        head.append(text, from, toHead);
        tail.append(text, from + toHead, count - toHead);
        cut();
    }

    /// Leaves out what nobody has read, and what came after the head before it.
    ///
    /// @param about how many characters that are
    void skip(long about) {
        length += about;
        isCounted = false;
        tail.setLength(0);
    }

    private void cut() {
        if (tail.length() > 2 * limit) {
            tail.delete(0, tail.length() - limit);
        }
    }

    boolean isCut() {
        return length > limit;
    }

    /// The text, or its head and tail around a line that says how much is left out. They are cut at
    /// the end of a line where one is near.
    String text() {
        if (!isCut()) {
            return head.toString() + tail;
        }
        String first = head.substring(0, endOfHead());
        String last = tail.substring(startOfTail());
        long left = length - first.length() - last.length();
        return first
                + (first.endsWith("\n") ? "" : "\n")
                + "[%s%,d characters left out]\n".formatted(isCounted ? "" : "about ", left)
                + last;
    }

    private int endOfHead() {
        int lineEnd = head.lastIndexOf("\n") + 1;
        return lineEnd > head.length() - limit / 8 ? lineEnd : beforePair(head, head.length());
    }

    private int startOfTail() {
        int start = Math.max(0, tail.length() - limit / 2);
        int lineStart = tail.indexOf("\n", start) + 1;
        return lineStart > 0 && lineStart < start + limit / 8
                ? lineStart
                : beforePair(tail, start) + (beforePair(tail, start) < start ? 2 : 0);
    }

    /// The place, or the one before, where it would separate the halves of one character.
    private static int beforePair(CharSequence text, int place) {
        return place > 0 && Character.isHighSurrogate(text.charAt(place - 1)) ? place - 1 : place;
    }
}
