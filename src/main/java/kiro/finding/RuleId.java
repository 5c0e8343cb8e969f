package kiro.finding;

/// The stable code of a rule, such as `spec/duplicate-id`.
public record RuleId(String value) {
    public RuleId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a rule id: " + value);
        }
    }

    /// Parts of small letters, digits and hyphens, two at least, with a slash between; a letter first. Each run makes many
    /// of them: a regular expression would cost more than what they are made for.
    private static boolean isWellFormed(String value) {
        int slashes = 0;
        char before = '/';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isLetter = c >= 'a' && c <= 'z';
            boolean isOther = (c >= '0' && c <= '9') || c == '-';
            if (c == '/' ? before == '/' : !isLetter && (i == 0 || !isOther)) {
                return false;
            }
            slashes += c == '/' ? 1 : 0;
            before = c;
        }
        return slashes > 0 && before != '/';
    }

    @Override
    public String toString() {
        return value;
    }
}
