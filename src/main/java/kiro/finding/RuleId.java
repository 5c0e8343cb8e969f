package kiro.finding;

/// The stable code of a rule, such as `spec/duplicate-id`.
public record RuleId(String value) {
    public RuleId {
        if (!value.matches("[a-z][a-z0-9-]*(/[a-z0-9-]+)+")) {
            throw new IllegalArgumentException("not a rule id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
