package kiro.spec.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.spec.sentence.Token;
import kiro.spec.sentence.Tokens;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// The rules about what a whole spec leaves out: qualities of an endpoint, and the protection of data that needs it.
final class QualityRules {
    private static final Map<String, String> QUALITIES =
            Map.of(
                    "quality-access", "who may call it",
                    "quality-latency", "how long an answer may take",
                    "quality-limits", "how much one caller may ask for");

    /// So many words from a word for something sensitive may stand what keeps it out.
    private static final int REACH = 12;

    private final Checked checked;
    private final WordList words;

    QualityRules(Checked checked, WordList words) {
        this.checked = checked;
        this.words = words;
    }

    /// @param hits those of each statement
    void check(List<Statement> statements, List<List<WordList.Hit>> hits) {
        Optional<Statement> route = route(statements);
        Optional<Sensitive> sensitive = sensitive(statements, hits);
        if (route.isEmpty() && sensitive.isEmpty()) {
            return;
        }
        Set<String> said = said();
        route.ifPresent(statement -> qualities(statement, said));
        sensitive.filter(each -> !said.contains("protective")).ifPresent(this::unprotected);
    }

    /// The first that names a request and its answer.
    private static Optional<Statement> route(List<Statement> statements) {
        Optional<Statement> first = Optional.empty();
        for (Statement statement : statements) {
            if (hasRoute(statement) && isBefore(statement, first)) {
                first = Optional.of(statement);
            }
        }
        return first;
    }

    private static boolean isBefore(Statement statement, Optional<Statement> other) {
        return other.isEmpty() || statement.item().line() < other.get().item().line();
    }

    private static boolean hasRoute(Statement statement) {
        var outcome = statement.sentence().outcome();
        return outcome.isPresent() && outcome.get().path().isPresent();
    }

    private record Sensitive(Statement statement, WordList.Hit hit) {}

    private static Optional<Sensitive> sensitive(
            List<Statement> statements, List<List<WordList.Hit>> hits) {
        Optional<Sensitive> first = Optional.empty();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            for (WordList.Hit hit : hits.get(i)) {
                if (hit.term().list().equals("sensitive")
                        && isBefore(statement, first.map(Sensitive::statement))
                        && !isKeptOut(statement, hit)) {
                    first = Optional.of(new Sensitive(statement, hit));
                }
            }
        }
        return first;
    }

    /// `contains no passwords`, and `a password is not passed on`: that is its protection.
    private static boolean isKeptOut(Statement statement, WordList.Hit hit) {
        Tokens tokens = statement.tokens();
        int first = Math.max(0, hit.first() - REACH);
        int end = Math.min(tokens.size(), hit.last() + REACH);
        return tokens.subList(first, hit.first()).stream().anyMatch(QualityRules::isDenial)
                || tokens.subList(hit.last() + 1, Math.max(hit.last() + 1, end)).stream()
                        .anyMatch(token -> token.is("not") || token.is("never"));
    }

    private static boolean isDenial(Token token) {
        return token.is("no") || token.is("without") || token.is("never");
    }

    /// The lists that have a word anywhere in the spec.
    private Set<String> said() {
        var said = new HashSet<String>();
        for (TextDocument.Line line : checked.spec().document().lines()) {
            for (WordList.Hit hit : words.find(Tokens.of(line.text()))) {
                said.add(hit.term().list());
            }
        }
        return said;
    }

    private void qualities(Statement statement, Set<String> said) {
        List<String> missing = new ArrayList<>();
        new java.util.TreeMap<>(QUALITIES)
                .forEach((list, what) -> {
                    if (!said.contains(list)) {
                        missing.add(what);
                    }
                });
        if (!missing.isEmpty() && !checked.report().isOff(Rule.MISSING_QUALITY)) {
            checked.report()
                    .add(
                            Rule.MISSING_QUALITY,
                            statement.firstLine(),
                            "the spec describes an endpoint and does not say "
                                    + String.join(", nor ", missing),
                            "add a requirement for it, with a number, or say in the constraints that there is none");
        }
    }

    private void unprotected(Sensitive found) {
        Tokens tokens = found.statement().tokens();
        String word =
                found.statement()
                        .text()
                        .substring(
                                tokens.get(found.hit().first()).start(),
                                tokens.get(found.hit().last()).end());
        SourceSpan place = found.statement().place(found.hit().first(), found.hit().last());
        checked.report()
                .add(
                        Rule.UNPROTECTED_DATA,
                        place,
                        "the spec speaks of '%s' and nowhere of how it is protected or when it is deleted"
                                .formatted(word),
                        "add a criterion: how it is stored, that it is not logged, how long it is kept");
    }
}
