package kiro.spec.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Matches one sentence against the grammar. Of several ways to understand the same words the first
/// in the grammar counts, and each is tried once per place, so the time is polynomial.
final class Parser {
    private static final int MAX_STEPS = 400_000;

    /// What a sentence is put together from; of loose phrasings the longest counts, so that there are few pieces.
    private static final Set<String> PIECES = Set.of("fact", "case", "give-item", "act-one");

    private final Grammar grammar;
    private final TokenMatcher matcher;
    private final int length;
    private final boolean isLoose;
    private final Map<Place, Collection<Match>> known = new HashMap<>();
    private int farthest;
    private int steps;

    private record Place(String rule, int at) {}

    /// What was matched up to a place.
    private record Match(int end, List<Tree> trees) {}

    /// @param isLoose whether the phrasings count that the grammar marks as loose
    Parser(Grammar grammar, Lexicon lexicon, List<Token> tokens, boolean isLoose) {
        this.grammar = grammar;
        this.matcher = new TokenMatcher(lexicon, tokens);
        this.length = tokens.size();
        this.isLoose = isLoose;
    }

    /// The whole sentence as what the rule says, or how far the words were understood.
    Parsing parse(String rule) {
        farthest = 0;
        for (Match match : use(rule, 0)) {
            if (match.end() == length && match.trees().size() == 1) {
                return new Parsing.Understood(match.trees().getFirst());
            }
        }
        return steps > MAX_STEPS ? new Parsing.TooIntricate() : new Parsing.Stuck(farthest);
    }

    private Collection<Match> use(String rule, int at) {
        var place = new Place(rule, at);
        Collection<Match> before = known.get(place);
        if (before != null) {
            return before;
        }
        known.put(place, List.of());
        Collection<Match> found = match(grammar.rule(rule), at);
        if (Character.isUpperCase(rule.charAt(0))) {
            var nodes = new ArrayList<Match>(found.size());
            for (Match match : found) {
                var tree = new Tree(rule, at, match.end(), match.trees());
                nodes.add(new Match(match.end(), List.of(tree)));
            }
            found = nodes;
        }
        if (isLoose && PIECES.contains(rule)) {
            found = found.stream().sorted(Comparator.comparingInt(Match::end).reversed()).toList();
        }
        known.put(place, found);
        return found;
    }

    private Collection<Match> match(Expression expression, int at) {
        if (++steps > MAX_STEPS) {
            return List.of();
        }
        return switch (expression) {
            case Expression.Word word -> word(word, at);
            case Expression.OfClass tokens -> tokens(tokens, at);
            case Expression.Use use -> use(use.rule(), at);
            case Expression.Sequence sequence -> sequence(sequence.parts(), at);
            case Expression.Choice choice -> choice(choice.options(), at);
            case Expression.Loose loose -> isLoose ? match(loose.inner(), at) : List.of();
            case Expression.Maybe maybe -> maybe(maybe.inner(), at);
            case Expression.Many many -> many(many.inner(), at);
            case Expression.Guarded guarded ->
                    matcher.canBegin(guarded.beginning(), at)
                            ? match(guarded.inner(), at)
                            : List.of();
        };
    }

    private Collection<Match> word(Expression.Word word, int at) {
        if (!matcher.isWord(word.key(), at)) {
            return List.of();
        }
        farthest = Math.max(farthest, at + 1);
        return List.of(new Match(at + 1, List.of()));
    }

    private Collection<Match> tokens(Expression.OfClass expression, int at) {
        List<Integer> ends = matcher.ends(expression.tokens(), at);
        if (ends.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Match>(ends.size());
        for (int end : ends) {
            if (expression.tokens() != TokenClass.ANY) {
                farthest = Math.max(farthest, end);
            }
            var leaf = new Tree(expression.tokens().name(), at, end, List.of());
            found.add(new Match(end, List.of(leaf)));
        }
        return found;
    }

    private Collection<Match> sequence(List<Expression> parts, int at) {
        Collection<Match> reached = match(parts.getFirst(), at);
        for (Expression part : parts.subList(1, parts.size())) {
            var next = new LinkedHashMap<Integer, Match>();
            for (Match before : reached) {
                for (Match match : match(part, before.end())) {
                    next.computeIfAbsent(match.end(), end -> joined(before, match));
                }
            }
            if (next.isEmpty()) {
                return List.of();
            }
            reached = next.values();
        }
        return reached;
    }

    private static Match joined(Match before, Match match) {
        if (match.trees().isEmpty()) {
            return new Match(match.end(), before.trees());
        }
        if (before.trees().isEmpty()) {
            return match;
        }
        var trees = new ArrayList<Tree>(before.trees());
        trees.addAll(match.trees());
        return new Match(match.end(), trees);
    }

    private Collection<Match> choice(List<Expression> options, int at) {
        Collection<Match> found = List.of();
        for (Expression option : options) {
            Collection<Match> more = match(option, at);
            if (!more.isEmpty()) {
                found = found.isEmpty() ? more : each(found, more);
            }
        }
        return found;
    }

    /// Of matches with one end the first.
    private static Collection<Match> each(Collection<Match> first, Collection<Match> more) {
        var found = new LinkedHashMap<Integer, Match>();
        first.forEach(match -> found.putIfAbsent(match.end(), match));
        more.forEach(match -> found.putIfAbsent(match.end(), match));
        return found.values();
    }

    private Collection<Match> maybe(Expression inner, int at) {
        var nothing = List.of(new Match(at, List.of()));
        Collection<Match> found = match(inner, at);
        return found.isEmpty() ? nothing : each(found, nothing);
    }

    /// The most repetitions first.
    private Collection<Match> many(Expression inner, int at) {
        var found = new LinkedHashMap<Integer, Match>();
        var open = new ArrayList<Match>();
        open.add(new Match(at, List.of()));
        found.put(at, open.getFirst());
        for (int i = 0; i < open.size(); i++) {
            Match before = open.get(i);
            for (Match match : match(inner, before.end())) {
                if (match.end() > before.end() && !found.containsKey(match.end())) {
                    Match longer = joined(before, match);
                    found.put(match.end(), longer);
                    open.add(longer);
                }
            }
        }
        return new ArrayList<>(found.values()).reversed();
    }
}
