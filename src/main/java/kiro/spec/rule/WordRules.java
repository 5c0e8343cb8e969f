package kiro.spec.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.spec.sentence.Phrase;
import kiro.spec.sentence.Sentence;
import kiro.spec.sentence.Token;
import kiro.spec.sentence.Tokens;
import kiro.text.TextDocument;

/// The rules about single words and phrases: vague ones, escape clauses, open ends and their like.
final class WordRules {
    /// Beside a number, a status or a quotation, words of these lists do no harm.
    private static final Set<Rule> UNLESS_CONCRETE =
            Set.of(Rule.VAGUE, Rule.COMPARATIVE, Rule.NO_MEASURE, Rule.NO_TIME_LIMIT);

    /// What is written with a capital within a sentence is a name: `Fast Refresh`.
    private static final Set<Rule> UNLESS_NAME =
            Set.of(Rule.VAGUE, Rule.COMPARATIVE, Rule.ABSOLUTE, Rule.NO_TIME_LIMIT);

    /// Looked for in requirements too; the rest is a matter of criteria alone.
    private static final Set<Rule> EVERYWHERE =
            Set.of(Rule.ESCAPE_CLAUSE, Rule.OPEN_ENDED, Rule.NO_MEASURE);

    private static final Set<String> ORDER =
            Set.of(
                    "before",
                    "after",
                    "preceding",
                    "following",
                    "preceded",
                    "followed",
                    "below",
                    "above");

    /// What goes on behind `as required` where it is an escape clause.
    private static final Set<String> FOLLOWING =
            Set.of("by", "and", "or", "to", "for", "in", "when", "from", "at", "on", "with");

    private static final Set<String> SHOWN =
            Set.of(
                    "metric",
                    "metrics",
                    "statistics",
                    "chart",
                    "charts",
                    "track",
                    "tracks",
                    "monitor",
                    "monitors",
                    "log",
                    "logs",
                    "record",
                    "records",
                    "report",
                    "reports",
                    "display",
                    "displays",
                    "expose",
                    "exposes",
                    "subsections");

    /// So many words may stand between a comparative and its `than`.
    private static final int REACH = 12;

    private static final Optional<Rule> RECIPE = Optional.of(Rule.RECIPE);
    private static final int MANY_TOOLS = 3;
    private static final int MOST_CLAUSES = 20;

    private final Checked checked;
    private final Map<String, Boolean> measured = new HashMap<>();

    WordRules(Checked checked) {
        this.checked = checked;
    }

    void check(Statement statement, List<WordList.Hit> hits) {
        if (hits.isEmpty()) {
            return;
        }
        int reported = -1;
        boolean isListOfTools = hits.size() >= MANY_TOOLS && isListOfTools(hits);
        for (WordList.Hit hit : hits) {
            Rule rule = hit.term().rule().orElse(null);
            if (rule == null
                    || hit.last() <= reported
                    || checked.report().isOff(rule)
                    || (rule == Rule.RECIPE && isListOfTools)
                    || !counts(rule, statement, hit)) {
                continue;
            }
            reported = hit.last();
            String words = words(statement, hit);
            checked.report(
                    rule,
                    statement,
                    hit.first(),
                    hit.last(),
                    message(rule, words),
                    hit.term().fix());
        }
    }

    /// Who names many tools speaks of what the product works with, not of what it is made of.
    private static boolean isListOfTools(List<WordList.Hit> hits) {
        int tools = 0;
        for (WordList.Hit hit : hits) {
            tools += hit.term().rule().equals(RECIPE) ? 1 : 0;
        }
        return tools >= MANY_TOOLS;
    }

    private boolean counts(Rule rule, Statement statement, WordList.Hit hit) {
        Tokens tokens = statement.tokens();
        if (!statement.isCriterion() && !EVERYWHERE.contains(rule)) {
            return false;
        }
        if (UNLESS_CONCRETE.contains(rule) && statement.isConcrete()) {
            return false;
        }
        if (UNLESS_NAME.contains(rule) && isName(tokens, hit)) {
            return false;
        }
        return switch (rule) {
            case RECIPE -> isToolName(tokens, hit);
            case VAGUE -> !isBehind(tokens, hit, "fail") && !isSeveralOfCondition(statement, hit);
            case ESCAPE_CLAUSE -> !isManner(tokens, hit) && !isRequiredThing(tokens, hit);
            case NO_TIME_LIMIT -> !isOrder(tokens, hit);
            case COMPARATIVE -> !isCompared(tokens, hit.last() + 1);
            case NO_MEASURE ->
                    !isDenied(tokens, hit) && !isShown(tokens, hit) && !isMeasured(hit.term());
            case OPEN_ENDED -> !isListed(tokens, hit.last() + 1) && !isInParentheses(tokens, hit);
            default -> true;
        };
    }

    /// Whether `than` follows within reach.
    private static boolean isCompared(List<Token> tokens, int from) {
        return tokens.subList(from, Math.min(tokens.size(), from + REACH)).stream()
                .anyMatch(token -> token.is("than"));
    }

    /// `WHEN several files are chosen` means more than one.
    private static boolean isSeveralOfCondition(Statement statement, WordList.Hit hit) {
        Tokens tokens = statement.tokens();
        return hit.term().keys().getFirst().equals("several")
                && (tokens.get(Math.max(0, hit.first() - 1)).is("with")
                        || tokens.get(Math.max(0, hit.first() - 1)).is("of")
                        || (statement.sentence() instanceof Sentence.Ears ears
                                && ears.clauses().stream()
                                        .limit(MOST_CLAUSES)
                                        .anyMatch(clause ->
                                                isWithin(
                                                        tokens.get(hit.first()), clause.words()))));
    }

