package kiro.steering.check;

/// A text that a regular expression may look at so often and no more, so that none can run away.
final class BoundedText implements CharSequence {
    /// Expressions that people mean take a few looks a character.
    private static final int LOOKS_PER_CHARACTER = 200;

    private static final int LEAST = 100_000;

    private final CharSequence text;
    private final Looks left;

    private static final class Looks {
        private long count;

        Looks(long count) {
            this.count = count;
        }
    }

    /// An expression took more looks than it may.
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("the expression takes too long", null, false, false);
        }
    }

    BoundedText(CharSequence text) {
        this(text, new Looks(LEAST + (long) LOOKS_PER_CHARACTER * text.length()));
    }

    private BoundedText(CharSequence text, Looks left) {
        this.text = text;
        this.left = left;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left.count < 0) {
            throw new TooLong();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
