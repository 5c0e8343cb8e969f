package kiro.steering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;
import kiro.steering.rule.SyntaxForm;

/// Handlers of failures that handle nothing, or all.
final class HandlerForms {
    private static final Set<String> HANDLERS = Set.of("catch_clause", "except_clause");
    private static final Set<String> NOTHING =
            Set.of("pass_statement", "comment", "line_comment", "block_comment");
    private static final Set<String> ALL =
            Set.of(
                    "Exception",
                    "Throwable",
                    "BaseException",
                    "java.lang.Exception",
                    "java.lang.Throwable");

    private HandlerForms() {}

    static List<Found> in(SourceFile source, SyntaxForm form) {
        var found = new ArrayList<Found>();
        for (SyntaxNode handler : source.root().below(HANDLERS)) {
            if (form == SyntaxForm.EMPTY_CATCH && isEmpty(handler)) {
                found.add(
                        new Found(handler, "an empty handler", "handle the failure or pass it on"));
            }
            if (form == SyntaxForm.BARE_EXCEPT && isBare(handler)) {
                found.add(
                        new Found(
                                handler, "except without a type", "name the exceptions to handle"));
            }
            if (form == SyntaxForm.CATCH_ALL && isOfAll(handler)) {
                found.add(
                        new Found(
                                handler,
                                "a handler for every failure",
                                "name the exceptions to handle"));
            }
        }
        return found;
    }

    private static boolean isEmpty(SyntaxNode handler) {
        Optional<SyntaxNode> body = handler.child("body").or(() -> handler.first("block"));
        return body.filter(block ->
                        block.named().stream()
                                .allMatch(each -> each.isAny(NOTHING) || isDots(each)))
                .isPresent();
    }

    private static boolean isDots(SyntaxNode statement) {
        return statement.text().equals("...");
    }

    private static boolean isBare(SyntaxNode handler) {
        return handler.is("except_clause")
                && handler.named().stream()
                        .allMatch(each -> each.is("block") || Forms.isComment(each));
    }

    private static boolean isOfAll(SyntaxNode handler) {
        if (handler.is("except_clause")) {
            return isBare(handler)
                    || handler.below(Set.of("identifier")).stream()
                            .filter(each ->
                                    handler.first("block")
                                            .filter(block -> block.contains(each))
                                            .isEmpty())
                            .anyMatch(each -> ALL.contains(each.text()));
        }
        return handler.below(Set.of("catch_type")).stream()
                .flatMap(each -> each.named().stream())
                .anyMatch(each -> ALL.contains(each.text()));
    }
}
