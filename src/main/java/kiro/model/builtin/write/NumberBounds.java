package kiro.model.builtin.write;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kiro.spec.rest.FieldRule;

/// Numbers on both sides of a bound that a query sets.
final class NumberBounds {
    private static final Set<String> MORE = Set.of("least", "more", "above", "over", "from");
    private static final Set<String> LESS = Set.of("most", "less", "below", "under");

    private NumberBounds() {}

    /// The expressions for a whole number that is selected and for one that is not.
    ///
    /// @param suffix of the literals
    static String[] whole(String value, String suffix, FieldRule.Match match) {
        int number = Integer.parseInt(value);
        int[] both =
                switch (match) {
                    case ABOVE -> new int[] {number + 1, number};
                    case BELOW -> new int[] {number - 1, number};
                    case AT_LEAST -> new int[] {number, number - 1};
                    case AT_MOST, EXACT, IGNORING_CASE, PART -> new int[] {number, number + 1};
                };
        return new String[] {both[0] + suffix, both[1] + suffix};
    }

    static String[] decimal(String value, FieldRule.Match match) {
        String number = "new BigDecimal(" + Constraints.literal(value) + ")";
        String more = number + ".add(BigDecimal.ONE)";
        String less = number + ".subtract(BigDecimal.ONE)";
        return switch (match) {
            case ABOVE -> new String[] {more, number};
            case BELOW -> new String[] {less, number};
            case AT_LEAST -> new String[] {number, less};
            case AT_MOST, EXACT, IGNORING_CASE, PART -> new String[] {number, more};
        };
    }

    /// Whether words on what is selected name the property and this side of a bound, and no other: "a fee of at most
    /// that".
    static boolean areSaid(String words, Listing.Filter filter) {
        List<String> all = Arrays.asList(words.toLowerCase(Locale.ROOT).split("\\W+"));
        boolean isMore = MORE.stream().anyMatch(all::contains);
        boolean isLess = LESS.stream().anyMatch(all::contains);
        boolean isNegated = all.contains("not") || all.contains("no");
        boolean isIncluded = all.contains("at") || all.contains("or") || all.contains("from");
        return switch (filter.match()) {
            case AT_LEAST -> isMore && !isLess && !isNegated && isIncluded;
            case AT_MOST -> isLess && !isMore && !isNegated && isIncluded;
            case ABOVE -> isMore && !isLess && !isNegated && !isIncluded;
            case BELOW -> isLess && !isMore && !isNegated && !isIncluded;
            case EXACT, IGNORING_CASE, PART -> false;
        };
    }
}