    private static boolean isWithin(Token token, Phrase phrase) {
        return token.start() >= phrase.start() && token.end() <= phrase.end();
    }

    /// `normally` away from the modal verb says in which manner: `continue normally`.
    private static boolean isManner(List<Token> tokens, WordList.Hit hit) {
        return hit.term().keys().getFirst().equals("normally")
                && tokens
                        .subList(
                                Math.max(0, hit.first() - 1),
                                Math.min(tokens.size(), hit.last() + 2))
                        .stream()
                        .noneMatch(token ->
                                token.is("shall") || token.is("must") || token.is("should"));
    }

    /// `list the ids as required fields` speaks of fields.
    private static boolean isRequiredThing(List<Token> tokens, WordList.Hit hit) {
        return hit.term().keys().equals(List.of("as", "required"))
                && hit.last() + 1 < tokens.size()
                && tokens.get(hit.last() + 1).is(Token.Kind.WORD)
                && !FOLLOWING.contains(tokens.get(hit.last() + 1).key());
    }

    /// `immediately before the next step` gives an order.
    private static boolean isOrder(List<Token> tokens, WordList.Hit hit) {
        return hit.term().keys().getFirst().equals("immediately")
                && hit.last() + 1 < tokens.size()
                && ORDER.contains(tokens.get(hit.last() + 1).key());
    }

    /// A quantity that is counted, logged or shown has no limit.
    private static boolean isShown(List<Token> tokens, WordList.Hit hit) {
        return tokens.subList(Math.max(0, hit.first() - REACH), hit.first()).stream()
                .anyMatch(token -> token.is(Token.Kind.WORD) && SHOWN.contains(token.key()));
    }

    /// `fail fast` has a meaning of its own.
    private static boolean isBehind(List<Token> tokens, WordList.Hit hit, String word) {
        return hit.first() > 0 && tokens.get(hit.first() - 1).is(word);
    }

    private static boolean isName(List<Token> tokens, WordList.Hit hit) {
        return hit.first() > 0
                && Character.isUpperCase(tokens.get(hit.first()).text().charAt(0))
                && !tokens.get(hit.first() - 1).isMark('.');
    }

    /// `React` is a tool, to `react` is a verb.
    private static boolean isToolName(List<Token> tokens, WordList.Hit hit) {
        return hit.first() != hit.last()
                || (hit.first() > 0
                        && tokens.get(hit.first()).text().chars().anyMatch(Character::isUpperCase));
    }

    /// `such as` in front of code or a quotation names an example to the letter.
    private static boolean isListed(List<Token> tokens, int next) {
        return next < tokens.size()
                && (tokens.get(next).is(Token.Kind.CODE)
                        || tokens.get(next).is(Token.Kind.QUOTE)
                        || tokens.get(next).isMark('\''));
    }

    /// An example in parentheses shows what is meant, and adds nothing to it.
    private static boolean isInParentheses(List<Token> tokens, WordList.Hit hit) {
        return hit.first() > 0
                && tokens.get(hit.first() - 1).isMark('(')
                && !hit.term().keys().getFirst().startsWith("etc");
    }

    /// `no rate limit`, `rate limit: none`.
    private static boolean isDenied(List<Token> tokens, WordList.Hit hit) {
        boolean isBefore =
                hit.first() > 0
                        && (tokens.get(hit.first() - 1).is("no")
                                || tokens.get(hit.first() - 1).is("without"));
        return isBefore
                || tokens.stream()
                        .skip(hit.last() + 1L)
                        .limit(2)
                        .anyMatch(token -> token.is("none") || token.is("unlimited"));
    }

    /// Whether the spec gives a number for it in some other line.
    private boolean isMeasured(WordList.Term term) {
        String phrase = String.join(" ", term.keys());
        return measured.computeIfAbsent(phrase, this::isInLineWithNumber);
    }

    private boolean isInLineWithNumber(String phrase) {
        for (TextDocument.Line line : checked.spec().document().lines()) {
            if (line.text().toLowerCase(Locale.ROOT).contains(phrase) && hasNumber(line.text())) {
                return true;
            }
        }
        return false;
    }

    /// The number of a list's item is none.
    private static boolean hasNumber(String line) {
        List<Token> tokens = Tokens.of(line);
        for (int i = 0; i < tokens.size(); i++) {
            boolean isItem = i == 0 && tokens.size() > 1 && tokens.get(1).is(Token.Kind.MARK);
            if (tokens.get(i).is(Token.Kind.NUMBER) && !isItem) {
                return true;
            }
        }
        return false;
    }

    private static String words(Statement statement, WordList.Hit hit) {
        Tokens tokens = statement.tokens();
        return statement
                .text()
                .substring(tokens.get(hit.first()).start(), tokens.get(hit.last()).end());
    }

    private static String message(Rule rule, String words) {
        String reason =
                switch (rule) {
                    case VAGUE -> "means another thing to each reader";
                    case ESCAPE_CLAUSE -> "leaves it open whether this has to be done";
                    case OPEN_ENDED -> "leaves the list open";
                    case SUPERFLUOUS_INFINITIVE -> "asks for an ability, not for something done";
                    case PURPOSE -> "gives a reason, which nothing can be tested against";
                    case ABSOLUTE -> "promises more than a test can show";
                    case COMPARATIVE -> "compares with nothing";
                    case NO_TIME_LIMIT -> "gives no time that could be exceeded";
                    case NO_MEASURE -> "has no number";
                    case RECIPE -> "says how it is built, not what is observed";
                    default -> "is not precise";
                };
        return "'%s' %s".formatted(words, reason);
    }
}
