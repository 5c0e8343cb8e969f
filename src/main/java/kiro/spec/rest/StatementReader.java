package kiro.spec.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.spec.rest.Field.Presence;

/// Turns an understood sentence of the requirements into facts.
final class StatementReader {
    private final Objections objections;
    private final List<Fact> facts = new ArrayList<>();

    private StatementReader(Objections objections) {
        this.objections = objections;
    }

    static List<Fact> facts(Meaning statement, Objections objections) {
        var reader = new StatementReader(objections);
        var told = new ArrayList<Meaning>();
        for (Tree fact : statement.tree().children()) {
            if (CaseReader.isCase(fact)) {
                told.add(statement.of(fact));
            } else {
                reader.take(statement.of(fact));
            }
        }
        if (!told.isEmpty()) {
            reader.facts.add(new Fact.Tells(told));
        }
        return List.copyOf(reader.facts);
    }

    /// The route that the sentence defines or names, outside of the situations that it tells.
    static Optional<Meaning> route(Meaning statement) {
        return statement.tree().children().stream()
                .filter(fact -> !CaseReader.isCase(fact) && !isOfHeader(statement, fact))
                .flatMap(fact -> fact.first("Route").stream())
                .findFirst()
                .map(statement::of);
    }

    /// A path by itself, behind words on a header, is what the header has: "..., `/api/rooms/{id}`".
    private static boolean isOfHeader(Meaning statement, Tree fact) {
        return fact.is("Describes")
                && fact.start() > 0
                && fact.end() - fact.start() == 1
                && fact.has("PATH")
                && (statement.has("Header") || statement.has("HeaderPoints"));
    }

    private void take(Meaning fact) {
        switch (fact.tree().name()) {
            case "Describes" -> describes(fact);
            case "DescribesLoosely" -> describesLoosely(fact);
            case "AuthRequired" -> authentication(fact);
            case "AuthNotRequired" ->
                    facts.add(new Fact.Authenticates(Authentication.NOT_REQUIRED));
            case "OwnerOnly" -> {
                facts.add(new Fact.Permits(new Permission.Owner()));
                belongs(fact);
            }
            case "RolesOnly" -> facts.add(new Fact.Permits(new Permission.Roles(roles(fact))));
            case "OwnerOrRolesOnly" -> ownerOrRoles(fact);
            case "IdentifiedBy", "CredentialRequired", "ShownIn" -> authentication(fact);
            case "NoRequestBody" -> {}
            case "NoResponseBody" -> facts.add(new Fact.Shapes(Response.Shape.EMPTY));
            case "LimitFact" -> limit(fact).ifPresent(limit -> facts.add(new Fact.Limits(limit)));
            case "SameAnswer" -> facts.add(new Fact.Shapes(Response.Shape.RESOURCE));
            case "DeniesRoles" -> denies(fact);
            case "AnotherRefused" -> full(fact);
            case "FieldFact" -> fields(fact);
            case "ParameterSelects" -> parameter(fact);
            case "OthersRefused" -> othersRefused(fact);
            case "OtherValues" -> otherValues(fact);
            case "ParameterLimits" ->
                    facts.add(new Fact.Rules(fact.words("GivenCount").orElseThrow(), fact));
            case "MethodFact", "PathFact" -> {}
            default ->
                    BehaviourReader.behaviours(fact, objections)
                            .forEach(behaviour -> facts.add(new Fact.Behaves(behaviour)));
        }
    }

    /// Of the roles, the one that is the owner's name for it is none.
    private void ownerOrRoles(Meaning fact) {
        belongs(fact);
        List<String> roles =
                roles(fact).stream()
                        .filter(role ->
                                fact.words("OwnerWord")
                                        .or(() -> fact.words("SoleOwner"))
                                        .filter(role::equalsIgnoreCase)
                                        .isEmpty())
                        .toList();
        boolean isDriven = fact.has("OwnerField") && roles.size() > 1;
        facts.add(
                new Fact.Permits(
                        new Permission.OwnerOrRoles(
                                isDriven ? roles.subList(1, roles.size()) : roles)));
    }

    private void full(Meaning fact) {
        List<Expectation> expectations = AnswerReader.read(List.of(fact), objections);
        facts.add(new Fact.Behaves(new Behaviour.Answers(new Condition.Full(), expectations)));
    }

