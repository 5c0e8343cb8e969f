package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kiro.spec.rest.Contradictions.Told;

/// Reads criteria: as sentences of the grammar, claim by claim, or word by word.
final class CriterionReader {
    private final List<EndpointDraft> drafts;
    private final EndpointChoice choice;
    private final Comprehension words;
    private final UnreadList unread;

    /// @param unread takes what is not understood
    CriterionReader(List<EndpointDraft> drafts, Comprehension words, UnreadList unread) {
        this.drafts = List.copyOf(drafts);
        this.choice = new EndpointChoice(drafts);
        this.words = words;
        this.unread = unread;
    }

    /// What a criterion says; empty where it is not understood.
    Optional<Told> read(Sentence sentence) {
        List<Sentence> scenarios = Scenario.orders(sentence, words.lexicon(), isUsual(sentence));
        var reasons = new UnreadList();
        var silent = new CriterionReader(drafts, words, reasons);
        return silent(sentence)
                .or(() ->
                        scenarios.stream().flatMap(one -> silent.ordered(one).stream()).findFirst())
                .or(() -> plainly(sentence, scenarios))
                .or(() -> refused(sentence, reasons));
    }

    /// What the sentence says in a form that is read; a form with a status says so of all of it.
    private Optional<Told> plainly(Sentence sentence, List<Sentence> scenarios) {
        var orders = new PlainOrders(meant(sentence), words.lexicon());
        var silent = new CriterionReader(drafts, words, new UnreadList());
        return orders.of(Stream.concat(Stream.of(sentence), scenarios.stream()).toList()).stream()
                .flatMap(one -> silent.ordered(one).or(() -> silent.either(one)).stream())
                .findFirst();
    }

    /// "Another employee or a manager gets 403" are two claims with one answer.
    private Optional<Told> either(Sentence sentence) {
        boolean isEither =
                sentence.tokens().stream().anyMatch(token -> token.key().equals("or"))
                        && sentence.tokens().stream().noneMatch(token -> token.key().equals("and"));
        return isEither
                ? claims(
                        sentence,
                        tokens -> claim(sentence, tokens).or(() -> word(sentence, tokens)))
                : Optional.empty();
    }

    /// A claim that is read word by word.
    private Optional<List<CaseReader.Case>> word(Sentence sentence, List<Token> tokens) {
        return new CriterionSlots(choice, words).read(sentence.withTokens(tokens))
                        instanceof CriterionSlots.Reading.Cases(List<CaseReader.Case> cases)
                ? Optional.of(cases)
                : Optional.empty();
    }

    /// Those of which it can be: of a route that is none of theirs it tells something beside, as what is read afterwards.
    private List<EndpointDraft> meant(Sentence sentence) {
        List<EndpointDraft> named =
                drafts.stream()
                        .filter(draft -> sentence.route().map(draft.route()::equals).orElse(true))
                        .toList();
        return named.isEmpty() ? drafts : named;
    }

    private Optional<Told> silent(Sentence sentence) {
        return new CriterionReader(drafts, words, new UnreadList()).plain(sentence);
    }

    /// A word that goes with no situation tells more than where the sentence leaves the grammar.
    private Optional<Told> refused(Sentence sentence, UnreadList reasons) {
        Optional<UnreadSentence> ofWord =
                reasons.inOrder().stream()
                        .filter(one -> one.reason().contains(" in a situation for "))
                        .findFirst();
        if (ofWord.isEmpty()) {
            return plain(sentence);
        }
        unread.add(ofWord.get());
        return Optional.empty();
    }

    /// Whether words are for the first of the states in which the endpoint can be used.
    private Predicate<String> isUsual(Sentence sentence) {
        return words ->
                drafts.stream()
                        .filter(draft -> sentence.route().map(draft.route()::equals).orElse(true))
                        .anyMatch(draft -> isUsual(draft, words));
    }

    /// Who has it makes no difference to how it is: "a draft of an employee".
    private static boolean isUsual(EndpointDraft draft, String words) {
        String alone =
                draft.behaviours().stream()
                        .filter(Behaviour.BelongsTo.class::isInstance)
                        .map(one ->
                                ((Behaviour.BelongsTo) one).name().replaceFirst("(Id|_id)$", ""))
                        .filter(owner -> words.endsWith(" of " + owner))
                        .map(owner -> words.substring(0, words.length() - owner.length() - 4))
                        .findFirst()
                        .orElse(words);
        var states = new EndpointStates(draft);
        return states.allowed().stream()
                .findFirst()
                .filter(first -> states.named(alone).equals(Optional.of(first)))
                .isPresent();
    }

