package kiro.steering.check;

import java.util.Set;
import kiro.code.SyntaxNode;

/// How many ways lead through a function, as McCabe counts them.
final class Complexity {
    private static final Set<String> BRANCHES =
            Set.of(
                    "if_statement",
                    "elif_clause",
                    "if_expression",
                    "for_statement",
                    "for_in_statement",
                    "for_expression",
                    "enhanced_for_statement",
                    "while_statement",
                    "while_expression",
                    "do_statement",
                    "catch_clause",
                    "except_clause",
                    "conditional_expression",
                    "ternary_expression",
                    "switch_case",
                    "switch_label",
                    "case_clause",
                    "expression_case",
                    "type_case",
                    "match_arm");
    private static final Set<String> CHOICES =
            Set.of("binary_expression", "boolean_operator", "binary_operator");
    private static final Set<String> SHORT = Set.of("&&", "||", "and", "or", "??");

    private Complexity() {}

    /// Other functions within it are counted with it.
    static int of(SyntaxNode function) {
        int choices =
                (int)
                        function.below(CHOICES).stream()
                                .filter(each ->
                                        each.children().stream()
                                                .anyMatch(part ->
                                                        !part.isNamed() && part.isAny(SHORT)))
                                .count();
        return 1
                + (int) function.below(BRANCHES).stream().filter(Complexity::isOne).count()
                + choices;
    }

    /// `default` is no way of its own.
    private static boolean isOne(SyntaxNode branch) {
        return !branch.text().startsWith("default");
    }
}
