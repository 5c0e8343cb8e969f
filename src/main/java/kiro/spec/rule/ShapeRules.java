package kiro.spec.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.spec.sentence.Sentence;
import kiro.spec.sentence.Token;
import kiro.spec.sentence.Tokens;
import kiro.spec.sentence.WordClass;

/// The rules about how a criterion is put together: one statement, said once, without asides.
final class ShapeRules {
    private static final Set<String> PRONOUNS =
            Set.of("it", "they", "this", "these", "those", "them");

    /// What a `shall not` says little with, as nothing of it can be seen.
    private static final Set<String> UNSEEN =
            Set.of(
                    "allow",
                    "permit",
                    "let",
                    "crash",
                    "fail",
                    "break",
                    "hang",
                    "affect",
                    "impact",
                    "interfere",
                    "degrade",
                    "block",
                    "be",
                    "have",
                    "cause",
                    "lose",
                    "freeze");

    private static final Set<String> RELATIVES =
            Set.of("that", "which", "who", "what", "whether", "where", "how", "if");

    private final Checked checked;

    ShapeRules(Checked checked) {
        this.checked = checked;
    }

    void check(Statement statement, List<WordList.Hit> hits) {
        slashes(statement, hits);
        compound(statement, hits);
        parenthesis(statement);
        pronoun(statement);
        negative(statement);
        outcome(statement);
    }

    private void slashes(Statement statement, List<WordList.Hit> hits) {
        Tokens tokens = statement.tokens();
        if (!tokens.has(Token.Kind.MARK)) {
            return;
        }
        for (int i = 1; i < tokens.size() - 1; i++) {
            if (!tokens.get(i).isMark('/')) {
                continue;
            }
            Token before = tokens.get(i - 1);
            Token after = tokens.get(i + 1);
            boolean isJoint =
                    before.end() == tokens.get(i).start() && after.start() == tokens.get(i).end();
            boolean isAndOr = isJoint && before.is("and") && after.is("or");
            boolean isLabel = i > 1 && isCapital(before) && isCapital(after);
            if (isAndOr
                    || (isJoint && !isLabel && isAction(hits, i - 1) && isAction(hits, i + 1))) {
                checked.report(
                        Rule.AND_OR,
                        statement,
                        i - 1,
                        i + 1,
                        "'%s/%s' leaves it open which of them is meant"
                                .formatted(before.text(), after.text()),
                        "write 'and' or 'or', or a criterion for each");
            }
        }
    }

    /// Between two quotation marks there may be nothing.
    private static boolean isCapital(Token token) {
        return !token.text().isEmpty() && Character.isUpperCase(token.text().charAt(0));
    }

    /// Whether a word for an action stands there. A slash between other words joins names or paths: `import/export`,
    /// `src/app`.
    private static boolean isAction(List<WordList.Hit> hits, int at) {
        return hits.stream()
                .anyMatch(hit -> hit.first() == at && hit.term().list().equals("observable-verbs"));
    }

    /// Two modal verbs in one sentence, or two sentences that each have one.
    private void compound(Statement statement, List<WordList.Hit> hits) {
        List<Integer> modals = modals(statement.tokens());
        Tokens tokens = statement.tokens();
        if (modals.size() > 1 && statement.sentence() instanceof Sentence.Ears ears) {
            int first = ears.modal().map(each -> statement.tokenAt(each.at().start())).orElse(0);
            int clause = clause(tokens, first);
            Optional<Integer> second =
                    modals.stream()
                            .filter(at -> at > first && !isWithin(clause, tokens, first, at))
                            .findFirst();
            second.ifPresent(at ->
                    checked.report(
                            Rule.COMPOUND,
                            statement,
                            at,
                            at,
                            "%s asks for several things: a second '%s'"
                                    .formatted(statement.name(), tokens.get(at).text()),
                            "make each a criterion of its own, so that each is proven by itself"));
        } else {
            actions(statement, hits);
        }
    }

    private static List<Integer> modals(Tokens tokens) {
        var modals = new ArrayList<Integer>(2);
        boolean isAnywhere = tokens.has(WordClass.SHALL) || tokens.has(WordClass.MUST);
        for (int i = 0; isAnywhere && i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean isBinding = token.is(WordClass.SHALL) || token.is(WordClass.MUST);
            if (isBinding && (token.is("shall") || token.is("must"))) {
                modals.add(i);
            }
        }
        return modals;
    }

    /// Whether another modal verb than the first belongs to what the criterion speaks about: `SHALL contain a rule that
    /// the agent must ask`, `SHALL list what must be changed`.
    private static boolean isWithin(int clause, Tokens tokens, int first, int modal) {
        return clause < modal
                && !tokens.get(modal).key().equals(tokens.get(first).key())
                && !tokens.get(modal - 1).is("and");
    }

