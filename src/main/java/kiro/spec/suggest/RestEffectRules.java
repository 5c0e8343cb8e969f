package kiro.spec.suggest;

import java.util.List;
import java.util.Optional;
import kiro.spec.rest.Condition;
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.HttpMethod;
import kiro.spec.rest.Response;

/// What an endpoint does when all is well, and what it does when it was done already.
final class RestEffectRules {
    private static final Clue SUCCESS =
            Clue.of(
                    "\\b20\\d\\b|\\b30[1-8]\\b|\\b(?:returns|responds with|answers with|return|respond with|shall (?:return|respond)) (?!4|5|an? error|an? 4|http 4|status 4|no)|\\bsucceeds\\b|\\bis (?:created|updated|stored|saved|deleted|removed|replaced)\\b");
    private static final Clue CREATES =
            Clue.of(
                    "\\b(?:creates?|adds?|registers?|places?|opens?|stores? a new|submits?|uploads?)\\b",
                    "\\b(?:creates?|adds?) no\\b");
    private static final Clue COVERS_201 = Clue.of("\\b20[0-9]\\b|\\bcreated\\b");
    private static final Clue LOCATION = Clue.of("\\blocation\\b");
    private static final Clue UNIQUE =
            Clue.of(
                    "\\bunique\\b|\\balready (?:exists?|taken|registered|used)\\b|\\bno two\\b|\\bduplicates?\\b|\\bmust not exist\\b|\\bonly one\\b.*\\bper\\b|\\bone \\w+ per\\b",
                    "\\bunique (?:id|identifier|request id)\\b|\\b(?:not|need not|no)\\b.*\\bunique\\b|\\bmay be (?:taken|used) twice\\b|\\bnot unique\\b");
    private static final Clue COVERS_409 =
            Clue.of(
                    "\\b409\\b|\\bconflict|\\balready\\b|\\bduplicates?\\b|\\btaken\\b|\\bsecond\\b|\\btwice\\b|\\bsame\\b.*\\b(?:again|exists)\\b|\\bunique\\b");
    private static final Clue STATE =
            Clue.of(
                    "\\b(?:only (?:while|when|if|as long as|until)|can(?:not| no longer) be \\w+ (?:once|after|when)|as long as (?:it|the \\w+) is)\\b.*\\b(?:draft|open|pending|shipped|paid|closed|cancel\\w*|published|active|delivered|confirmed|submitted|started)\\b");
    private static final Clue COVERS_STATE =
            Clue.of(
                    "\\b409\\b|\\bconflict|\\b(?:shipped|paid|closed|cancel\\w*|published|delivered|confirmed|submitted|started)\\b.*\\b(?:4\\d\\d|refused|rejected|cannot|not)\\b|\\b(?:refused|rejected|4\\d\\d)\\b.*\\b(?:shipped|paid|closed|cancel\\w*|published|delivered|confirmed|submitted|started|not (?:draft|open|pending))\\b");
    private static final Clue IDEMPOTENT =
            Clue.of(
                    "\\bidempoten\\w*\\b|\\bsafe(?:ly)? (?:to )?(?:repeat|retr)\\w*",
                    "\\bnot idempotent\\b");
    private static final Clue COVERS_IDEMPOTENT =
            Clue.of(
                    "\\bidempoten|\\btwice\\b|\\bsecond time\\b|\\brepeat|\\bsame key\\b|\\bagain\\b|\\bonce\\b");
    private static final Clue VERSIONED =
            Clue.of(
                    "\\betags?\\b|\\bif-match\\b|\\boptimistic(?:ally)? lock\\w*|\\bversion (?:number|field|conflict)\\b|\\blost updates?\\b",
                    "\\bno (?:etags?|optimistic)\\b");
    private static final Clue COVERS_412 =
            Clue.of(
                    "\\b412\\b|\\b428\\b|\\bif-match\\b|\\b(?:stale|outdated|old|wrong|current|different) (?:version|etag)\\b|\\b409\\b.*\\bversion\\b|\\bversion\\b.*\\b409\\b|\\bconcurrent\\b|\\bmeanwhile\\b");
    private static final Clue COVERS_GONE =
            Clue.of(
                    "\\b20[0-9]\\b|\\b410\\b|\\bgone\\b|\\bis (?:deleted|removed)\\b|\\bno longer\\b");
    private static final Clue PAGED =
            Clue.of(
                    "\\bpag(?:e|es|ed|ing|ination|inated)\\b|\\bcursor\\b|\\boffset\\b|\\bper page\\b|\\bat most \\d+\\b|\\blimit\\b(?! of (?:requests|calls))|\\bfirst \\d+\\b|\\bnext\\b",
                    "\\brate limit\\b|\\bover the limit\\b|\\bno paging\\b");
    private static final Clue LIST =
            Clue.of("\\b(?:lists?|all|every|search(?:es)?|finds?)\\b", "\\brate\\b");
    private static final Clue COVERS_EMPTY =
            Clue.of("\\bempty\\b|\\bno \\w+s\\b|\\bnothing\\b|\\bwithout \\w+s\\b|\\bnone\\b");

    static final List<RestRule> ALL =
            List.of(
                    new RestRule("success", RestEffectRules::success),
                    new RestRule("201", RestEffectRules::created),
                    new RestRule("location", RestEffectRules::location),
                    new RestRule("gone", RestEffectRules::gone),
                    new RestRule("paging", RestEffectRules::paging),
                    new RestRule("empty-list", RestEffectRules::emptyList),
                    new RestRule("409", RestEffectRules::duplicate),
                    new RestRule("409-state", RestEffectRules::state),
                    new RestRule("idempotency", RestEffectRules::idempotency),
                    new RestRule("412", RestEffectRules::version));

