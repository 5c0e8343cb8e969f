package kiro.spec.rest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts sentences that people write without method, path and "returns" into the forms that are read: "without a badge the
/// answer is 401" is "returns 401 without a badge". No form leaves out a word that says something; the forms are data
/// (`OrderRules`).
final class PlainOrders {
    /// How many forms can be nested: the status in brackets, and the reason behind it.
    private static final int MOST_STEPS = 4;

    private static final int MOST_ORDERS = 40;

    /// Longer sentences are several; to look for forms in them would take long.
    private static final int MOST_TOKENS = 90;

    private final List<EndpointDraft> drafts;
    private final Lexicon lexicon;

    /// @param drafts those of which the sentence can be
    PlainOrders(List<EndpointDraft> drafts, Lexicon lexicon) {
        this.drafts = List.copyOf(drafts);
        this.lexicon = lexicon;
    }

    /// The sentences in other forms, the nearest first; none where they have no other.
    List<Sentence> of(List<Sentence> sentences) {
        var known = new LinkedHashSet<List<Token>>();
        var found = new ArrayList<Sentence>();
        List<Sentence> last =
                sentences.stream().filter(one -> one.tokens().size() <= MOST_TOKENS).toList();
        for (int step = 0; step < MOST_STEPS && !last.isEmpty(); step++) {
            var next = new ArrayList<Sentence>();
            for (Sentence sentence : last) {
                for (OrderRule rule : OrderRules.ofCriteria()) {
                    rule.turned(withoutStop(sentence.tokens()), this::isKind)
                            .filter(known::add)
                            .map(sentence::withTokens)
                            .ifPresent(next::add);
                }
            }
            found.addAll(next);
            last = found.size() > MOST_ORDERS ? List.of() : next;
        }
        return found;
    }

    private static List<Token> withoutStop(List<Token> tokens) {
        return !tokens.isEmpty() && tokens.getLast().isMark(".")
                ? tokens.subList(0, tokens.size() - 1)
                : tokens;
    }

    /// A requirement in the form in which it is read; none of its words where it asks for nothing that could be done.
    Optional<List<Token>> statement(Sentence sentence) {
        List<Token> tokens = withoutStop(sentence.tokens());
        if (tokens.size() > MOST_TOKENS) {
            return Optional.empty();
        }
        return OrderRules.ofStatements().stream()
                .flatMap(rule -> rule.turned(tokens, this::isKind).stream())
                .map(turned ->
                        turned.getFirst().key().equals("nothing") ? List.<Token>of() : turned)
                .findFirst();
    }

    private boolean isKind(String kind, List<Token> tokens) {
        Token first = tokens.getFirst();
        if (kind.equals("route")) {
            return tokens.size() == 2 && RouteWords.at(tokens, 0).isPresent();
        }
        if (kind.equals("list") || kind.equals("one")) {
            return tokens.size() == 2
                    && RouteWords.at(tokens, 0).filter(one -> isLater(kind, one)).isPresent();
        }
        if (kind.equals("fresh")) {
            return isFresh(tokens);
        }
        if (kind.equals("selecting")) {
            return isSelecting(tokens);
        }
        if (kind.equals("deed")) {
            return isDeed(Meaning.words(tokens));
        }
        if (tokens.size() == 2 && kind.equals("done")) {
            return isDoneWith(tokens);
        }
        return tokens.size() == 1 && isWord(kind, first);
    }

    private boolean isWord(String kind, Token first) {
        String singular = Words.singular(first.key());
        return switch (kind) {
            case "status" -> TokenForms.isStatus(first);
            case "code" -> first.is(Token.Kind.CODE);
            case "number" -> first.is(Token.Kind.NUMBER);
            case "stem" -> first.is(Token.Kind.WORD) && isStem(first.key());
            case "field" -> isField(first);
            case "paged" -> first.is(Token.Kind.CODE) && isPage(first.text());
            case "sized" -> first.is(Token.Kind.CODE) && isSize(first.text());
            case "noun" -> first.is(Token.Kind.WORD) && isNoun(singular);
            case "verb" -> first.is(Token.Kind.WORD) && isVerb(first.key());
            case "done" -> first.is(Token.Kind.WORD) && isDone(first.key());
            case "does" -> first.is(Token.Kind.WORD) && isVerb(singular);
            case "person" -> isPerson(first);
            case "may" -> first.is(Token.Kind.WORD) && isAdmitted(singular);
            case "role" -> first.is(Token.Kind.WORD) && isRole(singular);
            case "entitled" -> first.is(Token.Kind.WORD) && isEntitled(singular);
            case "owner" -> owners().anyMatch(first.key()::equalsIgnoreCase);
            case "given" -> isRequired(first.key());
            case "kept" -> first.is(Token.Kind.CODE) && isKept(first.text());
            case "undeleted" -> first.is(Token.Kind.WORD) && isNoun(singular) && isNoDeletion();
            case "other" -> first.is(Token.Kind.WORD) && isOther(singular);
            case "act" -> first.is(Token.Kind.WORD) && isAct(first.key());
            case "word" -> first.is(Token.Kind.WORD);
            default -> throw new IllegalStateException("no kind of tokens: " + kind);
        };
    }

