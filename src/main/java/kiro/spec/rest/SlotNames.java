package kiro.spec.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the words of a situation can be in one spec: the kinds that all specs know, and what this endpoint's spec calls
/// things, people, fields and states.
final class SlotNames {
    private final EndpointDraft endpoint;
    private final Lexicon lexicon;
    private final EndpointStates states;

    SlotNames(EndpointDraft endpoint, Lexicon lexicon) {
        this.endpoint = endpoint;
        this.lexicon = lexicon;
        this.states = new EndpointStates(endpoint);
    }

    Set<String> kinds(String words) {
        var kinds = new HashSet<>(SlotWords.ofRest().kinds(words));
        kinds.addAll(named(words));
        if (lexicon.isAction(words) || lexicon.isDone(words)) {
            kinds.add("acting");
        }
        if (lexicon.isCredential(words)) {
            kinds.add("credential");
        }
        boolean isBasic =
                endpoint.behaviours()
                        .contains(new Behaviour.AuthenticatesBy(Behaviour.Scheme.BASIC));
        if (isBasic && Set.of("password", "username", "user name").contains(words)) {
            kinds.add("credential");
        }
        if (References.of(endpoint).stream()
                .anyMatch(one -> one.noun().equalsIgnoreCase(Words.singular(words)))) {
            kinds.add("referred");
        }
        if (References.linked(endpoint).stream()
                .anyMatch(noun -> noun.equalsIgnoreCase(Words.singular(words)))) {
            kinds.add("linked");
        }
        if (words.startsWith("non-")) {
            kinds.addAll(denied(words.substring(4)));
        }
        return kinds;
    }

    /// "A non-owner" is who does not own it.
    private Set<String> denied(String words) {
        Set<String> kinds = named(words);
        if (words.equals("owner") || kinds.contains("owning")) {
            return Set.of("foreign", "people");
        }
        return kinds.contains("role") ? Set.of("no-role") : Set.of();
    }

    /// What a name in code marks can be.
    Set<String> names(Token token) {
        var kinds = new HashSet<>(named(token.key()));
        if (endpoint.route().path().parameters().contains(token.text())) {
            kinds.add("parameter");
        }
        if (TokenForms.isHeader(token)) {
            boolean isShown =
                    token.text().equalsIgnoreCase("Authorization")
                            || endpoint.behaviours().contains(new Behaviour.ShownIn(token.text()));
            kinds.add(isShown ? "credential" : "header");
        }
        return kinds;
    }

    private Set<String> named(String words) {
        var kinds = new HashSet<String>();
        String singular = Words.singular(words);
        boolean isShort = endpoint.noun().filter(noun -> noun.endsWith(" " + singular)).isPresent();
        if (lexicon.isNoun(words) || lexicon.isNoun(singular) || isShort) {
            kinds.add("noun");
        }
        if (lexicon.isOwner(singular) || owners().contains(singular)) {
            kinds.add("owning");
            kinds.add("people");
        }
        if (doneByOwners().contains(words)) {
            kinds.add("owning");
        }
        if (lexicon.isCaller(singular)) {
            kinds.add("people");
        }
        if (isPluralOfListed(words, singular)) {
            kinds.add("listed");
        }
        if (roles().contains(singular)) {
            kinds.add("role");
        }
        if (states.named(words).isPresent() || lexicon.isState(words)) {
            kinds.add("in-state");
        }
        if (endpoint.route().path().parameters().stream().anyMatch(words::equalsIgnoreCase)) {
            kinds.add("parameter");
        }
        return kinds;
    }

    /// "The four units" are the values of `unit`.
    private boolean isPluralOfListed(String words, String singular) {
        return !words.equals(singular)
                && endpoint.sent(singular)
                        .filter(field ->
                                field.rules().stream().anyMatch(FieldRule.OneOf.class::isInstance))
                        .isPresent();
    }

    /// What the property says of the owner: `keeperId` is the keeper's.
    private List<String> owners() {
        return endpoint.behaviours().stream()
                .filter(Behaviour.BelongsTo.class::isInstance)
                .map(one -> ((Behaviour.BelongsTo) one).name())
                .map(name -> name.replaceFirst("(Id|_id|Name|Email|Login)$", ""))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// What the word for the owner says that they have done: a borrower has borrowed, `openedBy` says who opened it.
    private List<String> doneByOwners() {
        return Stream.concat(doneBy(), doneByPeople()).toList();
    }

    private Stream<String> doneBy() {
        return owners().stream()
                .filter(name -> name.matches("[a-z]{3,}by"))
                .map(name -> name.substring(0, name.length() - 2));
    }

    private Stream<String> doneByPeople() {
        return owners().stream()
                .filter(name -> name.matches("[a-z]{3,}(er|or)"))
                .map(name -> name.replaceFirst("(er|or)$", ""))
                .flatMap(stem ->
                        Stream.concat(
                                Words.doneBy(stem).stream(), Words.doneBy(stem + "e").stream()));
    }

    /// The roles that may do it.
    private List<String> roles() {
        List<String> roles =
                switch (endpoint.permission()) {
                    case Permission.Roles(List<String> only) -> only;
                    case Permission.OwnerOrRoles(List<String> others) -> others;
                    case Permission.Owner _, Permission.Anyone _ -> List.of();
                };
        return roles.stream().map(role -> role.toLowerCase(Locale.ROOT)).toList();
    }

    /// The field of the request that the words name.
    Optional<String> field(List<Token> phrase) {
        Token first = phrase.getFirst();
        boolean isName = first.is(Token.Kind.CODE) || first.is(Token.Kind.WORD);
        return isName
                ? lexicon.field(Meaning.words(phrase))
                        .or(() -> Optional.of(Meaning.words(phrase)))
                        .flatMap(endpoint::sent)
                        .map(Field::name)
                        .filter(name -> !endpoint.route().path().parameters().contains(name))
                : Optional.empty();
    }
}
