package kiro.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.code.SyntaxNode;

/// Tells what a function has been through when it refuses without a condition around it: the branch
/// before, that would have ended it well, was not taken.
final class Guards {
    private static final Pattern REFUSES =
            Pattern.compile(
                    "(?s).*(?:\\W[45]\\d\\d\\b|Error|Exception|err\\b|[Aa]bort|Unauthorized|Forbidden|NotFound|NOT_FOUND|BAD_REQUEST|BadRequest|Conflict).*");
    private static final Set<String> RETURNS = Set.of("return_statement", "return_expression");
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "function_definition",
                    "function_declaration",
                    "function_expression",
                    "arrow_function",
                    "lambda",
                    "lambda_expression",
                    "closure_expression",
                    "func_literal",
                    "method_declaration",
                    "method_definition",
                    "function_item");
    private static final Set<String> CALLBACKS = Set.of("closure_expression", "lambda_expression");

    private Guards() {}

    /// What does not hold where a statement is reached; empty when no branch before it ends the function well.
    static String before(SyntaxNode node, SyntaxNode function) {
        Optional<SyntaxNode> at = Optional.of(node);
        while (at.isPresent()
                && at.get().index() != function.index()
                && !at.get().isAny(FUNCTIONS)) {
            Optional<SyntaxNode> sibling = at.get().previous();
            while (sibling.isPresent()) {
                Optional<String> passed = passed(sibling.get());
                if (passed.isPresent()) {
                    return passed.get();
                }
                sibling = sibling.get().previous();
            }
            at = at.get().parent();
        }
        return callback(node, function);
    }

    private static Optional<String> passed(SyntaxNode statement) {
        SyntaxNode branch =
                statement.is("expression_statement")
                        ? statement.first("if_expression").orElse(statement)
                        : statement;
        if (!branch.is("if_statement") && !branch.is("if_expression")) {
            return Optional.empty();
        }
        return branch.below(RETURNS).reversed().stream()
                .flatMap(returned -> conditions(returned, branch).stream())
                .findFirst()
                .map(Guards::words);
    }

    /// The conditions on the way to where the function returns well; empty for any other way out.
    private static Optional<List<String>> conditions(SyntaxNode returned, SyntaxNode branch) {
        var conditions = new ArrayList<String>();
        SyntaxNode child = returned;
        for (SyntaxNode at = returned; at.index() != branch.index(); ) {
            Optional<SyntaxNode> parent = at.parent();
            if (parent.isEmpty() || parent.get().isAny(FUNCTIONS)) {
                return Optional.empty();
            }
            child = at;
            at = parent.get();
            if (at.is("if_statement") || at.is("if_expression")) {
                Optional<SyntaxNode> condition = at.child("condition");
                boolean isThen = child.field().equals("consequence");
                if (!isThen || condition.isEmpty() || REFUSES.matcher(child.text()).matches()) {
                    return Optional.empty();
                }
                conditions.addFirst(Conditions.code(Conditions.bare(condition.get().flatText())));
            }
        }
        return Optional.of(conditions);
    }

    private static String words(List<String> conditions) {
        return conditions.size() == 1
                ? conditions.getFirst() + " does not hold"
                : conditions.stream().collect(Collectors.joining(" and ")) + " do not both hold";
    }

    /// `.on_constraint("slug_key", |_| Error::Taken)`: the one who calls back decides.
    private static String callback(SyntaxNode node, SyntaxNode function) {
        return node.above(CALLBACKS)
                .filter(callback ->
                        function.contains(callback) && callback.index() != function.index())
                .flatMap(SyntaxNode::parent)
                .filter(list -> list.field().equals("arguments") && list.named().size() > 1)
                .flatMap(list ->
                        list.parent()
                                .flatMap(call ->
                                        call.child("name")
                                                .or(() ->
                                                        call.child("function")
                                                                .flatMap(each ->
                                                                        each.child("field")))
                                                .map(name -> applied(name, list))))
                .orElse("");
    }

    private static String applied(SyntaxNode name, SyntaxNode list) {
        String first = list.named().getFirst().flatText();
        return Conditions.code("%s(%s)".formatted(name.text(), first)) + " applies";
    }
}