    /// "Depart on `from` or later", of a parameter that selects by the `departure` in this way.
    private boolean isSelecting(List<Token> tokens) {
        if (tokens.size() != 5
                || !Set.of("on", "at").contains(tokens.get(1).key())
                || !tokens.get(3).key().equals("or")) {
            return false;
        }
        FieldRule.Match match =
                Set.of("later", "after").contains(tokens.get(4).key())
                        ? FieldRule.Match.AT_LEAST
                        : FieldRule.Match.AT_MOST;
        String stem = tokens.getFirst().key().replaceFirst("(e|s|es|ed)$", "");
        return Set.of("later", "after", "earlier", "before").contains(tokens.get(4).key())
                && drafts.stream()
                        .flatMap(draft -> draft.fields(Place.QUERY).stream())
                        .filter(field -> field.name().equals(tokens.get(2).text()))
                        .flatMap(field -> field.rules().stream())
                        .anyMatch(rule ->
                                rule instanceof FieldRule.Selects selects
                                        && selects.match() == match
                                        && selects.property()
                                                .filter(name -> name.startsWith(stem))
                                                .isPresent());
    }

    /// What the names of parameters begin with: "collected" of `collectedFrom`.
    private boolean isStem(String word) {
        return drafts.stream()
                .flatMap(draft -> draft.fields(Place.QUERY).stream())
                .anyMatch(field -> field.name().matches(Pattern.quote(word) + "[A-Z]\\w*"));
    }

    private boolean isNoun(String word) {
        return lexicon.isNoun(word)
                || drafts.stream().anyMatch(draft -> draft.noun().equals(Optional.of(word)));
    }

    /// Something else that the request or the thing has the key of, or to which the thing belongs.
    private boolean isOther(String word) {
        return drafts.stream()
                .anyMatch(draft ->
                        References.of(draft).stream()
                                        .anyMatch(one -> one.noun().equalsIgnoreCase(word))
                                || References.linked(draft).contains(word)
                                || (draft.parentNouns().contains(word)
                                        && (isMaking(draft)
                                                || !draft.noun().equals(Optional.of(word)))));
    }

    /// Whether a request makes something below what its path leads through.
    private static boolean isMaking(EndpointDraft draft) {
        return draft.route().method() == HttpMethod.POST
                && !Words.singular(draft.route().path().segments().getLast())
                        .equals(draft.route().path().segments().getLast());
    }

    /// A parameter for the page, of which the first is 0.
    private boolean isPage(String name) {
        return name.matches("(?i)page(No|Number|Index)?")
                && queried(name)
                        .anyMatch(field -> field.standard().filter("0"::equals).isPresent());
    }

    /// A parameter for how many there are on a page.
    private boolean isSize(String name) {
        return name.matches("(?i)(page)?size|limit|perPage") && queried(name).findAny().isPresent();
    }

    private Stream<Field> queried(String name) {
        return drafts.stream()
                .flatMap(draft -> draft.fields(Place.QUERY).stream())
                .filter(field -> field.name().equals(name));
    }

    private boolean isField(Token token) {
        return token.is(Token.Kind.CODE)
                && drafts.stream().anyMatch(draft -> draft.sent(token.text()).isPresent());
    }

    /// "A new `name` and new `places`": fields of the request, and that they are new.
    private boolean isFresh(List<Token> tokens) {
        return tokens.stream().anyMatch(this::isField)
                && tokens.stream().anyMatch(token -> token.key().equals("new"))
                && tokens.stream()
                        .allMatch(token ->
                                isField(token)
                                        || Set.of("a", "an", "new", "and", ",")
                                                .contains(token.key()));
    }

    /// What the endpoint does, in the spec's word or the usual one for its method.
    private boolean isVerb(String word) {
        return lexicon.isTitled(word) || acts().anyMatch(word::equals) || usual().contains(word);
    }

    private boolean isDone(String word) {
        return lexicon.isTitledDone(word)
                || acts().anyMatch(act -> Words.doneBy(act).contains(word))
                || usual().stream().anyMatch(verb -> Words.doneBy(verb).contains(word));
    }

    /// What the path's last part says in two words has been done: "checked out" of `check-out`.
    private boolean isDoneWith(List<Token> tokens) {
        return drafts.stream()
                .map(draft -> draft.route().path().segments().getLast().split("-", 2))
                .anyMatch(act ->
                        act.length == 2
                                && Words.doneBy(act[0]).contains(tokens.getFirst().key())
                                && act[1].equals(tokens.getLast().key()));
    }

