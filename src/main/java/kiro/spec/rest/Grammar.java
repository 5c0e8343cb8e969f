package kiro.spec.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The phrasings that the reader knows. They are data: resource files named `*.grammar`.
final class Grammar {
    private static final List<String> FILES =
            List.of("words", "access", "field", "situation", "answer", "criterion", "statement");

    private final Map<String, Expression> rules;

    private Grammar(Map<String, Expression> rules) {
        this.rules = rules;
    }

    /// The grammar of REST specs.
    static Grammar ofRest() {
        return Holder.REST;
    }

    static Grammar parse(List<String> texts) {
        var rules = new HashMap<String, Expression>();
        for (String text : texts) {
            GrammarText.rules(text)
                    .forEach((name, expression) -> {
                        if (rules.put(name, expression) != null) {
                            throw new IllegalStateException("two rules named " + name);
                        }
                    });
        }
        rules.values().forEach(expression -> requireRules(expression, rules));
        return new Grammar(Beginnings.guarded(rules));
    }

    Expression rule(String name) {
        Expression found = rules.get(name);
        if (found == null) {
            throw new IllegalStateException("no rule named " + name);
        }
        return found;
    }

    private static void requireRules(Expression expression, Map<String, Expression> rules) {
        switch (expression) {
            case Expression.Use use -> {
                if (!rules.containsKey(use.rule())) {
                    throw new IllegalStateException("no rule named " + use.rule());
                }
            }
            case Expression.Sequence all -> all.parts().forEach(part -> requireRules(part, rules));
            case Expression.Choice any -> any.options().forEach(part -> requireRules(part, rules));
            case Expression.Guarded guarded -> requireRules(guarded.inner(), rules);
            case Expression.Loose loose -> requireRules(loose.inner(), rules);
            case Expression.Maybe maybe -> requireRules(maybe.inner(), rules);
            case Expression.Many many -> requireRules(many.inner(), rules);
            case Expression.Word word -> {}
            case Expression.OfClass tokens -> {}
        }
    }

    /// Read on first use, so that commands without a spec do not pay for it.
    private static final class Holder {
        static final Grammar REST = Grammar.parse(FILES.stream().map(Holder::text).toList());

        private static String text(String file) {
            try (InputStream in =
                    Grammar.class.getResourceAsStream("/kiro/spec/rest/" + file + ".grammar")) {
                if (in == null) {
                    throw new IllegalStateException("missing resource " + file + ".grammar");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
    }
}
