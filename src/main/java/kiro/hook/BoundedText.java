package kiro.hook;

import java.util.regex.Pattern;

/// A text that a regular expression can look at so often and no more: some expressions would look for years.
final class BoundedText implements CharSequence {
    private static final int MOST_LOOKS = 200_000;

    private final CharSequence text;
    private final int[] looks;

    private BoundedText(CharSequence text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("a regular expression takes too long");
        }
    }

    /// Whether an expression fits somewhere in a text; one that takes too long fits, so that a hook that guards is not
    /// passed by.
    static boolean finds(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BoundedText(text, new int[1])).find();
        } catch (TooLong unknown) {
            return true;
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > MOST_LOOKS) {
            throw new TooLong();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