    /// What is one claim, though it may have an "and" in it.
    private Optional<Told> ordered(Sentence sentence) {
        Optional<Meaning> meaning = words.read("Criterion", sentence.tokens());
        return meaning.flatMap(found -> whole(sentence, found, new Objections()))
                .or(() ->
                        meaning.isEmpty()
                                ? bySlots(sentence)
                                : several(sentence, CaseReader.cases(meaning.get())));
    }

    private Optional<Told> plain(Sentence sentence) {
        Optional<Meaning> meaning = words.read("Criterion", sentence.tokens());
        Optional<Told> whole =
                meaning.isEmpty()
                        ? Optional.empty()
                        : whole(sentence, meaning.get(), new Objections());
        Optional<Told> told =
                whole.or(() -> claims(sentence))
                        .or(() ->
                                words.read("FollowUp", sentence.tokens())
                                        .flatMap(
                                                found -> whole(sentence, found, new Objections())));
        if (told.isPresent()) {
            return told;
        }
        return meaning.isEmpty()
                ? bySlots(sentence)
                : several(sentence, CaseReader.cases(meaning.get()));
    }

    /// What are several situations as a sentence can be one, word by word: "a user sends a 6th request".
    private Optional<Told> several(Sentence sentence, List<Meaning> told) {
        var objections = new Objections();
        new CaseReader(choice).read(told, sentence.route(), objections);
        return OneSituation.SEVERAL.equals(objections.first().orElse(""))
                        && new CriterionSlots(choice, words).read(sentence)
                                instanceof CriterionSlots.Reading.Cases(List<CaseReader.Case> cases)
                ? Optional.of(new Told(sentence, cases))
                : tell(sentence, sentence.route(), told);
    }

    /// A criterion that is no sentence of the grammar, read word by word.
    private Optional<Told> bySlots(Sentence sentence) {
        return switch (new CriterionSlots(choice, words).read(sentence)) {
            case CriterionSlots.Reading.Cases(List<CaseReader.Case> cases) -> {
                Optional<String> untold = UntoldValues.objection(sentence.tokens(), cases);
                untold.ifPresent(reason -> unread.add(sentence, reason));
                yield untold.isPresent()
                        ? Optional.empty()
                        : Optional.of(new Told(sentence, cases));
            }
            case CriterionSlots.Reading.Refused(String reason, var _, var _) -> {
                unread.add(sentence, reason);
                yield Optional.empty();
            }
            case CriterionSlots.Reading.Formless _ -> {
                unread.add(sentence, words.reason("Criterion", sentence));
                yield Optional.empty();
            }
        };
    }

    private Optional<Told> whole(Sentence sentence, Meaning meaning, Objections objections) {
        limit(meaning, sentence);
        List<CaseReader.Case> cases =
                new CaseReader(choice)
                        .read(CaseReader.cases(meaning), sentence.route(), objections);
        UntoldValues.objection(sentence.tokens(), cases).ifPresent(objections::add);
        return objections.first().isPresent()
                ? Optional.empty()
                : Optional.of(new Told(sentence, cases));
    }

    /// A criterion of several claims, each of which is understood by itself.
    private Optional<Told> claims(Sentence sentence) {
        return claims(sentence, tokens -> claim(sentence, tokens));
    }

    private static Optional<Told> claims(
            Sentence sentence, Function<List<Token>, Optional<List<CaseReader.Case>>> one) {
        return new ClaimReader(one).read(sentence.tokens()).map(cases -> new Told(sentence, cases));
    }

    /// A claim says in which situation what follows; what says only the one or the other is none.
    private Optional<List<CaseReader.Case>> claim(Sentence sentence, List<Token> tokens) {
        return words.read("Criterion", tokens)
                .filter(meaning ->
                        CaseReader.cases(meaning).stream().noneMatch(one -> one.tree().is("Bare")))
                .flatMap(meaning -> whole(sentence, meaning, new Objections()))
                .map(Told::cases);
    }

    /// A limit that only a criterion states holds for the one endpoint that there is.
    private void limit(Meaning meaning, Sentence sentence) {
        Optional<RateLimit> limit = StatementReader.limit(meaning, new Objections());
        List<EndpointDraft> meant =
                drafts.stream()
                        .filter(draft -> sentence.route().map(draft.route()::equals).orElse(true))
                        .toList();
        if (limit.isPresent() && meant.size() == 1 && meant.getFirst().limit().isEmpty()) {
            meant.getFirst().take(new Fact.Limits(limit.get()));
        }
    }

    /// What is told of one situation or more.
    Optional<Told> tell(Sentence sentence, Optional<Route> route, List<Meaning> told) {
        var objections = new Objections();
        List<CaseReader.Case> cases = new CaseReader(choice).read(told, route, objections);
        UntoldValues.objection(sentence.tokens(), cases).ifPresent(objections::add);
        if (objections.first().isPresent()) {
            unread.add(sentence, objections.first().get());
            return Optional.empty();
        }
        return Optional.of(new Told(sentence, cases));
    }
}
