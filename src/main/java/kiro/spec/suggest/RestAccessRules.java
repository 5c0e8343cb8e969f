package kiro.spec.suggest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.spec.rest.Authentication;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.FieldType;
import kiro.spec.rest.Permission;

/// Who may call an endpoint, and for what.
final class RestAccessRules {
    private static final Clue AUTHENTICATION =
            Clue.of(
                    "\\bauthenticat(?:ion|ed|es)\\b|\\bbearer\\b|\\bjwts?\\b|\\boauth2?\\b|\\bapi[- ]keys?\\b|\\baccess tokens?\\b|\\b(?:signed|logged)[- ]in\\b|\\bsession cookies?\\b|\\bbasic auth\\b",
                    "\\b(?:no|without|not|never|optional|un)[- ]?(?:\\w+ ){0,2}(?:authenticat\\w+|tokens?|log(?:ged)?[- ]?in|credentials?|api[- ]keys?)\\b|\\b(?:authentication|token|login|api[- ]key)s? (?:is|are) (?:not|optional)|\\banonymous\\w*\\b|\\bopen to (?:everyone|all)\\b|\\bpublicly\\b|\\bout of scope\\b");
    private static final Clue COVERS_401 =
            Clue.of(
                    "\\b401\\b|\\bunauthenticated\\b|\\bunauthori[sz]ed\\b|\\bnot (?:authenticated|logged in|signed in)\\b|\\b(?:without|no|missing|invalid|expired|bad) (?:\\w+ ){0,3}(?:tokens?|credentials?|session|cookie|api[- ]key|authentication|jwt)\\b|\\banonymous\\b");
    private static final Clue OWNERSHIP =
            Clue.of(
                    "\\bonly (?:the |its |their |an? )?(?:\\w+ ){0,2}(?:owners?|authors?|creator|users? (?:themsel\\w+|who))\\b|\\b(?:their|his|her|its) own\\b|\\bown (?:profile|orders?|data|account|resources?|\\w+s)\\b|\\b(?:another|other|someone else's|somebody else's|foreign) (?:users?'?s?|persons?'?s?|customers?'?s?|callers?'?s?|accounts?)\\b.*\\b(?:may|can|must|not|cannot|never|forbidden|denied)\\b|\\bbelongs? to the (?:caller|user|customer)\\b",
                    "\\bany (?:signed-in )?user may\\b|\\beveryone may\\b|\\bneed not\\b|\\brate\\b|\\blimit\\b");
    private static final Clue COVERS_FOREIGN =
            Clue.of(
                    "\\b403\\b|\\bforbidden\\b|\\b(?:another|other|someone else's|somebody else's|foreign|different) (?:\\w+ )?(?:users?|persons?|customers?|callers?|accounts?|owners?|tenants?|authors?)\\b.*\\b(?:40[34]|refused|denied|rejected|not found|cannot|not)\\b|\\bnot (?:the owner|their own|own)\\b|\\bown(?:s|ed)? by (?:another|someone)\\b|\\bonly (?:the )?own\\b|\\bnot permitted\\b|\\baccess denied\\b");
    private static final Clue ROLE =
            Clue.of(
                    "\\b(?:only|requires?|must (?:have|be)|needs?|restricted to|reserved for|limited to) (?:\\w+ ){0,4}(?:admins?|administrators?|moderators?|managers?|editors?|support|staff|roles?|permissions?|scopes?)\\b|\\badmin(?:istrator)?s? only\\b",
                    "\\b(?:no|without|not) (?:\\w+ )?(?:roles?|permissions?|scopes?)\\b");

    /// Whom it is about may do it without the role.
    private static final Clue OWNER_OR_ROLE =
            Clue.of(
                    "\\b(?:owners?|authors?|creators?|users?|customers?|members?|themsel\\w+|callers? (?:own|themsel\\w+))\\b(?: \\w+){0,3} (?:and|or) (?:an? |the )?(?:\\w+ )?(?:admins?|administrators?|moderators?|managers?|editors?|support|staff)\\b"
                            + "|\\b(?:admins?|administrators?|moderators?|managers?|editors?|support|staff)\\b(?: \\w+){0,3} (?:and|or) (?:an? |the )?(?:\\w+ )?(?:owners?|authors?|creators?|users?|customers?|members?)\\b");

    private static final Pattern ROLE_NAME =
            Pattern.compile(
                    "\\b(admin|administrator|moderator|manager|editor|support|staff)s?\\b|\\b([a-z]+)[- ](?:role|permission|scope)\\b");
    private static final Clue COVERS_ROLE =
            Clue.of(
                    "\\b403\\b|\\bforbidden\\b|\\bnot (?:an? )?(?:admins?|administrators?|moderators?)\\b|\\bnon-admins?\\b|\\b(?:without|lacks?|lacking|no|not have|missing) (?:\\w+ ){0,3}(?:roles?|permissions?|scopes?|rights?)\\b|\\bnot permitted\\b|\\baccess denied\\b");
    private static final Clue COVERS_404 =
            Clue.of(
                    "\\b404\\b|\\bnot found\\b|\\bdoes(?: not|n't) exist\\b|\\bdo not exist\\b|\\bunknown\\b|\\bnon-?existent\\b|\\bno such\\b|\\bthere is no\\b|\\bmissing (?!or |field|token|auth|cred|header|body|api|required)\\w+\\b|\\b410\\b");
    private static final Clue TYPED_ID =
            Clue.of(
                    "\\b(?:ids?|identifiers?|\\w*id)\\}?(?: of (?:an? |the )?\\w+)? (?:is|are|must be|has to be|have to be) (?:an? |always )?(?:valid |positive )?(?:uuids?|integers?|numbers?|numeric)\\b|\\b(?:ids?|identifiers?) of the form\\b|\\buuids? in the path\\b");
    private static final Clue COVERS_MALFORMED_ID =
            Clue.of(
                    "\\b(?:malformed|invalid|ill-formed|non-numeric|bad) (?:\\w+ )?(?:ids?|identifiers?|uuids?)\\b|\\bnot (?:an? )?(?:valid )?(?:uuid|number|integer|numeric|id)\\b|\\bids? (?:that|which) (?:is|are) not\\b|\\bid\\b.*\\b400\\b");

