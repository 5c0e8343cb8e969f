package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.UnreadSentence;

/// What a sentence that was not understood may forbid. An endpoint that lets in more callers than its spec allows is
/// worse than none, so it is left out where such a sentence may be about it; where one may forbid anything else the
/// endpoint is written without it, and says so.
enum Restriction {
    CALLERS(
            "who may use it",
            "403|forbidden|unauthori[sz]ed|permissions?|privileges?|roles?|admins?|administrators?|owners?|owned",
            "only (?!once|if|when|while|until|after|before|as long)(?![^.;]*\\b(can|may|must) (only )?be (?!\\w+ by\\b))[^.;]*\\b(may|can|is|are|has|have|do|does)\\b",
            "^only (?!once|if|when|while|until|after|before|as long)(?![^.;]*\\b(can|may|must) (only )?be (?!\\w+ by\\b)).+",
            "(may|can|must) only",
            "(?<!is |are |be )[\\w-]+ only(?! (once|if|when|while|until|after|before|as long|in)\\b)",
            "(their|his|her|its|one['’]s|my|[\\w-]+['’]s?) own|own(?= [\\w-]+s)",
            "(another|other|different|foreign) (users?|persons?|people|callers?|clients?|customers?|members?)",
            "(another|other|different) [\\w-]+ ?(['’]s?)",
            "(of|by|from|as) (another|other|an? different) [\\w-]+",
            "(somebody|someone|everybody|everyone|anybody|anyone) else|nobody|no one|strangers?",
            "except|unless|neither"),
    FREQUENCY(
            "how often it may be used",
            "429|rate.?limit\\w*|throttl\\w*|too many requests",
            "(requests?|calls?|attempts?|times|[\\w-]+s) (per|an?|each|every|within an?|in an?) ([\\w-]+ )?(second|minute|hour|day)s?",
            "(at most|no more than|up to) [\\w-]+ [^.;]*\\b(per|within|in) ([\\w-]+ )?([\\w-]+ )?(seconds?|minutes?|hours?|days?)"),
    COPIES(
            "what may be there more than once",
            "unique\\w*|duplicat\\w*|only once|once only|twice|a second time|overlap\\w*|double.?book\\w*",
            "same [^.;]*\\b(again|409|refused|rejected|conflict)",
            "already [^.;]*\\b(409|conflict|refused|rejected|errors?|taken|in use|used|exists?|registered)",
            "(exists?|taken|in use|registered|booked) already [^.;]*\\b(409|conflict|refused|rejected|errors?)",
            "at (the|that) same time|at that time"),
    STATES(
            "when it may be done",
            "409|412|423|conflicts?",
            "cannot|can ?n[o']t|can’t|may not|must not|mustn't|could not|should not|shall not|no longer|not allowed",
            "only (if|when|while|until|once|after|before|as long as|in)",
            "only [^.;]* (can|may|must) be",
            "is refused|are refused|is rejected|are rejected|is an error|no more"),
    INPUT(
            "what may be sent",
            "400|422|bad requests?|required|mandatory|(in)?valid",
            "must|has to|have to|shall|needs? to",
            "at (least|most)|no more than|not more than|maximum|minimum|limited to|not negative");

    private static final Pattern ROUTE =
            Pattern.compile("(\\b(GET|PUT|POST|PATCH|DELETE|HEAD) )?(?<!\\S)/[\\w{}/?&=.-]+");
    private static final Pattern REQUEST =
            Pattern.compile("\\b(GET|PUT|POST|PATCH|DELETE) /[\\w{}/.-]*");
    private static final Pattern REFUSED =
            Pattern.compile(
                    "(?i)(\\b(returns?|answers?|responds?|replies|gives|gets|with|status|code|is|HTTP|an?)|[:=>→])\\s*4\\d\\d\\b");
    private static final String TECHNICAL = "(?i).*(constraint|technical|approach|design|note).*";
    private static final String PEOPLE =
            "(?is).*\\b(users?|callers?|clients?|customers?|members?|admins?|owners?|persons?|people|every(one|body)|any(one|body)|else|their own|roles?|403)\\b.*";

    private final String what;
    private final Pattern words;

    Restriction(String what, String... words) {
        this.what = what;
        this.words = Pattern.compile("(?<![\\w-])(" + String.join("|", words) + ")(?![\\w-])");
    }

    /// A sentence that may restrict an endpoint.
    record Open(UnreadSentence sentence, Restriction restriction) {

