package kiro.spec.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a spec calls those who send its requests, whoever they are: "the signed-in driver", "5 requests per
/// minute per driver".
final class CallerWords {
    private static final String MINUTE = "(?:second|minute|hour|day)s?";

    private static final List<Pattern> CALLERS =
            List.of(
                    Pattern.compile(
                            "(?i)\\b(?:signed-in|logged-in|calling|authenticated) ([a-z]+)\\b"),
                    Pattern.compile(
                            "(?i)\\brequests? (?:per|an?|each|every|within an?|in an?) (?:\\d+ )?"
                                    + MINUTE
                                    + ",? (?:per|for each|for every|by each) ([a-z]+)\\b"),
                    Pattern.compile(
                            "(?i)\\brequest (?:of|by|from) (?:an?|one|the same) ([a-z]+) (?:within|in) (?:an?|one|the same|\\d+) "
                                    + MINUTE));

    private static final Set<String> NONE =
            Set.of(
                    "user",
                    "users",
                    "caller",
                    "callers",
                    "client",
                    "clients",
                    "customer",
                    "person",
                    "people",
                    "persons",
                    "member",
                    "members",
                    "account",
                    "accounts",
                    "request",
                    "requests",
                    "ip",
                    "address",
                    "key",
                    "token",
                    "only",
                    "and",
                    "or",
                    "who",
                    "may",
                    "can",
                    "by",
                    "with",
                    "to",
                    "the",
                    "api",
                    "session",
                    "endpoint",
                    "minute",
                    "hour",
                    "day",
                    "second",
                    "all",
                    "owner",
                    "one",
                    "role",
                    "admin",
                    "admins");

    private CallerWords() {}

    static Set<String> in(String text) {
        var words = new HashSet<String>();
        for (Pattern pattern : CALLERS) {
            Matcher found = pattern.matcher(text);
            while (found.find()) {
                words.add(Words.singular(found.group(1).toLowerCase(Locale.ROOT)));
            }
        }
        words.removeAll(NONE);
        words.removeIf(word -> isRole(word, text));
        return Set.copyOf(words);
    }

    /// Whether the word is also said of some callers alone: "only merchants may ...", "by a merchant returns 403".
    private static boolean isRole(String word, String text) {
        return Pattern.compile(
                        "(?i)\\bonly (?:an? )?%1$ss?\\b|\\b%1$ss? only\\b|\\bnot an? %1$s\\b|\\bby an? %1$s (?:returns|gets|is|leads|gives)|\\broles? `?%1$s\\b|\\b%1$s role\\b|\\b%1$ss (?:may|can|must) ?not\\b"
                                .formatted(word))
                .matcher(text)
                .find();
    }
}
