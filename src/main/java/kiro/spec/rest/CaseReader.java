package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns what a sentence was understood as into situations, and what follows in each.
final class CaseReader {
    private final EndpointChoice choice;

    CaseReader(EndpointChoice choice) {
        this.choice = choice;
    }

    /// On this endpoint, in this situation, this follows.
    record Case(EndpointDraft endpoint, Condition condition, List<Expectation> expectations) {
        public Case {
            expectations = List.copyOf(expectations);
        }
    }

    static boolean isCase(Tree node) {
        return switch (node.name()) {
            case "Case", "Split", "OtherCaller", "Bare", "Labelled" -> true;
            default -> false;
        };
    }

    /// The cases that a criterion consists of.
    static List<Meaning> cases(Meaning criterion) {
        return criterion.tree().children().stream()
                .filter(CaseReader::isCase)
                .map(criterion::of)
                .toList();
    }

    /// Where a case names no situation, it goes on with the one before it.
    List<Case> read(List<Meaning> told, Optional<Route> around, Objections objections) {
        var cases = new ArrayList<Case>();
        for (Meaning meaning : told) {
            switch (meaning.tree().name()) {
                case "Split" -> split(meaning, around, objections, cases);
                case "OtherCaller" -> otherCaller(meaning, around, objections, cases);
                case "Bare" -> bare(meaning, around, objections, cases);
                default -> one(meaning, around, objections, cases);
            }
        }
        return cases;
    }

    private void bare(
            Meaning meaning, Optional<Route> around, Objections objections, List<Case> cases) {
        if (cases.isEmpty()) {
            one(meaning, around, objections, cases);
            return;
        }
        List<Expectation> more = AnswerReader.read(List.of(meaning), objections);
        if (AnswerReader.status(more).isPresent()) {
            objections.add("in which situation the second status is sent is not said");
        }
        List<Expectation> last = cases.getLast().expectations();
        for (int i = 0; i < cases.size(); i++) {
            Case known = cases.get(i);
            if (known.expectations().equals(last)) {
                var all = new ArrayList<>(known.expectations());
                all.addAll(more);
                cases.set(i, new Case(known.endpoint(), known.condition(), all));
            }
        }
    }

    private void one(
            Meaning meaning, Optional<Route> around, Objections objections, List<Case> cases) {
        if (meaning.has("AllEndpoints")) {
            choice.all().forEach(each -> add(each, List.of(meaning), objections, cases));
            return;
        }
        Optional<EndpointDraft> endpoint = choice.choose(meaning, around, objections);
        endpoint.ifPresent(found -> add(found, List.of(meaning), objections, cases));
    }

    /// The subject's situation holds for every part.
    private void split(
            Meaning meaning, Optional<Route> around, Objections objections, List<Case> cases) {
        Optional<EndpointDraft> endpoint = choice.choose(meaning, around, objections);
        if (endpoint.isEmpty()) {
            return;
        }
        List<Meaning> shared =
                meaning.tree().children().stream()
                        .filter(child -> !child.is("Part"))
                        .map(meaning::of)
                        .toList();
        for (Tree part : meaning.tree().all("Part")) {
            var parts = new ArrayList<>(shared);
            parts.add(meaning.of(part));
            add(endpoint.get(), parts, objections, cases);
        }
    }

    private void otherCaller(
            Meaning meaning, Optional<Route> around, Objections objections, List<Case> cases) {
        choice.choose(meaning, around, objections)
                .ifPresent(endpoint ->
                        cases.add(
                                new Case(
                                        endpoint,
                                        new Condition.OtherCallerOverLimit(),
                                        List.of(new Expectation.Succeeds()))));
    }

    private static void add(
            EndpointDraft endpoint, List<Meaning> parts, Objections objections, List<Case> cases) {
        if (parts.size() == 1 && parts.getFirst().has("SoDoes")) {
            soDoes(endpoint, parts.getFirst(), objections, cases);
            return;
        }
        if (parts.size() == 1 && parts.getFirst().has("AbsentKept")) {
            cases.addAll(AbsentFields.kept(endpoint, parts.getFirst(), objections));
            return;
        }
        boolean isCut =
                parts.size() == 1
                        && (parts.getFirst().has("AtMostGiven")
                                || parts.getFirst().has("CountsCut"));
        if (isCut) {
            cases.addAll(GivenCounts.cases(endpoint, parts.getFirst(), objections));
            return;
        }
        List<Expectation> expectations = AnswerReader.read(parts, objections);
        var situation =
                new SituationReader(
                        endpoint,
                        AnswerReader.status(expectations),
                        isServed(expectations),
                        objections);
        expectations = followed(endpoint, parts, expectations, objections);
        for (Condition read : situation.read(parts)) {
            Condition condition = ContainedFilter.settled(read, parts, endpoint);
            cases.add(inSituation(endpoint, condition, expectations, objections));
            if (parts.stream()
                    .anyMatch(part -> part.has("AlsoCase") || part.has("AlsoCaseAlone"))) {
                alsoInOtherCase(endpoint, condition, expectations, objections, cases);
            }
        }
        unlessRoles(endpoint, parts, cases);
    }

