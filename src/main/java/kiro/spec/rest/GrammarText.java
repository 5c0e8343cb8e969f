package kiro.spec.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the notation of grammar files.
///
/// A rule is `name = ...`, going on over indented lines. `a b` is one after the other, `a | b` one of
/// them, `[a]` optional, `~ a` only where a sentence is no other way understood, `{a}` any number, `(a)` a group, `<name>` another rule, `CAPITALS` a class of
/// tokens, `'x'` a mark, anything else a word. `#` begins a comment line. A rule whose name begins with
/// a capital leaves a node in the tree.
final class GrammarText {
    private static final Pattern HEAD = Pattern.compile("([A-Za-z][A-Za-z0-9-]*) =(?: (.*))?");
    private static final Pattern SYMBOL =
            Pattern.compile(
                    "'[^ ]+?'(?=[ \\])}|]|$)|<[A-Za-z0-9-]+>|[\\[\\](){}|]|[^\\s\\[\\](){}|<>]+");

    private final String rule;
    private final List<String> symbols;
    private int at;

    private GrammarText(String rule, List<String> symbols) {
        this.rule = rule;
        this.symbols = symbols;
    }

    static Map<String, Expression> rules(String text) {
        var bodies = new LinkedHashMap<String, StringBuilder>();
        String current = "";
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var head = HEAD.matcher(line);
            if (!line.startsWith(" ") && head.matches()) {
                current = head.group(1);
                String rest = Optional.ofNullable(head.group(2)).orElse("");
                if (bodies.put(current, new StringBuilder(rest)) != null) {
                    throw new IllegalStateException("two rules named " + current);
                }
            } else {
                StringBuilder body = bodies.get(current);
                if (body == null || !line.startsWith(" ")) {
                    throw new IllegalStateException("not a grammar line: " + line);
                }
                body.append(' ').append(line);
            }
        }
        var rules = new LinkedHashMap<String, Expression>();
        bodies.forEach((name, body) -> rules.put(name, expression(name, body.toString())));
        return rules;
    }

    private static Expression expression(String rule, String body) {
        List<String> symbols =
                SYMBOL.matcher(body).results().map(result -> result.group()).toList();
        var reader = new GrammarText(rule, symbols);
        Expression whole = reader.choice();
        if (reader.at < symbols.size()) {
            throw reader.broken("unexpected " + symbols.get(reader.at));
        }
        return whole;
    }

    private Expression choice() {
        var options = new ArrayList<Expression>();
        options.add(sequence());
        while (accept("|")) {
            options.add(sequence());
        }
        return options.size() == 1
                ? options.getFirst()
                : new Expression.Choice(List.copyOf(options));
    }

    private Expression sequence() {
        var parts = new ArrayList<Expression>();
        while (at < symbols.size() && !isEnd(symbols.get(at))) {
            parts.add(part());
        }
        if (parts.isEmpty()) {
            throw broken("an empty alternative");
        }
        return parts.size() == 1 ? parts.getFirst() : new Expression.Sequence(List.copyOf(parts));
    }

    private static boolean isEnd(String symbol) {
        return symbol.equals("|") || symbol.equals(")") || symbol.equals("]") || symbol.equals("}");
    }

    private Expression part() {
        String symbol = symbols.get(at++);
        return switch (symbol.charAt(0)) {
            case '(' -> closed(choice(), ")");
            case '[' -> new Expression.Maybe(closed(choice(), "]"));
            case '{' -> new Expression.Many(closed(choice(), "}"));
            case '<' -> new Expression.Use(symbol.substring(1, symbol.length() - 1));
            case '~' -> new Expression.Loose(part());
            case '\'' -> new Expression.Word(symbol.substring(1, symbol.length() - 1));
            default -> word(symbol);
        };
    }

    private Expression word(String symbol) {
        if (!symbol.equals(symbol.toUpperCase(java.util.Locale.ROOT))
                || !Character.isLetter(symbol.charAt(0))) {
            return new Expression.Word(symbol);
        }
        return new Expression.OfClass(TokenClass.valueOf(symbol));
    }

    private Expression closed(Expression inner, String close) {
        if (!accept(close)) {
            throw broken("no " + close);
        }
        return inner;
    }

    private boolean accept(String symbol) {
        if (at < symbols.size() && symbols.get(at).equals(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    private IllegalStateException broken(String what) {
        return new IllegalStateException("grammar rule " + rule + ": " + what);
    }
}
