package kiro.spec.rule;

import java.util.List;
import java.util.Map;
import kiro.spec.sentence.Token;

/// Tells whether two responses rule each other out: they are the same but for a negation, or for a verb and its
/// opposite.
final class Opposites {
    /// Each verb by its side of an alternative, `+` or `-`, and the name of the alternative.
    private static final Map<String, String> SIDES =
            Map.ofEntries(
                    Map.entry("accept", "+take"),
                    Map.entry("approve", "+take"),
                    Map.entry("reject", "-take"),
                    Map.entry("decline", "-take"),
                    Map.entry("refuse", "-take"),
                    Map.entry("allow", "+let"),
                    Map.entry("permit", "+let"),
                    Map.entry("grant", "+let"),
                    Map.entry("deny", "-let"),
                    Map.entry("forbid", "-let"),
                    Map.entry("block", "-let"),
                    Map.entry("prevent", "-let"),
                    Map.entry("enable", "+on"),
                    Map.entry("disable", "-on"),
                    Map.entry("show", "+see"),
                    Map.entry("display", "+see"),
                    Map.entry("hide", "-see"),
                    Map.entry("lock", "+lock"),
                    Map.entry("unlock", "-lock"),
                    Map.entry("open", "+open"),
                    Map.entry("close", "-open"),
                    Map.entry("start", "+run"),
                    Map.entry("stop", "-run"),
                    Map.entry("include", "+in"),
                    Map.entry("exclude", "-in"));

    private Opposites() {}

    static boolean areOpposite(
            List<Token> one, boolean isOneNegated, List<Token> other, boolean isOtherNegated) {
        if (one.isEmpty() || other.isEmpty() || !rest(one).equals(rest(other))) {
            return false;
        }
        String first = side(one.getFirst(), isOneNegated);
        String second = side(other.getFirst(), isOtherNegated);
        return !first.equals(second) && first.substring(1).equals(second.substring(1));
    }

    private static String side(Token verb, boolean isNegated) {
        String side = SIDES.getOrDefault(verb.stem(), "+" + verb.key());
        return isNegated ? (side.charAt(0) == '+' ? "-" : "+") + side.substring(1) : side;
    }

    private static List<String> rest(List<Token> tokens) {
        return tokens.stream()
                .skip(1)
                .filter(token -> !Words.isEmpty(token))
                .map(token -> token.stem())
                .toList();
    }
}
