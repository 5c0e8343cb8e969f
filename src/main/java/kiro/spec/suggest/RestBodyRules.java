package kiro.spec.suggest;

import java.util.List;
import java.util.Optional;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Field;

/// What a caller sends, and what becomes of it when it is wrong.
final class RestBodyRules {
    private static final Clue FIELDS =
            Clue.of(
                    "\\b(?:required|mandatory|must be|at most|at least|between|up to|valid|not blank|non-empty)\\b.*\\b(?:characters?|digits?|positive|integer|numbers?|e-?mail|url|date|fields?|letters|items?|elements)\\b|\\b\\d+ ?(?:to|-|–) ?\\d+ characters\\b|\\bvalidat(?:ed|ion|es)\\b|\\brequest fields\\b");
    private static final Clue COVERS_INVALID =
            Clue.of(
                    "\\b422\\b|\\b400\\b|\\binvalid (?!token|cred|api|jwt|session|id)\\w*|\\bvalidation (?:errors?|fails?)\\b|\\bfails? validation\\b|\\b(?:missing|blank|empty|too (?:long|short|large|small)) (?:\\w+ )?(?:fields?|names?|titles?|values?)\\b|\\bproblem details?\\b");
    private static final Clue JSON =
            Clue.of(
                    "\\bjson\\b|\\bapplication/\\w+|\\bmultipart\\b|\\bcontent[- ]types?\\b|\\bmedia types?\\b",
                    "\\b(?:response|answer|returns?|log)\\b");
    private static final Clue COVERS_415 =
            Clue.of(
                    "\\b415\\b|\\bunsupported media\\b|\\bmedia types?\\b|\\bcontent[- ]type\\b|\\b(?:not|other than|instead of) (?:\\w+ )?json\\b");
    private static final Clue COVERS_MALFORMED =
            Clue.of(
                    "\\bmalformed\\b|\\bnot (?:valid )?json\\b|\\binvalid json\\b|\\bcannot be (?:parsed|read)\\b|\\bunparseable\\b|\\bsyntax\\b|\\bbroken json\\b");
    private static final Clue SIZE =
            Clue.of(
                    "\\b(?:body|bodies|payload|upload|file|attachment|image|picture|photo|document)s?\\b.{0,60}\\b\\d+ ?(?:kb|kib|mb|mib|gb|kilobytes|megabytes|bytes)\\b|\\b\\d+ ?(?:kb|kib|mb|mib|gb|kilobytes|megabytes)\\b.{0,60}\\b(?:body|payload|upload|file|attachment|image|picture|photo|document)s?\\b",
                    "\\b(?:response|answer|log|memory|sentence)\\b");
    private static final Clue COVERS_413 =
            Clue.of(
                    "\\b413\\b|\\btoo large\\b|\\blarger than\\b|\\bmore than \\d+ ?(?:kb|kib|mb|mib)\\b|\\bover \\d+ ?(?:kb|kib|mb|mib)\\b|\\bexceed");

    static final List<RestRule> ALL =
            List.of(
                    new RestRule("422", RestBodyRules::invalid),
                    new RestRule("malformed-body", RestBodyRules::malformed),
                    new RestRule("415", RestBodyRules::mediaType),
                    new RestRule("413", RestBodyRules::tooLarge));

    private RestBodyRules() {}

    private static Optional<RestRule.Missing> invalid(RestView view) {
        boolean isCovered =
                view.isCovered(
                        COVERS_INVALID,
                        condition ->
                                condition instanceof Condition.InvalidFields
                                        || condition instanceof Condition.LengthIs);
        if (isCovered || !view.method().takesBody()) {
            return Optional.empty();
        }
        Optional<Statement> because = ruled(view).or(() -> view.says(FIELDS));
        return RestRule.own(
                because,
                "%s with invalid fields returns 422, and the body names each invalid field"
                        .formatted(view.route()));
    }

    /// The sentence or row that gives a field of the body a rule that can be broken.
    private static Optional<Statement> ruled(RestView view) {
        return view.endpoint().request().body().stream()
                .filter(field -> !field.rules().isEmpty() || field.isRequired())
                .map(Field::span)
                .flatMap(span -> view.at(span).stream())
                .findFirst();
    }

    private static Optional<RestRule.Missing> malformed(RestView view) {
        boolean isCovered =
                view.isCovered(COVERS_MALFORMED, Condition.MalformedBody.class::isInstance);
        return isCovered || !view.method().takesBody()
                ? Optional.empty()
                : RestRule.shared(
                        view.says(JSON),
                        "%s with a body that cannot be read returns 400 and changes nothing"
                                .formatted(view.route()),
                        "A body that cannot be read is answered with 400, and nothing is changed");
    }

    private static Optional<RestRule.Missing> mediaType(RestView view) {
        boolean isCovered =
                view.isCovered(COVERS_415, Condition.UnsupportedMediaType.class::isInstance);
        return isCovered || !view.method().takesBody()
                ? Optional.empty()
                : RestRule.shared(
                        view.says(JSON),
                        "%s with a body of another media type returns 415".formatted(view.route()),
                        "A body of another media type is answered with 415");
    }

    private static Optional<RestRule.Missing> tooLarge(RestView view) {
        boolean isCovered = view.isCovered(COVERS_413, Condition.BodyTooLarge.class::isInstance);
        return isCovered || !view.method().takesBody()
                ? Optional.empty()
                : RestRule.own(
                        view.says(SIZE),
                        "%s with a body over the limit returns 413 and stores nothing of it"
                                .formatted(view.route()));
    }
}
