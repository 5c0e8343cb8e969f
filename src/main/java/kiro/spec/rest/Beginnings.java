package kiro.spec.rest;

import java.util.HashMap;
import java.util.Map;

/// Computes with which tokens the rules of a grammar can begin.
final class Beginnings {
    private final Map<String, Beginning> known = new HashMap<>();

    private Beginnings(Map<String, Expression> rules) {
        rules.keySet().forEach(rule -> known.put(rule, new Beginning()));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Map.Entry<String, Expression> rule : rules.entrySet()) {
                Beginning beginning = of(rule.getKey());
                int before = beginning.size();
                beginning.canBeEmpty(collect(rule.getValue(), beginning));
                grows |= beginning.size() > before;
            }
        }
    }

    /// The rules, with every rule and option guarded by its beginning.
    static Map<String, Expression> guarded(Map<String, Expression> rules) {
        var beginnings = new Beginnings(rules);
        var guarded = new HashMap<String, Expression>();
        rules.forEach((name, rule) ->
                guarded.put(
                        name,
                        new Expression.Guarded(beginnings.of(name), beginnings.inside(rule))));
        return Map.copyOf(guarded);
    }

    private Beginning of(String rule) {
        return known.getOrDefault(rule, new Beginning());
    }

    /// Adds what the expression can begin with; answers whether it can be nothing at all.
    private boolean collect(Expression expression, Beginning beginning) {
        return switch (expression) {
            case Expression.Word word -> {
                beginning.add(word.key());
                yield false;
            }
            case Expression.OfClass tokens -> {
                beginning.add(tokens.tokens());
                yield false;
            }
            case Expression.Use use -> beginning.add(of(use.rule()));
            case Expression.Guarded guarded -> collect(guarded.inner(), beginning);
            case Expression.Loose loose -> collect(loose.inner(), beginning);
            case Expression.Maybe maybe -> {
                collect(maybe.inner(), beginning);
                yield true;
            }
            case Expression.Many many -> {
                collect(many.inner(), beginning);
                yield true;
            }
            case Expression.Choice choice -> {
                boolean empty = false;
                for (Expression option : choice.options()) {
                    empty |= collect(option, beginning);
                }
                yield empty;
            }
            case Expression.Sequence sequence -> {
                boolean empty = true;
                for (Expression part : sequence.parts()) {
                    empty = empty && collect(part, beginning);
                }
                yield empty;
            }
        };
    }

    private Expression inside(Expression expression) {
        return switch (expression) {
            case Expression.Word word -> word;
            case Expression.OfClass tokens -> tokens;
            case Expression.Use use -> use;
            case Expression.Guarded guarded -> guarded;
            case Expression.Loose loose -> new Expression.Loose(inside(loose.inner()));
            case Expression.Maybe maybe -> new Expression.Maybe(inside(maybe.inner()));
            case Expression.Many many -> new Expression.Many(inside(many.inner()));
            case Expression.Choice choice ->
                    new Expression.Choice(choice.options().stream().map(this::option).toList());
            case Expression.Sequence sequence ->
                    new Expression.Sequence(sequence.parts().stream().map(this::inside).toList());
        };
    }

    private Expression option(Expression option) {
        if (!(option instanceof Expression.Sequence)) {
            return inside(option);
        }
        var beginning = new Beginning();
        beginning.canBeEmpty(collect(option, beginning));
        return new Expression.Guarded(beginning, inside(option));
    }
}
