package kiro.spec.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Section;
import kiro.spec.Spec;
import kiro.text.SourceSpan;

/// Reads the endpoints out of a spec's prose. It knows many phrasings and guesses at none: a sentence
/// that it does not understand as a whole is answered as unread.
public final class EndpointReader {
    public EndpointReading read(Spec spec) {
        var facts = new Facts();
        var unread = new ArrayList<UnreadSentence>();
        for (Section section : spec.sections()) {
            if (isStated(section)) {
                section(section, facts, unread);
            }
        }
        var outcomes = new ArrayList<CriterionOutcome>();
        var criteria = new CriterionReader(facts);
        for (AcceptanceCriterion criterion : spec.criteria()) {
            switch (criteria.read(criterion)) {
                case CriterionReader.Reading.Read read -> outcomes.add(read.outcome());
                case CriterionReader.Reading.Unread no ->
                        unread.add(
                                new UnreadSentence(
                                        criterion.text(),
                                        criterion.span(),
                                        "Acceptance Criteria",
                                        Optional.of(criterion.id()),
                                        no.reason()));
            }
        }
        unread.sort(Comparator.comparingInt(sentence -> sentence.span().line()));
        return new EndpointReading(endpoints(facts, outcomes), outcomes, unread);
    }

    /// The sections whose sentences are facts. Others explain, and criteria are read by themselves.
    private static boolean isStated(Section section) {
        return section.heading()
                .strip()
                .toLowerCase(Locale.ROOT)
                .matches(
                        "requirements?|constraints?|endpoint|request|response|security|authentication"
                                + "|rate limit(?:ing|s)?|fields");
    }

    private static void section(Section section, Facts facts, List<UnreadSentence> unread) {
        for (Passage passage : PassageReader.read(section)) {
            switch (passage) {
                case Passage.Prose prose -> prose(prose, section, facts, unread);
                case Passage.Table table -> table(table, section, facts, unread);
            }
        }
    }

    private static void prose(
            Passage.Prose prose, Section section, Facts facts, List<UnreadSentence> unread) {
        for (String sentence : Wording.sentences(prose.text())) {
            if (!StatementReader.read(sentence, prose.span(), facts)
                    && !isAnswered(sentence, facts)) {
                unread.add(unread(sentence, prose.span(), section));
            }
        }
    }

    /// A requirement that says what follows in a situation, as criteria do.
    private static boolean isAnswered(String sentence, Facts facts) {
        Optional<Behaviour> answers = new RequirementAnswers(facts).read(sentence);
        answers.ifPresent(facts.behaviours::add);
        return answers.isPresent();
    }

    private static void table(
            Passage.Table table, Section section, Facts facts, List<UnreadSentence> unread) {
        if (!FieldTables.isOfFields(table)) {
            unread.add(unread(String.join(" | ", table.heading()), table.span(), section));
            return;
        }
        FieldTables.Reading reading = FieldTables.read(table);
        switch (reading.side()) {
            case REQUEST -> facts.body.addAll(reading.fields());
            case RESPONSE -> facts.answer.addAll(reading.fields());
            case QUERY -> facts.query.addAll(reading.fields());
            case UNKNOWN -> {
                unread.add(unread(String.join(" | ", table.heading()), table.span(), section));
                return;
            }
        }
        reading.unread()
                .forEach(row ->
                        unread.add(unread(String.join(" | ", row.cells()), row.span(), section)));
    }

    private static UnreadSentence unread(String text, SourceSpan span, Section section) {
        return new UnreadSentence(
                text,
                span,
                section.heading(),
                Optional.empty(),
                "its words are not understood as a whole");
    }

    private static List<EndpointSpec> endpoints(Facts facts, List<CriterionOutcome> outcomes) {
        return facts.routes.stream()
                .map(route ->
                        new EndpointSpec(
                                route,
                                facts.authentication,
                                facts.permission,
                                facts.rateLimit,
                                new Request(facts.body, facts.query, List.of()),
                                response(route, facts, outcomes),
                                facts.behaviours))
                .toList();
    }

    private static Response response(Route route, Facts facts, List<CriterionOutcome> outcomes) {
        OptionalInt status = OptionalInt.empty();
        var shape = Response.Shape.NOT_STATED;
        for (CriterionOutcome outcome : outcomes) {
            if (!outcome.route().equals(route)
                    || !(outcome.condition() instanceof Condition.Valid)) {
                continue;
            }
            status = status.isPresent() ? status : outcome.status();
            for (Expectation expectation : outcome.expectations()) {
                shape = shape == Response.Shape.NOT_STATED ? shape(expectation) : shape;
            }
        }
        if (shape == Response.Shape.NOT_STATED && !facts.answer.isEmpty()) {
            shape = Response.Shape.RESOURCE;
        }
        return new Response(status, shape, facts.answer);
    }

    private static Response.Shape shape(Expectation expectation) {
        if (expectation instanceof Expectation.Resource) {
            return Response.Shape.RESOURCE;
        }
        if (expectation instanceof Expectation.ResourceList) {
            return Response.Shape.LIST;
        }
        return expectation instanceof Expectation.EmptyBody
                ? Response.Shape.EMPTY
                : Response.Shape.NOT_STATED;
    }
}