    /// Who has such a role is refused, as a situation that a requirement tells.
    private void denies(Meaning fact) {
        for (String role : roles(fact)) {
            facts.add(
                    new Fact.Behaves(
                            new Behaviour.Answers(
                                    new Condition.WithRole(List.of(role)),
                                    List.of(new Expectation.IsRefused()))));
        }
    }

    private void belongs(Meaning fact) {
        if (fact.has("OwnerField") && fact.has("OwnerWord")) {
            fact.words("OwnerWord")
                    .ifPresent(word -> facts.add(new Fact.Behaves(new Behaviour.BelongsTo(word))));
        }
        fact.words("OwnerField")
                .or(() -> fact.words("OwnerWord"))
                .or(() -> fact.words("SoleOwner"))
                .or(() -> fact.words("OwnerPlural").map(Words::singular))
                .ifPresent(word -> facts.add(new Fact.Behaves(new Behaviour.BelongsTo(word))));
    }

    /// What an endpoint is for, in any words but those that say for whom.
    private void describesLoosely(Meaning fact) {
        boolean isForSomebody =
                fact.tokens().subList(fact.tree().start(), fact.tree().end()).stream()
                        .anyMatch(token ->
                                token.isMark("'s") || Glosses.FOR_SOMEBODY.contains(token.key()));
        if (isForSomebody) {
            objections.add("for whom it is, or of whom, is not clear");
        }
        describes(fact);
    }

    private void describes(Meaning fact) {
        if (fact.has("SignedInMark")) {
            facts.add(new Fact.Authenticates(Authentication.REQUIRED));
        }
        fact.words("CallingOne")
                .ifPresent(word -> facts.add(new Fact.Behaves(new Behaviour.BelongsTo(word))));
        boolean returns = fact.has("ActReturns");
        if (returns && fact.has("ShapeList")) {
            facts.add(new Fact.Shapes(Response.Shape.LIST));
        } else if (returns) {
            facts.add(new Fact.Shapes(Response.Shape.RESOURCE));
        }
        if ((fact.has("OwnPlural") || fact.has("OfCaller")) && returns) {
            facts.add(new Fact.Behaves(new Behaviour.ListsOnlyOwn()));
        }
    }

    private void authentication(Meaning fact) {
        facts.add(new Fact.Authenticates(Authentication.REQUIRED));
        BehaviourReader.scheme(fact)
                .ifPresent(scheme ->
                        facts.add(new Fact.Behaves(new Behaviour.AuthenticatesBy(scheme))));
        fact.words("SchemeHeader")
                .or(() -> fact.words("BareHeader"))
                .ifPresent(header -> facts.add(new Fact.Behaves(new Behaviour.ShownIn(header))));
    }

    /// The roles that somebody has not: those that are named, or those of "a non-admin".
    static List<String> rolesNot(Meaning meaning) {
        List<String> roles = roles(meaning);
        if (!roles.isEmpty()) {
            return roles;
        }
        return meaning.tree().all("NonRole").stream()
                .map(node -> Words.singular(meaning.token(node).key().replaceFirst("^non-", "")))
                .toList();
    }

    static List<String> roles(Meaning meaning) {
        var roles = new ArrayList<String>();
        for (Tree role : meaning.tree().all("Role")) {
            roles.add(meaning.words(role));
        }
        for (Tree role : meaning.tree().all("Roles")) {
            roles.add(meaning.lastSingular(role));
        }
        for (Tree role : meaning.tree().all("PeopleRole")) {
            roles.add(meaning.lastSingular(role));
        }
        for (Tree role : meaning.tree().all("NamedRole")) {
            roles.add(meaning.words(role));
        }
        return roles.stream().distinct().toList();
    }

    /// The limit that a criterion states by itself.
    static Optional<RateLimit> limit(Meaning criterion, Objections objections) {
        return criterion
                .tree()
                .first("CriterionLimit")
                .flatMap(node -> new StatementReader(objections).limit(criterion.of(node)));
    }

    private Optional<RateLimit> limit(Meaning fact) {
        OptionalInt count =
                fact.token("LimitCount")
                        .map(Token::key)
                        .map(Numbers::whole)
                        .orElse(OptionalInt.empty());
        Optional<Duration> window =
                fact.tree().first("Window").flatMap(node -> window(fact.of(node)));
        if (count.isEmpty() || count.getAsInt() == 0 || window.isEmpty()) {
            objections.add("the limit is no count of requests in a stretch of time");
            return Optional.empty();
        }
        return Optional.of(new RateLimit(count.getAsInt(), window.get(), subject(fact)));
    }