    /// What requests with these methods are usually said to do.
    private Set<String> usual() {
        return drafts.stream()
                .flatMap(draft ->
                        switch (draft.route().method()) {
                            case POST -> Stream.of("create", "add");
                            case PUT, PATCH -> Stream.of("change", "update", "edit");
                            case DELETE -> Stream.of("delete", "remove");
                            case GET -> Stream.of("read", "see", "list", "view");
                            default -> Stream.<String>of();
                        })
                .collect(Collectors.toSet());
    }

    /// What the paths end in, as a verb.
    private Stream<String> acts() {
        return drafts.stream()
                .map(draft -> draft.route().path().segments().getLast())
                .filter(act -> act.matches("[a-z]+"));
    }

    /// Somebody who can send a request, and no thing.
    private boolean isPerson(Token token) {
        String word = Words.singular(token.key());
        return token.is(Token.Kind.WORD)
                && token.text().matches("[A-Za-z][a-z-]+")
                && !isNoun(word)
                && SlotWords.ofRest().kinds(token.key()).stream()
                        .allMatch(Set.of("people", "party")::contains)
                && !lexicon.isAction(word);
    }

    /// Everybody who may send the request is called so, or in another word of the spec.
    private boolean isAdmitted(String word) {
        return !drafts.isEmpty()
                && drafts.stream()
                        .allMatch(draft ->
                                draft.permission() instanceof Permission.Roles(var roles)
                                        && roles.stream().anyMatch(word::equalsIgnoreCase));
    }

    /// Everybody who may send the request: the owner, or those of the one role.
    private boolean isEntitled(String word) {
        boolean isOwner = word.equals("owner") || owners().anyMatch(word::equalsIgnoreCase);
        return isAdmitted(word)
                || (isOwner
                        && !drafts.isEmpty()
                        && drafts.stream()
                                .allMatch(draft -> draft.permission() instanceof Permission.Owner));
    }

    private boolean isRole(String word) {
        return drafts.stream()
                .map(EndpointDraft::permission)
                .anyMatch(permission ->
                        switch (permission) {
                            case Permission.Roles(var roles) ->
                                    roles.stream().anyMatch(word::equalsIgnoreCase);
                            case Permission.OwnerOrRoles(var roles) ->
                                    roles.stream().anyMatch(word::equalsIgnoreCase);
                            case Permission.Owner _, Permission.Anyone _ -> false;
                        });
    }

    /// Whether the route reads what the request has made or changed: all of it, or the one.
    private boolean isLater(String kind, Route route) {
        String path = route.path().value();
        return route.method() == HttpMethod.GET
                && drafts.stream()
                        .map(draft -> draft.route().path().value())
                        .anyMatch(own ->
                                kind.equals("list")
                                        ? path.equals(own)
                                        : path.equals(own)
                                                || path.matches(Pattern.quote(own) + "/\\{[^/]+}"));
    }

    /// A property that is neither sent nor set.
    private boolean isKept(String name) {
        return drafts.stream()
                .noneMatch(draft ->
                        draft.sent(name).isPresent()
                                || draft.behaviours().stream()
                                        .anyMatch(one ->
                                                one instanceof Behaviour.Brings
                                                        ? name.matches("status|state")
                                                        : one.toString().contains(name)));
    }

    private boolean isNoDeletion() {
        return drafts.stream().noneMatch(draft -> draft.route().method() == HttpMethod.DELETE);
    }

    /// What the request is called after what it does: an "approval" of `approve`.
    private boolean isAct(String word) {
        return Set.of("request", "call").contains(word)
                || (word.length() > 5
                        && drafts.stream()
                                .map(draft -> draft.route().path().segments().getLast())
                                .anyMatch(act ->
                                        act.length() > 4
                                                && word.startsWith(
                                                        act.substring(0, act.length() - 1))));
    }

    /// What the property says of the owner: `keeperId` is the keeper's.
    private Stream<String> owners() {
        return drafts.stream()
                .flatMap(draft -> draft.behaviours().stream())
                .filter(Behaviour.BelongsTo.class::isInstance)
                .map(one -> ((Behaviour.BelongsTo) one).name().replaceFirst("(Id|_id)$", ""));
    }

    /// What somebody did whose the thing is: who "signed up" has the sign-up.
    private boolean isDeed(String words) {
        return drafts.stream()
                .flatMap(draft -> draft.noun().stream())
                .map(noun -> noun.split("[ -]", 2))
                .anyMatch(noun ->
                        noun.length == 2
                                && Words.doneBy(noun[0]).stream()
                                        .anyMatch(done -> (done + " " + noun[1]).equals(words)));
    }

    /// The word for the one field that has to be sent.
    private boolean isRequired(String word) {
        return drafts.stream()
                .allMatch(draft ->
                        draft.fields(Place.BODY).stream()
                                .filter(field -> field.presence() != Field.Presence.OPTIONAL)
                                .map(Field::name)
                                .toList()
                                .equals(List.of(word)));
    }
}