    static final List<RestRule> ALL =
            List.of(
                    new RestRule("404", RestAccessRules::unknown),
                    new RestRule("malformed-id", RestAccessRules::malformedId),
                    new RestRule("401", RestAccessRules::unauthenticated),
                    new RestRule("403", RestAccessRules::foreign),
                    new RestRule("403-role", RestAccessRules::role));

    private RestAccessRules() {}

    private static Optional<RestRule.Missing> unauthenticated(RestView view) {
        boolean isOpen = view.endpoint().authentication() == Authentication.NOT_REQUIRED;
        if (isOpen || view.isCovered(COVERS_401, Condition.Unauthenticated.class::isInstance)) {
            return Optional.empty();
        }
        Optional<Statement> because = view.says(AUTHENTICATION);
        String credential = credential(view, because);
        return RestRule.shared(
                because,
                "%s without a valid %s returns 401".formatted(view.route(), credential),
                "A request without a valid %s returns 401".formatted(credential));
    }

    private static String credential(RestView view, Optional<Statement> because) {
        for (Behaviour behaviour : view.endpoint().behaviours()) {
            if (behaviour instanceof Behaviour.AuthenticatesBy by) {
                return switch (by.scheme()) {
                    case BEARER_TOKEN -> "token";
                    case API_KEY -> "API key";
                    case BASIC -> "user name and password";
                    case SESSION -> "session";
                };
            }
        }
        String words = because.map(Statement::lower).orElse("");
        if (words.contains("api key") || words.contains("api-key")) {
            return "API key";
        }
        return words.contains("session") ? "session" : "token";
    }

    private static Optional<RestRule.Missing> foreign(RestView view) {
        boolean isOwned =
                view.endpoint().permission() instanceof Permission.Owner
                        || view.endpoint().permission() instanceof Permission.OwnerOrRoles;
        boolean isCovered =
                view.isCovered(COVERS_FOREIGN, Condition.ForeignResource.class::isInstance);
        if (isCovered || !view.hasPathParameter()) {
            return Optional.empty();
        }
        Optional<Statement> because =
                view.says(OWNERSHIP).or(() -> isOwned ? view.introduction() : Optional.empty());
        return RestRule.own(
                because,
                "%s on another user's %s returns 403".formatted(view.route(), view.noun()));
    }

    private static Optional<RestRule.Missing> role(RestView view) {
        if (view.isCovered(COVERS_ROLE, Condition.WithoutRole.class::isInstance)) {
            return Optional.empty();
        }
        Optional<Statement> because = view.says(ROLE);
        String role = because.map(RestAccessRules::roleName).orElse("role");
        if (because.filter(OWNER_OR_ROLE::isIn).isPresent() && view.hasPathParameter()) {
            return RestRule.own(
                    because,
                    "%s by another user without the %s returns 403".formatted(view.route(), role));
        }
        return RestRule.shared(
                because,
                "%s by a caller without the %s returns 403".formatted(view.route(), role),
                "A request by a caller without the %s returns 403".formatted(role));
    }

    private static String roleName(Statement statement) {
        Matcher name = ROLE_NAME.matcher(statement.lower());
        if (!name.find()) {
            return "role";
        }
        return name.group(1) != null ? name.group(1) + " role" : name.group();
    }

    private static Optional<RestRule.Missing> unknown(RestView view) {
        boolean isCovered = view.isCovered(COVERS_404, Condition.MissingResource.class::isInstance);
        return isCovered || !view.hasPathParameter()
                ? Optional.empty()
                : RestRule.own(
                        view.introduction(),
                        "%s for an unknown %s returns 404".formatted(view.route(), view.owner()));
    }

    private static Optional<RestRule.Missing> malformedId(RestView view) {
        boolean isCovered =
                view.isCovered(COVERS_MALFORMED_ID, Condition.MalformedId.class::isInstance);
        if (isCovered || !view.hasPathParameter()) {
            return Optional.empty();
        }
        Optional<Statement> because = view.says(TYPED_ID).or(() -> typedParameter(view));
        boolean isUuid = because.filter(said -> said.lower().contains("uuid")).isPresent();
        String form = isUuid ? "a UUID" : "a number";
        return RestRule.own(
                because, "%s with an id that is not %s returns 400".formatted(view.route(), form));
    }

    /// The sentence or row that gives a parameter of the path a type that not every text has.
    private static Optional<Statement> typedParameter(RestView view) {
        return view.endpoint().request().path().stream()
                .filter(field ->
                        field.type() == FieldType.Plain.UUID
                                || field.type() == FieldType.Plain.INTEGER)
                .flatMap(field -> view.at(field.span()).stream())
                .findFirst();
    }
}
