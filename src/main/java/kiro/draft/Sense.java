package kiro.draft;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What other words for a criterion have to keep: numbers and statuses, the request, and whether it denies.
///
/// @param numbers statuses included
record Sense(Set<String> numbers, Set<String> requests, boolean denies) {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:[.,]\\d+)*");
    private static final Pattern REQUEST =
            Pattern.compile("\\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\\s+`?(/[^\\s`]*)");
    private static final Pattern DENIAL =
            Pattern.compile("(?i)\\b(?:not|never|cannot|no longer)\\b|n't\\b");

    static Sense of(String words) {
        var numbers = new TreeSet<String>();
        Matcher number = NUMBER.matcher(words);
        while (number.find()) {
            numbers.add(number.group());
        }
        var requests = new TreeSet<String>();
        Matcher request = REQUEST.matcher(words);
        while (request.find()) {
            requests.add(request.group(1) + " " + request.group(2).toLowerCase(Locale.ROOT));
        }
        return new Sense(numbers, requests, DENIAL.matcher(words).find());
    }

    /// Whether words have a condition that is code, as criteria have that were inferred: "returns 404 when `!cart`".
    static boolean hasCode(String words) {
        return words.contains(" when `");
    }

    /// What the words of a criterion change, as `changedBy`. A condition that is code denies in another way than words.
    static Optional<String> changed(String before, String words) {
        Sense now = Sense.of(words);
        Sense was = Sense.of(before);
        return (hasCode(before) ? new Sense(was.numbers, was.requests, now.denies) : was)
                .changedBy(now);
    }

    /// What words of another sense change, for whoever proposed them; empty where they keep all of it.
    Optional<String> changedBy(Sense other) {
        if (!numbers.equals(other.numbers)) {
            return Optional.of(
                    "it says the numbers %s, and these words say %s: keep them, and leave a blank such as {{seconds}} where one is missing"
                            .formatted(said(numbers), said(other.numbers)));
        }
        if (!requests.equals(other.requests)) {
            return Optional.of(
                    "it is about %s, and these words are about %s"
                            .formatted(said(requests), said(other.requests)));
        }
        return denies == other.denies
                ? Optional.empty()
                : Optional.of(
                        denies
                                ? "it says that something does not happen, and these words do not"
                                : "these words deny something, and it does not");
    }

    private static String said(Set<String> all) {
        return all.isEmpty() ? "none" : String.join(", ", all);
    }
}
