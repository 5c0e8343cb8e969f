package kiro.spec.rule;

/// Doubled spaces within a line.
final class Spacing {
    private Spacing() {}

    /// The line with each run of spaces between two words made one; indentation, the end of the line and code stay.
    static String single(String line) {
        int start = 0;
        while (start < line.length() && !isLetter(line.charAt(start))) {
            start++;
        }
        int end = line.stripTrailing().length();
        var single = new StringBuilder(line.substring(0, Math.min(start, end)));
        boolean isCode = false;
        for (int i = Math.min(start, end); i < end; i++) {
            char c = line.charAt(i);
            isCode ^= c == '`';
            boolean isDoubled = c == ' ' && line.charAt(i - 1) == ' ' && !isCode;
            if (!isDoubled) {
                single.append(c);
            }
        }
        return single.append(line.substring(end)).toString();
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) || c == '*' || c == '`' || c == '"';
    }
}