    /// What follows in situations that were read by themselves.
    static List<Case> of(
            EndpointDraft endpoint,
            Meaning outcome,
            List<Condition> conditions,
            Objections objections) {
        List<Meaning> parts = List.of(outcome);
        List<Expectation> expectations =
                followed(endpoint, parts, AnswerReader.read(parts, objections), objections);
        return conditions.stream()
                .map(condition -> inSituation(endpoint, condition, expectations, objections))
                .toList();
    }

    /// The expectations with the names of the endpoint's own fields.
    private static List<Expectation> followed(
            EndpointDraft endpoint,
            List<Meaning> parts,
            List<Expectation> said,
            Objections objections) {
        List<Expectation> named = said.stream().map(one -> named(one, endpoint)).toList();
        List<Expectation> expectations = TimedOrder.settled(parts, named, endpoint, objections);
        requireNoFieldOfTheRequest(endpoint, expectations, objections);
        if (parts.stream().anyMatch(part -> isGoneElsewhere(endpoint, part))) {
            objections.add("another path than the endpoint's own is asked afterwards");
        }
        boolean isOpen =
                expectations.stream()
                        .anyMatch(one ->
                                one instanceof Expectation.FieldIs(String name, String _)
                                        && name.equals(AnswerReader.ITS_STATE));
        if (isOpen) {
            objections.add("which field of the answer tells the state is not clear");
        }
        return expectations;
    }

    /// Whether something is said of another path once a thing is deleted.
    private static boolean isGoneElsewhere(EndpointDraft endpoint, Meaning part) {
        return part.tree().all("GoneLater").stream()
                .flatMap(tree -> part.tokens().subList(tree.start(), tree.end()).stream())
                .filter(token -> token.is(Token.Kind.PATH))
                .anyMatch(token -> !RouteWords.path(token.text()).equals(endpoint.route().path()));
    }

    private static boolean isOfAdmitted(EndpointDraft endpoint, Condition condition) {
        return condition instanceof Condition.WithRole(List<String> told)
                && endpoint.permission() instanceof Permission.Roles(List<String> roles)
                && told.stream()
                        .allMatch(one ->
                                roles.stream().anyMatch(role -> Words.isSameRole(one, role)));
    }

    private static Case inSituation(
            EndpointDraft endpoint,
            Condition told,
            List<Expectation> expectations,
            Objections objections) {
        boolean isUsual = isOfAdmitted(endpoint, told) && succeeds(expectations);
        Condition condition = isUsual ? new Condition.Valid() : References.meant(endpoint, told);
        if (condition instanceof Condition.Without(List<String> fields)
                && expectations.contains(new Expectation.IsRefused())) {
            objections.add(
                    "'%s' is optional: leaving it out breaks no rule"
                            .formatted(String.join(", ", fields)));
        }
        if (isOfAdmitted(endpoint, condition)
                && expectations.contains(new Expectation.Status(403))) {
            objections.add("those with the role may do it, and are said to be refused");
        }
        if (BrokenRules.are(condition) && (succeeds(expectations) || isServed(expectations))) {
            objections.add("what breaks a rule is said to succeed");
        }
        List<Expectation> settled = settled(expectations, condition, objections);
        boolean isOfRequest =
                condition instanceof Condition.EmptyObject
                        && AnswerReader.status(settled).orElse(0) >= 400;
        return new Case(
                endpoint,
                condition,
                settled.stream()
                        .filter(one -> !isOfRequest || !(one instanceof Expectation.EmptyBody))
                        .toList());
    }

    private static void unlessRoles(EndpointDraft endpoint, List<Meaning> parts, List<Case> cases) {
        for (Meaning part : parts) {
            part.tree()
                    .first("UnlessRole")
                    .map(node -> StatementReader.roles(part.of(node)))
                    .ifPresent(roles ->
                            cases.add(
                                    new Case(
                                            endpoint,
                                            new Condition.WithRole(roles),
                                            List.of(new Expectation.Succeeds()))));
        }
    }

    /// The expectation with the fields' own names.
    private static Expectation named(Expectation expectation, EndpointDraft endpoint) {
        if (expectation instanceof Expectation.EmptyField(String list)) {
            boolean isList =
                    endpoint.fields(Place.RESPONSE).stream()
                            .filter(field -> field.name().equals(endpoint.answerName(list)))
                            .anyMatch(field ->
                                    field.type() instanceof FieldType.ListOf
                                            || (field.type() == FieldType.Plain.NOT_STATED
                                                    && endpoint.route().method()
                                                            == HttpMethod.GET));
            return isList ? new Expectation.EmptyList() : expectation;
        }
        if (expectation instanceof Expectation.HasFields(List<String> names)) {
            return new Expectation.HasFields(names.stream().map(endpoint::answerName).toList());
        }
        return expectation instanceof Expectation.FieldIs(String name, String value)
                ? new Expectation.FieldIs(
                        name.equals(AnswerReader.ITS_STATE)
                                ? stateOf(endpoint, value)
                                : endpoint.answerName(name),
                        value)
                : expectation;
    }

