package kiro.secret;

/// Masks a text that arrives in pieces. What may be a part of a secret is held back until it is known whether it is one:
/// the last word, a beginning of a known value, a private key without its end.
public final class StreamMask {
    /// What has been passed on and may still say what comes after it.
    private static final int CONTEXT = 256;

    /// A word longer than this is passed on in parts.
    private static final int LONGEST_WORD = 4096;

    private final SecretMask mask;
    private final StringBuilder text = new StringBuilder();
    private int passed;

    StreamMask(SecretMask mask) {
        this.mask = mask;
    }

    /// What can be passed on once this piece is there; often empty.
    public String next(String piece) {
        text.append(piece);
        return take(safeEnd());
    }

    /// What is left at the end.
    public String rest() {
        String rest = take(text.length());
        text.setLength(0);
        passed = 0;
        return rest;
    }

    private int safeEnd() {
        int end = text.length();
        while (end > passed && !Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (text.length() - end > LONGEST_WORD) {
            end = text.length() - CONTEXT;
        }
        return Math.min(end, mask.openAt(text.toString()));
    }

    private String take(int safeEnd) {
        int end = safeEnd;
        if (end <= passed) {
            return "";
        }
        var out = new StringBuilder();
        for (SecretRange range : mask.ranges(text.toString())) {
            if (range.from() < end && range.to() > end) {
                end = Math.max(passed, range.from());
            }
            if (range.to() <= passed || range.from() >= end) {
                continue;
            }
            if (range.from() >= passed) {
                out.append(text, passed, range.from()).append(SecretMask.MASK);
            }
            passed = Math.min(range.to(), end);
        }
        out.append(text, Math.min(passed, end), end);
        passed = Math.max(passed, end);
        forget();
        return out.toString();
    }

    private void forget() {
        int away = passed - CONTEXT;
        if (away > 0) {
            text.delete(0, away);
            passed -= away;
        }
    }
}
