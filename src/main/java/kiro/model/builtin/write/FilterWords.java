package kiro.model.builtin.write;

import java.util.Locale;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.FieldRule;

/// Knows of what words on a list speak: of what a parameter selects, or of something else.
final class FilterWords {
    private FilterWords() {}

    /// Whether a criterion expects something else of the list than what the query selects.
    static boolean areOther(Expectation expectation, Listing.Filter filter, String value) {
        if (expectation instanceof Expectation.OnlyWhere where) {
            boolean isOfFilter =
                    where.name().equals(filter.parameter())
                            || where.name().equals(filter.property().name());
            return !isOfFilter || !plain(where.value()).equals(plain(value));
        }
        if (expectation instanceof Expectation.OnlyMatching matching
                && matching.words().matches("(?i).*\\b(contain|contains|include|includes)\\b.*")
                && filter.match() != FieldRule.Match.PART) {
            return true;
        }
        return expectation instanceof Expectation.OnlyMatching matching
                && !TimeBounds.areSaid(matching.words(), filter.match())
                && !NumberBounds.areSaid(matching.words(), filter)
                && !isOfPart(matching.words(), filter)
                && !plain(matching.words()).contains("match")
                && !plain(matching.words()).contains(plain(filter.parameter()))
                && !isOfThing(matching.words(), filter.parameter())
                && !plain(matching.words()).contains(plain(value));
    }

    /// Whether words say that the property contains what is sent: "whose title contains the text".
    private static boolean isOfPart(String words, Listing.Filter filter) {
        return filter.match() == FieldRule.Match.PART
                && words.matches("(?i).*\\b(contain|contains|include|includes)\\b.*")
                && plain(words).contains(plain(filter.property().name()));
    }

    /// Whether words name what a parameter has the id of: "of that shift" for `shiftId`.
    private static boolean isOfThing(String words, String parameter) {
        return parameter.matches("\\w{3,}(Id|Code|Number|Key)")
                && (" " + words + " ")
                        .toLowerCase(Locale.ROOT)
                        .contains(
                                " "
                                        + Names.words(
                                                parameter.replaceFirst("(Id|Code|Number|Key)$", ""))
                                        + " ");
    }

    /// The words alone, for texts that are written in several ways: `IN_STOCK`, "in stock".
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    }
}
