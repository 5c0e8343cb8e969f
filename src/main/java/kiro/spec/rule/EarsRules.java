package kiro.spec.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.spec.sentence.Clause;
import kiro.spec.sentence.ClauseKind;
import kiro.spec.sentence.Modal;
import kiro.spec.sentence.Phrase;
import kiro.spec.sentence.Sentence;
import kiro.spec.sentence.Token;
import kiro.spec.sentence.Tokens;
import kiro.text.Remembered;

/// The rules about the form of a sentence: EARS, subject, voice and modal verb.
final class EarsRules {
    private static final Set<String> KEYWORDS = Set.of("when", "while", "where", "if", "given");
    private static final Set<String> PRONOUNS =
            Set.of("it", "they", "this", "these", "those", "he", "she");
    private static final Set<String> AUXILIARIES = Set.of("be", "been", "being");

    /// What makes a `where` an option of the product.
    private static final Set<String> OPTIONS =
            Set.of(
                    "enabled",
                    "disabled",
                    "included",
                    "supported",
                    "supports",
                    "installed",
                    "configured",
                    "available",
                    "present",
                    "provided",
                    "fitted",
                    "feature",
                    "licensed",
                    "option",
                    "optional",
                    "mode",
                    "plan",
                    "tier",
                    "offered",
                    "set",
                    "uses",
                    "has",
                    "allows",
                    "deployed",
                    "active",
                    "exists",
                    "exist",
                    "defined",
                    "specified",
                    "on",
                    "required",
                    "includes",
                    "multiple",
                    "turned");

    private static final Pattern MARKS = Pattern.compile("[*_`]");
    private static final Remembered<String> KEYS = new Remembered<>(EarsRules::bare);

    /// A sentence that a person reads has fewer.
    private static final int MOST_CLAUSES = 20;

    private final Checked checked;
    private final boolean isInEars;

    EarsRules(Checked checked) {
        this.checked = checked;
        this.isInEars = checked.isInEars();
    }

    void check(Statement statement, List<WordList.Hit> hits) {
        switch (statement.sentence()) {
            case Sentence.Ears ears -> {
                List<Clause> clauses = ears.clauses();
                for (int i = 0; i < Math.min(clauses.size(), MOST_CLAUSES); i++) {
                    keyword(statement, clauses.get(i), hits);
                }
                subject(statement, ears);
                modal(statement, ears);
            }
            case Sentence.Outcome outcome -> form(statement);
            case Sentence.Plain plain -> form(statement);
        }
    }

    private void form(Statement statement) {
        Token first = statement.tokens().getFirst();
        boolean isOpened = KEYWORDS.contains(first.key()) && first.is(Token.Kind.WORD);
        if (isOpened && statement.sentence() instanceof Sentence.Plain) {
            checked.report(
                    Rule.NOT_EARS,
                    statement,
                    0,
                    0,
                    "%s begins with '%s' and no response follows"
                            .formatted(statement.name(), first.text()),
                    "write '%s CONDITION, the SYSTEM shall RESPONSE'".formatted(first.text()));
        } else if (isInEars
                && !isOpened
                && !isUniversal(statement)
                && statement.sentence() instanceof Sentence.Plain) {
            checked.report(
                    Rule.NOT_EARS,
                    statement,
                    0,
                    statement.tokens().size() - 1,
                    "%s is in no form of EARS, as most others here are".formatted(statement.name()),
                    "write 'the SYSTEM shall RESPONSE', with 'when', 'while', 'where' or 'if' before it");
        }
    }

    /// `FOR ALL inputs, ... SHALL ...` is the form of a property.
    private static boolean isUniversal(Statement statement) {
        Tokens tokens = statement.tokens();
        return tokens.size() > 2
                && tokens.getFirst().is("for")
                && (tokens.get(1).is("all") || tokens.get(1).is("any") || tokens.get(1).is("every"))
                && tokens.stream().anyMatch(token -> token.is("shall") || token.is("must"));
    }

