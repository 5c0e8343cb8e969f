package kiro.spec.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Says in which form something is read that is like a sentence which was not: a line with a label, a row of a table, or
/// a criterion with its situation. The values in it are examples.
final class NearestForms {
    private static final String ROW =
            "a row of a table: | `name` | string | yes | 1 to 50 characters |";
    private static final List<Map.Entry<Pattern, String>> LINES =
            List.of(
                    line(
                            "per (second|minute|hour|day)|rate limit|throttl|quota",
                            "- Rate limit: 10 requests per minute per user"),
                    line("unique|duplicate|only once|twice|the same", "- Unique: `name`"),
                    line(
                            "(only|may|can|must|cannot|not) .*\\b(if|when|while|until|once|after|before|as long as)\\b"
                                    + "|\\bstates?\\b|\\bstatus\\b",
                            "- State before: `OPEN` and - State after: `CLOSED`"),
                    line(
                            "token|sign(s|ed)? in|signed-in|log(s|ged)? in|authenti|credential|api.key",
                            "- Authentication: bearer token"),
                    line(
                            "\\b(sees?|lists?|shows?|gets?)\\b.*\\b(own|themselves|their|nothing but)\\b",
                            "- Lists: only the caller's own"),
                    line(
                            "\\bonly\\b|\\bown(s|er|ers|ed)?\\b|\\broles?\\b|may not|not allowed|\\badmin|permission",
                            "- Access: owner, or - Access: role `ADMIN`"),
                    line(
                            "\\b(sort|order)(s|ed|ing)?\\b|(newest|oldest|latest) first",
                            "- Order: `name` ascending"),
                    line(
                            "automatically|by the (server|service|system)|current (time|date)|timestamp|\\bnow\\b",
                            "- Sets: `createdAt` = now, `createdBy` = caller"),
                    line(
                            "never (show|return|contain|expose)|hidden|private|secret",
                            "- Hidden: `name`"),
                    line(
                            "character|at (least|most)|between|longer|shorter|optional|required|mandatory|format",
                            ROW));

    private final EndpointReading reading;

    private NearestForms(EndpointReading reading) {
        this.reading = reading;
    }

    private static Map.Entry<Pattern, String> line(String words, String form) {
        return Map.entry(Pattern.compile(words), form);
    }

    /// The same reading, in which every sentence that is not understood has its form.
    static EndpointReading in(EndpointReading reading) {
        var forms = new NearestForms(reading);
        return new EndpointReading(
                reading.endpoints(),
                reading.outcomes(),
                reading.unread().stream().map(one -> one.inForm(forms.of(one))).toList());
    }

    private String of(UnreadSentence sentence) {
        return sentence.criterion().isPresent() ? criterion(sentence) : fact(sentence);
    }

    private static String fact(UnreadSentence sentence) {
        if (sentence.text().startsWith("|")) {
            return ROW;
        }
        String words = sentence.text().toLowerCase(Locale.ROOT);
        return LINES.stream()
                .filter(line -> line.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("a criterion: METHOD /path returns STATUS when ...");
    }

    private String criterion(UnreadSentence sentence) {
        List<Token> tokens = Lexer.tokens(sentence.text());
        List<Integer> statuses =
                tokens.stream()
                        .filter(TokenForms::isStatus)
                        .map(token -> Numbers.whole(token.key()).orElseThrow())
                        .distinct()
                        .toList();
        Optional<EndpointSpec> endpoint = endpoint(tokens);
        if (statuses.size() > 1) {
            return "a criterion for each status: %s returns %d when ..."
                    .formatted(route(endpoint), statuses.getFirst());
        }
        if (statuses.isEmpty() || endpoint.isEmpty()) {
            return "%s returns %s when ..."
                    .formatted(
                            route(endpoint),
                            statuses.isEmpty() ? "STATUS" : statuses.getFirst().toString());
        }
        return new NearestCriterion(endpoint.get(), tokens).with(statuses.getFirst());
    }

    private Optional<EndpointSpec> endpoint(List<Token> tokens) {
        List<Route> named = RouteWords.in(tokens);
        List<EndpointSpec> fitting =
                reading.endpoints().stream()
                        .filter(one -> named.isEmpty() || named.contains(one.route()))
                        .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static String route(Optional<EndpointSpec> endpoint) {
        return Stream.of(endpoint)
                .flatMap(Optional::stream)
                .map(one -> one.route().toString())
                .findFirst()
                .orElse("METHOD /path");
    }
}
