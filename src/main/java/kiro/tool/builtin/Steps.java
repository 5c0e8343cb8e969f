package kiro.tool.builtin;

/// How much work a search may still do, counted in characters looked at. A regular expression that
/// backtracks without end runs out of it.
final class Steps {
    private final long perLine;
    private long left;
    private long line;

    Steps(long total, long perLine) {
        this.left = total;
        this.perLine = perLine;
    }

    /// Why a search cannot go on.
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final boolean isOfLine;

        private Exhausted(boolean isOfLine) {
            super("out of steps", null, false, false);
            this.isOfLine = isOfLine;
        }

        /// Whether a single line took too much, rather than all of them together.
        boolean isOfLine() {
            return isOfLine;
        }
    }

    /// A line as the regular expression sees it: each look at a character is a step.
    CharSequence counting(String text) {
        line = perLine;
        return new Counted(text, 0, text.length());
    }

    private void step() {
        left--;
        line--;
        if (line < 0 || left < 0) {
            throw new Exhausted(line < 0);
        }
    }

    private final class Counted implements CharSequence {
        private final String text;
        private final int from;
        private final int to;

        Counted(String text, int from, int to) {
            this.text = text;
            this.from = from;
            this.to = to;
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            step();
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text, from + start, from + end);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
