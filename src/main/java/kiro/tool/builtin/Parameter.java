package kiro.tool.builtin;

/// An argument that a tool takes.
///
/// @param minimum of a number
/// @param maximum of a number
record Parameter(String name, Type type, boolean isRequired, int minimum, int maximum) {
    enum Type {
        TEXT("a text"),
        NUMBER("a whole number"),
        TEXTS("a list of texts");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
