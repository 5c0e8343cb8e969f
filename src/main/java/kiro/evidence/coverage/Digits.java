package kiro.evidence.coverage;

/// Numbers as reports write them.
final class Digits {
    private Digits() {}

    /// The number; 0 where it is none, and the largest where it is larger than any count.
    static long of(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return text.length() > 18 ? Long.MAX_VALUE : Long.parseLong(text);
    }
}
