package kiro.steering.check;

import java.util.List;
import kiro.code.SyntaxNode;
import kiro.steering.rule.Violation.Repair;

/// A place in a file that a subject of a rule is found at.
///
/// @param what is there, such as `console.log is called`
/// @param otherwise what to do about it where the rule does not say what to use
record Found(SyntaxNode node, String what, String otherwise, List<Repair> repairs) {
    Found {
        repairs = List.copyOf(repairs);
    }

    Found(SyntaxNode node, String what, String otherwise) {
        this(node, what, otherwise, List.of());
    }
}