    static Optional<Duration> window(Meaning window) {
        OptionalInt said =
                window.token("WindowCount")
                        .map(Token::key)
                        .map(Numbers::whole)
                        .orElse(OptionalInt.of(1));
        if (said.isEmpty() || said.getAsInt() == 0) {
            return Optional.empty();
        }
        long count = said.getAsInt();
        try {
            if (window.has("Second")) {
                return Optional.of(Duration.ofSeconds(count));
            }
            if (window.has("Minute")) {
                return Optional.of(Duration.ofMinutes(count));
            }
            return Optional.of(
                    window.has("Hour") ? Duration.ofHours(count) : Duration.ofDays(count));
        } catch (DateTimeException | ArithmeticException tooLong) {
            return Optional.empty();
        }
    }

    private static RateLimit.Subject subject(Meaning fact) {
        if (fact.has("LimitUser")) {
            return RateLimit.Subject.USER;
        }
        if (fact.has("LimitAddress")) {
            return RateLimit.Subject.ADDRESS;
        }
        if (fact.has("LimitKey")) {
            return RateLimit.Subject.API_KEY;
        }
        return fact.has("LimitAll") ? RateLimit.Subject.EVERYONE : RateLimit.Subject.NOT_STATED;
    }

    /// "...; other values are refused" is about the parameter that the same sentence speaks of.
    private void othersRefused(Meaning fact) {
        Optional<String> name =
                facts.stream()
                        .filter(Fact.Behaves.class::isInstance)
                        .map(one -> ((Fact.Behaves) one).behaviour())
                        .filter(Behaviour.FiltersBy.class::isInstance)
                        .map(one -> ((Behaviour.FiltersBy) one).name())
                        .reduce((_, last) -> last);
        name.ifPresentOrElse(
                one -> facts.add(new Fact.Rules(one, fact)),
                () -> objections.add("of what other values are refused is not said"));
    }

    /// "... (any other value 422)" says with what is answered where the field that is spoken of has another value.
    private void otherValues(Meaning fact) {
        Optional<String> name =
                facts.stream()
                        .filter(Fact.Rules.class::isInstance)
                        .map(one -> ((Fact.Rules) one).field())
                        .reduce((_, last) -> last);
        List<Expectation> expectations = AnswerReader.read(List.of(fact), objections);
        name.ifPresentOrElse(
                one ->
                        facts.add(
                                new Fact.Behaves(
                                        new Behaviour.Answers(
                                                new Condition.InvalidFields(
                                                        List.of(
                                                                new Condition.BrokenField(
                                                                        one,
                                                                        Optional.of(
                                                                                Condition.Break
                                                                                        .NOT_ALLOWED)))),
                                                expectations))),
                () -> objections.add("of what other values are refused is not said"));
    }

    /// A parameter selects by the property of its name, or by what its id is of: `vehicleId` by the vehicle.
    private void parameter(Meaning fact) {
        String name = fact.words("ParameterName").orElseThrow();
        String plain = name.toLowerCase(Locale.ROOT);
        boolean isSame =
                fact.words("SelectedBy")
                        .map(word -> Words.singular(word.toLowerCase(Locale.ROOT)).replace(" ", ""))
                        .map(word -> plain.equals(word) || plain.equals(word + "id"))
                        .orElse(true);
        if (!isSame) {
            objections.add("the parameter '%s' filters by another field".formatted(name));
        }
        facts.add(new Fact.Rules(name, fact));
        facts.add(new Fact.Behaves(new Behaviour.FiltersBy(name)));
    }

    private void fields(Meaning fact) {
        fact.tree()
                .all("FactNames")
                .forEach(names -> {
                    for (String node : List.of("NAME", "SEGMENT")) {
                        names.all(node)
                                .forEach(name -> facts.add(new Fact.Rules(fact.words(name), fact)));
                    }
                });
        fact.tree().all("RequiredNames").forEach(names -> presence(fact, names, Presence.REQUIRED));
        fact.tree().all("OptionalNames").forEach(names -> presence(fact, names, Presence.OPTIONAL));
    }

    private void presence(Meaning fact, Tree names, Presence presence) {
        for (Tree name : names.all("NAME")) {
            facts.add(new Fact.Requires(fact.words(name), presence));
        }
    }
}
