package kiro.steering.rule;

/// What is looked for in a text.
///
/// @param isRegex whether the text is a regular expression, which is run with a bound; else it stands for itself
/// @param ignoresCase whether capitals and small letters are the same
public record TextPattern(String text, boolean isRegex, boolean ignoresCase) {
    public static TextPattern exact(String text) {
        return new TextPattern(text, false, false);
    }

    public static TextPattern words(String text) {
        return new TextPattern(text, false, true);
    }

    public static TextPattern regex(String text) {
        return new TextPattern(text, true, false);
    }
}
