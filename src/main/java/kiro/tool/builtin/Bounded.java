package kiro.tool.builtin;

/// Keeps texts to a length that a model can take.
final class Bounded {
    private static final int MAX = 40_000;

    private Bounded() {}

    /// The text, or its head and tail around a line that says how much is left out.
    static String of(String text) {
        if (text.length() <= MAX) {
            return text;
        }
        int head = text.lastIndexOf('\n', MAX / 2) + 1;
        int tail = text.indexOf('\n', text.length() - MAX / 2) + 1;
        int from = head == 0 ? MAX / 2 : head;
        int to = tail == 0 ? text.length() - MAX / 2 : tail;
        return text.substring(0, from)
                + "[... %,d characters are left out ...]%n".formatted(to - from).replace("\r", "")
                + text.substring(to);
    }
}
