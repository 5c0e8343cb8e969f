package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What is known of English words beyond the grammar: plurals, and which words name no resource.
public final class Words {
    private static final Map<String, String> DEEDS =
            Map.ofEntries(
                    Map.entry("registration", "register"),
                    Map.entry("cancellation", "cancel"),
                    Map.entry("cancelation", "cancel"),
                    Map.entry("reservation", "reserve"),
                    Map.entry("approval", "approve"),
                    Map.entry("removal", "remove"),
                    Map.entry("deletion", "delete"),
                    Map.entry("creation", "create"),
                    Map.entry("acceptance", "accept"),
                    Map.entry("confirmation", "confirm"),
                    Map.entry("completion", "complete"),
                    Map.entry("submission", "submit"),
                    Map.entry("rejection", "reject"),
                    Map.entry("assignment", "assign"),
                    Map.entry("extension", "extend"),
                    Map.entry("activation", "activate"),
                    Map.entry("deactivation", "deactivate"),
                    Map.entry("publication", "publish"),
                    Map.entry("correction", "correct"),
                    Map.entry("renewal", "renew"),
                    Map.entry("withdrawal", "withdraw"),
                    Map.entry("admission", "admit"),
                    Map.entry("enrolment", "enrol"),
                    Map.entry("enrollment", "enroll"),
                    Map.entry("subscription", "subscribe"),
                    Map.entry("invitation", "invite"),
                    Map.entry("relocation", "relocate"),
                    Map.entry("announcement", "announce"),
                    Map.entry("nomination", "nominate"),
                    Map.entry("postponement", "postpone"));

    private static final Pattern HUMPS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");
    private static final Map<String, String> IRREGULAR =
            Map.of(
                    "people",
                    "person",
                    "children",
                    "child",
                    "statuses",
                    "status",
                    "species",
                    "species",
                    "series",
                    "series",
                    "news",
                    "news",
                    "ups",
                    "up",
                    "ins",
                    "in");
    private static final Pattern TIME = Pattern.compile("([a-z]+)(?:At|On|Date|Time)");
    private static final Map<String, String> IRREGULAR_DONE =
            Map.ofEntries(
                    Map.entry("pay", "paid"),
                    Map.entry("send", "sent"),
                    Map.entry("sell", "sold"),
                    Map.entry("lend", "lent"),
                    Map.entry("hold", "held"),
                    Map.entry("withdraw", "withdrawn"),
                    Map.entry("begin", "begun"),
                    Map.entry("freeze", "frozen"),
                    Map.entry("hide", "hidden"),
                    Map.entry("take", "taken"),
                    Map.entry("read", "read"),
                    Map.entry("win", "won"),
                    Map.entry("lose", "lost"),
                    Map.entry("break", "broken"),
                    Map.entry("steal", "stolen"),
                    Map.entry("write", "written"),
                    Map.entry("choose", "chosen"),
                    Map.entry("forgive", "forgiven"),
                    Map.entry("draw", "drawn"),
                    Map.entry("bring", "brought"),
                    Map.entry("build", "built"),
                    Map.entry("buy", "bought"),
                    Map.entry("spend", "spent"),
                    Map.entry("shut", "shut"));

    /// What is left of a verb in "e" before "ing": "clos", "archiv", "activat".
    private static final Pattern WITHOUT_E =
            Pattern.compile(
                    ".*(v|z|[^s]s|c|u|rg|ang|[^aeiou][aeiou]k|[^aeiou](at|ot|ir|ar|id)|let|ut|[tn]or)");

    /// Things that are called by a verb and its particle: `sign-ups`.
    private static final Pattern WITH_PARTICLE =
            Pattern.compile("[A-Za-z]+-(?:up|in|out|off|down)s");

    private static final Set<String> TYPE_SUFFIXES =
            Set.of(
                    "dto",
                    "response",
                    "view",
                    "schema",
                    "model",
                    "resource",
                    "json",
                    "body",
                    "representation",
                    "payload",
                    "entity",
                    "data",
                    "details");
    private static final Set<String> NOT_IN_PATHS =
            Set.of("api", "rest", "public", "internal", "me", "self", "current", "search", "v");
    private static final Set<String> NOT_IN_TITLES =
            Set.of(
                    "update",
                    "read",
                    "create",
                    "delete",
                    "list",
                    "get",
                    "fetch",
                    "endpoint",
                    "api",
                    "rest",
                    "spec",
                    "specification",
                    "feature",
                    "the",
                    "a",
                    "an",
                    "of",
                    "for",
                    "and",
                    "or",
                    "to",
                    "by",
                    "with",
                    "own",
                    "new",
                    "rate",
                    "limit",
                    "limited",
                    "search",
                    "add",
                    "remove",
                    "edit",
                    "change",
                    "cancel",
                    "updating",
                    "creating",
                    "reading",
                    "deleting",
                    "listing",
                    "creation",
                    "deletion",
                    "removal",
                    "request",
                    "response",
                    "token",
                    "field",
                    "body",
                    "header",
                    "http",
                    "put",
                    "post",
                    "patch",
                    "requirement",
                    "requirements",
                    "document",
                    "status",
                    "authentication",
                    "authenticated",
                    "secure",
                    "service",
                    "server",
                    "system",
                    "retrieval",
                    "registration",
                    "lookup",
                    "detail",
                    "public",
                    "private",
                    "valid",
                    "invalid",
                    "unknown",
                    "missing",
                    "in",
                    "on",
                    "from",
                    "one",
                    "all",
                    "single",
                    "data",
                    "rule",
                    "limiting",
                    "access",
                    "caller",
                    "owner",
                    "id",
                    "error",
                    "validation",
                    "replace",
                    "write",
                    "view",
                    "show",
                    "store",
                    "as");

