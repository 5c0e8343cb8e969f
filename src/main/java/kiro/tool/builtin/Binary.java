package kiro.tool.builtin;

/// Tells binary content from text.
final class Binary {
    private Binary() {}

    static boolean is(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }
}
