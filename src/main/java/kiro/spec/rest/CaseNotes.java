package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Knows sentences that say of a value which is there only once that capitals make no difference: "Upper and lower case
/// make no difference: `birch` and `Birch` are the same name."
final class CaseNotes {
    private static final String CASE =
            "(?:upper and lower case|lower and upper case|upper case and lower case|(?:the )?(?:letter )?case|capitals|"
                    + "capitalisation|capitalization|capital and small letters|capital letters|upper or lower case|upper-case and lower-case letters)";
    private static final String NOTHING =
            "(?:(?:make|makes|making) no difference|(?:do|does) not (?:matter|count)|(?:is|are) (?:ignored|irrelevant|the same|not distinguished|"
                    + "treated alike|considered the same)|(?:count|counts|count as|counts as) (?:as )?the same|play no role|plays no role)";
    private static final String EXAMPLE =
            "(?: (?:[:;,]|so|,? so|,? that is|,? for example|,? e\\.g\\.?) \\S+(?: \\S+)? (?:and|or) \\S+(?: \\S+)? (?:are|is|count as|counts as|would be) the same(?: [a-z]+)?)?";
    private static final Pattern NOTE =
            Pattern.compile(
                    "(?:"
                            + CASE
                            + " "
                            + NOTHING
                            + "(?: here| in this| for this| in (?:the|this) (?:check|comparison))?"
                            + "|(?:the |this |that )?(?:check|comparison|uniqueness|it|this|that|names are compared)(?: of (?:it|the [a-z]+|[a-z]+))? "
                            + "(?:is case-insensitive|is not case-sensitive|is case insensitive|ignores (?:upper and lower )?case|"
                            + "does not distinguish (?:between )?(?:upper and lower case|case|capitals)|ignores capitals|disregards case|without regard to case)"
                            + "|(?:two )?(?:[a-z]+s) (?:that|which) (?:only )?differ (?:only )?in case (?:are|count as) the same)"
                            + EXAMPLE);

    private CaseNotes() {}

    static boolean isOne(List<Token> tokens) {
        String words =
                String.join(" ", tokens.stream().map(Token::key).toList()).replaceAll("[ .]+$", "");
        return NOTE.matcher(words).matches();
    }

    static boolean isOfUniqueness(List<Token> tokens) {
        return tokens.stream()
                .map(Token::key)
                .anyMatch(word ->
                        word.equals("unique") || word.equals("once") || word.equals("same"));
    }

    /// The sentence on what is unique, with the note in it.
    static List<Token> with(List<Token> sentence) {
        var all = new ArrayList<>(sentence);
        while (!all.isEmpty() && all.getLast().isMark(".")) {
            all.removeLast();
        }
        all.add(new Token(Token.Kind.MARK, ",", ",", 0, 0));
        all.add(new Token(Token.Kind.WORD, "ignoring", "ignoring", 0, 0));
        all.add(new Token(Token.Kind.WORD, "case", "case", 0, 0));
        return all;
    }
}
