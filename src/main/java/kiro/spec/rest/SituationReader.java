package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import kiro.spec.rest.Condition.Break;
import kiro.spec.rest.Condition.BrokenField;
import kiro.spec.rest.Condition.Credential;

/// Reads the words for a situation. All of them count: what is left over makes it unread.
final class SituationReader {
    private static final String REQUEST = "(?:(?:an?|the|any) )?(?:request|call|caller)s?";
    private static final String NAME = "([A-Za-z_][A-Za-z0-9_]*)";
    private static final String BODY =
            "(?:body|request(?: body)?|input|data|payload|update|fields?|values?)";

    private final Facts facts;
    private final List<Phrase<Condition>> phrases;

    SituationReader(Facts facts) {
        this.facts = facts;
        this.phrases = phrases();
    }

    /// What the words mean; empty where they are not understood as a whole.
    Optional<Condition> read(String words) {
        String bare =
                words.strip()
                        .replaceFirst(
                                "(?i)^(?:with|for|on|when|if|where|by|after|of|from|and|in case of) ",
                                "")
                        .replaceFirst("(?i)^(?:the )?request (?:has|is|carries|contains) ", "")
                        .strip();
        return Phrase.read(phrases, bare);
    }

    private List<Phrase<Condition>> phrases() {
        return Stream.of(ofBodies(), ofCallers(), ofResources(), ofLimits(), ofFields())
                .flatMap(List::stream)
                .toList();
    }

    /// The body as a whole, and the id in the path.
    private static List<Phrase<Condition>> ofBodies() {
        return List.of(
                Phrase.of(
                        "(?:a |an )?(?:valid|correct) (?:"
                                + BODY
                                + "|token|bearer token|"
                                + "[a-z]+ "
                                + BODY
                                + ")",
                        new Condition.Valid()),
                Phrase.of("(?:a )?valid update|all fields are valid", new Condition.Valid()),
                Phrase.of(
                        "(?:an |any )?invalid "
                                + BODY
                                + "|(?:a )?(?:body|request|input) (?:is|that is) invalid"
                                + "|validation (?:fails|errors?)|invalid request fields",
                        new Condition.InvalidFields(List.of())),
                Phrase.of(
                        "malformed json|(?:a )?(?:body that is not|malformed|invalid) json(?: body)?|a malformed body",
                        new Condition.MalformedBody()),
                Phrase.of(
                        "(?:a |an )?(?:malformed|non-numeric) id|(?:an )?id that is not a number",
                        new Condition.MalformedId()),
                Phrase.of("(?:an )?unsupported media type", new Condition.UnsupportedMediaType()));
    }

    /// Who sends the request.
    private static List<Phrase<Condition>> ofCallers() {
        return List.of(
                Phrase.of(
                        "(?:"
                                + REQUEST
                                + " )?without (?:a |any )?valid (?:bearer |access )?(?:token|authentication|credentials)",
                        new Condition.Unauthenticated(Credential.MISSING_OR_INVALID)),
                Phrase.of(
                        "(?:"
                                + REQUEST
                                + " )?without (?:a |any )?(?:bearer |access )?(?:token|authentication|credentials)"
                                + "|(?:an )?(?:unauthenticated|anonymous)(?: (?:request|caller|user))?s?"
                                + "|(?:a )?missing (?:bearer |access )?token|no token|not authenticated",
                        new Condition.Unauthenticated(Credential.MISSING)),
                Phrase.of(
                        "(?:" + REQUEST + " with )?(?:an )?invalid (?:bearer |access )?token",
                        new Condition.Unauthenticated(Credential.INVALID)));
    }

    /// Whose the resource is, and whether there is one.
    private List<Phrase<Condition>> ofResources() {
        return List.of(
                Phrase.of(
                        "(?:[a-z]+ing )?(?:another|other|someone else's|somebody else's|a different) user(?:'s|s') (.+)",
                        match -> owned(match.group(1))),
                Phrase.of("(?:[a-z]+ing )?someone else's (.+)", match -> owned(match.group(1))),
                Phrase.of("(?:an? |the )?(.+?) of another user", match -> owned(match.group(1))),
                Phrase.of(
                        "(?:a user|a caller|someone) who is not the owner|(?:a )?non-owner",
                        new Condition.ForeignResource()),
                Phrase.of(
                        "(?:an? )?(?:unknown|non-?existent|non-existing|missing) (.+)",
                        match -> missing(match.group(1))),
                Phrase.of(
                        "(?:the |an? )?(.+?) (?:that |which )?(?:does not exist|do not exist|is not found|is unknown)",
                        match -> missing(match.group(1))));
    }