    private Words() {}

    static String singular(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss")) {
            return word;
        }
        if (word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        for (String end : List.of("sses", "ches", "shes", "xes", "zes")) {
            if (word.endsWith(end)) {
                return word.substring(0, word.length() - 2);
            }
        }
        return word.substring(0, word.length() - 1);
    }

    /// The words of `displayName`, `display-name` or `display_name`, in lower case.
    static List<String> ofCamelCase(String name) {
        var words = new ArrayList<String>();
        for (String word : HUMPS.split(name)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    static boolean isTypeSuffix(String word) {
        return TYPE_SUFFIXES.contains(word);
    }

    /// The nouns in a fixed segment of a path: `order-items` has `order` and `item`.
    static List<String> nounsOfSegment(String segment) {
        if (WITH_PARTICLE.matcher(segment).matches()) {
            return List.of(segment.substring(0, segment.length() - 1).toLowerCase(Locale.ROOT));
        }
        return ofCamelCase(segment).stream()
                .map(Words::singular)
                .filter(word -> !NOT_IN_PATHS.contains(word) && word.length() > 1)
                .filter(word -> !word.matches("v?\\d+"))
                .toList();
    }

    /// The forms of the verb that a path ends in: `archive` has "archives" and "archiving".
    static List<String> actionsOf(String segment) {
        String verb = singular(segment.toLowerCase(Locale.ROOT));
        String stem = verb.endsWith("e") ? verb.substring(0, verb.length() - 1) : verb;
        return List.of(verb, verb + "s", verb + "es", stem + "ing", doubled(stem) + "ing");
    }

    /// The verb of which a form is said: "closing" of `close`, "moves" of `move`.
    static String verbOf(String form) {
        String word = form.toLowerCase(Locale.ROOT);
        if (word.endsWith("ing") && word.length() > 5) {
            String stem = word.substring(0, word.length() - 3);
            boolean isDoubled =
                    stem.length() > 2
                            && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)
                            && !stem.matches(".*(ss|ll|zz)");
            if (isDoubled) {
                return stem.substring(0, stem.length() - 1);
            }
            return WITHOUT_E.matcher(stem).matches() ? stem + "e" : stem;
        }
        return singular(word);
    }

    /// What is done in a deed that has a noun of its own: "register" of "registration".
    static Optional<String> verbOfDeed(String noun) {
        return Optional.ofNullable(DEEDS.get(noun));
    }

    /// The verb of which it is said that it has been done: "cancelled" of `cancel`, "closed" of `close`.
    public static String verbOfDone(String done) {
        String stem = done.replaceFirst("ed$", "");
        return stem.matches(".*[aeiou]ll") && stem.length() > 5
                ? stem.substring(0, stem.length() - 1)
                : done.endsWith("ied") ? done.replaceFirst("ied$", "y") : verbOf(stem + "ing");
    }

    /// The verb of which it is said that it has been done, irregular ones as well: "paid" of `pay`.
    static String verbOfAnyDone(String done) {
        return IRREGULAR_DONE.entrySet().stream()
                .filter(entry -> entry.getValue().equals(done))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> verbOfDone(done));
    }

    /// Whether a word is said of what has been done: "waived", "withdrawn", "checked out".
    static boolean isDone(String word) {
        String verb = word.replaceFirst("[- ].*", "");
        return verb.matches("[a-z]{2,}ed") || IRREGULAR_DONE.containsValue(verb);
    }

    /// Several of a thing: "loans" of "loan".
    static String plural(String word) {
        if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word + (word.matches(".*(s|x|z|ch|sh)") ? "es" : "s");
    }

    private static String doubled(String stem) {
        return stem.isEmpty() ? stem : stem + stem.charAt(stem.length() - 1);
    }

    /// Whether two words are for the same role: an administrator is an `ADMIN`.
    static boolean isSameRole(String a, String b) {
        return role(a).equals(role(b));
    }

    private static String role(String word) {
        String bare = singular(word.toLowerCase(Locale.ROOT));
        return bare.equals("administrator") ? "admin" : bare;
    }

    /// What has been done when a verb was done, in the spellings that there are: `cancel` has "cancelled"
    /// and "canceled", `pay` has "paid".
    public static List<String> doneBy(String verb) {
        String base = verb.toLowerCase(Locale.ROOT);
        String irregular = IRREGULAR_DONE.get(base);
        if (irregular != null) {
            return List.of(irregular);
        }
        if (base.endsWith("e")) {
            return List.of(base + "d");
        }
        if (base.matches(".*[^aeiou]y")) {
            return List.of(base.substring(0, base.length() - 1) + "ied");
        }
        return List.of(base + "ed", doubled(base) + "ed");
    }

    /// The noun in a parameter's name: `{orderId}` has `order`.
    static List<String> ofParameter(String segment) {
        List<String> words = ofCamelCase(segment);
        boolean isId =
                words.size() > 1
                        && Set.of("id", "uuid", "key", "slug", "code").contains(words.getLast());
        return isId ? words.subList(0, words.size() - 1) : List.of();
    }

    /// What people call a field for a point in time: `startsAt` is the start.
    static List<String> shortTimes(String field) {
        var time = TIME.matcher(field);
        if (!time.matches()) {
            return List.of();
        }
        String word = time.group(1).toLowerCase(Locale.ROOT);
        return singular(word).equals(word) ? List.of(word) : List.of(word, singular(word));
    }

    static List<String> nounsOfTitle(String title) {
        return ofCamelCase(title).stream()
                .map(Words::singular)
                .filter(word -> word.length() > 2 && !NOT_IN_TITLES.contains(word))
                .toList();
    }
}
