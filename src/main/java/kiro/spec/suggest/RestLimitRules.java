package kiro.spec.suggest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.RateLimit;

/// How much may be asked of an endpoint, what it depends on, and what it must not tell.
final class RestLimitRules {
    private static final Clue LIMIT =
            Clue.of(
                    "\\brate[- ]?limit(?:s|ed|ing)?\\b|\\bthrottl(?:ed|ing|es?)\\b|\\b\\d+ (?:requests|calls)\\b.{0,30}\\b(?:second|minute|hour|day)\\b|\\b(?:requests|calls) (?:per|a) (?:second|minute|hour|day)\\b",
                    "\\bno (?:rate )?limits?\\b|\\bnot (?:rate[- ]?limited|throttled|limited)\\b|\\bwithout (?:a |any )?(?:rate )?limits?\\b|\\bunlimited\\b|\\bno rate\\b|\\brate[- ]?limits?:? (?:is |are )?none\\b|\\bnone requests\\b");
    private static final Clue COVERS_429 =
            Clue.of(
                    "\\b429\\b|\\btoo many requests\\b|\\bover the (?:rate )?limit\\b|\\b(?:exceed\\w*|more (?:requests|calls) than)\\b.*\\b(?:limit|allowed|minute)\\b|\\bthrottl");
    private static final Clue RETRY_AFTER =
            Clue.of(
                    "\\bretry-after\\b|\\bhow long to wait\\b|\\bseconds to wait\\b|\\bwhen to (?:retry|try)\\b");
    private static final Clue OTHER_CALLER =
            Clue.of("\\b(?:another|other|per|each) (?:user|caller|client|address|key|ip)");
    private static final Clue SAYS_429 =
            Clue.of("\\b429\\b|\\bover the limit\\b|\\btoo many requests\\b");
    private static final Clue UPSTREAM =
            Clue.of(
                    "\\b(?:calls?|asks?|queries|forwards? .* to|fetche?s? .* from|proxies|delegates? to|relies on|depends on) (?:\\w+ ){0,2}(?:[a-z-]+ (?:service|api|provider|gateway|server)|upstream|third[- ]party)\\b|\\bupstream\\b|\\bthird[- ]party (?:api|service|provider)\\b|\\bexternal (?:api|service|provider)\\b|\\bpayment (?:provider|gateway)\\b",
                    "\\bno (?:upstream|external|third)|\\bwithout (?:calling|any)\\b");
    private static final Clue COVERS_UPSTREAM =
            Clue.of(
                    "\\b50[234]\\b|\\b(?:unavailable|unreachable|not available|down|times? out|timeout|does not answer|not answer(?:ed)?|fails?)\\b");
    private static final Clue COVERS_LEAK =
            Clue.of(
                    "\\b(?:not|never|no|without|neither|nor|omits?|excludes?|hides?|lacks?|only the|exactly)\\b");

    static final List<RestRule> ALL =
            List.of(
                    new RestRule("429", RestLimitRules::overLimit),
                    new RestRule("retry-after", RestLimitRules::retryAfter),
                    new RestRule("limit-scope", RestLimitRules::scope),
                    new RestRule("upstream-failure", RestLimitRules::upstream),
                    new RestRule("no-leak", RestLimitRules::leak));

    private RestLimitRules() {}

    private static Optional<Statement> limit(RestView view) {
        return view.says(LIMIT).filter(said -> !said.isCriterion()).or(() -> view.says(LIMIT));
    }

    private static boolean coversLimit(RestView view) {
        return view.isCovered(COVERS_429, Condition.OverLimit.class::isInstance);
    }

    private static Optional<RestRule.Missing> overLimit(RestView view) {
        if (coversLimit(view)) {
            return Optional.empty();
        }
        String request =
                view.endpoint()
                        .rateLimit()
                        .map(RestLimitRules::firstRefused)
                        .orElse("A request over the limit");
        String text = request + " returns 429 with a Retry-After header";
        return RestRule.shared(limit(view), text, text);
    }

