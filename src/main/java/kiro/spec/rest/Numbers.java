package kiro.spec.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// Numbers as sentences write them.
final class Numbers {
    private static final Map<String, Integer> WORDS =
            Map.ofEntries(
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("five", 5),
                    Map.entry("ten", 10),
                    Map.entry("fourth", 4),
                    Map.entry("fifth", 5),
                    Map.entry("sixth", 6),
                    Map.entry("tenth", 10),
                    Map.entry("eleventh", 11),
                    Map.entry("twenty-first", 21));

    private static final List<String> ORDINALS =
            List.of(
                    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
                    "ninth", "tenth");

    private static final List<String> COUNTS =
            List.of(
                    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                    "eleven", "twelve");

    private Numbers() {}

    /// A whole number that fits; empty for everything else.
    static OptionalInt whole(String text) {
        if (WORDS.containsKey(text)) {
            return OptionalInt.of(WORDS.get(text));
        }
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(Numbers::isDigit)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /// The number that a word stands for, up to twelve; 0 where it is none.
    static int ofWord(String word) {
        int named = COUNTS.indexOf(word.toLowerCase(Locale.ROOT));
        return named >= 0 ? named + 1 : whole(word).orElse(0);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNumber(String text) {
        return text.length() <= 20 && text.matches("-?\\d+(\\.\\d+)?");
    }

    static OptionalInt whole(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() <= 9 && plain.signum() >= 0
                ? OptionalInt.of(plain.intValue())
                : OptionalInt.empty();
    }

    /// The number of an ordinal: `third`, or `3`; 0 where it is none.
    static int ordinal(String word) {
        int index = ORDINALS.indexOf(word.toLowerCase(Locale.ROOT));
        return index >= 0 ? index + 1 : whole(word.replaceAll("\\D", "")).orElse(0);
    }
}
