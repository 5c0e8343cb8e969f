package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the value of a line on what a list shows: "only the caller's own", "own; role `ADMIN` sees all", "all".
final class ListedValues {
    private static final Pattern OWN =
            Pattern.compile("(?:only )?(?:(?:the )?([a-z]+)'s |their )?own(?: ones)?");
    private static final Set<String> CALLERS = Set.of("caller", "user", "client", "person");
    private static final Set<String> BREAKS = Set.of(";", ",", "but");
    private static final Set<String> SEEING =
            Set.of(
                    "sees",
                    "see",
                    "gets",
                    "get",
                    "all",
                    "everything",
                    "of",
                    "them",
                    "for",
                    "is",
                    "are",
                    "shown",
                    "but",
                    "and");

    private ListedValues() {}

    static Optional<List<Fact>> read(List<Token> value) {
        if (words(value).matches("all|everything")) {
            return Optional.of(List.of());
        }
        int end = 0;
        while (end < value.size() && !BREAKS.contains(value.get(end).key())) {
            end++;
        }
        Matcher own = OWN.matcher(words(value.subList(0, end)));
        if (!own.matches()) {
            return Optional.empty();
        }
        var facts = new ArrayList<Fact>();
        facts.add(new Fact.Behaves(new Behaviour.ListsOnlyOwn()));
        Optional.ofNullable(own.group(1))
                .filter(person -> !CALLERS.contains(person))
                .ifPresent(person -> facts.add(new Fact.Behaves(new Behaviour.BelongsTo(person))));
        if (end == value.size()) {
            return Optional.of(facts);
        }
        return exempt(value.subList(end + 1, value.size()))
                .map(roles -> {
                    facts.add(new Fact.Permits(new Permission.OwnerOrRoles(roles)));
                    return facts;
                });
    }

    /// The roles that see all.
    private static Optional<List<String>> exempt(List<Token> value) {
        boolean isAll =
                value.stream().anyMatch(token -> Set.of("all", "everything").contains(token.key()));
        List<Token> others = value.stream().filter(token -> !SEEING.contains(token.key())).toList();
        return isAll
                ? AccessValues.named(others).filter(roles -> !roles.isEmpty())
                : Optional.empty();
    }

    private static String words(List<Token> value) {
        return value.stream().map(Token::key).collect(Collectors.joining(" ")).replace(" 's", "'s");
    }
}