    /// The first request that is over a limit, in words.
    private static String firstRefused(RateLimit limit) {
        String who =
                switch (limit.per()) {
                    case USER -> " of a user";
                    case ADDRESS -> " from an address";
                    case API_KEY -> " with an API key";
                    case EVERYONE, NOT_STATED -> "";
                };
        return "The %s request%s within %s"
                .formatted(ordinal(limit.count() + 1), who, window(limit.window()));
    }

    private static String ordinal(int number) {
        boolean isTeen = number % 100 >= 11 && number % 100 <= 13;
        String end =
                isTeen
                        ? "th"
                        : switch (number % 10) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        };
        return String.format(Locale.ROOT, "%d%s", number, end);
    }

    private static String window(Duration window) {
        long seconds = window.toSeconds();
        if (seconds % 86_400 == 0) {
            return amount(seconds / 86_400, "day");
        }
        if (seconds % 3600 == 0) {
            return amount(seconds / 3600, "hour");
        }
        return seconds % 60 == 0 ? amount(seconds / 60, "minute") : amount(seconds, "second");
    }

    private static String amount(long count, String unit) {
        if (count == 1) {
            return (unit.equals("hour") ? "an " : "a ") + unit;
        }
        return count + " " + unit + "s";
    }

    private static Optional<RestRule.Missing> retryAfter(RestView view) {
        String text =
                "A 429 has a Retry-After header with the seconds until a request is answered again";
        return !coversLimit(view) || view.isCovered(RETRY_AFTER)
                ? Optional.empty()
                : RestRule.shared(limit(view).or(() -> view.says(SAYS_429)), text, text);
    }

    private static Optional<RestRule.Missing> scope(RestView view) {
        boolean isStated =
                view.endpoint()
                        .rateLimit()
                        .map(limit -> limit.per() != RateLimit.Subject.NOT_STATED)
                        .orElse(true);
        String text =
                "A {{user, address or API key}} over the limit does not keep another from being answered";
        return isStated
                        || view.isCovered(
                                OTHER_CALLER, Condition.OtherCallerOverLimit.class::isInstance)
                ? Optional.empty()
                : RestRule.shared(limit(view), text, text);
    }

    private static Optional<RestRule.Missing> upstream(RestView view) {
        return view.isCovered(COVERS_UPSTREAM)
                ? Optional.empty()
                : RestRule.shared(
                        view.says(UPSTREAM),
                        "%s returns 503 within {{seconds}} seconds while what it calls does not answer, and changes nothing"
                                .formatted(view.route()),
                        "While what it calls does not answer, a request is answered with 503 within {{seconds}} seconds, and changes nothing");
    }

    /// Fields that a requirement or a constraint keeps from callers, and no criterion does.
    private static Optional<RestRule.Missing> leak(RestView view) {
        var names = new ArrayList<String>();
        for (Behaviour behaviour : view.endpoint().behaviours()) {
            if (behaviour instanceof Behaviour.HidesFields hides) {
                hides.names().stream()
                        .filter(name -> !isGuarded(view, name))
                        .filter(name -> !names.contains(name))
                        .forEach(names::add);
            }
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String first = names.getFirst().toLowerCase(Locale.ROOT);
        Optional<Statement> because =
                view.text().prose().stream()
                        .filter(said -> said.lower().contains(first) && COVERS_LEAK.isIn(said))
                        .findFirst();
        String text =
                "No answer contains "
                        + String.join(
                                " or ",
                                names.stream()
                                        .map(name -> name.contains(" ") ? "the " + name : name)
                                        .toList());
        return RestRule.shared(because, text, text);
    }

    private static boolean isGuarded(RestView view, String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return view.text().criteria().stream()
                .anyMatch(said -> said.lower().contains(key) && COVERS_LEAK.isIn(said));
    }
}
