package kiro.spec.rule;

import java.util.List;
import java.util.Optional;
import kiro.spec.Spec;
import kiro.spec.sentence.Phrase;
import kiro.spec.sentence.Sentence;

/// One spec as the rules look at it.
///
/// @param criteria those that have words, in the order of the file
/// @param requirements those that are no user stories
/// @param words of the spec's language; empty where there are none
record Checked(
        Spec spec,
        List<Statement> criteria,
        List<Statement> requirements,
        Optional<WordList> words,
        Glossary glossary,
        Report report) {
    Checked {
        criteria = List.copyOf(criteria);
        requirements = List.copyOf(requirements);
    }

    /// Whether most of its criteria are in a form of EARS, so that one which is not stands out.
    boolean isInEars() {
        int bound = 0;
        for (Statement criterion : criteria) {
            bound += isBound(criterion) ? 1 : 0;
        }
        return 2 * bound > criteria.size();
    }

    private static boolean isBound(Statement statement) {
        return statement.sentence() instanceof Sentence.Ears ears
                && (ears.modal().isPresent() || !ears.clauses().isEmpty());
    }

    void report(Rule rule, Statement statement, Phrase at, String message, String fix) {
        if (!report.isOff(rule)) {
            report.add(rule, statement.place(at), message, fix);
        }
    }

    void report(Rule rule, Statement statement, int first, int last, String message, String fix) {
        if (!report.isOff(rule)) {
            report.add(rule, statement.place(first, last), message, fix);
        }
    }
}