    /// The field of the answer that tells the state which the endpoint leads to; where it has none the name stays as it is.
    private static String stateOf(EndpointDraft endpoint, String state) {
        boolean isReached =
                endpoint.behaviours().stream()
                        .anyMatch(one ->
                                (one instanceof Behaviour.Brings(String reached)
                                                && reached.equalsIgnoreCase(state))
                                        || (one instanceof Behaviour.SetsTo(var set, var value)
                                                && set.matches("(?i)status|state")
                                                && value.equalsIgnoreCase(state)));
        List<String> fields =
                endpoint.fields(Place.RESPONSE).stream()
                        .map(Field::name)
                        .filter(name -> name.matches("(?i)status|state"))
                        .toList();
        return isReached && fields.size() == 1 ? fields.getFirst() : AnswerReader.ITS_STATE;
    }

    /// "..., also in lower case": of a value that is there already, the same is said of it in other letters.
    private static void alsoInOtherCase(
            EndpointDraft endpoint,
            Condition condition,
            List<Expectation> expectations,
            Objections objections,
            List<Case> cases) {
        if (condition instanceof Condition.Duplicate(Optional<String> field) && field.isPresent()) {
            cases.add(
                    new Case(
                            endpoint,
                            new Condition.DuplicateInOtherCase(field.get()),
                            expectations));
        } else {
            objections.add("what is written in other letters is not clear");
        }
    }

    /// A refusal has no field of the request: it may name one.
    private static void requireNoFieldOfTheRequest(
            EndpointDraft endpoint, List<Expectation> expectations, Objections objections) {
        boolean isError = AnswerReader.status(expectations).orElse(200) >= 400;
        boolean isSent =
                expectations.stream()
                        .filter(Expectation.HasFields.class::isInstance)
                        .flatMap(one -> ((Expectation.HasFields) one).names().stream())
                        .anyMatch(name -> endpoint.sent(name).isPresent());
        if (isError && isSent) {
            objections.add("whether the answer names a field or has it is not clear");
        }
    }

    /// "Without a priority it is 3" says of the field that is left out what it is.
    private static List<Expectation> settled(
            List<Expectation> expectations, Condition condition, Objections objections) {
        boolean speaksOfIt =
                expectations.stream()
                        .anyMatch(one ->
                                one instanceof Expectation.FieldIs(String name, String _)
                                        && name.equals(AnswerReader.IT));
        if (!speaksOfIt) {
            return expectations;
        }
        boolean areCleared =
                expectations.contains(new Expectation.FieldIs(AnswerReader.IT, "null"));
        List<String> fields = spokenOf(condition);
        if (fields.isEmpty() || (fields.size() != 1 && !areCleared)) {
            objections.add("which field has that value is not said");
            return expectations;
        }
        return expectations.stream()
                .flatMap(one ->
                        one instanceof Expectation.FieldIs(String name, String value)
                                        && name.equals(AnswerReader.IT)
                                ? fields.stream()
                                        .map(field -> new Expectation.FieldIs(field, value))
                                : Stream.of(one))
                .toList();
    }

    /// The fields that a situation is about: those that are left out, or the one that is sent as null.
    private static List<String> spokenOf(Condition condition) {
        if (condition instanceof Condition.ValueIs(String field, String value)
                && value.equals("null")) {
            return List.of(field);
        }
        return condition instanceof Condition.Without(List<String> fields) ? fields : List.of();
    }

    /// "A is refused, and so is B": two situations, of which the same is said.
    private static void soDoes(
            EndpointDraft endpoint, Meaning meaning, Objections objections, List<Case> cases) {
        List<Meaning> children = meaning.tree().children().stream().map(meaning::of).toList();
        List<Meaning> first = children.stream().filter(one -> !one.tree().is("SoDoes")).toList();
        add(endpoint, first, objections, cases);
        List<Expectation> expectations = AnswerReader.read(first, objections);
        Meaning other = meaning.of(meaning.tree().first("SoDoes").orElseThrow());
        new SituationReader(
                        endpoint,
                        AnswerReader.status(expectations),
                        isServed(expectations),
                        objections)
                .read(List.of(other))
                .forEach(condition -> cases.add(new Case(endpoint, condition, expectations)));
    }

    /// Whether there is an answer with values of the resource, which a refusal has not.
    private static boolean isServed(List<Expectation> expectations) {
        return AnswerReader.status(expectations).isEmpty()
                && !expectations.contains(new Expectation.IsRefused())
                && expectations.stream()
                        .anyMatch(one ->
                                one instanceof Expectation.FieldIs
                                        || one instanceof Expectation.Resource
                                        || one instanceof Expectation.StoredIs
                                        || one instanceof Expectation.StoresFields
                                        || one instanceof Expectation.IsStored);
    }

    private static boolean succeeds(List<Expectation> expectations) {
        var status = AnswerReader.status(expectations);
        return expectations.contains(new Expectation.Succeeds())
                || (status.isPresent() && status.getAsInt() < 400);
    }
}
