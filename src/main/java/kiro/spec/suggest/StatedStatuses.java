package kiro.spec.suggest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Statuses that a spec lists, as in `403: another user's avatar`, and that no criterion has.
final class StatedStatuses {
    private static final Pattern LISTED =
            Pattern.compile(
                    "^\\|?\\s*(?:http )?(?<status>[45]\\d\\d)\\b(?<words>[^|]*(?:\\|[^|]*)?).*$",
                    Pattern.CASE_INSENSITIVE);

    private StatedStatuses() {}

    static List<Suggestion> check(List<RestView> views) {
        SpecText text = views.getFirst().text();
        String subject = views.size() == 1 ? views.getFirst().route() : "A request";
        Set<String> seen = new HashSet<>();
        var found = new ArrayList<Suggestion>();
        for (Statement statement : text.prose()) {
            Matcher listed = LISTED.matcher(statement.text().replace("`", "").replace("*", ""));
            if (!listed.matches()) {
                continue;
            }
            String status = listed.group("status");
            String words = words(listed.group("words"));
            boolean isNew = seen.add(status) && !words.isEmpty();
            if (isNew && !text.isCovered(Clue.of("\\b" + status + "\\b"))) {
                String criterion = "%s returns %s%s".formatted(subject, status, joint(words));
                found.add(Suggestion.of(status, criterion, statement));
            }
        }
        return found;
    }

    private static String words(String raw) {
        return raw.replaceAll("^[\\s|:.,–—-]+|[\\s|.]+$", "").replaceAll("\\s+", " ");
    }

    /// `if the email is taken` follows by itself; a bare situation follows a colon.
    private static String joint(String words) {
        return words.matches("(?i)(?:if|when|for|on|while|with|without|as|because)\\b.*")
                ? " " + words
                : ": " + words;
    }
}
