package kiro.cli;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.spec.suggest.Suggestion;

/// Which suggestions a person accepts: `all`, or numbers as they are shown, as in `1,3-5`.
record SuggestionChoice(boolean isAll, List<Integer> numbers) {
    private static final Pattern PART = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

    SuggestionChoice {
        numbers = List.copyOf(numbers);
    }

    /// Empty where the text is neither.
    static Optional<SuggestionChoice> parse(String text) {
        if (text.strip().equalsIgnoreCase("all")) {
            return Optional.of(new SuggestionChoice(true, List.of()));
        }
        var numbers = new TreeSet<Integer>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (first < 1 || last < first) {
                return Optional.empty();
            }
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return Optional.of(new SuggestionChoice(false, List.copyOf(numbers)));
    }

    /// The first number that stands for none of so many.
    Optional<Integer> unknown(int count) {
        return numbers.stream().filter(number -> number > count).findFirst();
    }

    List<Suggestion> of(List<Suggestion> suggestions) {
        return isAll
                ? suggestions
                : numbers.stream().map(number -> suggestions.get(number - 1)).toList();
    }
}
