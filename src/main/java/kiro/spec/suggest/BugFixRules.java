package kiro.spec.suggest;

import java.util.List;
import kiro.spec.DocumentKind;

/// What follows for a fault.
final class BugFixRules {
    private static final List<Implication> TABLE =
            List.of(
                    Implication.of(
                            "reproduction-test",
                            "^(?:current|actual|expected) behaviou?r\\b|^root cause$|\\breproduc",
                            "reproduc|before the fix|without the fix|regression test|test that fails|same steps",
                            "A test that follows the reproduction fails before the fix and passes after it"),
                    Implication.of(
                            "unchanged-behaviour",
                            "\\bunchanged\\b|\\bmust (?:go on|keep|continue|still)\\b|\\bgoes on working\\b|\\bas before\\b|^expected behaviou?r\\b",
                            "unchanged|goes on|go on|continues? to|\\bstill\\b|as before|keeps? |not affected|regression",
                            "Unchanged: {{what works today, next to the fault}} goes on working"),
                    Implication.of(
                            "damaged-data",
                            Clue.of(
                                    "\\bcorrupt\\w*|\\bdamaged?\\b|\\b(?:wrong|bad|invalid) (?:data|values?|totals?|amounts?|balances?|rows|records)\\b.*\\b(?:stored|saved|written|database|persisted)\\b|\\b(?:stores|saves|writes|stored|saved|written)\\b.*\\b(?:wrong|twice|duplicate)\\b|\\bdata loss\\b"),
                            "repair|corrected|clean(?:s|ed)? up|found and reported|restor|migrat|recomput",
                            "Data that the fault has damaged is repaired, or found and reported"));

    private BugFixRules() {}

    /// In a folder, what must fail before the fix stands in a document of its own form.
    static List<Suggestion> check(SpecText text) {
        boolean isFolder = text.spec().main().kind() == DocumentKind.BUGFIX;
        return Implication.all(TABLE, text).stream()
                .filter(found -> !isFolder || !found.rule().value().endsWith("reproduction-test"))
                .toList();
    }
}
