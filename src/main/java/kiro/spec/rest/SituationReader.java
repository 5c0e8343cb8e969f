package kiro.spec.rest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kiro.spec.rest.Condition.Credential;

/// Finds the situation that a sentence speaks of. What is in order leaves no condition; one thing that is not leaves
/// one; two are more than a criterion can be tested for.
final class SituationReader {
    /// Words for callers who are not called by a role.
    private static final Set<String> PEOPLE =
            Set.of("customer", "customers", "member", "members", "client", "clients", "else");

    private final EndpointDraft endpoint;
    private final OptionalInt status;
    private final boolean isServed;
    private final Objections objections;
    private final BrokenFieldReader fields;
    private final LimitReader limits;
    private final Set<Condition> conditions = new LinkedHashSet<>();
    private List<Condition> alternatives = List.of();

    /// @param isServed whether values of the resource are answered, whatever the status
    SituationReader(
            EndpointDraft endpoint, OptionalInt status, boolean isServed, Objections objections) {
        this.endpoint = endpoint;
        this.status = status;
        this.isServed = isServed;
        this.objections = objections;
        this.fields = new BrokenFieldReader(endpoint, status, objections);
        this.limits = new LimitReader(endpoint.limit(), objections);
    }

    /// The situations, one of which the sentence speaks of at a time; never none.
    List<Condition> read(List<Meaning> parts) {
        parts.forEach(this::take);
        inPassing(parts);
        new OneSituation(endpoint, status).settle(conditions);
        if (areValuesOfOneField() || areEachRefused(parts)) {
            return List.copyOf(conditions);
        }
        if (areOfTheQuery()) {
            return List.of(
                    new Condition.WithQuery(
                            conditions.stream().map(Condition.ValueIs.class::cast).toList()));
        }
        if (!alternatives.isEmpty()) {
            if (!conditions.isEmpty()) {
                objections.add(OneSituation.SEVERAL);
            }
            return alternatives;
        }
        if (conditions.size() > 1) {
            objections.add(OneSituation.SEVERAL);
        }
        conditions.forEach(this::requireFit);
        boolean isOthers =
                conditions.isEmpty()
                        && status.equals(OptionalInt.of(403))
                        && endpoint.permission() instanceof Permission.Roles
                        && parts.stream().anyMatch(SituationReader::namesCaller);
        if (isOthers) {
            return List.of(
                    new Condition.WithoutRole(((Permission.Roles) endpoint.permission()).roles()));
        }
        if (conditions.isEmpty() && isEmptyBody(parts)) {
            return List.of(new Condition.EmptyObject());
        }
        if (conditions.isEmpty() && status.isPresent() && status.getAsInt() >= 400) {
            objections.add("nothing is said to be wrong, but the status is an error's");
        }
        return List.of(conditions.isEmpty() ? new Condition.Valid() : conditions.iterator().next());
    }

    /// "422 with an empty body" says what is sent.
    private boolean isEmptyBody(List<Meaning> parts) {
        return Set.of(400, 422).contains(status.orElse(0))
                && endpoint.route().method().takesBody()
                && parts.stream().anyMatch(part -> part.has("EmptyBody"));
    }

    private void inPassing(List<Meaning> parts) {
        boolean isAlone = conditions.stream().allMatch(Condition.Valid.class::isInstance);
        if (isAlone && alternatives.isEmpty()) {
            parts.forEach(part -> states().inPassing(part).ifPresent(conditions::add));
        }
    }

    /// Whether it says who sends the request: "by a member".
    private static boolean namesCaller(Meaning meaning) {
        return meaning.tokens().stream()
                .map(Token::key)
                .anyMatch(word -> PEOPLE.contains(word) || word.equals("by") || word.equals("as"));
    }

