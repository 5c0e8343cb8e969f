package kiro.spec.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.rest.Contradictions.Told;

/// One reading of a spec whose endpoints are known: first the fields, then the facts that use their names, then the
/// situations that use both.
final class ReadingPass {
    private final List<EndpointDraft> drafts;
    private final EndpointChoice choice;
    private final Lexicon nouns;
    private final UnreadList unread = new UnreadList();
    private final Gaps gaps = new Gaps();
    private final FactNames names;

    ReadingPass(List<Route> routes, Lexicon nouns) {
        this.drafts = routes.stream().map(EndpointDraft::new).toList();
        this.choice = new EndpointChoice(drafts);
        this.nouns = nouns;
        this.names = new FactNames(drafts);
    }

    EndpointReading read(List<Part> parts, List<AcceptanceCriterion> criteria) {
        List<Said> said = said(parts);
        said.forEach(this::take);
        Comprehension words = comprehension();
        var reader = new CriterionReader(drafts, words, unread);
        var told = new ArrayList<>(toldByRequirements(reader, said));
        for (AcceptanceCriterion criterion : criteria) {
            reader.read(ItsField.named(CriterionSentence.of(criterion, parts)))
                    .ifPresent(told::add);
        }
        List<CriterionOutcome> outcomes = outcomes(consistent(told));
        outcomes.forEach(this::imply);
        drafts.forEach(draft -> ComparedOutcomes.imply(draft, outcomes));
        return new EndpointReading(
                drafts.stream().map(EndpointDraft::spec).toList(), outcomes, unread.inOrder());
    }

    /// The sentences of the requirements that are understood, without those that contradict each other.
    private List<Said> said(List<Part> parts) {
        var reader = new PartReader(new FieldListReader(comprehension()));
        parts.forEach(reader::read);
        reader.unread().forEach(unread::add);
        gaps.addAll(reader.gaps());
        parts.forEach(part -> QueryTemplate.in(part.blocks()).forEach(this::parameters));
        parts.stream().filter(part -> part.kind() == Part.Kind.READ).forEach(this::examples);
        List<Declared> fields = ComparedFields.of(reader.fields(), unread, gaps);
        var placement = new FieldPlacement(drafts, fields);
        for (Declared declared : fields) {
            placement
                    .place(declared)
                    .ifPresent(reason -> {
                        unread.add(declared.origin(), reason);
                        gaps.add(declared.place(), declared.origin());
                    });
        }
        for (Declared declared : fields) {
            drafts.stream()
                    .filter(draft ->
                            declared.origin().route().map(draft.route()::equals).orElse(true))
                    .forEach(draft -> AnswerGlosses.meant(declared, draft).ifPresent(draft::add));
        }
        Comprehension words = comprehension();
        var said = new ArrayList<Said>();
        for (Sentence sentence : reader.sentences()) {
            statement(words, sentence).ifPresent(said::add);
        }
        List<Said> settled = ListAccess.settled(said);
        Map<Said, String> contradictions = Contradictions.among(settled);
        contradictions.forEach((one, reason) -> unread.add(one.sentence(), reason));
        return settled.stream().filter(one -> !contradictions.containsKey(one)).toList();
    }

    /// What a route's own query names is a parameter, whether a list of parameters follows or not.
    private void parameters(QueryTemplate template) {
        drafts.stream()
                .filter(draft -> draft.route().equals(template.route()))
                .forEach(draft ->
                        template.names().stream()
                                .filter(name -> draft.sent(name).isEmpty())
                                .forEach(
                                        name -> draft.put(Place.QUERY, QueryTemplate.field(name))));
    }

    /// What a query shows that stands by itself is a parameter of the one endpoint that can have one.
    private void examples(Part part) {
        List<EndpointDraft> reading =
                drafts.stream().filter(draft -> draft.route().method() == HttpMethod.GET).toList();
        if (reading.size() == 1) {
            QueryTemplate.examples(part.blocks()).stream()
                    .filter(name -> reading.getFirst().sent(name).isEmpty())
                    .forEach(
                            name -> reading.getFirst().put(Place.QUERY, QueryTemplate.field(name)));
        }
    }