    /// Where a clause about something begins behind the modal verb; the end where none does.
    private static int clause(Tokens tokens, int modal) {
        int at = modal;
        while (at < tokens.size()
                && !(tokens.get(at).is(Token.Kind.WORD)
                        && RELATIVES.contains(tokens.get(at).key()))) {
            at++;
        }
        return at;
    }

    private void actions(Statement statement, List<WordList.Hit> hits) {
        if (hits.size() < 3 || !(statement.sentence() instanceof Sentence.Ears ears)) {
            return;
        }
        Tokens tokens = statement.tokens();
        List<Integer> verbs = new ArrayList<>();
        for (WordList.Hit hit : hits) {
            int at = hit.first();
            boolean isInResponse =
                    tokens.get(at).start() >= ears.response().start()
                            && tokens.get(at).end() <= ears.response().end();
            boolean isJoined =
                    at > 0 && (tokens.get(at - 1).is("and") || tokens.get(at - 1).isMark(','));
            boolean isFirst = tokens.get(at).start() == ears.response().start();
            if (hit.term().list().equals("observable-verbs")
                    && isInResponse
                    && (isJoined || isFirst)) {
                verbs.add(at);
            }
        }
        if (verbs.size() > 2) {
            checked.report(
                    Rule.COMPOUND,
                    statement,
                    verbs.getFirst(),
                    verbs.getFirst(),
                    "%s asks for %d things".formatted(statement.name(), verbs.size()),
                    "make each a criterion of its own, so that each is proven by itself");
        }
    }

    private void parenthesis(Statement statement) {
        Tokens tokens = statement.tokens();
        if (!tokens.has(Token.Kind.MARK)) {
            return;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isMark('(')) {
                continue;
            }
            int close = i + 1;
            while (close < tokens.size() && !tokens.get(close).isMark(')')) {
                close++;
            }
            if (close < tokens.size() && isAside(tokens.subList(i + 1, close))) {
                checked.report(
                        Rule.PARENTHESIS,
                        statement,
                        i,
                        close,
                        "what stands in parentheses may belong to %s or not"
                                .formatted(statement.name()),
                        "write it into the sentence, or take it out");
            }
            i = close;
        }
    }

    /// Numbers, code and short names in parentheses are precise.
    private static boolean isAside(List<Token> inside) {
        return inside.size() > 4
                && inside.stream()
                        .noneMatch(token ->
                                token.is(Token.Kind.NUMBER)
                                        || token.is(Token.Kind.CODE)
                                        || token.is(Token.Kind.QUOTE)
                                        || token.isMark(','));
    }

    private void pronoun(Statement statement) {
        if (statement.sentence() instanceof Sentence.Ears) {
            return;
        }
        Token first = statement.tokens().getFirst();
        boolean isStandingAlone =
                statement.tokens().size() > 1
                        && first.is(Token.Kind.WORD)
                        && PRONOUNS.contains(first.key());
        if (isStandingAlone) {
            checked.report(
                    Rule.PRONOUN,
                    statement,
                    0,
                    0,
                    "'%s' refers to something outside of %s"
                            .formatted(first.text(), statement.name()),
                    "name it: a criterion is read by itself");
        }
    }

    private void negative(Statement statement) {
        if (!(statement.sentence() instanceof Sentence.Ears ears)
                || !ears.isNegated()
                || ears.outcome().isPresent()
                || statement.isConcrete()) {
            return;
        }
        int verb = statement.tokenAt(ears.response().start());
        if (UNSEEN.contains(statement.tokens().get(verb).key())) {
            checked.report(
                    Rule.NEGATIVE,
                    statement,
                    ears.response(),
                    "%s says what does not happen, and nothing that can be seen"
                            .formatted(statement.name()),
                    "say what is observed instead, such as the status or the message");
        }
    }

    /// A few words without a verb name a topic, not an outcome.
    private void outcome(Statement statement) {
        if (!(statement.sentence() instanceof Sentence.Plain)
                || statement.isConcrete()
                || statement.tokens().size() > 4
                || statement.tokens().stream().anyMatch(ShapeRules::isVerbLike)) {
            return;
        }
        checked.report(
                Rule.NO_OUTCOME,
                statement,
                0,
                statement.tokens().size() - 1,
                "%s names a topic and no outcome".formatted(statement.name()),
                "say what can be observed: 'the API returns ...', 'the page shows ...'");
    }

    private static boolean isVerbLike(Token token) {
        String key = token.key();
        return token.is(Token.Kind.CODE)
                || token.is(Token.Kind.PATH)
                || (token.is(Token.Kind.WORD)
                        && (Set.of("is", "are", "has", "have", "can", "cannot", "no", "not")
                                        .contains(key)
                                || key.endsWith("s")
                                || key.endsWith("ed")
                                || key.endsWith("n't")));
    }
}