    /// "0 and 101 are refused" speaks of one value at a time.
    private boolean areValuesOfOneField() {
        return alternatives.isEmpty()
                && conditions.size() > 1
                && conditions.stream().allMatch(Condition.ValueIs.class::isInstance)
                && conditions.stream()
                                .map(condition -> ((Condition.ValueIs) condition).field())
                                .distinct()
                                .count()
                        == 1;
    }

    /// "`size=49`, `page=-1` and `from=x` each return 400" speaks of one value at a time.
    private boolean areEachRefused(List<Meaning> parts) {
        boolean isError = status.isPresent() && status.getAsInt() >= 400;
        return isError
                && alternatives.isEmpty()
                && conditions.size() > 1
                && conditions.stream().allMatch(Condition.ValueIs.class::isInstance)
                && parts.stream()
                        .flatMap(part -> part.tokens().stream())
                        .map(Token::key)
                        .anyMatch(word -> word.equals("each") || word.equals("or"));
    }

    /// Several parameters that are sent together; an error would leave open which of them is wrong.
    private boolean areOfTheQuery() {
        boolean isError = status.isPresent() && status.getAsInt() >= 400;
        return alternatives.isEmpty()
                && conditions.size() > 1
                && !isError
                && conditions.stream().allMatch(endpoint::isOfTheQuery);
    }

    /// Some words are for two things, and the status tells which is meant.
    private void requireFit(Condition condition) {
        if (status.isEmpty() || status.getAsInt() < 400) {
            return;
        }
        boolean isOfCallers = status.getAsInt() == 401 || status.getAsInt() == 403;
        if (condition instanceof Condition.WithRole && !isOfCallers && status.getAsInt() != 404) {
            objections.add(
                    "the status %d does not go with this situation".formatted(status.getAsInt()));
        }
        if ((condition instanceof Condition.Unauthenticated && !isOfCallers)
                || (condition instanceof Condition.MissingResource && status.getAsInt() == 401)) {
            objections.add(
                    "the status %d does not go with this situation".formatted(status.getAsInt()));
        }
    }

