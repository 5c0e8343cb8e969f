package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Finds all ways to read the whole of a sentence as a pattern. A word that the pattern does not have room for leaves none.
final class Matcher {
    /// More steps than any sentence of policy takes.
    private static final int MAX_STEPS = 200_000;

    private final List<Token> tokens;
    private final Slots slots;
    private final Map<String, List<Slots.Filled>> filled = new HashMap<>();
    private int steps;

    Matcher(List<Token> tokens, Slots slots) {
        this.tokens = tokens;
        this.slots = slots;
    }

    /// None where the sentence takes too long: it is then no sentence of a fixed form.
    List<Reading> readings(Pattern pattern) {
        var found = new ArrayList<Reading>();
        match(
                pattern,
                0,
                Reading.EMPTY,
                (end, reading) -> {
                    if (end == tokens.size()) {
                        found.add(reading);
                    }
                });
        return steps > MAX_STEPS ? List.of() : found;
    }

    private void match(Pattern pattern, int at, Reading so, BiConsumer<Integer, Reading> next) {
        if (++steps > MAX_STEPS) {
            return;
        }
        switch (pattern) {
            case Pattern.Word word -> {
                if (at < tokens.size() && isWord(tokens.get(at), word.key())) {
                    next.accept(at + 1, so);
                }
            }
            case Pattern.Hole hole -> {
                for (Slots.Filled each : fill(hole.slot(), at)) {
                    next.accept(each.end(), so.with(hole.label(), each.meaning()));
                }
            }
            case Pattern.Chain chain -> chain(chain.parts(), 0, at, so, next);
            case Pattern.Either either ->
                    either.options().forEach(option -> match(option, at, so, next));
            case Pattern.Repeated repeated -> {
                next.accept(at, so);
                match(
                        repeated.part(),
                        at,
                        so,
                        (end, reading) -> {
                            if (end > at) {
                                match(repeated, end, reading, next);
                            }
                        });
            }
            case Pattern.Mark mark -> next.accept(at, so.as(mark.form()));
        }
    }

    private void chain(
            List<Pattern> parts, int index, int at, Reading so, BiConsumer<Integer, Reading> next) {
        if (index == parts.size()) {
            next.accept(at, so);
            return;
        }
        match(
                parts.get(index),
                at,
                so,
                (end, reading) -> chain(parts, index + 1, end, reading, next));
    }

    private static boolean isWord(Token token, String key) {
        return (token.kind() == Token.Kind.WORD
                        || token.kind() == Token.Kind.MARK
                        || token.kind() == Token.Kind.NUMBER)
                && token.key().equals(key);
    }

    private List<Slots.Filled> fill(String slot, int at) {
        return filled.computeIfAbsent(slot + "@" + at, key -> slots.fill(slot, at));
    }
}
