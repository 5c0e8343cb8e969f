package kiro.spec.suggest;

import java.util.List;

/// What follows for a change of a database.
final class MigrationRules {
    private static final String CHANGE =
            "^schema change:|\\balter table\\b|\\broll(?:s|ed)?[- ]?back\\b"
                    + "|\\b(?:adds?|drops?|renames?|changes?|creates?|splits?|merges?|new)\\b.*\\b(?:column|table|index|constraint|key|type)s?\\b";

    static final List<Implication> TABLE =
            List.of(
                    Implication.of(
                            "migration-backfill",
                            "\\bnot null\\b|\\bexisting (?:rows|data|records)\\b|\\bbackfill\\w*|\\bnew column\\b|\\badds? (?:an? |the )?(?:\\S+ ){0,2}column\\b",
                            "backfill|existing (?:rows|data|records)|every row|each row|all rows|with rows|rows (?:that )?(?:are|were)|no row is lost",
                            "After the migration every row that was there before is there, and has {{which value}} in the new column"),
                    Implication.of(
                            "migration-batches",
                            "\\bbackfill\\w*|\\bexisting (?:rows|data|records)\\b.*\\b(?:filled|updated|computed|copied|set|converted)\\b",
                            "batch|chunk|at a time|portion|one transaction",
                            "The backfill changes at most {{1000}} rows in one transaction, and continues where it stopped after an interruption"),
                    Implication.of(
                            "migration-rollback",
                            CHANGE,
                            "roll(?:s|ed|ing)?[- ]?back|revert|undo|undone|down migration|restores? the schema",
                            "The rollback restores the schema as it was, and every row that was there before"),
                    Implication.of(
                            "migration-lock-time",
                            "\\block(?:s|ed|ing)?\\b|\\bblock(?:s|ed|ing)?\\b|\\bmillions?\\b|\\b\\d{1,3}(?:[,. ]?\\d{3})+ rows\\b|\\balter table\\b|\\bindex\\b|\\bdowntime\\b",
                            "\\block(?:s|ed|ing)?\\b|\\bblock(?:s|ed|ing)?\\b|concurrently|downtime|while the migration runs",
                            "No statement of the migration blocks writes to {{the table}} for longer than {{1}} seconds"),
                    Implication.of(
                            "migration-compatibility",
                            "\\b(?:previous|old|current|running|deployed) version\\b|\\bdowntime\\b|\\brolling (?:deployment|update|release)|\\bblue[- ]green\\b|\\b(?:drops?|renames?)\\b.*\\b(?:column|table)\\b",
                            "(?:previous|old|earlier|current|running|deployed) version|both versions|downtime|while (?:the migration|it) runs|keeps working|backward|compatib",
                            "The previous version of the application reads and writes correctly while the migration runs and after it"),
                    Implication.of(
                            "migration-constraint",
                            "\\bunique\\b|\\bcheck constraint\\b|\\bforeign key\\b|\\bnew constraint\\b",
                            "violat|break(?:s|ing)?\\b|refused|rejected|duplicate|invalid|orphan|fails",
                            "A new row that breaks the constraint is refused; existing rows that break it stop the migration before it changes anything"));

    private MigrationRules() {}
}