    /// What sentences can mean, with the field names that are known by now.
    private Comprehension comprehension() {
        List<String> names =
                drafts.stream().flatMap(draft -> draft.names().stream()).distinct().toList();
        Set<String> sent =
                drafts.stream()
                        .flatMap(draft -> draft.sentNames().stream())
                        .collect(Collectors.toSet());
        Lexicon known =
                nouns.withFields(
                        names,
                        names.stream()
                                .filter(name -> !sent.contains(name))
                                .collect(Collectors.toSet()));
        var aliases = new HashMap<String, String>();
        drafts.forEach(draft -> draft.aliases().forEach(aliases::putIfAbsent));
        return new Comprehension(Grammar.ofRest(), known, known.withAliases(aliases));
    }

    private Optional<Said> statement(Comprehension words, Sentence sentence) {
        if (Stories.isStory(sentence)) {
            return Optional.empty();
        }
        if (LabelledFacts.isOfOwner(sentence.tokens())) {
            return labelled(words, sentence);
        }
        Optional<Meaning> meaning =
                words.read("Statement", sentence.tokens())
                        .or(() -> words.read("Statement", sentence.belowHeading()))
                        .or(() -> words.read("Statement", sentence.withoutReason()))
                        .or(() ->
                                Glosses.without(sentence.tokens())
                                        .flatMap(plain -> words.read("Statement", plain)));
        if (meaning.isEmpty()) {
            return inOtherOrder(words, sentence);
        }
        var objections = new Objections();
        List<Fact> facts =
                StatementReader.facts(meaning.get(), objections).stream()
                        .map(fact -> names.ofTime(fact, meaning.get(), objections))
                        .toList();
        Optional<Route> route = sentence.route();
        Optional<Meaning> named = StatementReader.route(meaning.get());
        if (named.isPresent()) {
            route = choice.choose(named.get(), route, objections).map(EndpointDraft::route);
        } else if (drafts.isEmpty()) {
            objections.add("the spec defines no endpoint");
        }
        choice.objectionTo(meaning.get()).ifPresent(objections::add);
        Glosses.doubt(sentence.tokens()).ifPresent(objections::add);
        if (objections.first().isPresent()) {
            unread.add(sentence, objections.first().get());
            return Optional.empty();
        }
        return Optional.of(new Said(sentence, route, named(facts, sentence)));
    }

    /// What is no statement of the grammar as it stands: a plain sentence, a list of answers, or a line with a label.
    private Optional<Said> inOtherOrder(Comprehension words, Sentence sentence) {
        Optional<List<Token>> plain =
                new PlainOrders(meant(sentence.route()), words.lexicon()).statement(sentence);
        if (plain.isEmpty()) {
            return summary(words, sentence).or(() -> labelled(words, sentence));
        }
        return plain.get().isEmpty()
                ? Optional.empty()
                : statement(words, sentence.withTokens(plain.get()));
    }

    private List<Fact> named(List<Fact> facts, Sentence sentence) {
        return Stream.concat(
                        facts.stream().map(names::named),
                        LabelledFacts.ofEveryone(sentence.tokens()).stream())
                .toList();
    }