    private void keyword(Statement statement, Clause clause, List<WordList.Hit> hits) {
        String words = clause.keyword().text();
        if (clause.kind() == ClauseKind.WHEN && !clause.isTrailing()) {
            Optional<String> failure = failure(statement, clause, hits);
            if (failure.isPresent()) {
                checked.report(
                        Rule.EARS_KEYWORD,
                        statement,
                        clause.keyword(),
                        "'%s' opens something unwanted: '%s'".formatted(words, failure.get()),
                        "write 'If ..., then the SYSTEM shall ...'");
            }
        }
        if (clause.kind() == ClauseKind.WHERE && !isOption(statement, clause)) {
            checked.report(
                    Rule.EARS_KEYWORD,
                    statement,
                    clause.keyword(),
                    "'%s' is for options of the product, and this is a condition".formatted(words),
                    "write 'when' for an event, 'while' for a state, 'if' for something unwanted");
        }
    }

    private static Optional<String> failure(
            Statement statement, Clause clause, List<WordList.Hit> hits) {
        for (WordList.Hit hit : hits) {
            if (hit.term().list().equals("failure-words")
                    && isWithin(statement.tokens().get(hit.first()), clause.words())) {
                return Optional.of(String.join(" ", hit.term().keys()));
            }
        }
        return Optional.empty();
    }

    private static boolean isOption(Statement statement, Clause clause) {
        return statement.tokens().stream()
                .filter(token -> isWithin(token, clause.words()))
                .anyMatch(token ->
                        OPTIONS.contains(token.key())
                                || token.is(Token.Kind.CODE)
                                || token.key().endsWith("able"));
    }

    private static boolean isWithin(Token token, Phrase phrase) {
        return token.start() >= phrase.start() && token.end() <= phrase.end();
    }

    private void subject(Statement statement, Sentence.Ears ears) {
        if (ears.modal().isEmpty()) {
            return;
        }
        Phrase modal = ears.modal().get().at();
        Optional<Phrase> system = ears.system();
        boolean isMissing = system.isEmpty();
        if (isMissing || PRONOUNS.contains(key(system.get()))) {
            checked.report(
                    Rule.UNNAMED_SUBJECT,
                    statement,
                    system.orElse(modal),
                    isMissing
                            ? "%s does not say who does it".formatted(statement.name())
                            : "'%s' does not say who does it".formatted(system.get().text()),
                    "name the part of the software, such as 'the API' or 'the Import Service'");
            return;
        }
        passive(statement, ears);
    }

    private void passive(Statement statement, Sentence.Ears ears) {
        int first = statement.tokenAt(ears.response().start());
        Tokens tokens = statement.tokens();
        if (first + 1 >= tokens.size() || !AUXILIARIES.contains(tokens.get(first).key())) {
            return;
        }
        String verb = tokens.get(first + 1).key();
        boolean isParticiple =
                (verb.endsWith("ed") && !verb.startsWith("well-"))
                        || verb.equals("sent")
                        || verb.equals("shown");
        boolean hasAgent =
                tokens.subList(first, tokens.size()).stream().anyMatch(token -> token.is("by"));
        if (isParticiple && !hasAgent && ears.outcome().isEmpty()) {
            checked.report(
                    Rule.PASSIVE_VOICE,
                    statement,
                    first,
                    first + 1,
                    "'be %s' does not say who does it".formatted(tokens.get(first + 1).text()),
                    "name it: 'the SYSTEM shall ...'");
        }
    }

    /// `A manager may read any order: 200` says who is let in.
    private void modal(Statement statement, Sentence.Ears ears) {
        if (ears.modal().isEmpty() || ears.modal().get().modal().isBinding()) {
            return;
        }
        Sentence.Binding weak = ears.modal().get();
        boolean isLeave = weak.modal() == Modal.MAY && ears.outcome().isPresent();
        if (weak.modal() != Modal.CAN && !isLeave) {
            checked.report(
                    Rule.WEAK_MODAL,
                    statement,
                    weak.at(),
                    "'%s' leaves it open whether this has to be so".formatted(weak.at().text()),
                    "write 'shall' or 'must', or take it out of the criteria");
        }
    }

    /// Its words in small letters, without marks of emphasis: sentences have the same few subjects.
    static String key(Phrase phrase) {
        return KEYS.of(phrase.text());
    }

    private static String bare(String text) {
        if (text.indexOf('*') < 0 && text.indexOf('_') < 0 && text.indexOf('`') < 0) {
            return text.strip().toLowerCase(java.util.Locale.ROOT);
        }
        return MARKS.matcher(text).replaceAll("").strip().toLowerCase(java.util.Locale.ROOT);
    }
}
