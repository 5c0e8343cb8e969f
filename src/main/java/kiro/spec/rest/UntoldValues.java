package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Looks for fields that a sentence says to be set to something of which its reading says nothing: "`closedBy` is set to the
/// warden" is more than that what was sent is stored.
final class UntoldValues {
    private static final Set<String> SETTING =
            Set.of("is", "are", "was", "set", "changed", "updated");

    private UntoldValues() {}

    static Optional<String> objection(List<Token> tokens, List<CaseReader.Case> cases) {
        List<Expectation> told =
                cases.stream().flatMap(one -> one.expectations().stream()).toList();
        if (!told.contains(new Expectation.IsStored())) {
            return Optional.empty();
        }
        return IntStream.range(0, tokens.size())
                .filter(at -> tokens.get(at).is(Token.Kind.CODE) && isSetTo(tokens, at + 1))
                .mapToObj(at -> tokens.get(at).text())
                .filter(name -> told.stream().noneMatch(one -> tells(one, name)))
                .findFirst()
                .map(name -> "what '%s' is set to is not understood".formatted(name));
    }

    private static boolean isSetTo(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() && SETTING.contains(tokens.get(at).key())) {
            at++;
        }
        return at < tokens.size() && tokens.get(at).key().equals("to");
    }

    private static boolean tells(Expectation expectation, String name) {
        return switch (expectation) {
            case Expectation.FieldIs is -> is.name().equals(name);
            case Expectation.FieldIsNow is -> is.name().equals(name);
            case Expectation.FieldIsCaller is -> is.name().equals(name);
            case Expectation.FieldIsSent is -> is.name().equals(name);
            case Expectation.StoredIs is -> is.name().equals(name);
            default -> false;
        };
    }
}