    /// A line with a label, whose value is read word by word.
    private Optional<Said> labelled(Comprehension words, Sentence sentence) {
        return switch (LabelledFacts.read(sentence.tokens())) {
            case LabelledFacts.Reading.Facts(List<Fact> facts) -> {
                Optional<String> stranger = names.stranger(facts);
                stranger.ifPresent(one -> unread.add(sentence, one));
                yield stranger.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                new Said(
                                        sentence,
                                        sentence.route(),
                                        facts.stream().map(names::named).toList()));
            }
            case LabelledFacts.Reading.Refused(String reason, var _) -> {
                unread.add(sentence, reason);
                yield Optional.empty();
            }
            case LabelledFacts.Reading.Unlabelled _ -> {
                unread.add(sentence, words.reason("Statement", sentence));
                yield Optional.empty();
            }
        };
    }

    /// A list of all answers, each of which is understood.
    private Optional<Said> summary(Comprehension words, Sentence sentence) {
        var facts = new ArrayList<Fact>();
        for (List<Token> one : Summaries.sentences(sentence.tokens()).orElse(List.of())) {
            Optional<Meaning> meaning = words.read("Statement", one);
            var objections = new Objections();
            meaning.ifPresent(found -> facts.addAll(StatementReader.facts(found, objections)));
            if (meaning.isEmpty() || objections.first().isPresent()) {
                return Optional.empty();
            }
        }
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(sentence, sentence.route(), facts));
    }

    private List<EndpointDraft> meant(Said said) {
        return meant(said.route());
    }

    private List<EndpointDraft> meant(Optional<Route> route) {
        return drafts.stream()
                .filter(draft -> route.map(draft.route()::equals).orElse(true))
                .toList();
    }

    private void take(Said said) {
        long limits =
                said.facts().stream().filter(Fact.Limits.class::isInstance).distinct().count();
        if (limits > 1 || (limits == 1 && meant(said).size() > 1)) {
            unread.add(
                    said.sentence(),
                    limits > 1
                            ? "it states several limits"
                            : "whether the endpoints share the limit is not said");
            return;
        }
        var objections = new Objections();
        var rules = new FieldRules(meant(said), said.sentence(), objections);
        said.facts().forEach(rules::take);
        if (objections.first().isPresent()) {
            unread.add(said.sentence(), objections.first().get());
            return;
        }
        rules.apply();
        meant(said).forEach(draft -> said.facts().forEach(draft::take));
    }

    private static List<Told> toldByRequirements(CriterionReader reader, List<Said> said) {
        var told = new ArrayList<Told>();
        for (Said one : said) {
            for (Fact fact : one.facts()) {
                if (fact instanceof Fact.Tells tells) {
                    reader.tell(one.sentence(), one.route(), tells.cases()).ifPresent(told::add);
                }
            }
        }
        return told;
    }

    /// What a criterion says is refused breaks a rule, whether the list of fields has that rule or not.
    private void imply(CriterionOutcome outcome) {
        boolean isRefused =
                outcome.status().orElse(200) >= 400
                        || outcome.expectations().contains(new Expectation.IsRefused());
        if (isRefused && outcome.condition() instanceof Condition.InvalidFields invalid) {
            drafts.stream()
                    .filter(draft -> draft.route().equals(outcome.route()))
                    .forEach(draft -> invalid.fields().forEach(draft::imply));
        }
    }

    private List<Told> consistent(List<Told> told) {
        Map<Told, String> contradictions = Contradictions.ofCases(told);
        contradictions.forEach((one, reason) -> unread.add(one.sentence(), reason));
        return told.stream().filter(one -> !contradictions.containsKey(one)).toList();
    }

    /// The outcomes of the criteria; what requirements tell becomes a behaviour of its endpoint.
    private List<CriterionOutcome> outcomes(List<Told> told) {
        var outcomes = new ArrayList<CriterionOutcome>();
        for (Told one : told) {
            Optional<CriterionId> criterion = one.sentence().criterion();
            Optional<String> gap =
                    criterion.flatMap(_ ->
                            one.cases().stream()
                                    .map(gaps::reason)
                                    .flatMap(Optional::stream)
                                    .findFirst());
            if (gap.isPresent()) {
                unread.add(one.sentence(), gap.get());
                one.cases()
                        .forEach(found ->
                                found.endpoint().learn(found.condition(), found.expectations()));
                continue;
            }
            for (CaseReader.Case found : one.cases()) {
                found.endpoint().learn(found.condition(), found.expectations());
                if (criterion.isPresent()) {
                    outcomes.add(outcome(criterion.get(), found, one.sentence()));
                } else {
                    found.endpoint()
                            .add(new Behaviour.Answers(found.condition(), found.expectations()));
                }
            }
        }
        return outcomes;
    }

    private static CriterionOutcome outcome(
            CriterionId criterion, CaseReader.Case found, Sentence sentence) {
        return new CriterionOutcome(
                criterion,
                found.endpoint().route(),
                found.condition(),
                OfThatOne.in(found, sentence),
                sentence.span());
    }
}
