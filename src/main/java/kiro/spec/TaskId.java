package kiro.spec;

/// The name of a task within its spec, such as `2` or `2.1`.
public record TaskId(String value) {
    private static final int LONGEST = 64;

    public TaskId {
        if (!Names.isName(value, LONGEST)) {
            throw new IllegalArgumentException("not a task id: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
