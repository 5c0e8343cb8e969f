package kiro.infer;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Code within prose: short, on one line, and without what would end the marks around it.
final class Excerpt {
    private static final int LONGEST = 100;
    private static final int LONG_ARGUMENTS = 24;
    private static final Pattern CHAINED = Pattern.compile("\\s+\\.(?=\\w+(?:\\(|$|\\?|\\.|::))");

    private Excerpt() {}

    /// An expression: what is called, and on what, says more than long arguments.
    static String of(String text) {
        String line = CHAINED.matcher(flat(text)).replaceAll(".");
        for (OptionalInt at = arguments(line); at.isPresent(); at = arguments(line)) {
            int start = at.getAsInt();
            line = line.substring(0, start + 1) + "…" + line.substring(end(line, start));
        }
        return cut(line);
    }

    /// A declaration: its beginning says most.
    static String ofDeclaration(String text) {
        return cut(flat(text));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").replace('`', '\'').strip();
    }

    private static String cut(String line) {
        return "`" + (line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line) + "`";
    }

    /// Where the first long arguments of a line that is too long open.
    private static OptionalInt arguments(String line) {
        if (line.length() <= LONGEST) {
            return OptionalInt.empty();
        }
        for (int i = 1; i < line.length(); i++) {
            char before = line.charAt(i - 1);
            boolean isCall =
                    line.charAt(i) == '('
                            && (Character.isLetterOrDigit(before)
                                    || before == '_'
                                    || before == '!');
            if (isCall && end(line, i) - i > LONG_ARGUMENTS) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// Where the bracket that opens at a place is closed; at the place itself where nothing closes it.
    private static int end(String line, int start) {
        int depth = 0;
        for (int i = start; i < line.length(); i++) {
            depth += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return start;
    }
}
