package kiro.tool.builtin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a search looks for, and what it shows of it.
///
/// @param context how many lines around each that matches
record Wanted(Pattern pattern, Show show, int context) {
    /// A break that is written as one, and no backslash before an `n`.
    private static final Pattern LINE_BREAK =
            Pattern.compile("(?<!\\\\)(?:\\\\{2})*\\\\[nR](?![*?])");

    private static final Pattern CHARACTERS =
            Pattern.compile("(?<!\\\\)\\[(?:\\\\.|[^\\]\\\\])*\\]");

    private static final Pattern CLASS = Pattern.compile("\\\\(?:[pP](?:\\{[^}]*\\}|.)|[A-Za-z])");

    /// What is shown of what matches.
    enum Show {
        LINES,
        FILES,
        COUNTS
    }

    /// What came of reading the arguments.
    sealed interface Reading {
        record Read(Wanted wanted) implements Reading {}

        record Refused(String text) implements Reading {}
    }

    static Reading of(Arguments arguments) {
        String text = arguments.text("pattern");
        if (text.isEmpty()) {
            return new Reading.Refused("the pattern is empty: it would match every line");
        }
        Optional<String> objection =
                objection(arguments, "kind", List.of("regex", "text"))
                        .or(() ->
                                objection(
                                        arguments,
                                        "case",
                                        List.of("sensitive", "insensitive", "smart")))
                        .or(() ->
                                objection(arguments, "show", List.of("lines", "files", "counts")));
        return objection
                .<Reading>map(Reading.Refused::new)
                .orElseGet(() -> compiled(arguments, text));
    }

    private static Reading compiled(Arguments arguments, String text) {
        boolean isText = arguments.optionalText("kind").filter("text"::equals).isPresent();
        boolean ignoresCase =
                switch (arguments.optionalText("case").orElse("sensitive")) {
                    case "insensitive" -> true;
                    case "smart" -> isInSmallLetters(text, isText);
                    default -> false;
                };
        if (text.indexOf('\n') >= 0 || (!isText && isOverLines(text))) {
            return new Reading.Refused(
                    "each line is looked at by itself, and none has a line break in it: look for one of the lines,"
                            + " with `context` for those around it");
        }
        int flags =
                (ignoresCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
                        | Pattern.UNICODE_CHARACTER_CLASS;
        try {
            return new Reading.Read(
                    new Wanted(
                            Pattern.compile(
                                    isText ? Pattern.quote(text) : Dialect.ofJava(text), flags),
                            Show.valueOf(
                                    arguments
                                            .optionalText("show")
                                            .orElse("lines")
                                            .toUpperCase(Locale.ROOT)),
                            arguments.number("context", 0)));
        } catch (PatternSyntaxException malformed) {
            return new Reading.Refused(
                    "the pattern is not a Java regular expression: %s at character %d of %s"
                            .formatted(malformed.getDescription(), malformed.getIndex() + 1, text));
        }
    }

    /// A class of characters has a break to leave it out, or beside others.
    private static boolean isOverLines(String pattern) {
        return LINE_BREAK.matcher(CHARACTERS.matcher(pattern).replaceAll("")).find();
    }

    /// The capitals of classes, such as `\S`, are no capitals of what is looked for.
    private static boolean isInSmallLetters(String pattern, boolean isText) {
        String letters = isText ? pattern : CLASS.matcher(pattern).replaceAll("");
        return letters.equals(letters.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> objection(
            Arguments arguments, String name, List<String> words) {
        return arguments
                .optionalText(name)
                .filter(word -> !words.contains(word))
                .map(word ->
                        "`%s` is one of %s, not '%s'"
                                .formatted(name, String.join(", ", words), word));
    }
}
