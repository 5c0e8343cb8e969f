package kiro.spec.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the field for a point in time that is told by its noun or verb: "the latest start" and "the one that started
/// last" are about `startedAt`.
public final class TimeNames {
    private static final Pattern TIME =
            Pattern.compile("([a-z]+(?:Up|Out|Off|In|Back)?)(?:At|On|Date|Time|_at|_on)");
    private static final Map<String, String> NOUNS =
            Map.ofEntries(
                    Map.entry("creation", "created"),
                    Map.entry("publication", "published"),
                    Map.entry("registration", "registered"),
                    Map.entry("departure", "departs"),
                    Map.entry("arrival", "arrives"),
                    Map.entry("beginning", "begins"),
                    Map.entry("cancellation", "cancelled"),
                    Map.entry("submission", "submitted"),
                    Map.entry("change", "changed"),
                    Map.entry("update", "updated"),
                    Map.entry("payment", "paid"),
                    Map.entry("delivery", "delivered"),
                    Map.entry("began", "begins"),
                    Map.entry("begun", "begins"));

    private TimeNames() {}

    /// The one of these names that the word is about; empty where none is, or several.
    public static Optional<String> of(List<String> names, String word) {
        List<String> found =
                names.stream()
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .distinct()
                        .filter(name -> isOf(name, word))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isOf(String name, String word) {
        var time = TIME.matcher(name);
        return time.matches() && stem(time.group(1)).equals(stem(word));
    }

    private static String stem(String said) {
        String word = said.toLowerCase(Locale.ROOT).replace(" ", "");
        String verb = NOUNS.getOrDefault(word, word);
        if (verb.endsWith("ed") && verb.length() > 4) {
            return plain(Words.verbOfAnyDone(verb));
        }
        return plain(verb.endsWith("ing") ? Words.verbOf(verb) : Words.singular(verb));
    }

    private static String plain(String verb) {
        return verb.replaceFirst("e$", "");
    }
}
