package kiro.spec.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kiro.spec.sentence.Clause;
import kiro.spec.sentence.Sentence;
import kiro.spec.sentence.Token;
import kiro.spec.sentence.Tokens;
import kiro.spec.sentence.WordClass;
import kiro.workspace.WorkspacePath;

/// What one statement says about the size of one named thing: `the session timeout is 30 minutes`.
///
/// @param name the words for the thing, its last a measure such as `timeout`
/// @param situation under which it is said: the conditions and what follows the number
/// @param value as it is written
/// @param size in the base of its unit, so that 1800 seconds and 30 minutes are the same
record NumberFact(String name, String situation, String value, Quantity size, Place place) {
    private static final Set<String> LINKS =
            Set.of(
                    "of",
                    "is",
                    "to",
                    "at",
                    "be",
                    "most",
                    "up",
                    "exactly",
                    "set",
                    "limited",
                    "shall",
                    "must",
                    "will",
                    "are",
                    "least",
                    "equal",
                    "equals",
                    "defaults",
                    "fixed",
                    "a",
                    "an",
                    "after",
                    "configured",
                    "not",
                    "exceed",
                    "more",
                    "than");
    private static final int MOST_WORDS = 4;
    private static final int MOST_LINKS = 6;
    private static final int MOST_FACTS = 8;

    /// Adds what a statement says.
    static void of(Statement statement, WorkspacePath path, List<NumberFact> facts) {
        Tokens tokens = statement.tokens();
        if (!tokens.has(WordClass.MEASURE) || !tokens.has(Token.Kind.NUMBER)) {
            return;
        }
        int most = facts.size() + MOST_FACTS;
        for (int i = 1; i < tokens.size() && facts.size() < most; i++) {
            if (tokens.get(i).is(WordClass.MEASURE)) {
                at(statement, i, path).ifPresent(facts::add);
            }
        }
    }

    private static Optional<NumberFact> at(Statement statement, int head, WorkspacePath path) {
        Tokens tokens = statement.tokens();
        String name = name(tokens, head);
        int number = numberAfter(tokens, head + 1);
        if (name.isEmpty() || number < 0) {
            return Optional.empty();
        }
        Optional<Quantity> quantity = Quantity.of(tokens, number);
        return quantity.map(size ->
                new NumberFact(
                        name + bound(tokens, head + 1, number),
                        situation(statement, number + size.length()),
                        value(statement, number, size.length()),
                        size,
                        new Place(
                                path,
                                statement.place(number, number + size.length() - 1),
                                statement.id())));
    }

    /// The measure with the words that tell it from others of its kind; nothing where there are none.
    private static String name(List<Token> tokens, int head) {
        int from = head;
        while (from > 0 && head - from < MOST_WORDS && isModifier(tokens.get(from - 1))) {
            from--;
        }
        if (from == head) {
            return "";
        }
        var name = new StringBuilder();
        for (Token token : tokens.subList(from, head + 1)) {
            name.append(name.isEmpty() ? "" : " ").append(token.stem());
        }
        return name.toString();
    }

    private static boolean isModifier(Token token) {
        return (token.is(Token.Kind.WORD)
                        && !Words.isEmpty(token)
                        && !LINKS.contains(token.key())
                        && !Set.of(
                                        "with", "from", "or", "than", "each", "every", "use",
                                        "uses", "have", "set", "sets", "apply", "applies",
                                        "default")
                                .contains(token.key()))
                || token.is(Token.Kind.CODE);
    }

    private static int numberAfter(List<Token> tokens, int from) {
        for (int i = from; i < tokens.size() && i - from <= MOST_LINKS; i++) {
            Token token = tokens.get(i);
            if (token.is(Token.Kind.NUMBER)) {
                return i;
            }
            boolean isLink =
                    (token.is(Token.Kind.WORD) && LINKS.contains(token.key()))
                            || token.isMark(':')
                            || token.isMark('=')
                            || token.isMark('(')
                            || token.isMark('\u2264');
            if (!isLink) {
                return -1;
            }
        }
        return -1;
    }

    /// `at least` and `more than` set a lower bound, which another number may exceed.
    private static String bound(List<Token> tokens, int from, int to) {
        boolean isNegated = tokens.subList(from, to).stream().anyMatch(token -> token.is("not"));
        boolean isLower =
                tokens.subList(from, to).stream()
                        .anyMatch(token -> token.is("least") || token.is("more"));
        return isLower && !isNegated ? " at least" : "";
    }

    private static String value(Statement statement, int number, int length) {
        Tokens tokens = statement.tokens();
        return statement
                .text()
                .substring(tokens.get(number).start(), tokens.get(number + length - 1).end());
    }

    private static String situation(Statement statement, int from) {
        var words = new StringBuilder();
        Tokens tokens = statement.tokens();
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isMark('.') || token.isMark(',') || token.isMark(';') || token.is("and")) {
                break;
            }
            add(token, words);
        }
        if (statement.sentence() instanceof Sentence.Ears ears) {
            for (Clause clause : ears.clauses()) {
                words.append(" | ");
                Tokens.of(clause.words().text()).forEach(token -> add(token, words));
            }
        }
        return words.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static void add(Token token, StringBuilder words) {
        if (!Words.isEmpty(token)) {
            words.append(words.isEmpty() ? "" : " ").append(token.stem());
        }
    }

    /// Whether the name is told so exactly that another spec can only mean the same thing: it holds an identifier.
    boolean isProjectWide() {
        return name.indexOf('_') > 0 || name.indexOf('.') > 0;
    }
}
