package kiro.permission;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Holds regular expressions that others wrote against commands, with bounded work: an expression may be made so that
/// it takes for ever.
final class CommandPattern {
    private static final int MOST_STEPS = 200_000;

    private CommandPattern() {}

    /// Whether the whole command fits; one that takes too long does not.
    static boolean fits(String regex, String command) {
        try {
            return matcher(regex, command).matches();
        } catch (TooLong | StackOverflowError unknown) {
            return false;
        }
    }

    /// Whether the command fits, or begins so at the end of a word; one that takes too long may.
    static boolean mayBegin(String regex, String command) {
        try {
            return matcher("(?:" + regex + ")(?:$|(?=\\s)|(?<=\\s))", command).lookingAt();
        } catch (TooLong | StackOverflowError unknown) {
            return true;
        }
    }

    private static Matcher matcher(String regex, String command) {
        return Pattern.compile(regex, Pattern.DOTALL)
                .matcher(new Counted(command, new AtomicInteger()));
    }

    /// The work is more than any command is worth.
    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        private TooLong() {
            super("", null, false, false);
        }
    }

    /// A text that counts how often it is looked at.
    private record Counted(String text, AtomicInteger looks) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (looks.incrementAndGet() > MOST_STEPS) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), looks);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
