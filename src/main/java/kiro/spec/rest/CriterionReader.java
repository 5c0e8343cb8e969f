package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.spec.AcceptanceCriterion;

/// Reads an acceptance criterion: on which route, in which situation, what follows.
final class CriterionReader {
    private static final String ANSWERS =
            "(?:returns?|responds? with|answers? with|is answered with|are answered with|gets?|receives?"
                    + "|results? in|is rejected with|yields?)";
    private static final Pattern PLAIN = Pattern.compile("(?i)(.*?)(?:^|\\s)" + ANSWERS + " (.*)");
    private static final Pattern STATUS_FIRST =
            Pattern.compile("(?i)([1-5]\\d\\d)(?: [a-z ]+?)? ((?:on|when|if|for|without) .*)");
    private static final Pattern EARS =
            Pattern.compile(
                    "(?i)(?:when|if|while) (.*?),? (?:then )?the (?:system|service|api|endpoint|server|application)"
                            + " (?:shall|must) (?:return|respond with|answer with) (.*)");
    private static final Pattern NO_HINDRANCE =
            Pattern.compile(
                    "(?i)a(?: user| caller)? over the (?:rate )?limit does not (?:keep|prevent|stop|block)"
                            + " (?:another|other) (?:users?|callers?) from .*");
    private static final Pattern LACKS =
            Pattern.compile(
                    "(?i)(?:the )?(.+?) (?:does not|never) (?:contain|contains|include|includes|show|shows) (?:the )?(.+)");
    private static final Pattern SCHEMA =
            Pattern.compile(
                    "(?i)(?:the )?response (?:body )?matches (?:the )?[A-Za-z]+(?: schema)?");
    private static final Pattern UNSURE =
            Pattern.compile(
                    "(?i).*\\b(?:may|might|should|could|unless|except|normally|usually|not return|never returns?"
                            + "|no longer|instead of|either|or)\\b.*");

    private final Facts facts;
    private final SituationReader situations;
    private final AnswerReader answers;

    CriterionReader(Facts facts) {
        this.facts = facts;
        this.situations = new SituationReader(facts);
        this.answers = new AnswerReader(facts);
    }

    /// What came out of reading a criterion.
    sealed interface Reading {
        record Read(CriterionOutcome outcome) implements Reading {}

        record Unread(String reason) implements Reading {}
    }

    Reading read(AcceptanceCriterion criterion) {
        String words = Wording.plain(criterion.text());
        Optional<RouteReader.Routed> routed = RouteReader.read(words);
        String rest = routed.map(RouteReader.Routed::rest).orElse(words);
        Optional<Route> route =
                routed.isPresent() ? facts.route(routed.get().route()) : facts.onlyRoute();
        if (route.isEmpty()) {
            return new Reading.Unread(
                    routed.isPresent()
                            ? "no requirement defines " + routed.get().route()
                            : "it does not say which endpoint is meant");
        }
        return clauses(rest, routed)
                .<Reading>map(clauses ->
                        new Reading.Read(
                                new CriterionOutcome(
                                        criterion.id(),
                                        route.get(),
                                        clauses.condition(),
                                        clauses.expectations(),
                                        criterion.span())))
                .orElseGet(() -> new Reading.Unread("its words are not understood as a whole"));
    }

    private record Clauses(Condition condition, List<Expectation> expectations) {}

    private Optional<Clauses> clauses(String words, Optional<RouteReader.Routed> routed) {
        if (NO_HINDRANCE.matcher(words).matches() && facts.rateLimit.isPresent()) {
            return Optional.of(
                    new Clauses(
                            new Condition.OtherCallerOverLimit(),
                            List.of(new Expectation.Succeeds())));
        }
        if (SCHEMA.matcher(words).matches()) {
            return Optional.of(
                    new Clauses(new Condition.Valid(), List.of(new Expectation.Resource())));
        }
        Matcher lacks = LACKS.matcher(words);
        if (lacks.matches() && isAnswer(lacks.group(1))) {
            return Optional.of(
                    new Clauses(
                            new Condition.Valid(),
                            List.of(
                                    new Expectation.LacksFields(
                                            AnswerReader.names(lacks.group(2))))));
        }
        if (UNSURE.matcher(words).matches()) {
            return Optional.empty();
        }
        Matcher ears = EARS.matcher(words);
        if (ears.matches()) {
            return both(ears.group(1), ears.group(2), routed);
        }
        Matcher first = STATUS_FIRST.matcher(words);
        if (first.matches()) {
            return both(first.group(2), first.group(1), routed);
        }
        Matcher plain = PLAIN.matcher(words);
        return plain.matches() ? both(plain.group(1), plain.group(2), routed) : Optional.empty();
    }

    private boolean isAnswer(String words) {
        return words.matches("(?i)(?:response|answer|body)(?: body)?") || facts.isNoun(words);
    }

    private Optional<Clauses> both(
            String situation, String answer, Optional<RouteReader.Routed> routed) {
        Optional<List<Expectation>> expectations = answers.read(answer);
        if (expectations.isEmpty()) {
            return Optional.empty();
        }
        Optional<Condition> condition =
                situation.isBlank()
                        ? unsaid(expectations.get(), routed)
                        : situations.read(situation);
        return condition.map(known -> new Clauses(known, expectations.get()));
    }

    /// A criterion without a situation speaks of a request in order, or of the one its path shows.
    private static Optional<Condition> unsaid(
            List<Expectation> expectations, Optional<RouteReader.Routed> routed) {
        boolean showsUnknown =
                routed.map(known -> known.route().path().segments().stream())
                        .orElseGet(java.util.stream.Stream::of)
                        .anyMatch(segment ->
                                segment.matches("(?i)unknown|missing|nonexistent|does-not-exist"));
        if (showsUnknown) {
            return Optional.of(new Condition.MissingResource(Optional.empty()));
        }
        boolean succeeds =
                expectations.getFirst() instanceof Expectation.Status status
                        && status.code() / 100 == 2;
        return succeeds ? Optional.of(new Condition.Valid()) : Optional.empty();
    }
}