    /// How many requests there were.
    private List<Phrase<Condition>> ofLimits() {
        return List.of(
                Phrase.of(
                        "(?:the )?(\\d+)(?:st|nd|rd|th) (?:request|call)(?: of (?:a|the|one) (?:user|caller))?"
                                + " (?:within|in) (?:a|one|the same) (second|minute|hour|day)",
                        this::counted),
                Phrase.of(
                        "(?:the )?rate limit(?: is|) ?exceeded|over the (?:rate )?limit|too many requests"
                                + "|exceeding the rate limit|"
                                + REQUEST
                                + " over the (?:rate )?limit",
                        match -> limited()),
                Phrase.of(
                        "more than (\\d+) (?:requests|calls) (?:per|a|in a|within a) (?:second|minute|hour|day)",
                        match -> limited().filter(known -> isLimit(match.group(1)))));
    }

    /// A single field.
    private List<Phrase<Condition>> ofFields() {
        return List.of(
                Phrase.of(
                        "(?:an? |the )?"
                                + NAME
                                + "(?: that| which)? (?:is (?:already )?(?:taken|registered|in use)"
                                + "|already exists)|(?:a )?duplicate "
                                + NAME,
                        this::duplicate),
                Phrase.of(
                        "(?:a |an )?(?:missing|absent) " + NAME,
                        match -> broken(match, Break.MISSING)),
                Phrase.of("(?:no|without(?: an?)?) " + NAME, match -> broken(match, Break.MISSING)),
                Phrase.of(
                        "(?:the )?" + NAME + " (?:is )?missing",
                        match -> broken(match, Break.MISSING)),
                Phrase.of(
                        "(?:a |an )?(?:blank|empty) " + NAME, match -> broken(match, Break.BLANK)),
                Phrase.of(
                        "(?:the )?" + NAME + " is (?:blank|empty)",
                        match -> broken(match, Break.BLANK)),
                Phrase.of(
                        "(?:a |an )?" + NAME + " that is too long|(?:a )?too long " + NAME,
                        match -> broken(match, Break.TOO_LONG)),
                Phrase.of(
                        "(?:a |an )?"
                                + NAME
                                + " (?:that is )?(?:longer than|of more than) (\\d+) characters",
                        match -> broken(match, Break.TOO_LONG)),
                Phrase.of("(?:a |an )?" + NAME + " of (\\d+) characters", match -> lengthIs(match)),
                Phrase.of(
                        "(?:an )?invalid " + NAME,
                        match ->
                                facts.hasField(match.group(1))
                                        ? Optional.of(
                                                new Condition.InvalidFields(
                                                        List.of(
                                                                new BrokenField(
                                                                        match.group(1),
                                                                        Optional.empty()))))
                                        : Optional.empty()));
    }

    private Optional<Condition> owned(String noun) {
        return facts.isNoun(noun.replaceFirst("(?i)^(?:own )", ""))
                ? Optional.of(new Condition.ForeignResource())
                : Optional.empty();
    }

    private Optional<Condition> missing(String words) {
        String noun = words.replaceFirst("(?i) id$", "");
        if (noun.equalsIgnoreCase("id")) {
            return Optional.of(new Condition.MissingResource(Optional.empty()));
        }
        return facts.isNoun(noun)
                ? Optional.of(new Condition.MissingResource(Optional.of(noun)))
                : Optional.empty();
    }

    /// A count says something only beside the limit that the spec states.
    private Optional<Condition> counted(MatchResult match) {
        OptionalInt count = FieldReader.number(match.group(1));
        if (facts.rateLimit.isEmpty() || count.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                count.getAsInt() > facts.rateLimit.get().count()
                        ? new Condition.OverLimit(count)
                        : new Condition.WithinLimit(count));
    }

    private Optional<Condition> limited() {
        return facts.rateLimit.map(limit -> new Condition.OverLimit(OptionalInt.empty()));
    }

    private boolean isLimit(String count) {
        return facts.rateLimit
                .map(limit -> String.valueOf(limit.count()).equals(count))
                .orElse(false);
    }

    private Optional<Condition> duplicate(MatchResult match) {
        String field = match.group(1) == null ? match.group(2) : match.group(1);
        return facts.hasField(field)
                ? Optional.of(new Condition.Duplicate(Optional.of(field)))
                : Optional.empty();
    }

    private Optional<Condition> broken(MatchResult match, Break how) {
        String field = match.group(1) == null ? match.group(2) : match.group(1);
        return facts.hasField(field)
                ? Optional.of(
                        new Condition.InvalidFields(
                                List.of(new BrokenField(field, Optional.of(how)))))
                : Optional.empty();
    }

    private Optional<Condition> lengthIs(MatchResult match) {
        OptionalInt length = FieldReader.number(match.group(2));
        return facts.hasField(match.group(1)) && length.isPresent()
                ? Optional.of(new Condition.LengthIs(match.group(1), length.getAsInt()))
                : Optional.empty();
    }
}