    /// What is said of the parts of a situation together: of the fields that are sent, of what a path leads to.
    private boolean takeOther(Meaning meaning) {
        switch (meaning.tree().name()) {
            case "Conflict" -> {
                List<Condition> states = states().read(meaning);
                if (states.size() > 1) {
                    alternatives = states;
                } else {
                    conditions.addAll(states);
                }
            }
            case "MissingOrOther" ->
                    alternatives =
                            List.of(
                                    missing(meaning),
                                    paths().ofOther(meaning, meaning.tree().all("OtherNoun")));
            case "TooLongText" ->
                    new SentReader(endpoint, fields, objections)
                            .tooLong(meaning)
                            .ifPresent(conditions::add);
            case "SentAll" ->
                    new SentReader(endpoint, fields, objections)
                            .sentAll(meaning)
                            .ifPresent(conditions::add);
            case "AlsoSent" -> fields.name(meaning.words(meaning.tree()));
            case "OnlySent" ->
                    new SentReader(endpoint, fields, objections)
                            .onlySent(meaning)
                            .ifPresent(conditions::add);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take(Meaning meaning) {
        if (takeOther(meaning)) {
            return;
        }
        Optional<Condition> condition = condition(meaning);
        if (condition.isPresent()) {
            conditions.add(condition.get());
            return;
        }
        List<Condition> broken = fields.read(meaning);
        if (broken.size() == 1) {
            conditions.add(broken.getFirst());
        } else if (broken.size() > 1) {
            alternatives = broken;
        } else if (meaning.tree().is("PATH")) {
            conditions.addAll(paths().read(meaning));
        } else {
            meaning.tree().children().forEach(child -> take(meaning.of(child)));
        }
    }

    /// "When a project is deleted" is no unknown project where deleting is what the endpoint does, and an unknown
    /// value of a field is no unknown resource.
    private Optional<Condition> missingOrOther(Meaning meaning) {
        boolean isDone =
                endpoint.route().method() == HttpMethod.DELETE
                        && status.isPresent()
                        && status.getAsInt() < 400
                        && meaning
                                .tokens()
                                .subList(meaning.tree().start(), meaning.tree().end())
                                .stream()
                                .anyMatch(token -> token.key().equals("deleted"));
        if (isDone) {
            return Optional.of(new Condition.Valid());
        }
        boolean isNamed = meaning.has("Noun") || meaning.has("Nouns");
        Optional<String> field =
                isNamed || status.equals(OptionalInt.of(404))
                        ? Optional.empty()
                        : meaning
                                .tokens()
                                .subList(meaning.tree().start(), meaning.tree().end())
                                .stream()
                                .map(Token::key)
                                .map(endpoint::sentNamed)
                                .flatMap(Optional::stream)
                                .map(Field::name)
                                .filter(name ->
                                        !endpoint.route().path().parameters().contains(name))
                                .findFirst();
        return field.isPresent()
                ? Optional.of(
                        new Condition.InvalidFields(
                                List.of(
                                        new Condition.BrokenField(
                                                field.get(),
                                                Optional.of(Condition.Break.NOT_ALLOWED)))))
                : Optional.of(missing(meaning));
    }

    private StateReader states() {
        return new StateReader(endpoint, status, isServed, objections);
    }

    private SecondOnes seconds() {
        return new SecondOnes(endpoint, status, objections);
    }

    private PathReader paths() {
        return new PathReader(endpoint, status, objections);
    }

    /// "A number that the show does not have" is that of the last thing in the path.
    private Condition missing(Meaning meaning) {
        List<String> parameters = endpoint.route().path().parameters();
        boolean isOfLast =
                meaning.words("IDENT")
                        .filter(word ->
                                parameters.size() > 1
                                        && parameters.getLast().equalsIgnoreCase(word))
                        .isPresent();
        return new Condition.MissingResource(
                meaning.tree()
                        .first("Noun")
                        .or(() -> meaning.tree().first("Nouns"))
                        .map(meaning::singular)
                        .or(() -> isOfLast ? endpoint.noun() : Optional.empty()));
    }

    /// A wrong password is that of a caller who is known.
    private static Credential wrong(Meaning meaning) {
        return meaning.words(meaning.tree()).matches("(?i).*\\bpassword\\b.*")
                ? Credential.WRONG_PASSWORD
                : Credential.INVALID;
    }

    private Condition nothingMatches(Meaning meaning) {
        return new Condition.NothingMatches(meaning.words("EmptyFilter").map(fields::name));
    }

    private Optional<Condition> condition(Meaning meaning) {
        return switch (meaning.tree().name()) {
            case "NoCredential", "CredentialMissing", "NoCredentialQuality" ->
                    Optional.of(new Condition.Unauthenticated(Credential.MISSING));
            case "BadCredential", "CredentialInvalid" ->
                    Optional.of(new Condition.Unauthenticated(wrong(meaning)));
            case "NoValidCredential", "CredentialBoth" ->
                    Optional.of(new Condition.Unauthenticated(Credential.MISSING_OR_INVALID));
            case "Unauthorized" -> Optional.of(unauthorized());
            case "NotOwner" -> Optional.of(others());
            case "ForeignResource", "OtherOwns" -> Optional.of(new Condition.ForeignResource());
            case "WithoutRole", "RoleMissing" ->
                    Optional.of(new Condition.WithoutRole(StatementReader.rolesNot(meaning)));
            case "WithRole", "RoleThere" ->
                    Optional.of(new Condition.WithRole(StatementReader.roles(meaning)));
            case "MissingResource", "ResourceMissing" -> missingOrOther(meaning);
            case "NothingThere" -> Optional.of(new Condition.NothingThere());
            case "NothingMatches" -> Optional.of(nothingMatches(meaning));
            case "LimitRenewed" -> Optional.of(new Condition.LimitRenewed());
            case "NthRequest" ->
                    Optional.of(isCounted(meaning) ? new Condition.Full() : limits.read(meaning));
            case "OverLimit", "FirstRequests", "OverQuality" -> Optional.of(limits.read(meaning));
            default -> ofThings(meaning);
        };
    }

    /// "The 21st item" is one more than there may be.
    private boolean isCounted(Meaning meaning) {
        int nth =
                meaning.token("Nth").map(Token::key).map(Numbers::whole).stream()
                        .flatMapToInt(OptionalInt::stream)
                        .findFirst()
                        .orElse(0);
        return status.equals(OptionalInt.of(409))
                && endpoint.limit().isEmpty()
                && endpoint.behaviours().stream()
                        .anyMatch(one ->
                                one instanceof Behaviour.HoldsAtMost(int count, String _)
                                        && nth == count + 1);
    }

    private static boolean isInOtherCase(Meaning meaning) {
        return meaning.has("OtherCase")
                || meaning.words(meaning.tree()).endsWith("differs only in case");
    }

    private Condition optionalAbsent() {
        List<String> optional =
                endpoint.fields(Place.BODY).stream()
                        .filter(field -> field.presence() == Field.Presence.OPTIONAL)
                        .map(Field::name)
                        .toList();
        if (optional.isEmpty()) {
            objections.add("the spec says of no field that it is optional");
        }
        return new Condition.Without(optional);
    }

    /// Everyone else is who does not own it, or has none of the roles that it takes.
    private Condition others() {
        return status.equals(OptionalInt.of(403))
                        && endpoint.permission() instanceof Permission.Roles(List<String> roles)
                ? new Condition.WithoutRole(roles)
                : new Condition.ForeignResource();
    }

    /// What is there already, and what is wrong with the request as a whole.
    private Optional<Condition> ofThings(Meaning meaning) {
        return switch (meaning.tree().name()) {
            case "Duplicate" ->
                    Optional.of(
                            isInOtherCase(meaning)
                                    ? new Condition.DuplicateInOtherCase(
                                            fields.name(
                                                    meaning.words("DuplicateField").orElseThrow()))
                                    : paths().duplicate(meaning, fields));
            case "OptionalAbsent" -> Optional.of(optionalAbsent());
            case "DuplicateQuality" -> Optional.of(new Condition.Duplicate(Optional.empty()));
            case "HasDependents" ->
                    Optional.of(
                            new Condition.HasDependents(meaning.words("Dependents").orElseThrow()));
            case "LowerThanStored" ->
                    Optional.of(
                            new Condition.LowerThanStored(
                                    meaning.words("LowerName").map(fields::name).orElseThrow()));
            case "OfOtherParent" ->
                    Optional.of(paths().ofOther(meaning, meaning.tree().all("Noun")));
            case "GoneLater" -> Optional.of(new Condition.Valid());
            case "Repeated" -> Optional.of(seconds().repeated(meaning));
            case "SecondByCaller" -> Optional.of(seconds().byCaller());
            case "MalformedBody", "MalformedQuality" -> Optional.of(new Condition.MalformedBody());
            case "MalformedId" -> Optional.of(paths().malformedId());
            case "UnsupportedMediaType" -> Optional.of(new Condition.UnsupportedMediaType());
            case "BodyTooLarge", "Oversized" -> Optional.of(new Condition.BodyTooLarge());
            case "UnknownField" -> Optional.of(new Condition.UnknownField());
            default -> new QuerySituations(endpoint, fields, objections).read(meaning);
        };
    }

    /// HTTP's own name for 401 is "unauthorized", and everybody else's for 403.
    private Condition unauthorized() {
        if (!status.equals(OptionalInt.of(401))) {
            objections.add("'unauthorized' can mean not signed in, or not allowed");
        }
        return new Condition.Unauthenticated(Credential.MISSING);
    }
}
