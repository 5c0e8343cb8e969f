package kiro.steering.check;

import kiro.steering.rule.TextPattern;

/// Words within texts.
final class TextWords {
    private TextWords() {}

    /// Whether a text has a pattern with no letter or digit right before and behind it.
    static boolean has(String text, TextPattern pattern) {
        String sought = pattern.text();
        for (int at = 0; at + sought.length() <= text.length(); at++) {
            boolean isHere =
                    text.regionMatches(pattern.ignoresCase(), at, sought, 0, sought.length());
            if (isHere && isEdge(text, at - 1) && isEdge(text, at + sought.length())) {
                return !sought.isEmpty();
            }
        }
        return false;
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }
}
