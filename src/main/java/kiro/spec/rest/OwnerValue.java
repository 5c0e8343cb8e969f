package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the value of a line on the owner: the property that names them, in code marks or as a name by itself.
final class OwnerValue {
    private static final Set<String> QUIET =
            Set.of(
                    "the",
                    "a",
                    "user",
                    "caller",
                    "person",
                    "whose",
                    "id",
                    "is",
                    "in",
                    "field",
                    "property",
                    "of",
                    "named",
                    "by",
                    "whom",
                    "who",
                    "names",
                    "its",
                    "resource",
                    "name",
                    "login",
                    "email",
                    "'s",
                    "(",
                    ")",
                    ",");

    private static final Set<String> ANYONE =
            Set.of(
                    "caller",
                    "user",
                    "client",
                    "admin",
                    "administrator",
                    "nobody",
                    "none",
                    "anyone",
                    "anybody",
                    "everyone",
                    "everybody",
                    "yes",
                    "no",
                    "required",
                    "only",
                    "any",
                    "all",
                    "system",
                    "server");

    private OwnerValue() {}

    static Optional<List<Fact>> read(List<Token> line) {
        List<Token> value = withoutThing(line);
        List<Token> names = value.stream().filter(TokenForms::isCodeName).toList();
        boolean isPlain =
                value.stream()
                        .allMatch(token ->
                                TokenForms.isCodeName(token) || QUIET.contains(token.key()));
        if (isPlain && names.size() == 1) {
            return Optional.of(belongs(names.getFirst()));
        }
        return value.size() == 1 && isName(value.getFirst())
                ? Optional.of(belongs(value.getFirst()))
                : Optional.empty();
    }

    /// "`keeper` of the animal": whose property it is, the project tells.
    private static List<Token> withoutThing(List<Token> value) {
        boolean isOfThing =
                value.size() == 4
                        && TokenForms.isCodeName(value.getFirst())
                        && value.get(1).key().equals("of")
                        && Set.of("the", "a", "an", "its").contains(value.get(2).key())
                        && value.getLast().is(Token.Kind.WORD);
        return isOfThing ? value.subList(0, 1) : value;
    }

    /// A word for one person of the thing, be it a property's name or not; none for those who call at all.
    private static boolean isName(Token token) {
        return token.is(Token.Kind.WORD)
                && token.text().matches("[a-z]\\w*")
                && !ANYONE.contains(token.key());
    }

    private static List<Fact> belongs(Token name) {
        return List.of(new Fact.Behaves(new Behaviour.BelongsTo(name.text())));
    }
}
