package kiro.steering.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kiro.code.SyntaxNode;
import kiro.steering.rule.Instead;
import kiro.steering.rule.SteeringRule;
import kiro.steering.rule.Violation;
import kiro.text.Order;
import kiro.text.SourceSpan;

/// Collects the violations of a check.
final class Report {
    private static final int LONGEST_PRINT = 200;
    private static final Comparator<Violation> ORDER =
            Order.by(Violation::path)
                    .then(each -> each.span().line())
                    .then(each -> each.span().column())
                    .then(each -> each.rule().id().value());

    private final List<Violation> found = new ArrayList<>();

    void add(SteeringRule rule, String path, SyntaxNode node, String what, String fix) {
        add(rule, path, node, what, fix, List.of());
    }

    void add(
            SteeringRule rule,
            String path,
            SyntaxNode node,
            String what,
            String fix,
            List<Violation.Repair> repairs) {
        found.add(
                new Violation(
                        rule, path, node.range(), what, fix, shortened(node.flatText()), repairs));
    }

    /// About a file as a whole, or a line of it.
    ///
    /// @param print what tells it from others of the file
    void add(
            SteeringRule rule,
            String path,
            SourceSpan span,
            String what,
            String fix,
            String print) {
        found.add(new Violation(rule, path, span, what, fix, shortened(print), List.of()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_PRINT ? text : text.substring(0, LONGEST_PRINT);
    }

    List<Violation> violations() {
        return found.stream().sorted(ORDER).toList();
    }

    /// What to do about a use of something forbidden.
    static String fix(SteeringRule rule, String otherwise) {
        Optional<String> instead = rule.instead().map(Instead::text);
        return instead.map(text -> "use %s instead".formatted(text)).orElse(otherwise);
    }
}
