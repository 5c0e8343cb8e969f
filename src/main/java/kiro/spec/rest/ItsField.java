package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Puts a field's name in the place of "it": "stores `refills` as 0 when it is not given".
final class ItsField {
    private static final Set<String> WHEN = Set.of("when", "if");
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "null",
                    "given",
                    "sent",
                    "missing",
                    "absent",
                    "omitted",
                    "provided",
                    "set",
                    "specified",
                    "included",
                    "left");

    private ItsField() {}

    /// The sentence with the one name in code marks that stands before "when it is ..."; else the sentence as it is.
    static Sentence named(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int at = 1; at + 2 < tokens.size(); at++) {
            boolean isIt =
                    tokens.get(at).key().equals("it")
                            && WHEN.contains(tokens.get(at - 1).key())
                            && Set.of("is", "was").contains(tokens.get(at + 1).key())
                            && isLeftOut(tokens, at + 2);
            List<Token> names = names(tokens.subList(0, at));
            if (isIt && names.size() == 1) {
                var named = new ArrayList<>(tokens);
                named.set(at, names.getFirst());
                return sentence.withTokens(named);
            }
        }
        return sentence;
    }

    private static boolean isLeftOut(List<Token> tokens, int at) {
        boolean isDenied = tokens.get(at).key().equals("not") && at + 1 < tokens.size();
        return LEFT_OUT.contains(tokens.get(isDenied ? at + 1 : at).key());
    }

    /// The names, without values: `HIGH`, `0`.
    private static List<Token> names(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.is(Token.Kind.CODE) && token.text().matches("[a-z]\\w*"))
                .filter(token -> !Set.of("null", "true", "false").contains(token.key()))
                .toList();
    }
}
