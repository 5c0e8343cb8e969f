package kiro.draft;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a model says that stands nowhere in what it was told: numbers, code and names.
public final class AddedNames {
    private static final Pattern CODE =
            Pattern.compile(
                    "\\d[\\d.,]*|`[^`]+`|\\b\\w*[a-z]\\w*[A-Z]\\w*|\\w+[._]\\w[\\w./]*|\\w+(?:/\\w+){2,}");
    private static final Pattern ALL =
            Pattern.compile(
                    "\\d[\\d.,]*|`[^`]+`|\\b\\w*[a-z]\\w*[A-Z]\\w*|\\b[A-Z]\\w+|\\w+[./_]\\w[\\w./]*");

    private AddedNames() {}

    /// Numbers, code and names; the first word of a sentence has its capital from there.
    ///
    /// @param said all that the model was told
    public static SortedSet<String> in(String text, String said) {
        return added(ALL, text, said);
    }

    /// Numbers and code alone: prose may have names of its own.
    public static SortedSet<String> ofCode(String text, String said) {
        return added(CODE, text, said);
    }

    private static SortedSet<String> added(Pattern checked, String text, String said) {
        String known = said.toLowerCase(Locale.ROOT);
        var added = new TreeSet<String>();
        Matcher found = checked.matcher(text);
        while (found.find()) {
            String word = found.group().replaceAll("^`|`$|[.,]+$", "");
            boolean isFirst =
                    found.start() == 0 || text.substring(0, found.start()).matches("(?s).*[.!:] ");
            boolean isPlain = word.matches("[A-Z][a-z]+");
            if (!(isFirst && isPlain) && !isKnown(word.toLowerCase(Locale.ROOT), known)) {
                added.add(word);
            }
        }
        return added;
    }

    /// A name of several parts is known by its parts: `Cart.drop` is the `drop` of a `Cart`.
    private static boolean isKnown(String word, String known) {
        return known.contains(word)
                || (word.matches("[a-z_]\\w*(?:\\.[a-z_]\\w*)+(?:\\(\\))?")
                        && Stream.of(word.replace("()", "").split("\\."))
                                .allMatch(known::contains));
    }
}
