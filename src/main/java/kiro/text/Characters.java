package kiro.text;

/// Which characters of ASCII stand in a text, found out in one pass over its bytes: whatever begins with another need not
/// be looked for.
final class Characters {
    private final boolean[] seen = new boolean[256];
    private final boolean isAscii;

    private Characters(byte[] utf8) {
        int all = 0;
        for (byte each : utf8) {
            seen[each & 0xFF] = true;
            all |= each;
        }
        isAscii = all >= 0;
    }

    static Characters of(byte[] utf8) {
        return new Characters(utf8);
    }

    boolean has(char one) {
        return seen[one];
    }

    /// Whether there are no others.
    boolean isAscii() {
        return isAscii;
    }
}