        /// Whether it may keep callers out.
        boolean isOfCallers() {
            return restriction == CALLERS;
        }

        /// Why the endpoint is left out.
        String reason() {
            return "\"%s\" may restrict %s, and was not understood"
                    .formatted(sentence.text(), restriction.what);
        }
    }

    /// The sentences that may restrict an endpoint, each by what it may restrict first.
    static List<Open> of(List<UnreadSentence> unread, Wants wants) {
        var found = new ArrayList<Open>();
        for (UnreadSentence sentence : unread) {
            Arrays.stream(values())
                    .filter(one ->
                            one.isIn(sentence)
                                    && (one.matters(sentence, wants)
                                            || (one != CALLERS && isRefusal(sentence, wants))))
                    .findFirst()
                    .ifPresent(one -> found.add(new Open(sentence, one)));
        }
        return List.copyOf(found);
    }

    /// A criterion by which a request to the endpoint is refused, whatever else is.
    private static boolean isRefusal(UnreadSentence sentence, Wants wants) {
        return sentence.criterion().isPresent()
                && REFUSED.matcher(sentence.text()).find()
                && isOf(wants, sentence.text().replace("`", ""));
    }

    private static boolean isOf(Wants wants, String text) {
        String route = wants.endpoint().route().toString();
        Matcher named = REQUEST.matcher(text);
        return !named.find() || route.equals(named.group().replaceFirst("[.,:;?]+$", ""));
    }

    private boolean isIn(UnreadSentence sentence) {
        if (sentence.reason().equals("the spec has no endpoint that does this")) {
            return false;
        }
        String text =
                ROUTE.matcher(sentence.text().replace("`", ""))
                        .replaceAll(" ")
                        .toLowerCase(Locale.ROOT);
        return words.matcher(text).find()
                && !(this == CALLERS && (isOfLists(text) || isOfThings(text)));
    }

    /// "A loan cannot be renewed while another member waits" says of the loan when it can be, and of nobody who may.
    private static boolean isOfThings(String text) {
        return text.matches(
                "(an?|the|no|only)? ?[\\w -]+ (cannot|can ?not|can't|may not|must not|mustn't|can|may|must) (only |no longer |never )?be \\w+(?![^.;]* (by|to|for) )[^.;]* (while|until|unless|once|before|after|when|if|as long as) .*");
    }

    /// "lists open tickets only" selects; it forbids nothing.
    private static boolean isOfLists(String text) {
        return text.matches(
                        ".*\\b(lists?|returns?|contains?|shows?|filters?|selects?|listed|returned|shown)\\b.*")
                && text.matches(".*\\bonly\\b.*")
                && !text.matches(
                        ".*\\b(own|may|can|owners?|roles?|admins?|caller('s)?|users?|403|else|other)\\b.*");
    }

    /// A requirement always does; a criterion where nothing that was understood is of this kind.
    private boolean matters(UnreadSentence sentence, Wants wants) {
        if (sentence.criterion().isPresent()) {
            return this != INPUT && !isUnderstood(wants);
        }
        return switch (this) {
            case FREQUENCY, COPIES -> true;
            case CALLERS ->
                    !sentence.section().matches(TECHNICAL) || sentence.text().matches(PEOPLE);
            case STATES -> !sentence.section().matches(TECHNICAL);
            case INPUT ->
                    !sentence.section().matches(TECHNICAL)
                            && wants.endpoint().route().method().takesBody();
        };
    }

    private boolean isUnderstood(Wants wants) {
        return switch (this) {
            case CALLERS ->
                    wants.ownerOnly()
                            || !wants.onlyRoles().isEmpty()
                            || ListWriter.ownOnly(wants)
                            || wants.endpoint()
                                    .behaviours()
                                    .contains(new Behaviour.AdmitsEveryone());
            case FREQUENCY -> wants.endpoint().rateLimit().isPresent();
            case COPIES -> !UniqueWriter.fields(wants).isEmpty();
            case STATES ->
                    !StateGuards.allowed(wants).isEmpty()
                            || !StateGuards.forbidden(wants).isEmpty()
                            || !StateGuards.neverLower(wants).isEmpty()
                            || wants.conditions()
                                    .anyMatch(one ->
                                            StateGuards.isOfStates(one)
                                                    || one instanceof Condition.Duplicate);
            case INPUT -> true;
        };
    }
}