    private RestEffectRules() {}

    private static Optional<RestRule.Missing> success(RestView view) {
        boolean isSpecial = view.method() == HttpMethod.DELETE || creates(view).isPresent();
        boolean isCovered =
                view.isCovered(
                        SUCCESS,
                        condition ->
                                condition instanceof Condition.Valid
                                        || condition instanceof Condition.Without);
        if (isCovered || isSpecial) {
            return Optional.empty();
        }
        return RestRule.own(
                view.introduction(),
                view.method() == HttpMethod.GET
                        ? "%s returns 200 and the %s"
                                .formatted(view.route(), isList(view) ? "list" : view.noun())
                        : "%s with a valid body returns 200 and the updated %s"
                                .formatted(view.route(), view.noun()));
    }

    private static Optional<Statement> creates(RestView view) {
        return view.method() == HttpMethod.POST
                ? view.introduction().filter(CREATES::isIn)
                : Optional.empty();
    }

    private static Optional<RestRule.Missing> created(RestView view) {
        return view.isCovered(COVERS_201, Condition.Valid.class::isInstance)
                ? Optional.empty()
                : RestRule.own(
                        creates(view),
                        "%s with a valid body returns 201 and the %s, with a Location header that names it"
                                .formatted(view.route(), view.noun()));
    }

    /// Where the new thing can be fetched, its address is worth telling.
    private static Optional<RestRule.Missing> location(RestView view) {
        boolean canBeFetched =
                view.reading().endpoints().stream()
                        .anyMatch(other ->
                                other.route().method() == HttpMethod.GET
                                        && other.route()
                                                .path()
                                                .value()
                                                .matches(
                                                        java.util.regex.Pattern.quote(
                                                                        view.endpoint()
                                                                                .route()
                                                                                .path()
                                                                                .value())
                                                                + "/\\{[^}/]+\\}"));
        boolean isCovered = view.isCovered(LOCATION) || !view.isCovered(COVERS_201);
        return isCovered || !canBeFetched
                ? Optional.empty()
                : RestRule.own(
                        creates(view),
                        "The Location header of a 201 of %s is the address of the new %s"
                                .formatted(view.route(), view.noun()));
    }

    private static Optional<RestRule.Missing> gone(RestView view) {
        return view.method() != HttpMethod.DELETE || view.isCovered(COVERS_GONE)
                ? Optional.empty()
                : RestRule.own(
                        view.introduction(),
                        "%s returns 204, and the %s is gone".formatted(view.route(), view.noun()));
    }

    private static boolean isList(RestView view) {
        boolean isPlural = view.introduction().filter(LIST::isIn).isPresent() && !view.namesOne();
        return view.method() == HttpMethod.GET
                && (view.endpoint().response().shape() == Response.Shape.LIST || isPlural);
    }

    private static Optional<RestRule.Missing> paging(RestView view) {
        return !isList(view) || view.isCovered(PAGED)
                ? Optional.empty()
                : RestRule.own(
                        view.introduction(),
                        "%s returns at most {{number}} %ss, and says how to get the next ones"
                                .formatted(view.route(), view.noun()));
    }

    private static Optional<RestRule.Missing> emptyList(RestView view) {
        return !isList(view)
                        || view.isCovered(
                                COVERS_EMPTY,
                                one ->
                                        one instanceof Condition.NothingThere
                                                || one instanceof Condition.NothingMatches)
                ? Optional.empty()
                : RestRule.own(
                        view.introduction(),
                        "%s with nothing to list returns 200 and an empty list"
                                .formatted(view.route()));
    }

    private static Optional<RestRule.Missing> duplicate(RestView view) {
        boolean writes = view.method().takesBody();
        Optional<Statement> because = view.says(UNIQUE).or(() -> uniqueField(view));
        return !writes || view.isCovered(COVERS_409, Condition.Duplicate.class::isInstance)
                ? Optional.empty()
                : RestRule.own(
                        because,
                        "%s with a value that must be unique and is taken returns 409 and changes nothing"
                                .formatted(view.route()));
    }

    private static Optional<Statement> uniqueField(RestView view) {
        return view.endpoint().request().body().stream()
                .filter(field -> field.rules().contains(new FieldRule.Unique()))
                .findFirst()
                .flatMap(field -> view.introduction());
    }

    private static Optional<RestRule.Missing> state(RestView view) {
        boolean writes = view.method() != HttpMethod.GET && view.method() != HttpMethod.HEAD;
        return !writes || view.isCovered(COVERS_STATE, Condition.Conflict.class::isInstance)
                ? Optional.empty()
                : RestRule.own(
                        view.says(STATE),
                        "%s in a state that does not allow it returns 409 and changes nothing"
                                .formatted(view.route()));
    }

    private static Optional<RestRule.Missing> idempotency(RestView view) {
        return view.method() == HttpMethod.GET
                        || view.isCovered(COVERS_IDEMPOTENT, Condition.Repeated.class::isInstance)
                ? Optional.empty()
                : RestRule.own(
                        view.says(IDEMPOTENT),
                        "%s sent a second time has no further effect and is answered as the first"
                                .formatted(view.route()));
    }

    private static Optional<RestRule.Missing> version(RestView view) {
        boolean writes =
                view.method() == HttpMethod.PUT
                        || view.method() == HttpMethod.PATCH
                        || view.method() == HttpMethod.DELETE;
        return !writes || view.isCovered(COVERS_412)
                ? Optional.empty()
                : RestRule.own(
                        view.says(VERSIONED),
                        "%s with an If-Match that does not name the current version returns 412 and changes nothing"
                                .formatted(view.route()));
    }
}
