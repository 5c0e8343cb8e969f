package kiro.spec;

/// What names of specs and criteria are made of.
final class Names {
    private Names() {}

    /// Whether a text is made of ASCII letters, digits, `.`, `_` and `-`, and begins with a letter or digit.
    static boolean isName(String text, int longest) {
        if (text.isEmpty() || text.length() > longest || !isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
